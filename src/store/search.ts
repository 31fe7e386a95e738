import { z } from 'zod';
import type { RecordType } from '../domain/ids.ts';
import type { SearchType } from '../domain/vocabulary.ts';
import { countedTo, pageParameters, toPage } from './lists.ts';
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

/**
 * What Neo4j's full-text index (analyzer `cjk`: bigrams of Chinese, words of Latin) is asked, so that it leaves out
 * nothing that CONTAINS would find. A needle begins with a space where a word must begin there; its last word may
 * go on. A single character is in no bigram, so that nothing narrows it.
 */
export function luceneQuery(needles: readonly string[]): string {
  const clauses = needles.flatMap((needle) => {
    const runs = needle.split(' ').filter((run) => run !== '');
    return runs.flatMap((run, index) => {
      const cjk = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(run);
      if (cjk) return [...run].length > 1 ? [`+"${run}"`] : [];
      if (!/^[a-z0-9]+$/.test(run)) return [];
      return [index === runs.length - 1 ? `+${run}*` : `+${run}`];
    });
  });
  return clauses.length === 0 ? '*:*' : clauses.join(' ');
}

const row = z.tuple([z.string(), z.string(), z.string(), z.unknown(), z.unknown()]);

function toSearchable(type: string, columns: unknown, version: unknown): Searchable {
  switch (type) {
    case 'Claim':
      return claimRow.parse(columns);
    case 'Entity':
      return entityRow.parse(columns);
    case 'Source':
      return sourceRow.parse(columns);
    default:
      return passageRow.parse([columns, version]);
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
