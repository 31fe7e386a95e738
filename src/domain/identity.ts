import { DisjointSets } from './disjoint-sets.ts';
import type { Dossier } from './dossier.ts';

/** What an unsure judgement is taken for: SAME gives the fewest independent origins, DIFFERENT the most. */
export type UnsureAs = 'SAME' | 'DIFFERENT';

/** Tells who and what is one, by id of an entity or of an assertion. */
export type Identity = (id: string) => string;

/** Whether it says of any two that it is not known whether they are one. */
export function hasUnsure({ judgements }: Dossier): boolean {
  return judgements.some(({ verdict }) => verdict === 'UNSURE');
}

/**
 * Identity by the entities' clusters and by the judgements in the dossier. A pair of clusters judged UNSURE is
 * joined when unsure is taken for SAME, unless those very clusters are also judged DIFFERENT: what is decided
 * outranks what is not. In the same way SAME outranks DIFFERENT, so that the order of the judgements makes no difference.
 */
export function identityOf(dossier: Dossier, unsureAs: UnsureAs): Identity {
  const decided = new DisjointSets();
  for (const { speaker, onBehalfOf } of [...dossier.entries, ...dossier.others]) {
    decided.join(speaker.id, speaker.clusterId);
    if (onBehalfOf) decided.join(onBehalfOf.id, onBehalfOf.clusterId);
  }
  const standing = dossier.judgements;
  for (const { verdict, between } of standing) if (verdict === 'SAME') decided.join(...between);
  if (unsureAs === 'DIFFERENT' || !hasUnsure(dossier)) return (id) => decided.find(id);

  const pairOf = ([a, b]: readonly [string, string]) =>
    JSON.stringify([decided.find(a), decided.find(b)].sort());
  const apart = new Set(
    standing.filter(({ verdict }) => verdict === 'DIFFERENT').map(({ between }) => pairOf(between)),
  );
  const joined = new DisjointSets();
  for (const { verdict, between } of standing) {
    if (verdict !== 'UNSURE' || apart.has(pairOf(between))) continue;
    joined.join(decided.find(between[0]), decided.find(between[1]));
  }
  return (id) => joined.find(decided.find(id));
}
