import { DisjointSets } from './disjoint-sets.ts';
import type { Verdict } from './vocabulary.ts';

/** A judgement as far as merging needs it. Lists of them stand in the order recorded, the latest last. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly between: readonly [string, string];
}

/** Those that stand: of several on one pair only the latest. */
export function standingJudgements(judgements: readonly Judgement[]): readonly Judgement[] {
  const byPair = new Map<string, Judgement>();
  for (const judgement of judgements) byPair.set(JSON.stringify([...judgement.between].sort()), judgement);
  return [...byPair.values()];
}

function sameSets(standing: readonly Judgement[]): DisjointSets {
  const sets = new DisjointSets();
  for (const { verdict, between } of standing) if (verdict === 'SAME') sets.join(...between);
  return sets;
}

/**
 * The cluster of each of `ids`: those judged SAME, over any number of steps, also through ids that are not asked
 * for, carry one cluster id, the smallest of all its members. An id that is judged the same as none is its own.
 */
export function clustersOf(
  ids: Iterable<string>,
  judgements: readonly Judgement[],
): ReadonlyMap<string, string> {
  const sets = sameSets(standingJudgements(judgements));
  return new Map([...ids].map((id) => [id, sets.find(id)]));
}

/**
 * What the judgements say of two ids: SAME+SAME=SAME, SAME+DIFFERENT=DIFFERENT, whatever else leads from one to
 * the other UNSURE; null where nothing does. Where judgements conflict, SAME, as in the clusters.
 */
export function verdictBetween(a: string, b: string, judgements: readonly Judgement[]): Verdict | null {
  const standing = standingJudgements(judgements);
  const same = sameSets(standing);
  if (same.together(a, b)) return 'SAME';
  const reached = new DisjointSets();
  for (const { verdict, between } of standing) {
    const [x, y] = between;
    reached.join(x, y);
    if (verdict !== 'DIFFERENT') continue;
    if (same.together(x, a) && same.together(y, b)) return 'DIFFERENT';
    if (same.together(x, b) && same.together(y, a)) return 'DIFFERENT';
  }
  return reached.together(a, b) ? 'UNSURE' : null;
}

/** The pairs that are judged DIFFERENT and yet are the SAME by closure, each in order; a writer must refuse these. */
export function conflictsOf(judgements: readonly Judgement[]): readonly (readonly [string, string])[] {
  const standing = standingJudgements(judgements);
  const same = sameSets(standing);
  return standing
    .filter(({ verdict, between }) => verdict === 'DIFFERENT' && same.together(...between))
    .map(({ between: [a, b] }) => (a < b ? ([a, b] as const) : ([b, a] as const)))
    .sort(([a, b], [c, d]) => compareIds(a, c) || compareIds(b, d));
}

/** Order of ids by code unit, the same on every machine and engine. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
