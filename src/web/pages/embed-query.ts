import { z } from 'zod';
import { revisionKinds } from '../../domain/revision.ts';
import {
  claimStatuses,
  modalities,
  recordMethods,
  relationKinds,
  relationStatuses,
  stances,
} from '../../domain/vocabulary.ts';
import { counted, list } from './connection.ts';
import { dated, datedFields } from './impossible-date.ts';
import { taken, takenFields } from './said.ts';
import { who, whoFragment } from './who.ts';

/** So many of each side are on an embed's face, and so many of what contradicts it. */
const shown = 6;
/** So much of what came to a claim is looked through, of denials and withdrawals each as much as of all together. */
export const looked = 50;

/** What is asked of the states of a record. */
export const stateFields =
  'edges { node { version kind recordedAt until } } pageInfo { hasNextPage endCursor }';

const heldFragment = `fragment Held on Assertion {
  id stance modality condition method
  saidOn { edtf }
  speaker { ...Who }
  onBehalfOf { ...Who }
}`;

/** What an embed shows of a claim; as it stood or as it stands. */
const embeddedFragment = `fragment Embedded on Claim {
  id slug version status language
  headline(language: $language) ${datedFields}
  corroboration { sentence(language: $language) }
  affirming: assertions(filter: { origin: true, stance: [AFFIRMS] }, first: ${shown}) { totalCount edges { node { ...Held } } }
  denying: assertions(filter: { origin: true, stance: [DENIES, DOUBTS, RETRACTS] }, first: ${shown}) { totalCount edges { node { ...Held } } }
  silent: assertions(filter: { origin: true, stance: [DECLINES_TO_COMMENT, NO_RESPONSE] }, first: ${shown}) { totalCount edges { node { ...Held } } }
  contradicted: relations(kind: [CONTRADICTS], status: [CONFIRMED], first: ${shown}) { totalCount edges { node {
    id
    from { id slug headline(language: $language) ${datedFields} }
    to { id slug headline(language: $language) ${datedFields} }
  } } }
  checked: reviews(first: ${shown}) { edges { node { id rating publishedOn { edtf } reviewer { ...Who } } } }
}
${heldFragment}
${whoFragment}`;

/** What came to a claim, each with when; `most` of each kind. */
export const cameFragmentOf = (most: number): string => `fragment Came on Claim {
  erasedAt
  states: revisions(first: ${most}) { ${stateFields} }
  recorded: assertions(filter: { withdrawn: null }, orderBy: RECORDED_NEWEST, first: ${most}) { edges { node { ...Recorded } } }
  denials: assertions(filter: { withdrawn: null, stance: [DENIES, DOUBTS, RETRACTS] }, orderBy: RECORDED_NEWEST, first: ${most}) { edges { node { ...Recorded } } }
  withdrawals: assertions(filter: { withdrawn: true }, orderBy: RECORDED_NEWEST, first: ${most}) { edges { node { ...Recorded } } }
  disputes: relations(kind: [CONTRADICTS, CORRECTS], status: [CONFIRMED, REJECTED], first: ${most}) { edges { node {
    kind status
    from { id headline(language: $language) ${datedFields} }
    to { id headline(language: $language) ${datedFields} }
    revisions(first: 1) { edges { node { recordedAt } } }
  } } }
  bearings: relations(status: [CONFIRMED, PROPOSED, REJECTED], first: ${most}) { edges { node {
    kind status
    from { id headline(language: $language) ${datedFields} }
    to { id headline(language: $language) ${datedFields} }
    revisions(first: 1) { edges { node { recordedAt } } }
  } } }
  verdicts: reviews(first: ${shown}) { edges { node { rating reviewer { ...Who } revisions(first: 1) { edges { node { recordedAt } } } } } }
}
fragment Recorded on Assertion {
  id recordedAt withdrawnAt withdrawalReason
  ${takenFields}
  speaker { ...Who }
  supersedes { id }
  revisions(first: 1) { edges { node { kind recordedAt } } }
}`;

/** A claim as it stands, with all that came to it. */
export const liveQuery = `query ClaimEmbed($by: IdOrSlug!, $language: BCP47!) {
  claim(by: $by) { ...Embedded ...Came }
}
${embeddedFragment}
${cameFragmentOf(looked)}`;

/** The same claim as it stood at an instant. */
export const pinnedQuery = `query PinnedClaimEmbed($by: IdOrSlug!, $recorded: DateTime!, $language: BCP47!) {
  asOf(recorded: $recorded) { claim(by: $by) { ...Embedded } }
}
${embeddedFragment}`;

/** The earlier states of a claim, where it has more than come along. */
export const statesQuery = `query ClaimStates($by: IdOrSlug!, $after: String) {
  claim(by: $by) { states: revisions(first: ${looked}, after: $after) { ${stateFields} } }
}`;

const text = z.string();
const date = z.object({ edtf: text }).nullable();
const related = dated.extend({ id: text, slug: text, headline: text });

const held = z.object({
  id: text,
  stance: z.enum(stances),
  modality: z.enum(modalities),
  condition: text.nullable(),
  method: z.enum(recordMethods),
  saidOn: date,
  speaker: who,
  onBehalfOf: who.nullable(),
});

/** What an embed shows; of an answer with more, what it shows of it. */
export const embedded = dated.extend({
  id: text,
  slug: text,
  version: z.number(),
  status: z.enum(claimStatuses),
  language: text,
  headline: text,
  corroboration: z.object({ sentence: text }).nullable(),
  affirming: counted(held),
  denying: counted(held),
  silent: counted(held),
  contradicted: counted(z.object({ id: text, from: related, to: related })),
  checked: list(z.object({ id: text, rating: text, publishedOn: date, reviewer: who })),
});

const recordedAt = list(z.object({ recordedAt: text }));
const recorded = taken.extend({
  id: text,
  recordedAt: text,
  withdrawnAt: text.nullable(),
  withdrawalReason: text.nullable(),
  speaker: who,
  supersedes: z.object({ id: text }).nullable(),
  revisions: list(z.object({ kind: z.enum(revisionKinds), recordedAt: text })),
});
const headed = dated.extend({ id: text, headline: text });
const relation = z.object({
  kind: z.enum(relationKinds),
  status: z.enum(relationStatuses),
  from: headed,
  to: headed,
  revisions: recordedAt,
});

export const states = list(
  z.object({ version: z.number(), kind: z.enum(revisionKinds), recordedAt: text, until: text.nullable() }),
).extend({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text.nullable() }) });

export const came = z.object({
  erasedAt: text.nullable(),
  states,
  recorded: list(recorded),
  denials: list(recorded),
  withdrawals: list(recorded),
  disputes: list(relation.extend({ kind: z.enum(['CONTRADICTS', 'CORRECTS']) })),
  /** All that bears on it, and that it bears on, whichever way. */
  bearings: list(relation),
  verdicts: list(z.object({ rating: text, reviewer: who, revisions: recordedAt })),
});

/** The answer to `liveQuery`; null where there is no such claim for whoever asks. */
export const liveAnswer = z.object({ claim: embedded.extend(came.shape).nullable() });
/** The answer to `pinnedQuery`; null where it was not there by then. */
export const pinnedAnswer = z.object({ asOf: z.object({ claim: embedded.nullable() }) });
export const statesAnswer = z.object({ claim: z.object({ states }).nullable() });

export type EmbeddedClaim = z.infer<typeof embedded>;
export type CameToClaim = z.infer<typeof came>;
export type LiveClaim = EmbeddedClaim & CameToClaim;
export type HeldData = z.infer<typeof held>;
export type RecordStates = z.infer<typeof states>;
