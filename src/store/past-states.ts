import { z } from 'zod';
import type { Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';
import type { PastState } from './write-port.ts';

const row = z
  .tuple([z.string(), z.number(), z.string().nullable(), z.boolean()])
  .transform(([id, version, payload, imported]) => ({ id, version, payload, imported }));

/** The states that each record has had, the present one too, the oldest first. */
export async function pastStates(
  run: Run,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly PastState[]>> {
  const states = (await rowsOfBatches(run, 'states-and-imports', ids)).map((columns) => row.parse(columns));
  const known = states.flatMap(({ payload, ...rest }) => (payload === null ? [] : [{ ...rest, payload }]));
  return Map.groupBy(
    known.sort((a, b) => a.version - b.version),
    ({ id }) => id,
  );
}
