import { z } from 'zod';
import type { Claim } from '../domain/model.ts';
import { mayBeErased, slugAfterErasure } from '../domain/tombstone.ts';
import type { StoreReader } from '../store/store.ts';

const tombstone = z.looseObject({ erased: z.looseObject({}) });

/**
 * When a claim was erased; null for one that was not. `reader` is of the present: an erasure reaches into every past, and
 * was at one instant.
 */
export async function erasedAtOf(
  { id, slug }: Pick<Claim, 'id' | 'slug'>,
  reader: Pick<StoreReader, 'listRevisions'>,
): Promise<string | null> {
  // So that whatever stands asks the store nothing.
  if (!mayBeErased(slug)) return null;
  const [last] = await reader.listRevisions([id], { limit: 1, beyond: null, backward: false });
  const revision = last?.items[0]?.item;
  if (revision === undefined || !tombstone.safeParse(JSON.parse(revision.after)).success) return null;
  return revision.recordedAt;
}

/** The claim at a readable name, or what is left of one that was erased there; null where neither is. */
export async function claimAt<Found>(
  slug: string,
  bySlug: (slug: string) => Promise<Found | null>,
): Promise<Found | null> {
  return (await bySlug(slug)) ?? bySlug(slugAfterErasure(slug));
}
