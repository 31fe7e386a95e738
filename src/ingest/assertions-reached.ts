import type { Assertion } from '../domain/model.ts';
import type { RecordingView } from '../store/write-port.ts';

/** The recorded assertions with these ids, and all that each leads to by `leads`, over any number of steps; circles end. */
export async function assertionsReached(
  ids: readonly string[],
  view: RecordingView,
  leads: (one: Assertion) => readonly (string | null)[],
): Promise<ReadonlyMap<string, Assertion>> {
  const found = new Map<string, Assertion>();
  const asked = new Set<string>();
  for (let frontier = [...new Set(ids)]; frontier.length > 0; ) {
    for (const id of frontier) asked.add(id);
    const next = new Set<string>();
    for (const one of await view.reader.assertionsByIds(frontier)) {
      if (!one) continue;
      found.set(one.id, one);
      for (const id of leads(one)) if (id !== null && !asked.has(id)) next.add(id);
    }
    frontier = [...next];
  }
  return found;
}
