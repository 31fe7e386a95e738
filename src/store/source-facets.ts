import { z } from 'zod';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches, runBatches } from './write-batches.ts';

async function steps(
  run: Run,
  statement: string,
  start: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const edges = new Map<string, string[]>(start.map((id) => [id, []]));
  let frontier = [...edges.keys()];
  while (frontier.length > 0) {
    const rows = await rowsOfBatches(run, statement, frontier);
    frontier = [];
    for (const row of rows) {
      const [from, to] = [String(row[0]), String(row[1])];
      edges.get(from)?.push(to);
      if (edges.has(to)) continue;
      edges.set(to, []);
      frontier.push(to);
    }
  }
  return edges;
}

/** A source and all that it derives from, by any number of steps; circles are gone round once. */
export function lineageOf(id: string, parents: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set([id]);
  for (const one of seen) for (const parent of parents.get(one) ?? []) seen.add(parent);
  return [id, ...[...seen].filter((one) => one !== id).sort()];
}

/** Keeps with each source what it derives from to the end, and the cluster of who published it. */
export async function refreshLineages(
  run: Run,
  sourceIds: readonly string[],
  entityIds: readonly string[],
): Promise<void> {
  const published =
    entityIds.length === 0
      ? []
      : (await rowsOfBatches(run, 'sources-published-by', entityIds)).map((row) => String(row[0]));
  const touched = distinct([...sourceIds, ...published]);
  if (touched.length === 0) return;
  const descendants = [...(await steps(run, 'children-of-sources', touched)).keys()];
  const parents = await steps(run, 'parents-of-sources', descendants);
  const publishers = new Map(
    (await rowsOfBatches(run, 'publishers-of-sources', descendants)).map((row) => [
      String(row[0]),
      z.array(z.string()).parse(row[1]),
    ]),
  );
  await runBatches(
    run,
    'set-source-facets',
    'rows',
    descendants.map((id) => ({
      id,
      properties: { lineage: lineageOf(id, parents), publisherMembers: publishers.get(id) ?? [] },
    })),
  );
}
