import { z } from 'zod';
import { type RecordType, recordTypes } from '../../domain/ids.ts';
import { recordedEntry } from '../../domain/recorded-entry.ts';
import { type Entry, isWithdrawn } from '../../domain/state.ts';
import { recordMethods } from '../../domain/vocabulary.ts';
import type { Run } from '../run.ts';
import { type GraphIndex, indexEntry } from './graph-index.ts';
import type { Inventory } from './inventory.ts';
import type { Report } from './problem.ts';
import { readable } from './readable.ts';

const text = z.string();
const stateRow = z
  .tuple([
    text,
    text,
    z.enum(recordTypes),
    z.number(),
    text,
    z.enum(recordMethods),
    z.number(),
    text,
    text,
    text.nullable(),
    z.array(z.tuple([text, text.nullable()])),
    z.array(text.nullable()),
  ])
  .transform((row) => ({
    recordId: row[0],
    id: row[1],
    type: row[2],
    version: row[3],
    payload: row[4],
    method: row[5],
    position: row[6],
    firstRecordedAt: row[7],
    from: row[8],
    to: row[9],
    activities: row[10],
    recordIds: row[11],
  }));
export type KeptState = z.output<typeof stateRow>;

/** Records that go with one statement. */
export const checkedAtOnce = 500;

function checkOne(id: string, type: RecordType, states: readonly KeptState[], report: Report): void {
  const [first] = states;
  states.forEach((state, index) => {
    const expected = (what: string, wanted: unknown, came: unknown): void => {
      if (wanted !== came)
        report('STATE_HISTORY', state.id, `expected ${what} ${String(wanted)}; came ${String(came)}`);
    };
    expected('the id', `${id}/${index + 1}`, state.id);
    expected('the version', index + 1, state.version);
    expected('a state of the type', type, state.type);
    expected('the first recording at', first?.from, state.firstRecordedAt);
    expected('the place', first?.position, state.position);
    expected('that it ends when the next begins,', states[index + 1]?.from ?? null, state.to);
    if (state.to !== null && state.to <= state.from) {
      report(
        'STATE_HISTORY',
        state.id,
        `expected an end after its beginning, ${state.from}; came ${state.to}`,
      );
    }
    if (state.recordIds.length !== 1 || state.recordIds[0] !== id) {
      report(
        'STATE_ORPHAN',
        state.id,
        `expected to be a state of ${id}; came ${state.recordIds.join(', ') || 'nothing'}`,
      );
    }
    if (state.activities.length !== 1) {
      report(
        'STATE_ORPHAN',
        state.id,
        `expected one activity that wrote it; came ${state.activities.length}`,
      );
    }
  });
}

/** Since when a record is withdrawn: the start of the last run of states that say so; for one that was erased, that. */
function withdrawnSince(states: readonly { readonly from: string; readonly entry: Entry }[]): string | null {
  const last = states.at(-1);
  if (last?.entry.state.erased !== undefined && isWithdrawn(last.entry)) return last.from;
  let since: string | null = null;
  for (const { from, entry } of states) {
    since = isWithdrawn(entry) ? (since ?? from) : null;
  }
  return since;
}

/**
 * Verifies that each record has states without a gap, in half-open intervals, each written by one activity; and fills
 * the index from what they say.
 * @param leftOut the ids of states that say nothing, for they were left out when the store was restored
 */
export async function checkHistories(
  run: Run,
  inventory: Inventory,
  leftOut: ReadonlySet<string>,
  index: GraphIndex,
  report: Report,
  visit: (entry: Entry, place: string, state: KeptState) => void,
): Promise<void> {
  const unseen = new Set(inventory.stateIds.filter((id) => !leftOut.has(id)));
  const ids = [...inventory.types.keys()];
  for (let start = 0; start < ids.length; start += checkedAtOnce) {
    const some = ids.slice(start, start + checkedAtOnce);
    const rows = await run('history-of-records', { ids: some });
    const found = Map.groupBy(
      readable(rows, stateRow, 'STATE_UNREADABLE', 1, report),
      (state) => state.recordId,
    );
    for (const id of some) {
      const type = inventory.types.get(id);
      const states = [...(found.get(id) ?? [])].sort((a, b) => a.version - b.version);
      for (const state of states) unseen.delete(state.id);
      const last = states.at(-1);
      if (!type || !last) {
        report(
          'STATE_MISSING',
          id,
          'expected a state that says what it is; there is none: it was not written through the log',
        );
        continue;
      }
      checkOne(id, type, states, report);
      const entries = states.map((state) => ({
        from: state.from,
        entry: recordedEntry(type, id, state.position, state.payload),
      }));
      const current = entries.at(-1)?.entry;
      if (!current) {
        report(
          'STATE_UNREADABLE',
          last.id,
          `expected the state of a record of type ${type}; its payload is none`,
        );
        continue;
      }
      const since = withdrawnSince(entries.flatMap(({ from, entry }) => (entry ? [{ from, entry }] : [])));
      if (since !== null) index.withdrawnAt.set(id, since);
      const place = `${last.firstRecordedAt}#${String(last.position).padStart(9, '0')}#${id}`;
      indexEntry(index, current, place);
      visit(current, place, last);
    }
  }
  for (const id of unseen)
    report('STATE_ORPHAN', id, 'expected a record that it is a state of; there is none');
}
