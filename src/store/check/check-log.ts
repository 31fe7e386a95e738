import { z } from 'zod';
import { type Activity, commitmentOf, hashBeforeTheFirst, hashOf, merkleRoot } from '../../domain/log.ts';
import { groupByFirst, type Run } from '../run.ts';
import { type Report, shown } from './problem.ts';

const activityRow = z
  .tuple([
    z.string(),
    z.number(),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.number(),
    z.string(),
    z.string(),
    z.string(),
  ])
  .transform(
    ([id, sequence, recordedAt, by, method, title, requestKey, changes, root, previousHash, hash]) => ({
      hash,
      activity: {
        id,
        sequence,
        recordedAt,
        by,
        method,
        title,
        requestKey,
        changes,
        merkleRoot: root,
        previousHash,
      } satisfies Activity,
    }),
  );
type LoggedActivity = z.output<typeof activityRow>;

const stateRow = z
  .tuple([z.string(), z.number(), z.string(), z.string(), z.string(), z.string(), z.string()])
  .transform(([, index, id, from, payload, salt, commitment]) => ({
    index,
    id,
    from,
    payload,
    salt,
    commitment,
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

/** Activities side by side as long as they wrote little, one alone that wrote much. */
function batches(activities: readonly LoggedActivity[]): readonly (readonly LoggedActivity[])[] {
  const found: LoggedActivity[][] = [];
  let room = 0;
  for (const one of activities) {
    const batch = found.at(-1);
    if (batch && one.activity.changes <= room) batch.push(one);
    else {
      found.push([one]);
      room = page;
    }
    room -= one.activity.changes;
  }
  return found;
}

/** The states of a batch, in the order of each tree; of an activity that wrote much, page by page. */
async function* statesOf(
  run: Run,
  batch: readonly LoggedActivity[],
): AsyncGenerator<ReadonlyMap<string, readonly LoggedState[]>> {
  const ids = batch.map(({ activity }) => activity.id);
  const most = Math.max(...batch.map(({ activity }) => activity.changes));
  const read = async (from: number, below: number) =>
    groupByFirst(await run('states-of-activities', { ids, from, below }), (row) => stateRow.parse(row));
  if (most <= page) return yield await read(0, beyondAll);
  for (let from = 0; from < most; from += page) yield await read(from, from + page);
  yield await read(Math.ceil(most / page) * page, beyondAll);
}

async function checkStates(run: Run, activities: readonly LoggedActivity[], report: Report): Promise<void> {
  for (const batch of batches(activities)) {
    const commitments = new Map<string, string[]>(batch.map(({ activity }) => [activity.id, []]));
    for await (const states of statesOf(run, batch)) {
      for (const { activity } of batch) {
        const leaves = commitments.get(activity.id) ?? [];
        for (const state of states.get(activity.id) ?? []) {
          leaves.push(state.commitment);
          if (commitmentOf(state.salt, state.payload) !== state.commitment) {
            report(
              'LOG_COMMITMENT',
              state.id,
              'its payload and salt do not open its commitment: one of the three was changed',
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
      if (leaves.length !== activity.changes) {
        report('LOG_MERKLE_ROOT', activity.id, `expected ${activity.changes} states; came ${leaves.length}`);
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
  const answers = new Map(rows.map((row) => [String(row[0]), row[1]]));
  for (const { activity } of activities) {
    const answer = answers.get(activity.requestKey);
    if (answer === activity.id) continue;
    report(
      'LOG_REQUEST',
      activity.id,
      `expected that its request is answered with it, so that a repeat changes nothing; came ${shown(answer)}`,
    );
  }
}

/** Verifies the log: its chain of hashes, each Merkle root and each commitment, and that time never runs backwards. */
export async function checkLog(run: Run, report: Report): Promise<void> {
  let before: LoggedActivity | null = null;
  for (;;) {
    const sequence: number = before?.activity.sequence ?? 0;
    const rows = await run('activities', { after: sequence, limit: page });
    const activities: readonly LoggedActivity[] = rows.map((row) => activityRow.parse(row));
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
    if (activities.length < page) break;
  }
  const head = await logHead(run);
  const last = { sequence: before?.activity.sequence ?? 0, hash: before?.hash ?? hashBeforeTheFirst };
  if (head?.sequence !== last.sequence || head.hash !== last.hash) {
    report('LOG_HEAD', 'head', `expected the last activity, number ${last.sequence}; came ${shown(head)}`);
  } else if (head.recordedAt !== (before?.activity.recordedAt ?? null)) {
    report('LOG_HEAD', 'head', `expected the instant of the last activity; came ${shown(head.recordedAt)}`);
  }
}
