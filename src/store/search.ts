import { z } from 'zod';
import type { RecordType } from '../domain/ids.ts';
import type { SearchType } from '../domain/vocabulary.ts';
import { luceneQuery } from './lucene-query.ts';
import { countedTo, pageParameters, toPage } from './pages.ts';
import type { Page, PageRequest } from './query.ts';
import { claimRow, entityRow, passageRow, sourceRow } from './rows.ts';
import type { Run } from './run.ts';
import type { Searchable } from './store.ts';

const recordTypeOf: Record<SearchType, RecordType> = {
  CLAIM: 'Claim',
  ENTITY: 'Entity',
  SOURCE: 'Source',
  PASSAGE: 'Passage',
};

const row = z.tuple([z.string(), z.string(), z.string(), z.unknown(), z.array(z.unknown()).nullable()]);

function toSearchable(type: string, columns: unknown, version: readonly unknown[] | null): Searchable {
  switch (type) {
    case 'Claim':
      return claimRow.parse(columns);
    case 'Entity':
      return entityRow.parse(columns);
    case 'Source':
      return sourceRow.parse(columns);
    default:
      return passageRow.parse([columns, ...(version ?? [])]);
  }
}

/** Full-text search; the store's CONTAINS decides, so that both engines agree. */
export function searchReader(run: Run) {
  return {
    async search(
      needles: readonly string[],
      phrase: string,
      types: readonly SearchType[],
      page: PageRequest,
    ): Promise<Page<Searchable>> {
      const rows = await run('search', {
        ...pageParameters(page, { keyDescending: true, idDescending: false }),
        needles,
        phrase,
        types: types.map((type) => recordTypeOf[type]),
        lucene: luceneQuery(needles),
      });
      const found = rows.map((columns) => {
        const [key, type, id, node, version] = row.parse(columns);
        return { item: toSearchable(type, node, version), position: { key, id } };
      });
      return toPage(found, page);
    },
    async countSearch(needles: readonly string[], types: readonly SearchType[]): Promise<number | null> {
      const rows = await run('count-search', {
        needles,
        types: types.map((type) => recordTypeOf[type]),
        lucene: luceneQuery(needles),
      });
      const count = z.number().parse(rows[0]?.[0]);
      return count > countedTo ? null : count;
    },
  };
}
