import type { Source, SourceDerivation } from './model.ts';

/**
 * The derivations that lead from one source to another that it comes from: the fewest; of equally many those with
 * the fewest that are only proposed; rejected ones never. Empty from a source to itself, null where none lead there.
 */
export function derivationPath(
  from: string,
  to: string,
  sources: ReadonlyMap<string, Source>,
): readonly SourceDerivation[] | null {
  if (from === to) return [];
  let paths = new Map<string, readonly SourceDerivation[]>([[from, []]]);
  const passed = new Set<string>([from]);
  while (paths.size > 0) {
    const found = paths.get(to);
    if (found) return found;
    paths = extended(paths, passed, sources);
    for (const id of paths.keys()) passed.add(id);
  }
  return null;
}

/** One derivation further than `paths`, to sources that were not reached before. */
function extended(
  paths: ReadonlyMap<string, readonly SourceDerivation[]>,
  passed: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source>,
) {
  const next = new Map<string, readonly SourceDerivation[]>();
  for (const [id, path] of paths) {
    for (const derivation of sources.get(id)?.derivedFrom ?? []) {
      if (derivation.status === 'REJECTED' || passed.has(derivation.fromId)) continue;
      const known = next.get(derivation.fromId);
      const candidate = [...path, derivation];
      if (!known || proposedIn(candidate) < proposedIn(known)) next.set(derivation.fromId, candidate);
    }
  }
  return next;
}

function proposedIn(path: readonly SourceDerivation[]): number {
  return path.filter(({ status }) => status === 'PROPOSED').length;
}
