import { z } from 'zod';

/**
 * The closed vocabularies of the model. Each is named as in the public API, in Cypher and on the page;
 * the GraphQL enums are built from these very lists, so that none can drift from the other.
 */
export const claimNatures = ['FACT', 'OPINION', 'PREDICTION', 'NORM', 'COMMITMENT'] as const;
export const claimStatuses = ['WITHDRAWN', 'UNSOURCED', 'CONTESTED', 'NO_CONTEST_RECORDED'] as const;
export const stances = [
  'AFFIRMS',
  'DENIES',
  'DOUBTS',
  'DECLINES_TO_COMMENT',
  'NO_RESPONSE',
  'RETRACTS',
] as const;
export const commitments = ['ENDORSES', 'NEUTRAL', 'DISTANCES'] as const;
export const modalities = ['CERTAIN', 'PROBABLE', 'POSSIBLE', 'SUSPECTED', 'CONDITIONAL'] as const;
export const directnesses = ['DIRECT', 'INDIRECT', 'MIXED'] as const;
export const bases = ['WITNESSED', 'DOCUMENT', 'INFERRED', 'UNSTATED'] as const;
export const recordMethods = ['HUMAN', 'IMPORT', 'RULES', 'MODEL'] as const;
export const warningCodes = [
  'CONCERNS_IMPOSSIBLE',
  'DATE_UNCERTAIN',
  'QUOTE_NOT_FOUND',
  'QUOTE_ALTERED',
  'RELAY_ALTERED',
  'MARKS_UNBALANCED',
  'SUBJECT_UNCLEAR',
  'SCOPE_UNCLEAR',
  'SPEAKER_UNCLEAR',
  'INCONSISTENT_WITHIN_SOURCE',
  'UNARCHIVED',
] as const;
export const entityKinds = [
  'PERSON',
  'ORGANIZATION',
  'GROUP',
  'MACHINE',
  'DOCUMENT',
  'THING',
  'UNKNOWN',
  'REDACTED',
] as const;
export const anonymities = ['NAMED', 'UNNAMED_HERE', 'PROTECTED', 'CROWD'] as const;
export const nameKinds = ['NAME', 'ALIAS', 'TRANSLATION', 'TRANSLITERATION', 'FORMER', 'HANDLE'] as const;
export const sourceKinds = [
  'ARTICLE',
  'POST',
  'STATEMENT',
  'TERMS',
  'INTERVIEW',
  'DOCUMENT',
  'SCREENSHOT',
  'DATASET',
  'BROADCAST',
  'OTHER',
] as const;
export const sourceAccesses = ['PUBLIC', 'EMBARGOED', 'CONFIDENTIAL'] as const;
export const derivationKinds = ['REPUBLISHES', 'TRANSLATES', 'EXCERPTS', 'CITES'] as const;
export const renderings = ['ORIGINAL', 'TRANSLATED', 'UNKNOWN'] as const;
export const verificationStates = ['EXACT', 'MOVED', 'ALTERED', 'GONE', 'UNVERIFIED'] as const;
export const relationKinds = [
  'CONTRADICTS',
  'SUPPORTS',
  'QUALIFIES',
  'EXPLAINS',
  'CAUSES',
  'NEAR_VARIANT',
  'CORRECTS',
] as const;
/** Kinds that hold in both directions; such a relation is stored once, with the smaller claim id as `from`. */
export const symmetricRelationKinds: readonly RelationKind[] = ['CONTRADICTS', 'NEAR_VARIANT'];
export const relationStatuses = ['PROPOSED', 'CONFIRMED', 'REJECTED'] as const;
export const reviewRatings = ['FALSE', 'MIXTURE', 'TRUE', 'OTHER'] as const;
export const verdicts = ['SAME', 'DIFFERENT', 'UNSURE'] as const;
/** Whether those who were asked for a reply have answered; that they did not by the deadline is an answer too. */
export const replyStates = ['OPEN', 'ANSWERED', 'NO_RESPONSE'] as const;
export const timelineEventKinds = [
  'CONCERNS',
  'SAID',
  'REPORTED',
  'DENIED',
  'CHANGED',
  'REVIEWED',
  'RECORDED',
  'WITHDRAWN',
] as const;
export const provenanceStepKinds = [
  'READ_IN',
  'REPUBLISHED_FROM',
  'TRANSLATED_FROM',
  'EXCERPTED_FROM',
  'CITED_FROM',
  'REPORTED_BY',
  'SAID_BY',
  'RESTS_ON',
] as const;
export const graphNodeKinds = ['CLAIM', 'SPEAKER', 'SOURCE', 'PUBLISHER'] as const;
export const graphEdgeKinds = [
  ...stances,
  'RELAYS',
  'MADE_IN',
  'PUBLISHED_BY',
  'DERIVED_FROM',
  ...relationKinds,
] as const;
export const searchTypes = ['CLAIM', 'ENTITY', 'SOURCE', 'PASSAGE'] as const;

export type ClaimNature = (typeof claimNatures)[number];
export type ClaimStatus = (typeof claimStatuses)[number];
export type Stance = (typeof stances)[number];
export type Commitment = (typeof commitments)[number];
export type Modality = (typeof modalities)[number];
export type Directness = (typeof directnesses)[number];
export type Basis = (typeof bases)[number];
export type RecordMethod = (typeof recordMethods)[number];
export type WarningCode = (typeof warningCodes)[number];
export type EntityKind = (typeof entityKinds)[number];
export type Anonymity = (typeof anonymities)[number];
export type NameKind = (typeof nameKinds)[number];
export type SourceKind = (typeof sourceKinds)[number];
export type SourceAccess = (typeof sourceAccesses)[number];
export type DerivationKind = (typeof derivationKinds)[number];
export type Rendering = (typeof renderings)[number];
export type VerificationState = (typeof verificationStates)[number];
export type RelationKind = (typeof relationKinds)[number];
export type RelationStatus = (typeof relationStatuses)[number];
export type ReviewRating = (typeof reviewRatings)[number];
export type Verdict = (typeof verdicts)[number];
export type ReplyState = (typeof replyStates)[number];
export type TimelineEventKind = (typeof timelineEventKinds)[number];
export type ProvenanceStepKind = (typeof provenanceStepKinds)[number];
export type GraphNodeKind = (typeof graphNodeKinds)[number];
export type GraphEdgeKind = (typeof graphEdgeKinds)[number];
export type SearchType = (typeof searchTypes)[number];

/** A BCP 47 language tag in its canonical form, e.g. `zh-Hans`, `en`. */
export const languageTag = z.string().refine(
  (tag) => {
    try {
      return Intl.getCanonicalLocales(tag)[0] === tag;
    } catch {
      return false;
    }
  },
  { error: 'expected a canonical BCP 47 language tag such as "zh-Hans" or "en"' },
);
