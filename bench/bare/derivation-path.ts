export interface Derivation {
  readonly kind: string;
  readonly fromId: string;
  readonly status: string;
}

/**
 * The fewest derivations from one source to another; of equally many those with the fewest proposed. Null where none lead
 * there. `derivations` are those of each source, each as JSON.
 */
export function pathBetween(
  from: string,
  to: string,
  derivations: ReadonlyMap<string, readonly string[]>,
): readonly Derivation[] | null {
  if (from === to) return [];
  let paths = new Map<string, readonly Derivation[]>([[from, []]]);
  const passed = new Set([from]);
  while (paths.size > 0) {
    const found = paths.get(to);
    if (found) return found;
    const next = new Map<string, readonly Derivation[]>();
    for (const [id, path] of paths) {
      for (const json of derivations.get(id) ?? []) {
        const derivation: Derivation = JSON.parse(json);
        if (derivation.status === 'REJECTED' || passed.has(derivation.fromId)) continue;
        const known = next.get(derivation.fromId);
        const candidate = [...path, derivation];
        if (!known || proposed(candidate) < proposed(known)) next.set(derivation.fromId, candidate);
      }
    }
    for (const id of next.keys()) passed.add(id);
    paths = next;
  }
  return null;
}

function proposed(path: readonly Derivation[]): number {
  return path.filter(({ status }) => status === 'PROPOSED').length;
}
