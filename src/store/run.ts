import type { Parameters, Row } from '../engine/engine.ts';

/** Runs a named statement, in a transaction or by itself. */
export type Run = (name: string, parameters?: Parameters) => Promise<readonly Row[]>;

/** Rows that lead with the id they belong to, gathered by it. */
export function groupByFirst<Thing>(
  rows: readonly Row[],
  parse: (row: Row) => Thing,
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const row of rows) {
    const id = String(row[0]);
    const group = groups.get(id);
    if (group) group.push(parse(row));
    else groups.set(id, [parse(row)]);
  }
  return groups;
}

/** Things in the order of the keys that they were asked by; null where nothing is. */
export function aligned<Thing>(
  keys: readonly string[],
  found: ReadonlyMap<string, Thing>,
): readonly (Thing | null)[] {
  return keys.map((key) => found.get(key) ?? null);
}

export function distinct(values: Iterable<string>): readonly string[] {
  return [...new Set(values)];
}

/** Each once, in an order that does not hang on how a store came to them. */
export function inOneOrder(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].sort();
}
