import { referencesIn } from '../domain/redaction.ts';
import type { Entry } from '../domain/state.ts';
import { hiddenAmong, type IsHidden } from '../domain/visibility.ts';
import { storedStates } from './change.ts';
import { standingOf } from './recorded.ts';
import type { Views } from './views.ts';

/**
 * Entries with their places anew: first those that the public may see, in their order, then those that it may not.
 * A place orders what was recorded at one instant and stands in cursors, where a gap would tell of what is hidden.
 */
export async function publicFirst(
  views: Views,
  entries: readonly Entry[],
  at: Date,
): Promise<readonly Entry[]> {
  const ids = entries.flatMap((entry) => [entry.id, ...referencesIn(entry)]);
  const standing = await standingOf(views.full, ids);
  const isHidden: IsHidden = (id) => standing.get(id)?.hidden ?? false;
  const before = await storedStates(
    views.full,
    entries.flatMap(({ id, type }) => (type === 'Claim' ? [id] : [])),
  );
  const hidden = hiddenAmong(
    entries,
    at,
    // What was hidden is so still, where nothing visible of these leads to it.
    (id) => (isHidden(id) ? undefined : before.get(id)?.firstRecordedAt) ?? at.toISOString(),
    isHidden,
  );
  if (hidden.size === 0) return entries;
  const order = [
    ...entries.filter(({ id }) => !hidden.has(id)),
    ...entries.filter(({ id }) => hidden.has(id)),
  ];
  const places = new Map(order.map(({ id }, index) => [id, index]));
  return entries.map((entry) => ({ ...entry, position: places.get(entry.id) ?? entry.position }));
}
