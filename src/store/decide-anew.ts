import { isInViews } from '../domain/ids.ts';
import { recordedAfter } from '../domain/log.ts';
import { visibilityOrder } from '../domain/visibility.ts';
import type { Engine } from '../engine/engine.ts';
import { refreshFacets } from './facets.ts';
import { lockHead } from './lock-head.ts';
import { keepAllNamers } from './named-once.ts';
import { recordedByIds } from './recorded.ts';
import { refreshPublic } from './refresh-public.ts';
import { recordedOfTypes } from './split-views.ts';
import type { Statements } from './statements.ts';
import { type Views, viewState, viewsIn } from './views.ts';

/** As many records as one transaction decides of. */
const batchSize = 200;

/**
 * Decides anew what the public sees of a store in which something is hidden, where that stands by the rules of an earlier
 * program: what is kept to decide by, what is hidden, what is counted, and all that stands in the public view. It hangs on the
 * states alone, so that it may be broken off and begun again, and be done by two instances at once. Where nothing is hidden there
 * is nothing to decide.
 */
export async function decideAnew(engine: Engine, statements: Statements, now: () => Date): Promise<void> {
  /** Whether it was done: not where nothing is hidden. */
  const inOneTransaction = (work: (views: Views, recordedAt: string) => Promise<void>): Promise<boolean> =>
    engine.write(async (transaction) => {
      const views = viewsIn(transaction, statements);
      const head = await lockHead(views.public, 'decide-anew');
      if (head === null || !(await viewState(views.public)).split) return false;
      await work(views, recordedAfter(head.last, now()));
      return true;
    });

  if (!(await inOneTransaction(({ full }) => keepAllNamers(full)))) return;
  const ids = await recordedOfTypes(
    (name, parameters) => engine.read(statements.full.get(name), parameters),
    visibilityOrder.filter(isInViews),
  );
  for (let start = 0; start < ids.length; start += batchSize) {
    const some = ids.slice(start, start + batchSize);
    await inOneTransaction(async (views, recordedAt) => {
      const records = await recordedByIds(views.full, some);
      const touched = [...records.values()].map(({ entry }) => ({ entry, before: entry }));
      await refreshFacets(
        views.full,
        touched.map(({ entry }) => ({ entry, before: { ...entry.state } })),
      );
      // As by the hour: nothing of it is in the log.
      await refreshPublic(views, touched, new Date(recordedAt), { recordedAt, activityId: '' });
    });
  }
}
