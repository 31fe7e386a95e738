import { z } from 'zod';
import { OnrecordError } from '../domain/errors.ts';
import { type RecordType, recordTypes } from '../domain/ids.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import { saidBy } from '../domain/said-by.ts';
import type { Entry } from '../domain/state.ts';
import { type RecordMethod, recordMethods } from '../domain/vocabulary.ts';
import type { Row } from '../engine/engine.ts';
import { formerState as stateOf } from './change.ts';
import { refreshFacets } from './facets.ts';
import { recordNode } from './record-nodes.ts';
import type { Run } from './run.ts';
import { writeNodesAndLinks, writePlacedNodes } from './write-graph.ts';

/** The state that a record had at a moment, as the log keeps it, with since when it was withdrawn by then. */
export interface FormerState {
  readonly id: string;
  readonly type: RecordType;
  readonly version: number;
  readonly payload: string;
  readonly method: RecordMethod;
  readonly position: number;
  readonly firstRecordedAt: string;
  /** Null where it stood. */
  readonly withdrawnAt: string | null;
}

const row = z.tuple([
  z.string(),
  z.enum(recordTypes),
  z.number(),
  z.string(),
  z.enum(recordMethods),
  z.number(),
  z.string(),
]);

/** See `cypher/states-as-of.cypher`. */
export function formerState(columns: Row): FormerState {
  const [id, type, version, payload, method, position, firstRecordedAt] = row.parse(columns);
  return { id, type, version, payload, method, position, firstRecordedAt, withdrawnAt: null };
}

function entryOf({ id, type, position, payload }: FormerState): Entry {
  const entry = recordedEntry(type, id, position, payload);
  if (entry !== null) return entry;
  throw new OnrecordError('LOG_BROKEN', `the log keeps no state of ${id} that can be read`, { ids: [id] });
}

/**
 * Writes the graph of those states into an empty, migrated store, with the very steps that a recording takes, less what
 * had not been said by a UTC day where one is given.
 */
export async function rebuild(run: Run, states: readonly FormerState[], day: string | null): Promise<void> {
  const known = new Map(states.map((state) => [state.id, state]));
  const recorded = states.map(entryOf);
  const entries = day === null ? recorded : saidBy(recorded, day);
  await writePlacedNodes(
    run,
    entries.map((entry) => {
      const state = known.get(entry.id);
      if (state === undefined) throw new Error(`${entry.id} came from nowhere`);
      const { method, version, position, firstRecordedAt, withdrawnAt } = state;
      const node = recordNode(entry, method, withdrawnAt ?? firstRecordedAt);
      return {
        entry,
        node,
        version,
        recordedAt: firstRecordedAt,
        position,
        revised: false,
        keepsWithdrawal: false,
      };
    }),
  );
  await refreshFacets(
    run,
    entries.map((entry) => ({ entry, before: null })),
  );
}

/**
 * Takes a graph that was rebuilt on by one recording, as the recording did: `states` are those that it wrote, `before`
 * those that held until then.
 */
export async function takeOn(
  run: Run,
  states: readonly FormerState[],
  before: ReadonlyMap<string, FormerState>,
  recordedAt: string,
): Promise<void> {
  const changes = states.map((state) => {
    const { id, method, payload, version } = state;
    const entry = entryOf(state);
    return {
      entry,
      payload,
      before: before.get(id) ?? null,
      version,
      // Of what was erased later each state says that it is withdrawn, and none of them anew.
      node: recordNode(entry, method, state.withdrawnAt ?? recordedAt),
      firstRecordedAt: state.firstRecordedAt,
      position: state.position,
    };
  });
  await writeNodesAndLinks(run, changes);
  await refreshFacets(
    run,
    changes.map(({ entry, before: old }) => ({ entry, before: old && stateOf(old) })),
  );
}
