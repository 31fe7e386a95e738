import { referencesIn } from '../domain/redaction.ts';
import type { Draft } from '../domain/state.ts';
import { hiddenAmong } from '../domain/visibility.ts';
import { standingOf } from './recorded.ts';
import type { Views } from './views.ts';

/**
 * Drafts with their places anew: first those that the public may see, in their order, then those that it may not.
 * A place orders what was recorded at one instant and stands in cursors, where a gap would tell of what is hidden.
 */
export async function publicFirst(
  views: Views,
  drafts: readonly Draft[],
  at: Date,
): Promise<readonly Draft[]> {
  const standing = await standingOf(views.full, drafts.flatMap(referencesIn));
  const hidden = hiddenAmong(drafts, at, (id) => standing.get(id)?.hidden ?? false);
  if (hidden.size === 0) return drafts;
  const order = [...drafts.filter(({ id }) => !hidden.has(id)), ...drafts.filter(({ id }) => hidden.has(id))];
  const places = new Map(order.map(({ id }, index) => [id, index]));
  return drafts.map((draft) => ({ ...draft, position: places.get(draft.id) ?? draft.position }));
}
