import { z } from 'zod';
import { recordMethods, relationStatuses, sourceKinds, stances } from '../../domain/vocabulary.ts';
import { cited, citedFragment } from './cited.ts';
import { counted } from './connection.ts';
import { came, cameFragmentOf, looked, stateFields, states } from './embed-query.ts';
import { headed, headedFragment } from './headed.ts';
import { who, whoFragment } from './who.ts';

/** So many claims are on such an embed's face. */
const shown = 6;
/** So much of what came to each of them is looked through, of each kind. */
export const lookedEach = 10;

/** What is asked of every such record, but of a search. */
const kept = `id erasedAt states: revisions(first: ${looked}) { ${stateFields} }`;
const claim = 'id ...Headed';

export const speakerEmbedQuery = `query SpeakerEmbed($by: IdOrSlug!, $language: BCP47!) {
  entity(by: $by) {
    ...Who ${kept}
    description(language: $language)
    positions(first: ${shown}) { totalCount edges { node {
      stance changed claim { ${claim} } held { method saidOn { edtf } }
    } } }
  }
}
${headedFragment}
${whoFragment}`;

export const sourceEmbedQuery = `query SourceEmbed($id: ID!, $language: BCP47!) {
  source(by: { id: $id }) { ...Cited ${kept} kind seen publishedOn { edtf } publisher { ...Who } }
  claims(filter: { source: [$id] }, first: ${shown}) { totalCount edges { node { ${claim} } } }
}
${headedFragment}
${whoFragment}
${citedFragment}`;

export const contradictionEmbedQuery = `query ContradictionEmbed($id: ID!, $language: BCP47!) {
  node(id: $id) { ... on ClaimRelation {
    ${kept} kind status proposedBy
    reason(language: $language)
    from { ${claim} corroboration { sentence(language: $language) } }
    to { ${claim} corroboration { sentence(language: $language) } }
    assertedBy { speaker { ...Who } }
  } }
}
${headedFragment}
${whoFragment}`;

export const searchEmbedQuery = `query SearchEmbed($text: String!, $language: BCP47!) {
  search(query: $text, types: [CLAIM], first: ${shown}) { totalCount edges { node { node { ... on Claim { ${claim} } } } } }
}
${headedFragment}`;

/** Which entity readers see for one. */
export const shownEntityQuery = `query ShownEntity($id: ID!) {
  entity(by: { id: $id }) { id }
}`;

/** The earlier states of a record, where it has more than come along. */
export const recordStatesQuery = `query RecordStates($id: ID!, $after: String) {
  node(id: $id) {
    ... on Entity { states: revisions(first: ${looked}, after: $after) { ${stateFields} } }
    ... on Source { states: revisions(first: ${looked}, after: $after) { ${stateFields} } }
    ... on ClaimRelation { states: revisions(first: ${looked}, after: $after) { ${stateFields} } }
  }
}`;

/** Claims as they stand, with what came to each. */
export const cameToQuery = `query CameToClaims($ids: [ID!]!, $language: BCP47!) {
  nodes(ids: $ids) { ... on Claim { ${claim} ...Came } }
}
${headedFragment}
${cameFragmentOf(lookedEach)}
${whoFragment}`;

const text = z.string();
const date = z.object({ edtf: text }).nullable();

const standing = { erasedAt: text.nullable(), states };
const claimHeaded = headed.extend({ id: text });

const speaker = who.extend({
  ...standing,
  description: text.nullable(),
  positions: counted(
    z.object({
      stance: z.enum(stances),
      changed: z.boolean(),
      claim: claimHeaded,
      held: z.array(z.object({ method: z.enum(recordMethods), saidOn: date })),
    }),
  ),
});
export const speakerEmbedAnswer = z.object({ entity: speaker.nullable() });

const source = cited.extend({
  ...standing,
  kind: z.enum(sourceKinds),
  seen: z.boolean(),
  publishedOn: date,
  publisher: who.nullable(),
});
export const sourceEmbedAnswer = z.object({ source: source.nullable(), claims: counted(claimHeaded) });

const side = claimHeaded.extend({ corroboration: z.object({ sentence: text }).nullable() });
const contradiction = z.object({
  ...standing,
  id: text,
  kind: z.literal('CONTRADICTS'),
  status: z.enum(relationStatuses),
  proposedBy: text,
  reason: text,
  from: side,
  to: side,
  assertedBy: z.array(z.object({ speaker: who })),
});
/** `node` is something else where the id is of no contradiction. */
export const contradictionEmbedAnswer = z.object({
  node: z.union([contradiction, z.looseObject({}).transform(() => null)]).nullable(),
});

export const searchEmbedAnswer = z.object({ search: counted(z.object({ node: claimHeaded })) });
export const shownEntityAnswer = z.object({ entity: z.object({ id: text }).nullable() });
export const recordStatesAnswer = z.object({ node: z.object({ states }).nullable() });
export const cameToAnswer = z.object({
  nodes: z.array(claimHeaded.extend(came.shape).nullable()),
});

export type ClaimHeaded = z.infer<typeof claimHeaded>;
export type ClaimSinceThen = NonNullable<z.infer<typeof cameToAnswer>['nodes'][number]>;
export type SpeakerEmbedData = z.infer<typeof speaker>;
export type SourceEmbedData = z.infer<typeof source>;
export type HeadedList = z.infer<typeof sourceEmbedAnswer>['claims'];
export type ContradictionEmbedData = z.infer<typeof contradiction>;
export type FoundHeadlines = z.infer<typeof searchEmbedAnswer>['search'];
