import {
  claimAssertions,
  claimCoreAnswer,
  claimCoreQuery,
  claimRelations,
  claimReviews,
  claimRevisions,
  claimTrails,
  type WholeClaim,
} from '../web/record-data/whole-claim-query.ts';
import type { AskApi, PageRequest } from './page-response.ts';
import type { ToldInstant } from './told-instant.ts';
import { wholeList } from './whole-list.ts';

/** By a slug or an id, as an address names it. */
export const byOfClaim = (named: string) => (named.startsWith('Claim_') ? { id: named } : { slug: named });

/**
 * Reads a claim and each of its lists to the end, as whoever asks may see them; null where there is no such claim. What
 * is recorded while it reads may be in one list and not in another. Throws TooMuchOfARecord.
 */
export async function wholeClaim(
  named: string,
  asked: PageRequest,
  { ask, told }: { readonly ask: AskApi; readonly told: ToldInstant },
): Promise<WholeClaim | null> {
  const retrievedAt = (await told(asked)).toISOString();
  const found = claimCoreAnswer.parse(await ask(claimCoreQuery, { by: byOfClaim(named) }, asked)).claim;
  if (found === null) return null;
  const { id } = found;
  const [assertions, trails, relations, reviews, revisions] = await Promise.all([
    wholeList(claimAssertions, { id }, ask, asked),
    wholeList(claimTrails, { id }, ask, asked),
    wholeList(claimRelations, { id }, ask, asked),
    wholeList(claimReviews, { id }, ask, asked),
    wholeList(claimRevisions, { id }, ask, asked),
  ]);
  return { claim: found, assertions, trails, relations, reviews, revisions, retrievedAt };
}
