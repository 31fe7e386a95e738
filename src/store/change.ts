import { z } from 'zod';
import { canonicalJson } from '../domain/log.ts';
import type { Entry } from '../domain/state.ts';
import { recordMethods } from '../domain/vocabulary.ts';
import type { RecordNode } from './node-links.ts';
import { recordNode } from './record-nodes.ts';
import { distinct, type Run } from './run.ts';
import { batchSize } from './write-batches.ts';

const stateRow = z
  .tuple([z.string(), z.number(), z.string(), z.enum(recordMethods), z.string(), z.number()])
  .transform(([id, version, payload, method, firstRecordedAt, position]) => ({
    id,
    version,
    payload,
    method,
    firstRecordedAt,
    position,
  }));
/** The state that a record has now, and when it was first recorded. */
export type StoredState = z.output<typeof stateRow>;

/** One record that is about to be written, beside what it was. */
export interface Change {
  readonly entry: Entry;
  readonly payload: string;
  readonly before: StoredState | null;
  readonly version: number;
  readonly node: RecordNode;
  /** When the record was first recorded, and its place in that recording. */
  readonly firstRecordedAt: string;
  readonly position: number;
}

/** The states that records have now, by id; those that are not recorded are left out. */
export async function storedStates(run: Run, ids: readonly string[]): Promise<Map<string, StoredState>> {
  const states = new Map<string, StoredState>();
  const wanted = distinct(ids);
  for (let start = 0; start < wanted.length; start += batchSize) {
    const rows = await run('current-states', { ids: wanted.slice(start, start + batchSize) });
    for (const row of rows) {
      const state = stateRow.parse(row);
      states.set(state.id, state);
    }
  }
  return states;
}

type ReadStates = (ids: readonly string[]) => Promise<ReadonlyMap<string, StoredState>>;

/** The same states, each asked for once: while a recording is decided, nobody else writes. */
export function eachStateOnce(read: ReadStates): ReadStates {
  const known = new Map<string, StoredState | null>();
  return async (ids) => {
    const unknown = distinct(ids.filter((id) => !known.has(id)));
    const found = unknown.length === 0 ? null : await read(unknown);
    for (const id of unknown) known.set(id, found?.get(id) ?? null);
    return new Map(
      ids.flatMap((id) => {
        const state = known.get(id) ?? null;
        return state === null ? [] : [[id, state] as const];
      }),
    );
  };
}

/** The change that an entry makes; null where it is recorded as it is. */
export function toChange(
  entry: Entry,
  before: StoredState | null,
  method: string,
  recordedAt: string,
): Change | null {
  const payload = canonicalJson(entry.state);
  if (before?.payload === payload) return null;
  return {
    entry,
    payload,
    before,
    version: (before?.version ?? 0) + 1,
    node: recordNode(entry, entry.method ?? method, recordedAt),
    firstRecordedAt: before?.firstRecordedAt ?? recordedAt,
    position: before?.position ?? entry.position,
  };
}

/** A state's payload as an object. */
export function formerState(stored: StoredState): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(stored.payload));
}
