import { isInViews } from '../domain/ids.ts';
import { canonicalJson } from '../domain/log.ts';
import { redacted, referencesIn } from '../domain/redaction.ts';
import { entryOf, standingOf } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import type { Change } from './store.ts';
import { rowsOfBatches } from './write-batches.ts';

/** Changes with whether the public sees that anything changed: not where the record is hidden, nor where only what is hidden in it did. */
export async function seenChanges(full: Run, changes: readonly Change[]): Promise<readonly Change[]> {
  // What stands beside the views is seen by nobody; what was left out of it says nothing that could be read.
  const ids = distinct(changes.filter(({ isSeen }) => isSeen).map(({ recordId }) => recordId));
  const rows = await rowsOfBatches(full, 'states-of-records', ids);
  const entries = new Map(
    rows.map((row) => [String(row[1]), entryOf(String(row[0]), Number(row[4]), String(row[3]))]),
  );
  const standing = await standingOf(full, [...ids, ...[...entries.values()].flatMap(referencesIn)]);
  const isHidden = (id: string) => standing.get(id)?.hidden ?? false;
  const shown = (id: string, version: number): string | null => {
    const entry = entries.get(`${id}/${version}`);
    return entry === undefined ? null : canonicalJson(redacted(entry, isHidden, () => undefined).entry.state);
  };
  return changes.map((change) => {
    const { recordId, version, isNew } = change;
    if (!isInViews(change.type)) return change;
    const differs = isNew || shown(recordId, version) !== shown(recordId, version - 1);
    return { ...change, isSeen: change.isSeen && !isHidden(recordId) && differs };
  });
}
