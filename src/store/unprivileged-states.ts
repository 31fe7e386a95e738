import { z } from 'zod';
import { canonicalJson } from '../domain/log.ts';
import { redacted, referencesIn } from '../domain/redaction.ts';
import { type StoredState, storedStates } from './change.ts';
import { entryOf, standingOf } from './recorded.ts';
import type { Views } from './views.ts';
import { rowsOfBatches } from './write-batches.ts';
import type { RecordChange } from './write-port.ts';

const version = z.object({ version: z.number() });

/**
 * The states that records have now, for one who may not see what is hidden: none for a hidden id that the input names,
 * each other with the version that the public sees.
 */
export async function unprivilegedStates(
  views: Views,
  ids: readonly string[],
  named: readonly string[],
): Promise<ReadonlyMap<string, StoredState>> {
  const standing = await standingOf(views.full, ids);
  const seen = ids.filter((id) => !(named.includes(id) && (standing.get(id)?.hidden ?? false)));
  const states = await storedStates(views.full, seen);
  const rows = await rowsOfBatches(views.public, 'nodes-in-view', [...states.keys()]);
  const versions = new Map(rows.map((row) => [String(row[0]), version.parse(row[2]).version]));
  return new Map(
    [...states].map(([id, state]) => [id, { ...state, version: versions.get(id) ?? state.version }]),
  );
}

/** What a writing changes, as one may be told who may not see what is hidden. */
export async function redactedChanges(
  views: Views,
  changes: readonly RecordChange[],
): Promise<readonly RecordChange[]> {
  const entries = changes.flatMap(({ id, before, after }) =>
    [before, after].flatMap((payload) => (payload === null ? [] : [entryOf(id, 0, payload)])),
  );
  const standing = await standingOf(views.full, entries.flatMap(referencesIn));
  const show = (id: string, payload: string) =>
    canonicalJson(
      redacted(
        entryOf(id, 0, payload),
        (one) => standing.get(one)?.hidden ?? false,
        () => undefined,
      ).entry.state,
    );
  return changes.map((change) => ({
    ...change,
    before: change.before === null ? null : show(change.id, change.before),
    after: show(change.id, change.after),
  }));
}
