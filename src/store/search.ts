import { z } from 'zod';
import type { RecordType } from '../domain/ids.ts';
import type { SearchType } from '../domain/vocabulary.ts';
import { luceneQuery } from './lucene-query.ts';
import { countedTo, lastFirst, type Placed, pageParameters, toPage } from './pages.ts';
import type { Page, PageRequest } from './query.ts';
import { type RowReader, rowOf } from './row-reader.ts';
import { claimRow, entityRow, passageRow, sourceRow } from './rows.ts';
import type { Run } from './run.ts';
import type { Searchable } from './store.ts';

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

/** All hits of a page, in no order. */
export const hitsRow = rowOf((columns) => columns.rows(hit));

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
      const turned = page.backward ? -1 : 1;
      const found = rows.flatMap((row) => hitsRow.parse(row)).sort((a, b) => turned * lastFirst(a, b));
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
