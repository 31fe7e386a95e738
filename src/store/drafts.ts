import { z } from 'zod';
import { type Draft, type DraftSight, draftState } from '../domain/draft.ts';
import { typeOfId } from '../domain/ids.ts';
import { narrowing } from './narrowing.ts';
import { pageParameters, pagesOf, totalsOf } from './pages.ts';
import type { DraftFilter, Page, PageRequest } from './query.ts';
import { rowOf } from './row-reader.ts';
import { aligned, distinct, type Run } from './run.ts';
import type { StoreReader } from './store.ts';

const stored = draftState.extend({ erased: z.unknown().optional() });

/** See `cypher/fragments/draft.cypher`. */
export const draftRow = rowOf((columns): Draft => {
  const id = columns.text();
  const recordedAt = columns.text();
  const position = columns.number();
  const version = columns.number();
  const { erased: _, ...state } = stored.parse(JSON.parse(columns.text()));
  return { ...state, type: 'Draft', id, recordedAt, position, version };
});

/** The drafts that someone may see; to whoever may see none, none are there. */
export function draftReader(run: Run, sight: DraftSight) {
  const parameters = ({ status, author }: DraftFilter) =>
    narrowing({ status, author: authorsSeen(sight, author) });
  return {
    async draftsByIds(ids: readonly string[]): Promise<readonly (Draft | null)[]> {
      const drafts = ids.filter((id) => typeOfId(id) === 'Draft');
      if (sight === 'NONE' || drafts.length === 0) return ids.map(() => null);
      const author = authorsSeen(sight, null);
      const rows = await run('drafts-by-ids', { ids: distinct(drafts), ...narrowing({ author }) });
      return aligned(ids, new Map(rows.map((row) => draftRow.parse(row[0])).map((one) => [one.id, one])));
    },
    async listDrafts(filter: DraftFilter, page: PageRequest): Promise<Page<Draft>> {
      if (sight === 'NONE') return { items: [], more: false };
      const rows = await run('list-drafts', {
        ...parameters(filter),
        ...pageParameters(page, { keyDescending: false, idDescending: false }),
      });
      const [found] = pagesOf(
        1,
        rows.map((row) => [0, ...row]),
        page,
        (row) => draftRow.parse(row[2]),
      );
      return found ?? { items: [], more: false };
    },
    async countDrafts(filter: DraftFilter): Promise<number | null> {
      if (sight === 'NONE') return 0;
      const rows = await run('count-drafts', parameters(filter));
      const [total = 0] = totalsOf(
        1,
        rows.map((row) => [0, ...row]),
      );
      return total;
    },
  };
}

/** Whose drafts one sees of those that were asked for; null for everybody's. */
function authorsSeen(sight: DraftSight, author: string | null): readonly string[] | null {
  if (sight === 'NONE') return [];
  if (sight === 'ALL') return author === null ? null : [author];
  return author === null || author === sight.author ? [sight.author] : [];
}

/** A reader that sees drafts, besides what it reads. `run` runs the statements of the same graph. */
export function seeingDrafts(reader: StoreReader, run: Run, sight: DraftSight): StoreReader {
  if (sight === 'NONE') return reader;
  const drafts = draftReader(run, sight);
  return {
    ...reader,
    ...drafts,
    async recordsByIds(ids) {
      const [records, some] = await Promise.all([reader.recordsByIds(ids), drafts.draftsByIds(ids)]);
      return ids.map((_, index) => records[index] ?? some[index] ?? null);
    },
  };
}
