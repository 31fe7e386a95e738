import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Kind, parse } from 'graphql';
import { z } from 'zod';

/** A query to learn from: one named operation that answers from the seed as it stands. */
export interface Example {
  /** The operation's name, and so the playground tab's: `WhoSaidIt`. */
  readonly name: string;
  /** The question in plain words, the first line of the leading comment: `Who said it?` */
  readonly title: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const FOLDER = join(import.meta.dirname, 'examples');
const variablesSchema = z.record(z.string(), z.unknown());

/**
 * The examples in the order of their files' numbers: each a `.graphql` with a leading comment and one named
 * operation, and beside it a `.json` with its variables. A file that is not so is an error that names it.
 */
export function loadExamples(folder: string = FOLDER): readonly Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readExample(folder, file));
}

function readExample(folder: string, file: string): Example {
  const query = readFileSync(join(folder, file), 'utf8');
  const variables = readFileSync(join(folder, `${basename(file, '.graphql')}.json`), 'utf8');
  const title = /^# (.+)/.exec(query)?.[1];
  if (title === undefined)
    throw new Error(`${file} does not begin with a comment that says what it answers.`);
  const operations = parse(query).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const name = operations[0]?.name?.value;
  if (name === undefined || operations.length !== 1)
    throw new Error(`${file} does not hold one named operation.`);
  return { name, title, query, variables: variablesSchema.parse(JSON.parse(variables)) };
}
