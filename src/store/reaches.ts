import { z } from 'zod';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

const row = z.tuple([z.string(), z.array(z.string()), z.string().nullable()]);

/**
 * Every other assertion that each one's chain leads to, or what any of those copies, over any number of steps: all that
 * tells whose words it repeats. `chains` are those known already; the rest are read.
 */
export async function reachesOf(
  run: Run,
  ids: readonly string[],
  chains: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const next = new Map<string, readonly string[]>();
  let frontier = distinct([...ids, ...chains.values()].flat());
  while (frontier.length > 0) {
    const rows = (await rowsOfBatches(run, 'copies-of-assertions', frontier)).map((found) =>
      row.parse(found),
    );
    for (const id of frontier) next.set(id, []);
    for (const [id, stored, copyOfId] of rows)
      next.set(id, [...(chains.get(id) ?? stored), ...(copyOfId === null ? [] : [copyOfId])]);
    frontier = distinct(rows.flatMap(([id]) => next.get(id) ?? []).filter((id) => !next.has(id)));
  }
  return new Map(
    ids.map((start) => {
      const seen = new Set([start]);
      for (const id of seen) for (const one of next.get(id) ?? []) seen.add(one);
      seen.delete(start);
      return [start, [...seen]];
    }),
  );
}
