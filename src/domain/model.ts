import type { Draft } from './draft.ts';
import type { EdtfDate } from './edtf-date.ts';
import type {
  Anonymity,
  Basis,
  ClaimNature,
  ClaimStatus,
  Commitment,
  DerivationKind,
  Directness,
  EntityKind,
  Modality,
  NameKind,
  RecordMethod,
  RelationKind,
  RelationStatus,
  Rendering,
  ReviewRating,
  SourceAccess,
  SourceKind,
  Stance,
  Verdict,
  VerificationState,
  WarningCode,
} from './vocabulary.ts';

/** One text in several languages, in the order recorded; the first is the original's where there is one. */
export type Localized = readonly { readonly language: string; readonly text: string }[];

/** What every record carries: when it was first recorded, its place in its bundle, and how often it was revised. */
export interface Recorded {
  readonly id: string;
  /** Instant of the first recording, UTC with milliseconds. */
  readonly recordedAt: string;
  /** Place in the bundle or call that it came in; orders what was recorded at one instant. */
  readonly position: number;
  /** 1 when recorded, one more with each revision. */
  readonly version: number;
}

export interface Name {
  readonly text: string;
  readonly language: string | null;
  readonly kind: NameKind;
}

export interface Affiliation {
  readonly organizationId: string;
  readonly role: string | null;
  readonly asOf: EdtfDate | null;
}

/** Whoever or whatever speaks or is spoken of. */
export interface Entity extends Recorded {
  readonly type: 'Entity';
  readonly slug: string;
  readonly kind: EntityKind;
  readonly names: readonly Name[];
  readonly description: Localized;
  readonly anonymity: Anonymity;
  readonly wikidata: string | null;
  /** The same for all entities judged to be one; the id of one of them. */
  readonly clusterId: string;
  /** Of a DOCUMENT: the source that it is. */
  readonly sourceId: string | null;
}

export interface SourceDerivation {
  readonly kind: DerivationKind;
  readonly fromId: string;
  readonly status: RelationStatus;
  readonly reason: Localized;
  readonly method: RecordMethod;
}

/** A place where things are said: an article, a post, terms of use, an internal document. */
export interface Source extends Recorded {
  readonly type: 'Source';
  readonly slug: string;
  readonly kind: SourceKind;
  readonly title: Localized;
  readonly url: string | null;
  readonly publisherId: string | null;
  readonly authorIds: readonly string[];
  readonly publishedOn: EdtfDate | null;
  readonly inForce: EdtfDate | null;
  readonly language: string | null;
  /** False where it is known only through another source. */
  readonly seen: boolean;
  readonly access: SourceAccess;
  /** Instant from which an EMBARGOED one is public; null where none is set. */
  readonly embargoedUntil: string | null;
  readonly derivedFrom: readonly SourceDerivation[];
  readonly disclaimerId: string | null;
}

/** A source's text at one moment, known by its hash. */
export interface SourceVersion extends Recorded {
  readonly type: 'SourceVersion';
  readonly sourceId: string;
  /** SHA-256 over the text in NFC with LF line ends, hex. */
  readonly sha256: string;
  readonly retrievedAt: string | null;
  readonly retrievedFrom: string | null;
  readonly archivedAt: string | null;
  /** In Unicode code points; null when unknown. */
  readonly length: number | null;
}

export interface Verification {
  readonly state: VerificationState;
  readonly checkedAt: string | null;
  readonly found: string | null;
}

/** The exact words, anchored in one version of a source by W3C Web Annotation selectors. */
export interface Passage extends Recorded {
  readonly type: 'Passage';
  readonly exact: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
  /** Unicode code points into the version's text, `end` exclusive. */
  readonly start: number | null;
  readonly end: number | null;
  readonly language: string;
  readonly rendering: Rendering;
  readonly translation: Localized;
  /** What is needed of the version that they stand in, wherever they are shown. */
  readonly versionNode: Pick<SourceVersion, 'id' | 'sourceId' | 'archivedAt'>;
  readonly verification: Verification;
}

/** A proposition that someone can be right or wrong about, apart from every occasion on which it was said. */
export interface Claim extends Recorded {
  readonly type: 'Claim';
  readonly slug: string;
  readonly text: Localized;
  readonly language: string;
  readonly nature: ClaimNature;
  readonly aboutIds: readonly string[];
  readonly concerns: EdtfDate | null;
  readonly status: ClaimStatus;
  /** How many current assertions there are of it, whatever their stance. */
  readonly assertionCount: number;
}

export interface Warning {
  readonly code: WarningCode;
  readonly message: Localized;
  /** The assertion at whose door the fault lies; null when unknown. */
  readonly layerId: string | null;
}

/** An assertion without the sources that it was made in and rests on, and the passages that it was read in. */
export interface BareAssertion extends Recorded {
  readonly type: 'Assertion';
  readonly claim: Claim;
  readonly speaker: Entity;
  readonly speakerAsNamed: string | null;
  readonly role: string | null;
  readonly onBehalfOf: Entity | null;
  readonly stance: Stance;
  readonly commitment: Commitment;
  readonly modality: Modality;
  readonly condition: string | null;
  readonly directness: Directness;
  readonly cue: string | null;
  readonly prompt: string | null;
  readonly inResponseToId: string | null;
  readonly basis: Basis;
  readonly saidOn: EdtfDate | null;
  readonly saidIn: string | null;
  readonly attributedToId: string | null;
  /** This assertion's id, then the one it is attributed to, and so on to the origin. */
  readonly chain: readonly string[];
  readonly copyOfId: string | null;
  readonly copyReason: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
  readonly supersedesId: string | null;
  readonly supersededById: string | null;
  readonly method: RecordMethod;
  readonly warnings: readonly Warning[];
}

/** An assertion without what it rests on and the passages that it was read in. */
export interface SourcedAssertion extends BareAssertion {
  readonly source: Source | null;
}

/** One speaker taking one position on one claim, on one occasion. */
export interface Assertion extends SourcedAssertion {
  readonly basedOn: readonly Source[];
  readonly passages: readonly Passage[];
}

/** A typed, reasoned link between two claims; a contradiction is shown, never resolved. */
export interface ClaimRelation extends Recorded {
  readonly type: 'ClaimRelation';
  readonly kind: RelationKind;
  readonly fromId: string;
  readonly toId: string;
  readonly reason: Localized;
  readonly status: RelationStatus;
  /** The assertions in the text that draw it; empty when it is the editors'. */
  readonly assertedByIds: readonly string[];
  readonly proposedBy: string;
}

/** A published fact-check's verdict on a claim. */
export interface Review extends Recorded {
  readonly type: 'Review';
  readonly claimId: string;
  readonly reviewerId: string;
  readonly rating: string;
  readonly normalized: ReviewRating;
  readonly url: string | null;
  readonly publishedOn: EdtfDate | null;
  /** Since when it is withdrawn: it should not have been recorded. Null while it stands. */
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
}

/** Who someone is whom the record does not name: read by those alone who may read identities. */
export interface ConfidentialIdentity extends Recorded {
  readonly type: 'ConfidentialIdentity';
  readonly entityId: string;
  readonly names: readonly Name[];
  /** How it is known, how to reach them. */
  readonly note: string | null;
  /** Who attached it. */
  readonly by: string;
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
}

/** Whether two entities, or two assertions, are one: by whom, when and why. */
export interface IdentityJudgement extends Recorded {
  readonly type: 'IdentityJudgement';
  readonly verdict: Verdict;
  readonly betweenIds: readonly [string, string];
  readonly by: string;
  readonly method: RecordMethod;
  readonly reason: Localized;
}

/** That someone was asked for a reply to a claim, or to an assertion of it. */
export interface ReplyRequest extends Recorded {
  readonly type: 'ReplyRequest';
  readonly claimId: string;
  /** The assertion that was put to them; null where it was the claim itself. */
  readonly assertionId: string | null;
  readonly toId: string;
  readonly channel: string | null;
  readonly question: Localized;
  readonly askedOn: EdtfDate | null;
  /** Instant until when they were to answer. */
  readonly deadline: string;
  /** The assertion that was recorded as their answer; null while there is none. */
  readonly replyId: string | null;
  /** Who asked. */
  readonly by: string;
  /** Since when it is withdrawn: it should not have been recorded. Null while it stands. */
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
}

export type AnyRecord =
  | Entity
  | Source
  | SourceVersion
  | Passage
  | Claim
  | Assertion
  | ClaimRelation
  | Review
  | IdentityJudgement
  | ReplyRequest
  | Draft
  | ConfidentialIdentity;
