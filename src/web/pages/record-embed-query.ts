import { z } from 'zod';
import { relationStatuses, sourceKinds, stances } from '../../domain/vocabulary.ts';
import { cited, citedFragment } from './cited.ts';
import { counted, list } from './connection.ts';
import { headed, headedFragment } from './headed.ts';
import { who, whoFragment } from './who.ts';

/** So many claims are on such an embed's face. */
const shown = 6;

export const speakerEmbedQuery = `query SpeakerEmbed($by: IdOrSlug!, $language: BCP47!) {
  entity(by: $by) {
    ...Who
    description(language: $language)
    positions(first: ${shown}) { totalCount edges { node {
      stance changed claim { ...Headed } held { saidOn { edtf } }
    } } }
  }
}
${headedFragment}
${whoFragment}`;

export const sourceEmbedQuery = `query SourceEmbed($id: ID!, $language: BCP47!) {
  source(by: { id: $id }) { ...Cited kind seen publishedOn { edtf } publisher { ...Who } }
  claims(filter: { source: [$id] }, first: ${shown}) { totalCount edges { node { ...Headed } } }
}
${headedFragment}
${whoFragment}
${citedFragment}`;

export const contradictionEmbedQuery = `query ContradictionEmbed($id: ID!, $language: BCP47!) {
  node(id: $id) { ... on ClaimRelation {
    id kind status proposedBy
    reason(language: $language)
    from { ...Headed corroboration { sentence(language: $language) } }
    to { ...Headed corroboration { sentence(language: $language) } }
    assertedBy { speaker { ...Who } }
    revisions(first: 1) { edges { node { recordedAt } } }
  } }
}
${headedFragment}
${whoFragment}`;

export const searchEmbedQuery = `query SearchEmbed($text: String!, $language: BCP47!) {
  search(query: $text, types: [CLAIM], first: ${shown}) { totalCount edges { node { node { ... on Claim { ...Headed } } } } }
}
${headedFragment}`;

const text = z.string();
const date = z.object({ edtf: text }).nullable();

const speaker = who.extend({
  description: text.nullable(),
  positions: counted(
    z.object({
      stance: z.enum(stances),
      changed: z.boolean(),
      claim: headed,
      held: z.array(z.object({ saidOn: date })),
    }),
  ),
});
export const speakerEmbedAnswer = z.object({ entity: speaker.nullable() });

const source = cited.extend({
  kind: z.enum(sourceKinds),
  seen: z.boolean(),
  publishedOn: date,
  publisher: who.nullable(),
});
export const sourceEmbedAnswer = z.object({ source: source.nullable(), claims: counted(headed) });

const side = headed.extend({ corroboration: z.object({ sentence: text }).nullable() });
const contradiction = z.object({
  id: text,
  kind: z.literal('CONTRADICTS'),
  status: z.enum(relationStatuses),
  proposedBy: text,
  reason: text,
  from: side,
  to: side,
  assertedBy: z.array(z.object({ speaker: who })),
  revisions: list(z.object({ recordedAt: text })),
});
/** `node` is something else where the id is of no contradiction. */
export const contradictionEmbedAnswer = z.object({
  node: z.union([contradiction, z.looseObject({}).transform(() => null)]).nullable(),
});

export const searchEmbedAnswer = z.object({ search: counted(z.object({ node: headed })) });

export type SpeakerEmbedData = z.infer<typeof speaker>;
export type SourceEmbedData = z.infer<typeof source>;
export type HeadedList = z.infer<typeof sourceEmbedAnswer>['claims'];
export type ContradictionEmbedData = z.infer<typeof contradiction>;
export type FoundHeadlines = z.infer<typeof searchEmbedAnswer>['search'];
