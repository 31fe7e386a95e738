import neo4j, { type QueryResult } from 'neo4j-driver';
import type { Parameter, Parameters, Row } from './engine.ts';

/** Parameters as the driver sends them: whole numbers as Neo4j integers at any depth, so that one plan serves them all. */
export function toDriver(parameters: Parameters): Record<string, unknown> {
  return toDriverMap(parameters);
}

function toDriverMap(map: { readonly [name: string]: Parameter }): Record<string, unknown> {
  const converted: Record<string, unknown> = {};
  for (const name of Object.keys(map)) converted[name] = toDriverValue(map[name] ?? null);
  return converted;
}

function toDriverValue(value: Parameter): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(toDriverValue);
  return toDriverMap(value);
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(value: object): value is readonly Parameter[] {
  return Array.isArray(value);
}

/**
 * The rows of a result by position, taken out of it; maps of names are never built. The driver's own objects are found
 * from one statement to the next by whatever of them has grown old in memory, though nobody needs them any more: rows that
 * they held grew old with them, all that were ever read, which cost more than reading them.
 */
export function toRows({ records }: QueryResult): readonly Row[] {
  const rows = records.map((record) => {
    const row: unknown[] = new Array(record.length);
    for (let column = 0; column < record.length; column++) row[column] = record.get(column);
    return row;
  });
  records.length = 0;
  return rows;
}
