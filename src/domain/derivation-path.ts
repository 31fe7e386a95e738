import type { Source, SourceDerivation } from './model.ts';

type Way = readonly SourceDerivation[];

/**
 * The derivations that lead from one source to another that it comes from: those with the fewest that are only proposed,
 * of which the fewest; rejected ones never. Empty from a source to itself, null where none lead there.
 */
export function derivationPath(from: string, to: string, sources: ReadonlyMap<string, Source>): Way | null {
  const passed = new Set<string>();
  const open = new Map<string, Way>([[from, []]]);
  for (let best = bestOf(open); best !== null; best = bestOf(open)) {
    const [id, way] = best;
    if (id === to) return way;
    open.delete(id);
    passed.add(id);
    for (const derivation of sources.get(id)?.derivedFrom ?? []) {
      if (derivation.status === 'REJECTED' || passed.has(derivation.fromId)) continue;
      const known = open.get(derivation.fromId);
      const candidate = [...way, derivation];
      if (!known || compareWays(candidate, known) < 0) open.set(derivation.fromId, candidate);
    }
  }
  return null;
}

/** The better way first: what is confirmed throughout before what is shorter. */
export function compareWays(a: Way, b: Way): number {
  return proposedIn(a) - proposedIn(b) || a.length - b.length;
}

function bestOf(open: ReadonlyMap<string, Way>): readonly [string, Way] | null {
  let best: readonly [string, Way] | null = null;
  for (const one of open) if (best === null || compareWays(one[1], best[1]) < 0) best = one;
  return best;
}

function proposedIn(way: Way): number {
  return way.filter(({ status }) => status === 'PROPOSED').length;
}
