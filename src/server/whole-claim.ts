import type { z } from 'zod';
import {
  type ClaimList,
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

/** How many items are asked for at once, and how many pages at the most. */
const pageSize = 50;
const mostPages = 200;

/** A claim has more of something than is handed out in one document. */
export class TooMuchOfAClaim extends Error {
  constructor() {
    super(
      `This claim has lists of more than ${pageSize * mostPages} items, which is more than one document holds; /graphql pages through them.`,
    );
  }
}

/** By a slug or an id, as an address names it. */
export const byOfClaim = (named: string) => (named.startsWith('Claim_') ? { id: named } : { slug: named });

/**
 * Reads a claim and each of its lists to the end, as whoever asks may see them; null where there is no such claim. What
 * is recorded while it reads may be in one list and not in another. Throws TooMuchOfAClaim.
 */
export async function wholeClaim(
  named: string,
  asked: PageRequest,
  { ask, now }: { readonly ask: AskApi; readonly now: () => Date },
): Promise<WholeClaim | null> {
  const retrievedAt = now().toISOString();
  const found = claimCoreAnswer.parse(await ask(claimCoreQuery, { by: byOfClaim(named) }, asked)).claim;
  if (found === null) return null;

  async function toTheEnd<Node>({ query, answer }: ClaimList<Node>): Promise<readonly Node[]> {
    const nodes: Node[] = [];
    let after: string | null = null;
    for (let page = 0; page < mostPages; page++) {
      const { claim }: z.infer<typeof answer> = answer.parse(
        await ask(query, { id: found?.id, first: pageSize, after }, asked),
      );
      // Hidden or erased since.
      if (claim === null) return nodes;
      nodes.push(...claim.list.edges.map(({ node }) => node));
      if (!claim.list.pageInfo.hasNextPage) return nodes;
      after = claim.list.pageInfo.endCursor;
    }
    throw new TooMuchOfAClaim();
  }

  const [assertions, trails, relations, reviews, revisions] = await Promise.all([
    toTheEnd(claimAssertions),
    toTheEnd(claimTrails),
    toTheEnd(claimRelations),
    toTheEnd(claimReviews),
    toTheEnd(claimRevisions),
  ]);
  return { claim: found, assertions, trails, relations, reviews, revisions, retrievedAt };
}
