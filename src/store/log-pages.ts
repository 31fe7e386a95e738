import { z } from 'zod';
import { noAsides } from '../domain/aside.ts';
import type { Activity } from '../domain/log.ts';
import type { Row } from '../engine/engine.ts';
import type { LoggedActivity, LoggedState, LogHead } from './log-port.ts';
import type { Run } from './run.ts';

const text = z.string();
const count = z.number();

/** The columns of a page of the log. */
export const activityRow = z
  .tuple([
    text,
    count,
    text,
    text,
    text,
    text,
    text,
    text,
    text,
    count,
    count,
    count,
    text,
    text,
    text,
    text,
    count,
    count.nullable(),
    text.nullable(),
  ])
  .transform(
    (row): LoggedActivity => ({
      hash: row[14],
      activity: {
        id: row[0],
        sequence: row[1],
        recordedAt: row[2],
        by: row[3],
        method: row[4],
        title: row[5],
        requestKey: row[6],
        inputHash: row[7],
        about: row[8],
        added: row[9],
        revised: row[10],
        unchanged: row[11],
        merkleRoot: row[12],
        identitiesLeftOutUpTo: row[16],
        ...(row[17] === null || row[18] === null ? {} : { asides: row[17], asidesHash: row[18] }),
        previousHash: row[13],
        callerId: row[15],
      } satisfies Activity,
    }),
  );

const maybe = text.nullable();
/** The columns of a state in the log. */
export const loggedStateRow = z
  .tuple([text, count, text, text, maybe, maybe, text, text, count, text, count, text, maybe, maybe])
  .transform(
    (row): LoggedState => ({
      activityId: row[0],
      index: row[1],
      id: row[2],
      from: row[3],
      payload: row[4],
      salt: row[5],
      commitment: row[6],
      method: row[7],
      position: row[8],
      ofType: row[9],
      version: row[10],
      firstRecordedAt: row[11],
      to: row[12],
      erasedBy: row[13],
    }),
  );

const headRow = z.tuple([
  z.number(),
  z.string(),
  z.string().nullable(),
  z.number().nullable(),
  z.string().nullable(),
]);
/** How many activities, or states, are read at once. */
export const logPage = 1_000;
const beyondAll = 2_000_000_000;

/** Where the log stands; null in a store that is not migrated. */
export async function logHead(run: Run): Promise<LogHead | null> {
  const [columns] = await run('log-head');
  if (!columns) return null;
  const [sequence, hash, recordedAt, asides, asidesHash] = headRow.parse(columns);
  const { asides: none, asidesHash: noHash } = noAsides;
  return { sequence, hash, recordedAt, asides: asides ?? none, asidesHash: asidesHash ?? noHash };
}

/** The number of the last activity whose confidential identities were left out when the store was restored; 0 where none were. */
export async function identitiesLeftOutUpTo(run: Run): Promise<number> {
  const [row] = await run('identities-left-out');
  return count.nullable().parse(row?.[0] ?? null) ?? 0;
}

/** How many states an activity wrote. */
const changesOf = ({ activity }: LoggedActivity): number => activity.added + activity.revised;

/** Activities side by side as long as they wrote little, one alone that wrote much. */
export function batchesOf(activities: readonly LoggedActivity[]): readonly (readonly LoggedActivity[])[] {
  const found: LoggedActivity[][] = [];
  let room = 0;
  for (const one of activities) {
    const batch = found.at(-1);
    if (batch && changesOf(one) <= room) batch.push(one);
    else {
      found.push([one]);
      room = logPage;
    }
    room -= changesOf(one);
  }
  return found;
}

/** The states of a batch, in the order of each tree; of an activity that wrote much, page by page. */
export async function* statesOf(
  run: Run,
  batch: readonly LoggedActivity[],
  parse: (rows: readonly Row[]) => readonly LoggedState[],
): AsyncGenerator<ReadonlyMap<string, readonly LoggedState[]>> {
  const ids = batch.map(({ activity }) => activity.id);
  const most = Math.max(...batch.map(changesOf));
  const read = async (from: number, below: number) => {
    const rows = await run('states-of-activities', { ids, from, below });
    return Map.groupBy(parse(rows), (state) => state.activityId);
  };
  if (most <= logPage) return yield await read(0, beyondAll);
  for (let from = 0; from < most; from += logPage) yield await read(from, from + logPage);
  yield await read(Math.ceil(most / logPage) * logPage, beyondAll);
}
