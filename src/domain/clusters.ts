import { DisjointSets } from './disjoint-sets.ts';
import type { Name } from './model.ts';
import type { Anonymity, Verdict } from './vocabulary.ts';

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

/** An entity as far as it matters which one of a cluster readers see. */
export interface Member {
  readonly id: string;
  readonly anonymity: Anonymity;
  /** Instant of the first recording and place in its bundle, as text that sorts. */
  readonly place: string;
}

/** Order of who is shown for all that are judged the same: who is named, then who was recorded first. */
export function byShown(a: Member, b: Member): number {
  const named = Number(b.anonymity === 'NAMED') - Number(a.anonymity === 'NAMED');
  return named || compareIds(a.place, b.place) || compareIds(a.id, b.id);
}

/**
 * The members by cluster: those judged SAME, over any number of steps, also through ids that are not among them,
 * stand together, the one that readers see first. Who is judged the same as none stands alone.
 */
export function clustersOf<One extends Member>(
  members: Iterable<One>,
  judgements: readonly Judgement[],
): readonly (readonly One[])[] {
  const sets = sameSets(standingJudgements(judgements));
  const clusters = Map.groupBy(members, ({ id }) => sets.find(id));
  return [...clusters.values()].map((cluster) => cluster.sort(byShown));
}

/** Whether readers would learn from a cluster who someone is who asked not to be named. */
export function unmasks(cluster: readonly Member[]): boolean {
  const has = (anonymity: Anonymity) => cluster.some((member) => member.anonymity === anonymity);
  return has('PROTECTED') && has('NAMED');
}

/**
 * The names by which the entity that readers see is known beside its own: those of the other members, in their order,
 * each text once.
 */
export function otherNames(
  cluster: readonly (Member & { readonly names: readonly Name[] })[],
): readonly Name[] {
  const [shown, ...others] = cluster;
  const known = new Set(shown?.names.map(({ text }) => text));
  return others
    .flatMap(({ names }) => names)
    .filter(({ text }) => {
      if (known.has(text)) return false;
      known.add(text);
      return true;
    });
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
