import { z } from 'zod';
import { logPage } from '../log-pages.ts';
import type { LoggedActivity } from '../log-port.ts';
import type { Run } from '../run.ts';
import type { Report } from './problem.ts';
import { readable } from './readable.ts';

/** Whether the request of each activity is answered with it. */
export async function checkRequests(
  run: Run,
  activities: readonly LoggedActivity[],
  report: Report,
): Promise<void> {
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

const row = z.tuple([
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.boolean(),
  z.number().nullable(),
]);

/**
 * Whether every request is answered by what the log has: by its activity, or as an aside, which the chain of asides binds.
 * Answers how many there are.
 */
export async function checkAllRequests(run: Run, report: Report): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const rows = await run('requests-in-order', { after, limit: logPage });
    const requests = readable(rows, row, 'LOG_UNREADABLE', 0, report);
    for (const [key, activityId, servedKey, isAside, unchanged] of requests) {
      const isServed = activityId !== null && servedKey === key && !isAside && unchanged === null;
      const isUnchanged = activityId === null && isAside && unchanged !== null;
      if (!isServed && !isUnchanged)
        report('LOG_REQUEST', key, 'expected a request that one activity or one aside answers; it is none');
    }
    count += rows.length;
    if (rows.length < logPage) return count;
    after = String(rows.at(-1)?.[0]);
  }
}
