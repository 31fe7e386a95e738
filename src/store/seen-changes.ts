import { isInViews } from '../domain/ids.ts';
import type { Run } from './run.ts';
import { hiddenToday, pastEntries, seenStates, shownText } from './seen-states.ts';
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
  const seen = new Set(
    [...states].flatMap(([id, some]) =>
      seenStates(some, (entry) => shownText(entry, isHidden)).map(({ version }) => `${id}/${version}`),
    ),
  );
  return changes.map((change) => {
    const { recordId, version } = change;
    if (!isInViews(change.type)) return change;
    return { ...change, isSeen: change.isSeen && !isHidden(recordId) && seen.has(`${recordId}/${version}`) };
  });
}
