import { z } from 'zod';
import { anonymities, claimStatuses, searchTypes } from '../../domain/vocabulary.ts';
import { cited, citedFragment } from './cited.ts';
import { list } from './connection.ts';
import { headedFragment } from './headed.ts';
import { dated, datedFields } from './impossible-date.ts';
import { pageSize } from './paging.ts';
import { quotedForFields, quotedForShape } from './quoted-for.ts';
import { quoted, quotedFragment } from './said.ts';
import { who, whoFragment } from './who.ts';

/** A page of what a search finds, and how much of each type. */
export const searchQuery = `query SearchPage($text: String!, $types: [SearchType!], $after: String, $language: BCP47!) {
  search(query: $text, types: $types, language: $language, first: ${pageSize}, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { highlight language node {
      __typename
      ... on Claim { slug status headline(language: $language) ${datedFields} corroboration { sentence(language: $language) } }
      ... on Entity { ...Who anonymity description(language: $language) }
      ... on Source { ...Cited publishedOn { edtf } publisher { ...Who } }
      ... on Passage { ...Quoted version { source { ...Cited } } ${quotedForFields} }
    } } }
  }
${searchTypes.map((type) => `  ${type}: search(query: $text, types: [${type}], first: 0) { totalCount }`).join('\n')}
}
${quotedFragment}
${headedFragment}
${whoFragment}
${citedFragment}`;

const text = z.string();
const total = z.object({ totalCount: z.number().nullable() });
const claim = dated.extend({
  __typename: z.literal('Claim'),
  slug: text,
  status: z.enum(claimStatuses),
  headline: text,
  corroboration: z.object({ sentence: text }).nullable(),
});
const source = cited.extend({
  __typename: z.literal('Source'),
  publishedOn: z.object({ edtf: text }).nullable(),
  publisher: who.nullable(),
});
const passage = quoted.extend({
  __typename: z.literal('Passage'),
  version: z.object({ source: cited }).nullable(),
  ...quotedForShape,
});
const entity = who.extend({ anonymity: z.enum(anonymities), description: text.nullable() });

export const searchAnswer = z.object({
  search: list(
    z.object({
      highlight: text,
      language: text,
      // An entity's type has the name of its kind.
      node: z.union([claim, source, passage, entity]),
    }),
  ).extend({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text.nullable() }) }),
  CLAIM: total,
  ENTITY: total,
  SOURCE: total,
  PASSAGE: total,
});

export type SearchData = z.infer<typeof searchAnswer>;
export type HitData = SearchData['search']['edges'][number]['node'];
export type FoundClaim = z.infer<typeof claim>;
export type FoundEntity = z.infer<typeof entity>;
export type FoundSource = z.infer<typeof source>;
export type FoundPassage = z.infer<typeof passage>;

/** What an address may say of a search. */
export const searchOptions = z.object({
  q: text.default('').transform((query) => query.trim()),
  type: z.enum(searchTypes).optional(),
  after: text.optional(),
});

export type SearchOptions = z.infer<typeof searchOptions>;
