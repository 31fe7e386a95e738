import type { Revision } from '../domain/revision.ts';
import type { Entry } from '../domain/state.ts';
import { recordMethods } from '../domain/vocabulary.ts';
import { anchorsOf, pageParameters, pagesOf, totalsOf } from './pages.ts';
import type { Page, PageRequest } from './query.ts';
import { entryOf } from './recorded.ts';
import { rowOf } from './row-reader.ts';
import type { Run } from './run.ts';

/** After every instant that a recording can have. */
const always = '9999-12-31T23:59:59.999Z';

/** See `cypher/list-revisions-of-records.cypher`. */
export const revisionRow = rowOf((columns) => {
  columns.number();
  columns.text();
  return {
    id: columns.text(),
    version: columns.number(),
    recordedAt: columns.text(),
    until: columns.textOrNull(),
    method: columns.oneOf(recordMethods),
    after: columns.text(),
    activityId: columns.text(),
    by: columns.text(),
    title: columns.text(),
    callerId: columns.text(),
  };
});

type Found = ReturnType<typeof revisionRow.parse>;

/** Each with the state before it, which is the next of the list: the last one recorded stands first. */
function withBefore(found: readonly Found[], upTo: string): readonly Revision[] {
  return found.map((revision, index) => ({
    ...revision,
    // What took its place later had not by then.
    until: revision.until !== null && revision.until > upTo ? null : revision.until,
    before: found[index + 1]?.after ?? null,
  }));
}

/** The state of a revision as an entry. */
export function revisionEntry({ id, after }: Pick<Revision, 'id' | 'after'>): Entry {
  return entryOf(id.slice(0, id.indexOf('/')), 0, after);
}

/** The states that records have had, as far as they were recorded by an instant. */
export function revisionReader(run: Run, upTo: string = always) {
  return {
    async listRevisions(recordIds: readonly string[], page: PageRequest): Promise<readonly Page<Revision>[]> {
      if (page.backward) throw new Error('revisions are read forward only: the state before is the next one');
      const rows = await run('list-revisions-of-records', {
        ...pageParameters(page, { keyDescending: true, idDescending: true }),
        anchors: anchorsOf(recordIds.map((id) => [id])),
        upTo,
      });
      const whole = { ...page, limit: page.limit + 1 };
      return pagesOf(recordIds.length, rows, whole, (row) => revisionRow.parse(row)).map(({ items }) => {
        const revisions = withBefore(
          items.map(({ item }) => item),
          upTo,
        );
        return {
          items: revisions
            .slice(0, page.limit)
            .map((item) => ({ item, position: { key: item.recordedAt, id: item.id } })),
          more: items.length > page.limit,
        };
      });
    },
    async countRevisions(recordIds: readonly string[]): Promise<readonly (number | null)[]> {
      const anchors = anchorsOf(recordIds.map((id) => [id]));
      return totalsOf(recordIds.length, await run('count-revisions-of-records', { anchors, upTo }));
    },
  };
}
