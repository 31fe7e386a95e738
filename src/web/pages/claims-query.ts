import { z } from 'zod';
import { claimNatures, claimStatuses } from '../../domain/vocabulary.ts';
import { listedOrders } from '../words/list-words.ts';
import { paged, pagedFields } from './connection.ts';
import { dated, datedFields } from './impossible-date.ts';
import type { AddressQuery } from './page.ts';
import { pageSize } from './paging.ts';
import { who, whoFragment } from './who.ts';

/** A page of the list of claims. */
export const claimsQuery = `query ClaimsPage($filter: ClaimFilter!, $orderBy: ClaimOrder!, $after: String, $language: BCP47!) {
  claims(filter: $filter, orderBy: $orderBy, first: ${pageSize}, after: $after) {
    ${pagedFields}
    edges { node {
      slug status nature
      headline(language: $language) ${datedFields}
      corroboration { sentence(language: $language) }
      assertions(first: 0) { totalCount }
      about { ...Who }
      latestReview { rating reviewer { ...Who } }
    } }
  }
}
${whoFragment}`;

/** Whom an address means by a slug or an id: filters take ids. */
export const entityNamedQuery = `query EntityNamed($by: IdOrSlug!, $language: BCP47!) {
  named: entity(by: $by) { id name(language: $language) }
}`;
export const sourceNamedQuery = `query SourceNamed($by: SourceBy!, $language: BCP47!) {
  named: source(by: $by) { id name: title(language: $language) }
}`;

const text = z.string();
const counted = z.number().nullable();

export const namedAnswer = z.object({ named: z.object({ id: text, name: text }).nullable() });

export const claimsAnswer = z.object({
  claims: paged(
    dated.extend({
      slug: text,
      status: z.enum(claimStatuses),
      nature: z.enum(claimNatures),
      headline: text,
      corroboration: z.object({ sentence: text }).nullable(),
      assertions: z.object({ totalCount: counted }),
      about: z.array(who),
      latestReview: z.object({ rating: text, reviewer: who }).nullable(),
    }),
  ),
});

export type ClaimsData = z.infer<typeof claimsAnswer>['claims'];

const one = text.optional();
const flag = z.enum(['true', 'false']).optional();
const some = <Values extends readonly [string, ...string[]]>(values: Values) =>
  // In the order of the vocabulary, so that the same choice has one address and one cursor.
  z
    .array(z.enum(values))
    .default([])
    .transform((chosen) => values.filter((value) => chosen.includes(value)));

/** What an address may say of the list. */
export const claimsOptions = z.object({
  status: some(claimStatuses),
  nature: some(claimNatures),
  reviewed: flag,
  anonymousOnly: flag,
  singleOrigin: flag,
  hasContradiction: flag,
  speaker: one,
  source: one,
  about: one,
  order: z.enum(listedOrders).default('NEWEST'),
  after: one,
});

/** What an address may say of those that rest on unnamed sources only. */
export const anonymousOptions = z.object({ after: one });

export type ClaimsOptions = z.infer<typeof claimsOptions>;

/** The address's own words for what was chosen; the order that is usual needs none. */
export function queryOf(options: ClaimsOptions): AddressQuery {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined || (name === 'order' && value === 'NEWEST')) return [];
    return Array.isArray(value) ? value.map((item) => [name, item] as const) : [[name, value] as const];
  });
}
