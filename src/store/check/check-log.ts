import { commitmentOf, hashBeforeTheFirst, hashOf, leafOf, merkleRoot } from '../../domain/log.ts';
import {
  activityRow,
  batchesOf,
  identitiesLeftOutUpTo,
  loggedStateRow,
  logHead,
  logPage,
  statesOf,
} from '../log-pages.ts';
import type { LoggedActivity, LoggedState } from '../log-port.ts';
import type { Run } from '../run.ts';
import { AsideCheck } from './check-asides.ts';
import { ErasureCheck } from './check-erasures.ts';
import { checkAllRequests, checkRequests } from './check-requests.ts';
import { type LeftOut, LeftOutStates } from './left-out-states.ts';
import { type Report, shown } from './problem.ts';
import { readable } from './readable.ts';

/** Whether what a state says, with its salt, is what its activity committed to. */
function opens({ payload, salt, commitment, id, method, position }: LoggedState): boolean {
  if (payload === null || salt === null) return false;
  return commitmentOf(salt, { id, method, position, payload }) === commitment;
}

/** Whether each state has the place in its activity's tree that those before it leave to it, alone. */
function checkPlaces(states: readonly LoggedState[], from: number, report: Report): void {
  const at = Map.groupBy(states, ({ index }) => index);
  for (const [offset, { id, index, activityId }] of states.entries()) {
    const others = (at.get(index) ?? []).filter((other) => other.id !== id);
    if (others.length === 0 && index === from + offset) continue;
    const beside = others.length === 0 ? '' : `, as did ${others.map((other) => other.id).join(', ')}`;
    const message = `expected the place ${from + offset} among the states of ${activityId}; came ${index}${beside}`;
    report('LOG_MERKLE_ROOT', id, message);
  }
}

async function checkStates(
  run: Run,
  activities: readonly LoggedActivity[],
  erasures: ErasureCheck,
  leftOut: LeftOutStates,
  report: Report,
): Promise<void> {
  for (const batch of batchesOf(activities)) {
    const leavesOf = new Map<string, string[]>(batch.map(({ activity }) => [activity.id, []]));
    const pages = statesOf(run, batch, (rows) =>
      readable(rows, loggedStateRow, 'STATE_UNREADABLE', 2, report),
    );
    for await (const states of pages) {
      for (const { activity } of batch) {
        const leaves = leavesOf.get(activity.id) ?? [];
        const ofActivity = states.get(activity.id) ?? [];
        checkPlaces(ofActivity, leaves.length, report);
        for (const state of ofActivity) {
          leaves.push(leafOf(state));
          if (!leftOut.take(state, activity) && !erasures.take(state) && !opens(state)) {
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
      const leaves = leavesOf.get(activity.id) ?? [];
      const changes = activity.added + activity.revised;
      if (leaves.length !== changes) {
        report('LOG_MERKLE_ROOT', activity.id, `expected ${changes} states; came ${leaves.length}`);
      } else if (merkleRoot(leaves) !== activity.merkleRoot) {
        report(
          'LOG_MERKLE_ROOT',
          activity.id,
          'its Merkle root is not that of its states and their commitments',
        );
      }
    }
  }
}

/** What a log holds that others must know of. */
export interface CheckedLog {
  readonly leftOut: LeftOut;
  readonly asides: number;
  readonly requests: number;
}

/**
 * Verifies the log: its chain of hashes, each Merkle root and each commitment, that time never runs backwards, and the asides.
 * Answers what was left out when the store was restored, which has a commitment and nothing that would open it, and how many
 * nodes it found of what stands beside the log.
 */
export async function checkLog(run: Run, report: Report): Promise<CheckedLog> {
  const leftOut = new LeftOutStates(await identitiesLeftOutUpTo(run), report);
  const erasures = new ErasureCheck(report);
  const asides = new AsideCheck(run, report);
  let before: LoggedActivity | null = null;
  for (;;) {
    const sequence: number = before?.activity.sequence ?? 0;
    const rows = await run('activities', { after: sequence, limit: logPage });
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
      leftOut.takeActivity(activity);
      await asides.takeActivity(activity);
      before = one;
    }
    await checkStates(run, activities, erasures, leftOut, report);
    await checkRequests(run, activities, report);
    if (rows.length < logPage) break;
  }
  erasures.end();
  leftOut.end();
  const head = await logHead(run);
  const last = { sequence: before?.activity.sequence ?? 0, hash: before?.hash ?? hashBeforeTheFirst };
  if (head?.sequence !== last.sequence || head.hash !== last.hash) {
    report('LOG_HEAD', 'head', `expected the last activity, number ${last.sequence}; came ${shown(head)}`);
  } else if (head.recordedAt !== (before?.activity.recordedAt ?? null)) {
    report('LOG_HEAD', 'head', `expected the instant of the last activity; came ${shown(head.recordedAt)}`);
  }
  await asides.end(head, erasures.erased);
  const requests = await checkAllRequests(run, report);
  return { leftOut, asides: asides.walked, requests };
}
