import type { RecordType } from '../../src/domain/ids.ts';
import type { Parameters, Row } from '../../src/engine/engine.ts';
import type { RowReader } from '../../src/store/row-reader.ts';
import type { RowOrder, SetColumns } from './comparable-rows.ts';
import { idsOf, unknownId } from './recorded-ids.ts';

/** What a reading statement is asked with, what it promises, and the parser of the column that holds a record. */
export interface ReadCase {
  readonly parameters: readonly Parameters[];
  readonly order: RowOrder;
  /** Where lists of texts in its rows are sets; nowhere if absent. */
  readonly sets?: SetColumns;
  readonly parse?: (row: Row) => unknown;
}

/** Parses that column of a row. */
export const column = (parser: RowReader<unknown>, index: number) => (row: Row) => parser.parse(row[index]);

/** Many ids at once, some twice apart, one that nothing has, and none at all. */
export function byIds(
  type: RecordType,
  parse?: (row: Row) => unknown,
  others: Partial<ReadCase> = {},
): ReadCase {
  const ids = idsOf(type);
  return {
    parameters: [{ ids }, { ids: ids.slice(0, 1) }, { ids: [unknownId(type)] }, { ids: [] }],
    order: 'unordered',
    ...(parse ? { parse } : {}),
    ...others,
  };
}

/** The ids of what is quoted, where, and as what claim. */
export const everyId = [
  ...idsOf('Passage'),
  ...idsOf('SourceVersion'),
  ...idsOf('Source'),
  ...idsOf('Claim'),
];
/** They, and those of who said what, and of whom that was judged. */
export const records = [...everyId, ...idsOf('Entity'), ...idsOf('Assertion'), ...idsOf('IdentityJudgement')];
