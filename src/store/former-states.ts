import { z } from 'zod';
import { AsOfTooLarge } from '../domain/errors.ts';
import { activitiesBySequence } from './log-places.ts';
import { formerState } from './rebuild.ts';
import type { FormerStates, States } from './rebuilt-graph.ts';
import type { Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

/** How many activities are looked at with one statement, and how many states come with one. */
const activitiesAtOnce = 500;
const statesAtOnce = 4_000;

/** How many records there were, and the activities in groups that wrote about `statesAtOnce` states each. */
async function logUpTo(run: Run, last: number) {
  const groups: { sequences: number[]; states: number }[] = [];
  let records = 0;
  for (let first = 1; first <= last; first += activitiesAtOnce) {
    const count = Math.min(activitiesAtOnce, last - first + 1);
    const sequences = Array.from({ length: count }, (_, index) => first + index);
    for (const { sequence, added, revised } of await activitiesBySequence(run, sequences)) {
      records += added;
      const states = added + revised;
      const group = groups.at(-1);
      if (group && group.states + states <= statesAtOnce) {
        group.sequences.push(sequence);
        group.states += states;
      } else groups.push({ sequences: [sequence], states });
    }
  }
  return { records, groups };
}

const history = z.object({ id: z.string(), from: z.string(), version: z.number(), payload: z.string() });

const withdrawal = z.object({ withdrawn: z.unknown().optional(), erased: z.unknown().optional() });

/** Since when each assertion was withdrawn by an instant: the start of the last run of states that say so. */
async function withdrawnSince(
  run: Run,
  ids: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOfBatches(run, 'history-of-records', ids);
  const states = rows
    .map((row) => history.parse({ id: row[0], version: row[3], payload: row[4], from: row[8] }))
    .sort((a, b) => a.version - b.version);
  const last = new Map(states.map(({ id, version }) => [id, version]));
  const since = new Map<string, string>();
  for (const { id, from, version, payload } of states) {
    if (from > at) continue;
    const { withdrawn, erased } = withdrawal.parse(JSON.parse(payload));
    if (withdrawn === undefined) since.delete(id);
    // What was erased is withdrawn since then, which is its last state; all that was before reads the same.
    else if (!since.has(id) || (erased !== undefined && version === last.get(id))) since.set(id, from);
  }
  return since;
}

async function* statesOf(
  run: Run,
  { sequences, states }: { readonly sequences: readonly number[]; readonly states: number },
  at: string,
): States {
  for (let from = 0; from < states; from += statesAtOnce) {
    const range = { from, below: from + statesAtOnce, at };
    const rows = (await run('states-as-of', { sequences, ...range })).map(formerState);
    const perhaps = rows.filter(({ payload }) => payload.includes('"withdrawn":'));
    const since = await withdrawnSince(
      run,
      perhaps.map(({ id }) => id),
      at,
    );
    yield rows.map((state) => ({ ...state, withdrawnAt: since.get(state.id) ?? null }));
  }
}

/** What graphs are rebuilt from, read from a log. `most` is how many records there may be. */
export function formerStates(run: Run, most: number): FormerStates {
  return {
    async *at({ sequence, recordedAt }) {
      if (recordedAt === null) return;
      const { records, groups } = await logUpTo(run, sequence);
      if (records > most) throw new AsOfTooLarge(records, most);
      for (const group of groups) yield* statesOf(run, group, recordedAt);
    },
    between: (after, last) =>
      activitiesBySequence(
        run,
        Array.from({ length: last.sequence - after.sequence }, (_, index) => after.sequence + 1 + index),
      ),
    of: ({ sequence, added, revised, recordedAt }) =>
      statesOf(run, { sequences: [sequence], states: added + revised }, recordedAt),
  };
}
