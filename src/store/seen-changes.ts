import { isInViews } from '../domain/ids.ts';
import { firstShown } from './first-shown.ts';
import type { Run } from './run.ts';
import { hiddenToday, pastEntries, versionsSeen } from './seen-states.ts';
import type { Change } from './store.ts';

/** Changes with whether the public sees that anything changed: not where the record is hidden, nor where only what is hidden in it did. */
export async function seenChanges(full: Run, changes: readonly Change[]): Promise<readonly Change[]> {
  // What stands beside the views is seen by nobody; what was left out of it says nothing that could be read.
  const ids = changes.filter(({ isSeen }) => isSeen).map(({ recordId }) => recordId);
  const states = await pastEntries(full, ids);
  const isHidden = await hiddenToday(
    full,
    [...states.values()].flat().map(({ entry }) => entry),
  );
  const since = await firstShown(full, ids);
  const seen = new Set(
    [...states].flatMap(([id, some]) => {
      const first = since.get(id)?.from ?? '';
      // What was recorded before the public had the record is told with none of the log's changes of it.
      const told = new Set(some.filter(({ from }) => from >= first).map(({ version }) => version));
      return versionsSeen(some, isHidden, since.get(id)).flatMap(({ version }) =>
        told.has(version) ? `${id}/${version}` : [],
      );
    }),
  );
  return changes.map((change) => {
    const { recordId, version } = change;
    if (!isInViews(change.type)) return change;
    return { ...change, isSeen: change.isSeen && !isHidden(recordId) && seen.has(`${recordId}/${version}`) };
  });
}
