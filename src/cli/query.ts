import { pino } from 'pino';
import { z } from 'zod';
import { WrongConfiguration } from '../domain/errors.ts';
import { createGraphql } from '../graphql/yoga.ts';
import { commandLine } from './command-line.ts';
import { fileText } from './file-text.ts';
import type { OpenStore } from './open-store.ts';
import { exitCodes, type Output } from './output.ts';

const answer = z.looseObject({ errors: z.array(z.unknown()).optional() });

function variablesOf(json: string | undefined): unknown {
  if (json === undefined) return {};
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(json));
  } catch {
    throw new WrongConfiguration(
      `--variables: expected a JSON object such as {"slug": "a-claim"}; came ${json}`,
    );
  }
}

async function documentOf(query: string | undefined, file: string | undefined): Promise<string> {
  if ((query === undefined) === (file === undefined)) {
    throw new WrongConfiguration('expected a query, or --file with one, and not both');
  }
  if (query !== undefined && query !== '-') return query;
  return fileText(file ?? '-');
}

/** Answers one GraphQL query from the store, without a server. The exit code is 1 where the answer has errors. */
export async function query(
  store: OpenStore,
  options: {
    readonly query?: string;
    readonly file?: string;
    readonly variables?: string;
    readonly fourEyes: boolean;
  },
  output: Output,
): Promise<number> {
  const document = await documentOf(options.query, options.file);
  const variables = variablesOf(options.variables);
  await store.expectMigrated();
  const logger = pino({ level: 'error' }, pino.destination({ fd: 2, sync: true }));
  const yoga = createGraphql({
    readerFor: store.readerFor,
    writer: store.writer,
    history: store.history,
    fourEyes: options.fourEyes,
    clock: () => new Date(),
    logger,
  });
  const response = await yoga.fetch(
    'http://onrecord.invalid/graphql',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    },
    { caller: commandLine() },
  );
  const result = answer.parse(await response.json());
  output.result(result, JSON.stringify(result, null, 2));
  return result.errors === undefined ? exitCodes.done : exitCodes.wrongInput;
}
