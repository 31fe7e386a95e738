import { type SurvivingChain, survivingChain } from './chain.ts';
import { compareIds } from './clusters.ts';
import type { Dossier, DossierEntry } from './dossier.ts';

/** An assertion as far as it matters what took its place. */
export interface Replaceable {
  readonly id: string;
  readonly withdrawnAt: string | null;
  /** The record that took its place; null where none did. */
  readonly supersededById: string | null;
}

/**
 * What stands for an assertion: the record that took its place, or that one's, over any number of steps. One that was
 * withdrawn keeps its place, so that it is seen. As far as the records are known; itself where they replace each other in
 * a circle.
 */
export function standingFor(id: string, recordOf: (id: string) => Replaceable | undefined): string {
  const passed = new Set([id]);
  let current = id;
  for (;;) {
    const record = recordOf(current);
    const next = record?.withdrawnAt === null ? record.supersededById : null;
    if (next === null || recordOf(next) === undefined) return current;
    if (passed.has(next)) return id;
    passed.add(next);
    current = next;
  }
}

/** The chain of an assertion for reading, led over what stands for each of its links. Itself stands as it is. */
export function followedChain(
  id: string,
  recordOf: (id: string) => (Replaceable & { readonly attributedToId: string | null }) | undefined,
): SurvivingChain {
  return survivingChain(id, (one) => {
    const to = recordOf(one)?.attributedToId;
    return to === null || to === undefined ? to : standingFor(to, recordOf);
  });
}

function byPlace(a: DossierEntry, b: DossierEntry): number {
  return compareIds(a.recordedAt, b.recordedAt) || a.position - b.position || compareIds(a.id, b.id);
}

/**
 * A dossier in which whatever leads to an assertion leads to what stands for it: chains, copies and judgements. What
 * stands for another has that one's place, since it is of the same saying. The dossier itself where nothing was replaced.
 */
export function followReplaced(dossier: Dossier): Dossier {
  const all = [...dossier.entries, ...dossier.others];
  if (all.every(({ supersededById }) => supersededById === null)) return dossier;
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  const recordOf = (id: string) => byId.get(id);
  const standing = (id: string) => standingFor(id, recordOf);
  const first = new Map<string, DossierEntry>();
  for (const entry of all) {
    const known = first.get(standing(entry.id));
    if (!known || byPlace(entry, known) < 0) first.set(standing(entry.id), entry);
  }
  const follow = (entry: DossierEntry): DossierEntry => {
    const { recordedAt, position } = first.get(entry.id) ?? entry;
    const { ids, end, stoppedAt } = followedChain(entry.id, recordOf);
    const copyOfId = entry.copyOfId === null ? null : standing(entry.copyOfId);
    return {
      ...entry,
      attributedToId: entry.attributedToId === null ? null : standing(entry.attributedToId),
      chain: end === 'MISSING' && stoppedAt !== null ? [...ids, stoppedAt] : ids,
      // What took the place of the one that it copies is no copy.
      copyOfId: copyOfId === entry.id ? null : copyOfId,
      recordedAt,
      position,
    };
  };
  return {
    ...dossier,
    entries: dossier.entries.map(follow),
    others: dossier.others.map(follow),
    judgements: dossier.judgements.map(({ verdict, between: [a, b] }) => ({
      verdict,
      between: [standing(a), standing(b)],
    })),
  };
}
