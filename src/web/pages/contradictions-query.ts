import { z } from 'zod';
import { anonymities, claimStatuses, stances } from '../../domain/vocabulary.ts';
import { counted, list, paged, pagedFields } from './connection.ts';
import { drawn, drawnFields } from './drawn.ts';
import { dated, datedFields } from './impossible-date.ts';
import { pageSize } from './paging.ts';
import { who, whoFragment } from './who.ts';

/** What is asked of each of two claims that stand side by side: how it stands, and the first of those behind it. */
export const sideFragment = `fragment Side on Claim {
  slug status
  headline(language: $language) ${datedFields}
  corroboration { sentence(language: $language) }
  whoSaid(first: 5) { totalCount edges { node { ...Behind } } }
  against: assertions(filter: { origin: true, stance: [DENIES, DOUBTS, RETRACTS] }, orderBy: SAID_OLDEST, first: 5) { edges { node { ...Behind } } }
}
fragment Behind on Assertion { id stance speaker { ...Who anonymity } }`;

/** Pairs of claims that cannot both be true. */
export const contradictionsQuery = `query ContradictionsPage($status: [RelationStatus!]!, $after: String, $language: BCP47!) {
  contradictions(status: $status, first: ${pageSize}, after: $after) {
    ${pagedFields}
    edges { node {
      id ${drawnFields}
      reason(language: $language)
      from { ...Side }
      to { ...Side }
    } }
  }
}
${sideFragment}
${whoFragment}`;

const text = z.string();
const behind = z.object({
  id: text,
  stance: z.enum(stances),
  speaker: who.extend({ anonymity: z.enum(anonymities) }),
});
export const contradictionSide = dated.extend({
  slug: text,
  status: z.enum(claimStatuses),
  headline: text,
  corroboration: z.object({ sentence: text }).nullable(),
  whoSaid: counted(behind),
  against: list(behind),
});

export const contradictionsAnswer = z.object({
  contradictions: paged(
    drawn.extend({
      id: text,
      reason: text,
      from: contradictionSide,
      to: contradictionSide,
    }),
  ),
});

export type ContradictionsData = z.infer<typeof contradictionsAnswer>['contradictions'];
export type SideData = z.infer<typeof contradictionSide>;

/** What an address may say of the list. */
export const contradictionsOptions = z.object({
  /** One of the two: what is only proposed is never listed among what is confirmed. */
  status: z.enum(['CONFIRMED', 'PROPOSED']).default('CONFIRMED'),
  after: text.optional(),
});

export type ContradictionsOptions = z.infer<typeof contradictionsOptions>;
