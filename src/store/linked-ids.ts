import { startKey } from './record-nodes.ts';
import { distinct, groupByFirst, type Run } from './run.ts';
import type { PassagePlace } from './store.ts';

/** What leads to records, against the way of the links that they were recorded with. */
export function linkedIdsReader(run: Run) {
  async function leadingTo(
    statement: 'children-of-sources' | 'assertions-quoting-passages',
    ids: readonly string[],
  ): Promise<readonly (readonly string[])[]> {
    const rows = await run(statement, { ids: distinct(ids) });
    const found = groupByFirst(rows, (row) => String(row[1]));
    return ids.map((id) => [...(found.get(id) ?? [])].sort());
  }
  return {
    derivativesOf: (sourceIds: readonly string[]) => leadingTo('children-of-sources', sourceIds),
    quotingOf: (passageIds: readonly string[]) => leadingTo('assertions-quoting-passages', passageIds),
    async passagesAt(places: readonly PassagePlace[]): Promise<readonly string[]> {
      const starts = new Map<string, Set<string>>();
      for (const { version, start } of places)
        starts.set(version, (starts.get(version) ?? new Set()).add(startKey(start)));
      const rows = await run('passages-beginning-at', {
        places: [...starts].map(([version, some]) => ({ version, starts: [...some] })),
      });
      return rows.map(([id]) => String(id)).sort();
    },
  };
}
