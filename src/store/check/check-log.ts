import { z } from 'zod';
import { type Activity, commitmentOf, hashBeforeTheFirst, hashOf, merkleRoot } from '../../domain/log.ts';
import type { Run } from '../run.ts';
import { type Report, shown } from './problem.ts';
import { readable } from './readable.ts';

const text = z.string();
const count = z.number();
const activityRow = z
  .tuple([text, count, text, text, text, text, text, text, text, count, count, count, text, text, text])
  .transform((row) => ({
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
      previousHash: row[13],
    } satisfies Activity,
  }));
type LoggedActivity = z.output<typeof activityRow>;

const stateRow = z
  .tuple([
    z.string(),
    z.number(),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.number(),
  ])
  .transform(([activityId, index, id, from, payload, salt, commitment, method, position]) => ({
    activityId,
    index,
    id,
    from,
    payload,
    salt,
    commitment,
    method,
    position,
  }));
type LoggedState = z.output<typeof stateRow>;

const headRow = z.tuple([z.number(), z.string(), z.string().nullable()]);
const page = 1_000;
const beyondAll = 2_000_000_000;

/** Where the log stands; null in a store that is not migrated. */
export async function logHead(
  run: Run,
): Promise<{ sequence: number; hash: string; recordedAt: string | null } | null> {
  const [columns] = await run('log-head');
  if (!columns) return null;
  const [sequence, hash, recordedAt] = headRow.parse(columns);
  return { sequence, hash, recordedAt };
}

/** How many states an activity wrote. */
const changesOf = ({ activity }: LoggedActivity): number => activity.added + activity.revised;

/** Activities side by side as long as they wrote little, one alone that wrote much. */
function batches(activities: readonly LoggedActivity[]): readonly (readonly LoggedActivity[])[] {
  const found: LoggedActivity[][] = [];
  let room = 0;
  for (const one of activities) {
    const batch = found.at(-1);
    if (batch && changesOf(one) <= room) batch.push(one);
    else {
      found.push([one]);
      room = page;
    }
    room -= changesOf(one);
  }
  return found;
}

/** The states of a batch, in the order of each tree; of an activity that wrote much, page by page. */
async function* statesOf(
  run: Run,
  batch: readonly LoggedActivity[],
  report: Report,
): AsyncGenerator<ReadonlyMap<string, readonly LoggedState[]>> {
  const ids = batch.map(({ activity }) => activity.id);
  const most = Math.max(...batch.map(changesOf));
  const read = async (from: number, below: number) => {
    const rows = await run('states-of-activities', { ids, from, below });
    return Map.groupBy(readable(rows, stateRow, 'STATE_UNREADABLE', 2, report), (state) => state.activityId);
  };
  if (most <= page) return yield await read(0, beyondAll);
  for (let from = 0; from < most; from += page) yield await read(from, from + page);
  yield await read(Math.ceil(most / page) * page, beyondAll);
}

async function checkStates(run: Run, activities: readonly LoggedActivity[], report: Report): Promise<void> {
  for (const batch of batches(activities)) {
    const commitments = new Map<string, string[]>(batch.map(({ activity }) => [activity.id, []]));
    for await (const states of statesOf(run, batch, report)) {
      for (const { activity } of batch) {
        const leaves = commitments.get(activity.id) ?? [];
        for (const state of states.get(activity.id) ?? []) {
          leaves.push(state.commitment);
          if (commitmentOf(state.salt, state) !== state.commitment) {
            report(
              'LOG_COMMITMENT',
              state.id,
              'what it says and its salt do not open its commitment: one of them was changed',
            );
          }
          if (state.from !== activity.recordedAt) {
            report(
              'STATE_HISTORY',
              state.id,
              `expected that it begins when ${activity.id} was recorded, ${activity.recordedAt}; came ${state.from}`,
            );
          }
        }
      }
    }
    for (const { activity } of batch) {
      const leaves = commitments.get(activity.id) ?? [];
      const changes = activity.added + activity.revised;
      if (leaves.length !== changes) {
        report('LOG_MERKLE_ROOT', activity.id, `expected ${changes} states; came ${leaves.length}`);
      } else if (merkleRoot(leaves) !== activity.merkleRoot) {
        report(
          'LOG_MERKLE_ROOT',
          activity.id,
          'its Merkle root is not that of the commitments of its states',
        );
      }
    }
  }
}

async function checkRequests(run: Run, activities: readonly LoggedActivity[], report: Report): Promise<void> {
  const rows = await run('requests', { keys: activities.map(({ activity }) => activity.requestKey) });
  const answers = new Map(rows.map(([key, ...answer]) => [String(key), JSON.stringify(answer)]));
  for (const { id, requestKey, inputHash, about } of activities.map(({ activity }) => activity)) {
    const answer = answers.get(requestKey);
    if (answer === JSON.stringify([id, inputHash, about])) continue;
    report(
      'LOG_REQUEST',
      id,
      `expected that its request is answered with it, so that a repeat changes nothing; came ${answer ?? 'nothing'}`,
    );
  }
}

/** Verifies the log: its chain of hashes, each Merkle root and each commitment, and that time never runs backwards. */
export async function checkLog(run: Run, report: Report): Promise<void> {
  let before: LoggedActivity | null = null;
  for (;;) {
    const sequence: number = before?.activity.sequence ?? 0;
    const rows = await run('activities', { after: sequence, limit: page });
    const activities: readonly LoggedActivity[] = readable(rows, activityRow, 'LOG_UNREADABLE', 0, report);
    for (const one of activities) {
      const { activity, hash } = one;
      const expected: number = (before?.activity.sequence ?? 0) + 1;
      if (activity.sequence !== expected) {
        report('LOG_CHAIN', activity.id, `expected number ${expected} in the log; came ${activity.sequence}`);
      }
      if (activity.previousHash !== (before?.hash ?? hashBeforeTheFirst)) {
        report(
          'LOG_CHAIN',
          activity.id,
          'the hash before it, which stands in it, is not that of the activity before it',
        );
      }
      if (hashOf(activity) !== hash) {
        report('LOG_HASH', activity.id, 'its hash is not that of what it says: one of the two was changed');
      }
      if (before && activity.recordedAt <= before.activity.recordedAt) {
        report(
          'LOG_TIME',
          activity.id,
          `expected an instant after ${before.activity.recordedAt}; came ${activity.recordedAt}`,
        );
      }
      before = one;
    }
    await checkStates(run, activities, report);
    await checkRequests(run, activities, report);
    if (rows.length < page) break;
  }
  const head = await logHead(run);
  const last = { sequence: before?.activity.sequence ?? 0, hash: before?.hash ?? hashBeforeTheFirst };
  if (head?.sequence !== last.sequence || head.hash !== last.hash) {
    report('LOG_HEAD', 'head', `expected the last activity, number ${last.sequence}; came ${shown(head)}`);
  } else if (head.recordedAt !== (before?.activity.recordedAt ?? null)) {
    report('LOG_HEAD', 'head', `expected the instant of the last activity; came ${shown(head.recordedAt)}`);
  }
}
