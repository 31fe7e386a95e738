import { z } from 'zod';
import { keptViews, sealOf } from '../kept-views.ts';
import { logPage } from '../log-pages.ts';
import type { Recorded } from '../recorded.ts';
import type { Run } from '../run.ts';
import { hashOfViewChange } from '../view-changes.ts';
import type { ViewState } from '../views.ts';
import { instantOf } from './check-views.ts';
import { type Report, shown } from './problem.ts';
import { readable } from './readable.ts';

const ids = z.array(z.string());
const changeRow = z
  .tuple([z.string(), z.string(), z.string(), ids, ids, ids, z.string(), z.string()])
  .transform(([id, recordedAt, activityId, claimIds, assertionIds, withdrawnIds, previousHash, hash]) => ({
    change: { id, recordedAt, activityId, claimIds, assertionIds, withdrawnIds, previousHash },
    hash,
  }));

/** Whether each change of view is as it was kept, after the one before; answers the hash of the last, empty where there is none. */
async function checkViewChanges(run: Run, report: Report): Promise<string> {
  let [last, after] = ['', ''];
  for (;;) {
    const rows = await run('view-changes-in-order', { after, limit: logPage });
    for (const { change, hash } of readable(rows, changeRow, 'VIEW_WRONG', 0, report)) {
      if (hashOfViewChange(change) !== hash)
        report('VIEW_WRONG', change.id, 'its hash is not that of what it says: one of the two was changed');
      if (change.previousHash !== last)
        report('VIEW_WRONG', change.id, 'the hash in it is not that of the change of view before it');
      last = hash;
      after = change.recordedAt;
    }
    if (rows.length < logPage) return last;
  }
}

/** When the next embargo ends by what the records say, as of when the views are; empty where none does. */
function nextEnd(records: readonly Recorded[], state: ViewState): string {
  const at = instantOf(state).getTime();
  const ends = records.flatMap(({ entry }) => {
    if (entry.type !== 'Source' || entry.state.access !== 'EMBARGOED') return [];
    const { embargoedUntil } = entry.state;
    return embargoedUntil === undefined ? [] : [Date.parse(embargoedUntil)];
  });
  const next = ends.filter((end) => end > at).sort((a, b) => a - b)[0];
  return next === undefined ? '' : new Date(next).toISOString();
}

/**
 * Verifies what is kept of the views beside the log: that the next end of an embargo is what the records say, and that
 * what follows from no record any more, when the public came to see something else and what it was told of that, is as it
 * was kept.
 */
export async function checkKeptViews(
  run: Run,
  records: readonly Recorded[],
  state: ViewState,
  report: Report,
): Promise<void> {
  const { kept, seal } = await keptViews(run);
  const last = await checkViewChanges(run, report);
  if (!state.split) {
    if (seal + last + Object.values(kept).join('') !== '')
      report('VIEW_WRONG', 'head', 'it says nothing of two views, and something is kept of them');
    return;
  }
  if (seal !== sealOf(kept))
    report('VIEW_WRONG', 'head', `what is kept of the views was changed: ${shown(kept)} has another seal`);
  if (kept.viewChangesHash !== last)
    report('VIEW_WRONG', 'head', 'the last change of view that it names is not the last there is');
  const expected = nextEnd(records, state);
  if (kept.nextEmbargoEnd !== expected)
    report(
      'VIEW_WRONG',
      'head',
      `expected the next end of an embargo ${expected || 'nowhere'}; came ${kept.nextEmbargoEnd || 'nothing'}`,
    );
}
