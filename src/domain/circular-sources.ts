import { compareIds } from './clusters.ts';
import type { Source } from './model.ts';

/**
 * The sources that lead back to themselves by derivations that are not rejected (citogenesis): each group once,
 * in the order of derivation from its smallest id on. Groups are the strongly connected components; a source
 * that derives from itself is a group of one.
 */
export function circularSources(sources: readonly Source[]): readonly (readonly string[])[] {
  const next = new Map(
    sources.map((source) => [
      source.id,
      source.derivedFrom.filter(({ status }) => status !== 'REJECTED').map(({ fromId }) => fromId),
    ]),
  );
  const previous = new Map<string, string[]>();
  for (const [id, targets] of next) {
    for (const target of targets) previous.set(target, [...(previous.get(target) ?? []), id]);
  }
  const grouped = new Set<string>();
  const groups: (readonly string[])[] = [];
  const within = [...next].filter(([id, targets]) => targets.length > 0 && previous.has(id));
  for (const id of within.map(([id]) => id).sort(compareIds)) {
    if (grouped.has(id)) continue;
    const back = new Set(reachable(id, previous, () => true));
    const cycle = reachable(id, next, (other) => back.has(other));
    for (const member of cycle) grouped.add(member);
    if (cycle.length > 1 || next.get(id)?.includes(id)) groups.push(cycle);
  }
  return groups;
}

/** What can be reached from `start`, itself included, depth first. */
function reachable(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
  within: (id: string) => boolean,
): readonly string[] {
  const found = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || !within(id)) continue;
    found.add(id);
    waiting.push(...[...(edges.get(id) ?? [])].sort(compareIds).reverse());
  }
  return [...found];
}
