import type { Revision } from '../domain/revision.ts';
import { countedTo } from './lists.ts';
import { publicRevisions } from './public-history.ts';
import type { Page, PageRequest } from './query.ts';
import { revisionReader } from './revisions.ts';
import type { Run } from './run.ts';

/** The revisions of records as the public sees them, in a store that holds what it may not see. */
export function publicRevisionReader(full: Run, upTo?: string) {
  const reader = revisionReader(full, upTo);

  async function all(recordIds: readonly string[]): Promise<readonly (readonly Revision[])[]> {
    const pages = await reader.listRevisions(recordIds, { limit: countedTo, beyond: null, backward: false });
    return Promise.all(
      pages.map(({ items }) =>
        publicRevisions(
          full,
          items.map(({ item }) => item),
        ),
      ),
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
