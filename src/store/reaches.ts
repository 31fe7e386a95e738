import { z } from 'zod';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

const row = z.tuple([z.string(), z.array(z.string()), z.string().nullable(), z.string().nullable()]);

const idsIn = (id: string | null): readonly string[] => (id === null ? [] : [id]);

/**
 * Every other assertion that each one's chain leads to, or what any of those copies, or what took the place of any of
 * those, over any number of steps: all that tells whose words it repeats. `chains` are those known already; the rest
 * are read.
 */
export async function reachesOf(
  run: Run,
  ids: readonly string[],
  chains: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const next = new Map<string, readonly string[]>();
  const successors = new Map<string, readonly string[]>();
  let frontier = distinct([...ids, ...chains.values()].flat());
  while (frontier.length > 0) {
    const rows = (await rowsOfBatches(run, 'copies-of-assertions', frontier)).map((found) =>
      row.parse(found),
    );
    for (const id of frontier) next.set(id, []);
    for (const [id, stored, copyOfId, supersededById] of rows) {
      next.set(id, [...(chains.get(id) ?? stored), ...idsIn(copyOfId)]);
      successors.set(id, idsIn(supersededById));
    }
    const found = rows.flatMap(([id]) => [...(next.get(id) ?? []), ...(successors.get(id) ?? [])]);
    frontier = distinct(found.filter((id) => !next.has(id)));
  }
  return new Map(
    ids.map((start) => {
      const seen = new Set([start]);
      for (const id of seen) {
        // What took its own place is another record of it, and none that it repeats.
        const led = id === start ? next.get(id) : [...(next.get(id) ?? []), ...(successors.get(id) ?? [])];
        for (const one of led ?? []) seen.add(one);
      }
      seen.delete(start);
      return [start, [...seen]];
    }),
  );
}
