import { z } from 'zod';
import { OnrecordError } from '../domain/errors.ts';
import { typeOfId } from '../domain/ids.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import type { Entry } from '../domain/state.ts';
import { type StoredState, storedStates } from './change.ts';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

/** A record as the log has it now. */
export interface Recorded {
  readonly entry: Entry;
  readonly stored: StoredState;
}

/** An entry of what a state says. Throws where its payload is none of ours. */
export function entryOf(id: string, position: number, payload: string): Entry {
  const type = typeOfId(id);
  const entry = type && recordedEntry(type, id, position, payload);
  if (!entry) throw new OnrecordError('STATE_UNREADABLE', `the state of ${id} cannot be read`, { ids: [id] });
  return entry;
}

/** Records by their ids, as the log has them now; those that are not recorded are left out. */
export async function recordedByIds(run: Run, ids: readonly string[]): Promise<Map<string, Recorded>> {
  const found = new Map<string, Recorded>();
  for (const [id, stored] of await storedStates(run, ids))
    found.set(id, { entry: entryOf(id, stored.position, stored.payload), stored });
  return found;
}

const standingRow = z
  .tuple([z.string(), z.boolean(), z.string().nullable(), z.string().nullable(), z.string().nullable()])
  .transform(([id, hidden, slug, withdrawnAt, place]) => ({ id, hidden, slug, withdrawnAt, place }));
export type Standing = z.output<typeof standingRow>;

/** How nodes stand in a view, by id; those that are not in it are left out. */
export async function standingOf(run: Run, ids: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await rowsOfBatches(run, 'standing-of-nodes', distinct(ids));
  return new Map(rows.map((row) => standingRow.parse(row)).map((one) => [one.id, one]));
}

/** The ids in the first column of what a statement answers for some. */
export async function idsFor(
  run: Run,
  statement: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  return distinct((await rowsOfBatches(run, statement, ids)).map(([id]) => String(id)));
}
