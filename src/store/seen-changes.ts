import { canonicalJson } from '../domain/log.ts';
import { redacted, referencesIn } from '../domain/redaction.ts';
import { draftOf, standingOf } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import type { Change } from './store.ts';
import { rowsOfBatches } from './write-batches.ts';

/** Changes with whether the public sees that anything changed: not where the record is hidden, nor where only what is hidden in it did. */
export async function seenChanges(full: Run, changes: readonly Change[]): Promise<readonly Change[]> {
  const ids = distinct(changes.map(({ recordId }) => recordId));
  const rows = await rowsOfBatches(full, 'states-of-records', ids);
  const drafts = new Map(
    rows.map((row) => [String(row[1]), draftOf(String(row[0]), Number(row[4]), String(row[3]))]),
  );
  const standing = await standingOf(full, [...ids, ...[...drafts.values()].flatMap(referencesIn)]);
  const isHidden = (id: string) => standing.get(id)?.hidden ?? false;
  const shown = (id: string, version: number): string | null => {
    const draft = drafts.get(`${id}/${version}`);
    return draft === undefined ? null : canonicalJson(redacted(draft, isHidden, () => undefined).draft.state);
  };
  return changes.map((change) => {
    const { recordId, version, isNew } = change;
    const differs = isNew || shown(recordId, version) !== shown(recordId, version - 1);
    return { ...change, isSeen: !isHidden(recordId) && differs };
  });
}
