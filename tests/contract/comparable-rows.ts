import { canonicalJson } from '../../src/domain/log.ts';
import type { Row } from '../../src/engine/engine.ts';

/** How far a statement promises an order of its rows and of the lists in them. */
export type RowOrder = 'ordered' | 'unordered';

function settled(value: unknown, sortStrings: boolean): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => settled(item, sortStrings));
    // A list of rows inside a row is in no order: each carries its place where it has one.
    const rows = items.length > 0 && items.every((item) => Array.isArray(item));
    if (!rows && !sortStrings) return items;
    return items.map((item) => canonicalJson(item)).sort();
  }
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, settled(one, sortStrings)]));
  }
  return value;
}

/** The columns whose lists of texts are sets: all of them, or those of these places. */
export type SetColumns = 'all' | readonly number[];

/** Rows as text, one each, so that those of two engines can be compared; sorted where no order is promised. */
export function comparable(rows: readonly Row[], order: RowOrder, sets: SetColumns): readonly string[] {
  const isSet = (place: number) => sets === 'all' || sets.includes(place);
  const lines = rows.map((row) => canonicalJson(row.map((column, place) => settled(column, isSet(place)))));
  return order === 'ordered' ? lines : lines.sort();
}
