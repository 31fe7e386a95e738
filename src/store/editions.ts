import { z } from 'zod';
import type { Edition } from '../domain/edition.ts';
import type { Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

const said = z.record(z.string(), z.string());
const row = z.tuple([z.string(), z.string(), z.boolean(), z.string()]).transform(
  ([recordId, bundle, own, json]): Edition => ({
    recordId,
    bundle,
    own,
    said: said.parse(JSON.parse(json)),
  }),
);

/** What bundles said last of records, by record; nothing for one whose first state tells it. */
export async function editionsOf(
  run: Run,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Edition[]>> {
  const rows = await rowsOfBatches(run, 'editions-of-records', ids);
  return Map.groupBy(
    rows.map((one) => row.parse(one)),
    ({ recordId }) => recordId,
  );
}

const stateRow = z.tuple([z.string(), z.string().nullable()]);

/** The payload of the state that each record was recorded with. */
export async function firstStates(run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = (await rowsOfBatches(run, 'first-states', ids)).map((one) => stateRow.parse(one));
  return new Map(rows.flatMap(([id, payload]) => (payload === null ? [] : [[id, payload] as const])));
}
