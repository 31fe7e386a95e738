import { z } from 'zod';
import { changeKinds } from '../../domain/change-kind.ts';
import { searchTypes, stances } from '../../domain/vocabulary.ts';
import {
  citedAssertion,
  citedAssertionFields,
  headedClaim,
  headedClaimFields,
} from '../cite/citation-queries.ts';
import { quotedForFields, quotedForShape } from '../cite/statement.ts';
import { list } from '../pages/connection.ts';
import { dated, datedFields } from '../pages/impossible-date.ts';
import { anchored, named, sourced, withFragments } from '../record-data/assertion-fields.ts';
import { bothOf, inBoth, maybeBothOf } from '../record-data/both.ts';

const text = z.string();

/** How many entries a feed has on a page. */
export const feedSize = 25;

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: text.nullable() });
const paged = <Node extends z.ZodType>(node: Node) => list(node).extend({ pageInfo });
const pageFields = 'pageInfo { hasNextPage endCursor }';
const latest = 'revisions(first: 1) { edges { node { recordedAt } } }';
const revisions = list(z.object({ recordedAt: text }));

/** What a search finds, with when each was last recorded; of a claim, when what is said of it was. */
export const searchFeedQuery =
  withFragments(`query SearchFeed($text: String!, $types: [SearchType!], $after: String) {
  search(query: $text, types: $types, first: ${feedSize}, after: $after) {
    ${pageFields}
    edges { node { node {
      __typename
      id
      ... on Claim {
        slug ${inBoth('headline')} ${datedFields} ${latest}
        corroboration { sentenceEn: sentence(language: "en") sentenceZh: sentence(language: "zh-Hans") }
        assertions(first: 1, orderBy: RECORDED_NEWEST, filter: { withdrawn: null }) { edges { node { recordedAt } } }
      }
      ... on Entity {
        ...Named ${latest}
        descriptionEn: description(language: "en") descriptionZh: description(language: "zh-Hans")
      }
      ... on Source { ...Sourced ${latest} }
      ... on Passage { ...Anchored ${latest} ${quotedForFields} }
    } } }
  }
}`);

const foundClaim = dated.extend({
  __typename: z.literal('Claim'),
  id: text,
  slug: text,
  ...bothOf('headline'),
  revisions,
  corroboration: z.object({ sentenceEn: text, sentenceZh: text }).nullable(),
  assertions: revisions,
});
const foundSource = sourced.extend({ __typename: z.literal('Source'), revisions });
const foundPassage = anchored.extend({ __typename: z.literal('Passage'), revisions, ...quotedForShape });
const foundEntity = named.extend({ revisions, ...maybeBothOf('description') });

export const searchFeedAnswer = z.object({
  search: paged(z.object({ node: z.union([foundClaim, foundSource, foundPassage, foundEntity]) })),
});
export type FoundInFeed = z.infer<typeof searchFeedAnswer>['search']['edges'][number]['node']['node'];

/** What an address may say of the feed of a search: what the search's page takes. */
export const searchFeedOptions = z.object({
  q: text.default('').transform((query) => query.trim()),
  type: z.enum(searchTypes).optional(),
  after: text.optional(),
});

export const speakerFeedQuery =
  withFragments(`query SpeakerFeed($by: IdOrSlug!, $stance: [Stance!], $after: String) {
  entity(by: $by) {
    erasedAt ...Named
    assertions(filter: { stance: $stance }, orderBy: RECORDED_NEWEST, first: ${feedSize}, after: $after) {
      ${pageFields}
      edges { node { ${citedAssertionFields} } }
    }
  }
}`);
export const speakerFeedAnswer = z.object({
  entity: named.extend({ erasedAt: text.nullable(), assertions: paged(citedAssertion) }).nullable(),
});
export const speakerFeedOptions = z.object({ stance: z.enum(stances).optional(), after: text.optional() });

/** What of a record tells whether it is a correction. */
const correctionFields = '__typename id ... on Assertion { stance supersedes { id } }';

/** What was changed of what had been recorded, or came to be seen, the last first. */
export const changesFeedQuery = `query ChangesForFeed($after: String) {
  list: changes(kind: [REVISED, WITHDRAWN, REINSTATED, SHOWN], first: ${feedSize}, after: $after) {
    ${pageFields}
    edges { cursor node {
      kind recordedAt
      revision { changes { path } }
      record { ${correctionFields} }
      claims(first: 1) { edges { node { id } } }
    } }
  }
}`;
const change = z.object({
  kind: z.enum(changeKinds),
  recordedAt: text,
  revision: z.object({ changes: z.array(z.object({ path: text })) }).nullable(),
  record: z.object({
    __typename: text,
    id: text,
    stance: z.enum(stances).optional(),
    supersedes: z.object({ id: text }).nullish(),
  }),
  claims: list(z.object({ id: text })),
});
const cursored = <Node extends z.ZodType>(node: Node) =>
  z.object({ list: z.object({ pageInfo, edges: z.array(z.object({ cursor: text, node })) }) });
export const changesFeedAnswer = cursored(change);

/** Denials and retractions, and all assertions, among which are those that replace others, the last recorded first. */
export const recordedFeedQuery = `query RecordedForFeed($stance: [Stance!], $first: Int!, $after: String) {
  list: assertions(
    filter: { stance: $stance, withdrawn: null }, orderBy: RECORDED_NEWEST, first: $first, after: $after
  ) {
    ${pageFields}
    edges { cursor node { id recordedAt stance supersedes { id } claim { id } } }
  }
}`;
export const recordedFeedAnswer = cursored(
  z.object({
    id: text,
    recordedAt: text,
    stance: z.enum(stances),
    supersedes: z.object({ id: text }).nullable(),
    claim: z.object({ id: text }),
  }),
);
export type ChangeData = z.infer<typeof change>;
export const correctionsFeedOptions = z.object({ after: text.optional() });

/** The assertions and claims that corrections are of, as they are now. */
export const correctedQuery = withFragments(`query Corrected($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Claim { ${headedClaimFields} }
    ... on Assertion { ${citedAssertionFields} }
  }
}`);
export const correctedAnswer = z.object({
  nodes: z.array(
    z
      .discriminatedUnion('__typename', [
        headedClaim.extend({ __typename: z.literal('Claim') }),
        citedAssertion.extend({ __typename: z.literal('Assertion') }),
      ])
      .nullable(),
  ),
});
export type CorrectedData = NonNullable<z.infer<typeof correctedAnswer>['nodes'][number]>;
