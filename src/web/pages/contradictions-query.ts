import { z } from 'zod';
import { anonymities, claimStatuses, stances } from '../../domain/vocabulary.ts';
import { counted, paged, pagedFields } from './connection.ts';
import { pageSize } from './paging.ts';
import { who, whoFragment } from './who.ts';

/** Pairs of claims that cannot both be true. */
export const contradictionsQuery = `query ContradictionsPage($status: [RelationStatus!]!, $after: String, $language: BCP47!) {
  contradictions(status: $status, first: ${pageSize}, after: $after) {
    ${pagedFields}
    edges { node {
      id proposedBy
      reason(language: $language)
      from { ...Side }
      to { ...Side }
      assertedBy { speaker { ...Who } }
    } }
  }
}
fragment Side on Claim {
  slug status
  headline(language: $language)
  corroboration { sentence(language: $language) }
  whoSaid(first: 5) { totalCount edges { node { id stance speaker { ...Who anonymity } } } }
}
${whoFragment}`;

const text = z.string();
const side = z.object({
  slug: text,
  status: z.enum(claimStatuses),
  headline: text,
  corroboration: z.object({ sentence: text }).nullable(),
  whoSaid: counted(
    z.object({
      id: text,
      stance: z.enum(stances),
      speaker: who.extend({ anonymity: z.enum(anonymities) }),
    }),
  ),
});

export const contradictionsAnswer = z.object({
  contradictions: paged(
    z.object({
      id: text,
      proposedBy: text,
      reason: text,
      from: side,
      to: side,
      assertedBy: z.array(z.object({ speaker: who })),
    }),
  ),
});

export type ContradictionsData = z.infer<typeof contradictionsAnswer>['contradictions'];
export type SideData = z.infer<typeof side>;

/** What an address may say of the list. */
export const contradictionsOptions = z.object({
  /** One of the two: what is only proposed is never listed among what is confirmed. */
  status: z.enum(['CONFIRMED', 'PROPOSED']).default('CONFIRMED'),
  after: text.optional(),
});

export type ContradictionsOptions = z.infer<typeof contradictionsOptions>;
