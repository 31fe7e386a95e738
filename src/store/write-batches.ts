import type { Parameter, Parameters, Row } from '../engine/engine.ts';
import type { Run } from './run.ts';

/** How many rows go with one statement, so that no message and no memory grows with an import. */
export const batchSize = 2_000;

/** Runs a statement over many rows, a batch at a time. */
export async function runBatches(
  run: Run,
  name: string,
  parameter: string,
  rows: readonly Parameter[],
  others: Parameters = {},
): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await run(name, { ...others, [parameter]: rows.slice(start, start + batchSize) });
  }
}

/** All rows of a reading statement over many ids, asked a batch at a time. */
export async function rowsOfBatches(
  run: Run,
  name: string,
  ids: readonly string[],
  others: Parameters = {},
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    for (const row of await run(name, { ...others, ids: ids.slice(start, start + batchSize) }))
      rows.push(row);
  }
  return rows;
}
