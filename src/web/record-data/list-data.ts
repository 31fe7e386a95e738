import { z } from 'zod';
import { changeKinds } from '../../domain/change-kind.ts';
import {
  claimNatures,
  recordMethods,
  relationKinds,
  relationStatuses,
  replyStates,
  stances,
  verdicts,
} from '../../domain/vocabulary.ts';
import type { AddressQuery } from '../pages/address.ts';
import { counted } from '../pages/connection.ts';
import { anchored, named, sourced } from './assertion-fields.ts';
import { bothOf, inBoth } from './both.ts';
import { claimRow, claimRowFields } from './claim-row.ts';
import { pair, pairFields } from './contradiction-data.ts';
import { listAlone, type NodeOf } from './data-list.ts';

const text = z.string();
const sentence = z.object(bothOf('sentence')).nullable();
const sentenceFields = `corroboration { ${inBoth('sentence')} }`;

/** The claims that fit a filter. */
export const claimsListed = listAlone(
  '$filter: ClaimFilter!, $orderBy: ClaimOrder!',
  'ClaimsData',
  'claims(filter: $filter, orderBy: $orderBy)',
  `${claimRowFields} nature dateImpossible ${sentenceFields} about { ...Named } latestReview { rating reviewer { ...Named } }`,
  claimRow.extend({
    nature: z.enum(claimNatures),
    dateImpossible: z.boolean(),
    corroboration: sentence,
    about: z.array(named),
    latestReview: z.object({ rating: text, reviewer: named }).nullable(),
  }),
);

/** Pairs of claims that cannot both be true. */
export const contradictionsListed = listAlone(
  '$status: [RelationStatus!]!',
  'ContradictionsData',
  'contradictions(status: $status)',
  pairFields,
  pair,
);

const of = <Name extends string>(name: Name) => ({ __typename: z.literal(name), id: text });
// Words have a version too, which is a text: in one document the two need two names.
const claim = claimRow
  .omit({ version: true })
  .extend({ ...of('Claim'), claimVersion: z.number() })
  .transform(({ claimVersion, ...rest }) => ({ ...rest, version: claimVersion }));
const claimFields = claimRowFields.replace(' version ', ' claimVersion: version ');

const record = z.union([
  claim,
  z.object({ ...of('Assertion'), stance: z.enum(stances), speaker: named, claim: claimRow }),
  sourced.extend(of('Source')),
  z.object({ ...of('SourceVersion'), source: sourced }),
  anchored.extend(of('Passage')),
  z.object({
    ...of('ClaimRelation'),
    relation: z.enum(relationKinds),
    relationStatus: z.enum(relationStatuses),
    from: claimRow,
    to: claimRow,
  }),
  z.object({ ...of('Review'), rating: text, reviewer: named, claim: claimRow }),
  z.object({ ...of('ReplyRequest'), state: z.enum(replyStates), to: named }),
  z.object({ ...of('IdentityJudgement'), verdict: z.enum(verdicts), ...bothOf('reason') }),
  // An entity's type has the name of its kind.
  named,
]);

/** What was recorded, corrected or withdrawn, the last first: each record as it is now. */
export const changesListed = listAlone(
  '$since: DateTime, $kind: [ChangeKind!]',
  'ChangesData',
  'changes(since: $since, kind: $kind)',
  `kind recordedAt
  revision { version by method title changes { path before after } }
  claims(first: 3) { totalCount edges { node { ${claimRowFields} } } }
  record {
    __typename id
    ... on Claim { ${claimFields} }
    ... on Assertion { stance speaker { ...Named } claim { ${claimRowFields} } }
    ... on Entity { ...Named }
    ... on Source { ...Sourced }
    ... on SourceVersion { source { ...Sourced } }
    ... on Passage { ...Anchored }
    ... on ClaimRelation { relation: kind relationStatus: status from { ${claimRowFields} } to { ${claimRowFields} } }
    ... on Review { rating reviewer { ...Named } claim { ${claimRowFields} } }
    ... on ReplyRequest { state to { ...Named } }
    ... on IdentityJudgement { verdict ${inBoth('reason')} }
  }`,
  z.object({
    kind: z.enum(changeKinds),
    recordedAt: text,
    revision: z
      .object({
        version: z.number(),
        by: text,
        method: z.enum(recordMethods),
        title: text,
        changes: z.array(z.object({ path: text, before: text.nullable(), after: text.nullable() })),
      })
      .nullable(),
    claims: counted(claimRow),
    record,
  }),
);

export type ListedClaim = NodeOf<typeof claimsListed>;
export type ListedContradiction = NodeOf<typeof contradictionsListed>;
export type ListedChange = NodeOf<typeof changesListed>;

/** A list read to its end, by what its page's address says, and when that was. */
export type WholeListing = {
  /** Where the page stands, and what its address says of the list. */
  readonly path: string;
  readonly query: AddressQuery;
  /** The page's own title in each language. */
  readonly titleIn: (language: string) => string;
  readonly retrievedAt: string;
} & (
  | { readonly of: 'claims'; readonly items: readonly ListedClaim[] }
  | { readonly of: 'contradictions'; readonly items: readonly ListedContradiction[] }
  | { readonly of: 'changes'; readonly items: readonly ListedChange[] }
);
