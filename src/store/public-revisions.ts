import type { Revision } from '../domain/revision.ts';
import { firstShown } from './first-shown.ts';
import { countedTo } from './pages.ts';
import { publicRevisions } from './public-history.ts';
import type { Page, PageRequest } from './query.ts';
import { revisionReader } from './revisions.ts';
import { standInRevisions } from './stand-in-revisions.ts';
import type { Views } from './views.ts';

/**
 * The revisions of records as the public sees them, in a store that holds what it may not see. `views.public` is the view
 * that the records were found in.
 */
export function publicRevisionReader(views: Views, upTo?: string) {
  const reader = revisionReader(views.full, upTo);

  async function recorded(recordIds: readonly string[]): Promise<readonly (readonly Revision[])[]> {
    const pages = await reader.listRevisions(recordIds, { limit: countedTo, beyond: null, backward: false });
    return pages.map(({ items }) => items.map(({ item }) => item));
  }

  /** By what the public has those of some records that were recorded first in hiding; null where that came later. */
  async function recordingsSince(
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, Revision | null>> {
    const namings = [...(await firstShown(views.full, recordIds))];
    const naming = await recorded(namings.map(([, { by }]) => by));
    return new Map(
      namings.map(([id, { from }], index) => [
        id,
        naming[index]?.find(({ recordedAt }) => recordedAt === from) ?? null,
      ]),
    );
  }

  async function all(recordIds: readonly string[]): Promise<readonly (readonly Revision[])[]> {
    const found = await recorded(recordIds);
    const none = recordIds.filter((_, index) => found[index]?.length === 0);
    const standIns = await standInRevisions(views, none, recorded, upTo);
    const since = await recordingsSince(recordIds);
    return Promise.all(
      recordIds.map(async (id, index) => {
        const standIn = standIns.get(id);
        if (standIn) return [standIn];
        return since.get(id) === null
          ? []
          : publicRevisions(views.full, found[index] ?? [], since.get(id) ?? undefined);
      }),
    );
  }

  return {
    async listRevisions(recordIds: readonly string[], page: PageRequest): Promise<readonly Page<Revision>[]> {
      const { beyond, limit } = page;
      return (await all(recordIds)).map((revisions) => {
        const rest = revisions.filter(
          ({ recordedAt, id }) =>
            beyond === null || recordedAt < beyond.key || (recordedAt === beyond.key && id < beyond.id),
        );
        const items = rest
          .slice(0, limit)
          .map((item) => ({ item, position: { key: item.recordedAt, id: item.id } }));
        return { items, more: rest.length > limit };
      });
    },
    countRevisions: async (recordIds: readonly string[]): Promise<readonly (number | null)[]> =>
      (await all(recordIds)).map(({ length }) => length),
  };
}
