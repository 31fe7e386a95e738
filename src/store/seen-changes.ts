import { isInViews } from '../domain/ids.ts';
import { isWithdrawn } from '../domain/state.ts';
import { firstShown } from './first-shown.ts';
import type { Run } from './run.ts';
import { hiddenToday, pastEntries, quotedOrNamedIn, versionsSeen } from './seen-states.ts';
import type { Change } from './store.ts';

/**
 * Changes with whether the public sees that anything changed: not where the record is hidden, nor where only what is hidden in it
 * did. Whether one withdraws an assertion is told by the version before that it sees.
 */
export async function seenChanges(full: Run, changes: readonly Change[]): Promise<readonly Change[]> {
  // What stands beside the views is seen by nobody; what was left out of it says nothing that could be read.
  const ids = changes.filter(({ isSeen }) => isSeen).map(({ recordId }) => recordId);
  const states = await pastEntries(full, ids);
  const entries = [...states.values()].flat().map(({ entry }) => entry);
  const isHidden = await hiddenToday(full, entries);
  const since = await firstShown(full, [...ids, ...quotedOrNamedIn(entries)]);
  /** The changes that it sees, each with whether it withdraws what was not before. */
  const seen = new Map<string, boolean>();
  for (const [id, some] of states) {
    const first = since.get(id)?.from ?? '';
    // What was recorded before the public had the record is told with none of the log's changes of it.
    const told = new Set(some.filter(({ from }) => from >= first).map(({ version }) => version));
    const versions = versionsSeen(some, isHidden, since);
    versions.forEach(({ version, entry }, index) => {
      const before = versions[index - 1]?.entry;
      const withdraws = isWithdrawn(entry) && before !== undefined && !isWithdrawn(before);
      if (told.has(version)) seen.set(`${id}/${version}`, withdraws);
    });
  }
  return changes.map((change) => {
    const { recordId, version, type } = change;
    if (!isInViews(type)) return change;
    const withdraws = seen.get(`${recordId}/${version}`);
    // What was erased says the same in every version.
    const isErased = states.get(recordId)?.at(-1)?.entry.state.erased !== undefined;
    const asRecorded = type !== 'Assertion' || version === 1 || isErased;
    return {
      ...change,
      withdraws: asRecorded ? change.withdraws : withdraws === true,
      isSeen: change.isSeen && !isHidden(recordId) && withdraws !== undefined,
    };
  });
}
