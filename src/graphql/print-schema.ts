import { lexicographicSortSchema, printSchema } from 'graphql';
import { toSchema } from './schema.ts';

/** The schema in the schema definition language, sorted by name, with every description. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(toSchema()))}\n`;
}

if (import.meta.main) process.stdout.write(printedSchema());
