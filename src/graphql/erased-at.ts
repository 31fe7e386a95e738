import { z } from 'zod';
import { mayBeTombstone, slugAfterErasure, type TombstoneShown } from '../domain/tombstone.ts';
import type { StoreReader } from '../store/store.ts';

const tombstone = z.looseObject({ erased: z.looseObject({}) });

/**
 * When a record was erased; null for one that was not. `reader` is of the present: an erasure reaches into every past, and
 * was at one instant.
 */
export async function erasedAtOf(
  record: TombstoneShown,
  reader: Pick<StoreReader, 'listRevisions'>,
): Promise<string | null> {
  // So that whatever stands asks the store nothing.
  if (!mayBeTombstone(record)) return null;
  const [last] = await reader.listRevisions([record.id], { limit: 1, beyond: null, backward: false });
  const revision = last?.items[0]?.item;
  if (revision === undefined || !tombstone.safeParse(JSON.parse(revision.after)).success) return null;
  return revision.recordedAt;
}

/** The claim or source at a readable name, or what is left of one that was erased there; null where neither is. */
export async function recordAt<Found>(
  slug: string,
  bySlug: (slug: string) => Promise<Found | null>,
): Promise<Found | null> {
  return (await bySlug(slug)) ?? bySlug(slugAfterErasure(slug));
}
