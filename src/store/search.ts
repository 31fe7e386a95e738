import { z } from 'zod';
import type { RecordType } from '../domain/ids.ts';
import type { SearchType } from '../domain/vocabulary.ts';
import { luceneQuery } from './lucene-query.ts';
import { countedTo, lastFirst, lastFirstParameters, type Placed, toPage } from './pages.ts';
import type { Page, PageRequest } from './query.ts';
import { type RowReader, rowOf } from './row-reader.ts';
import { claimRow, entityRow, passageRow, sourceRow } from './rows.ts';
import type { Run } from './run.ts';
import type { Searchable, SearchQuery } from './store.ts';

const recordTypeOf: Record<SearchType, RecordType> = {
  CLAIM: 'Claim',
  ENTITY: 'Entity',
  SOURCE: 'Source',
  PASSAGE: 'Passage',
};

const asItIs: RowReader<unknown> = { parse: (row) => row };
const versionColumns = z.array(z.unknown());

function searchable(type: string, node: unknown, version: unknown): Searchable {
  switch (type) {
    case 'Claim':
      return claimRow.parse(node);
    case 'Entity':
      return entityRow.parse(node);
    case 'Source':
      return sourceRow.parse(node);
    default:
      return passageRow.parse([node, ...versionColumns.parse(version)]);
  }
}

const hit = rowOf((columns): Placed<Searchable> => {
  const position = { key: columns.text(), id: columns.text() };
  const [type, node, version] = [columns.text(), columns.row(asItIs), columns.row(asItIs)];
  return { position, item: searchable(type, node, version) };
});

/** The number of a search, and all hits of its page, in no order. */
export const hitsRow = rowOf((columns) => [columns.number(), columns.rows(hit)] as const);

/** Full-text search; the store's CONTAINS decides, so that both engines agree. */
export function searchReader(run: Run) {
  return {
    async search(asked: readonly SearchQuery[], page: PageRequest): Promise<readonly Page<Searchable>[]> {
      if (asked.length === 0) return [];
      const rows = await run('search', {
        ...lastFirstParameters(page),
        asked: asked.map(({ needles, phrase, types }, key) => ({
          key,
          needles,
          phrase,
          types: types.map((type) => recordTypeOf[type]),
          lucene: luceneQuery(needles),
        })),
      });
      const found = new Map(rows.map((row) => hitsRow.parse(row)));
      return asked.map((_, key) => toPage([...(found.get(key) ?? [])].sort(lastFirst), page));
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
