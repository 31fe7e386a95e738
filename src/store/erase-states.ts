import { z } from 'zod';
import type { Change } from './change.ts';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches, runBatches } from './write-batches.ts';

const payloadRow = z.tuple([z.string(), z.number(), z.string()]);

/** The dates that a payload names, wherever in it. */
function edtfsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'edtf' && typeof one === 'string' ? [one] : edtfsIn(one),
  );
}

/**
 * Destroys all that was recorded before of the records that these changes erase: each state's payload gives way to what
 * stands in its place, its salt is gone, and its commitment stays; what bundles said of it is forgotten. A date goes that nothing says any more.
 */
export async function eraseFormerStates(
  run: Run,
  changes: readonly Change[],
  activityId: string,
): Promise<void> {
  const erasing = changes.filter(({ entry, before }) => entry.state.erased !== undefined && before !== null);
  if (erasing.length === 0) return;
  const ids = erasing.map(({ entry }) => entry.id);
  const payloads = await rowsOfBatches(run, 'payloads-of-records', ids);
  const edtfs = distinct(payloads.flatMap((row) => edtfsIn(JSON.parse(payloadRow.parse(row)[2]))));
  const rows = erasing.map(({ entry, version, payload }) => ({ id: entry.id, version, payload }));
  await runBatches(run, 'erase-former-states', 'rows', rows, { activityId });
  await runBatches(run, 'forget-editions', 'ids', ids);
  if (edtfs.length === 0) return;
  const said = new Map(edtfs.map((edtf) => [`"edtf":${JSON.stringify(edtf)}`, edtf]));
  for (const [text] of await run('texts-still-said', { texts: [...said.keys()] })) said.delete(String(text));
  await runBatches(run, 'forget-dates', 'edtfs', [...said.values()]);
}
