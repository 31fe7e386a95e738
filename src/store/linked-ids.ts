import { distinct, groupByFirst, type Run } from './run.ts';

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
  };
}
