import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Bundle } from '../../src/domain/bundle.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { draftSightOf } from '../../src/domain/draft.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Logger } from '../../src/graphql/context.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { importBundle } from '../../src/ingest/import-bundle.ts';
import { seeingDrafts } from '../../src/store/drafts.ts';
import { createReader } from '../../src/store/graph-store.ts';
import { createHistory } from '../../src/store/history.ts';
import type { StoreHistory } from '../../src/store/history-port.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Run } from '../../src/store/run.ts';
import { loadStatements } from '../../src/store/statements.ts';
import type { StoreReader } from '../../src/store/store.ts';
import type { StoreWriter } from '../../src/store/write-port.ts';
import { createWriter } from '../../src/store/write-store.ts';
import { type CountingStore, countingStore } from '../support/counting-store.ts';

/** What GraphQL over HTTP answers. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

export type Variables = Readonly<Record<string, unknown>>;

export interface Api {
  ask(query: string, variables?: Variables, caller?: Caller | null): Promise<Answer>;
  /** Its `data`. Throws where there are errors. */
  data(query: string, variables?: Variables, caller?: Caller | null): Promise<unknown>;
  fetch(request: Request): Promise<Response>;
  readonly store: CountingStore;
  /** What was logged as an error. */
  readonly logged: readonly object[];
}

const cypher = fileURLToPath(new URL('../../cypher', import.meta.url));
const clock = () => new Date('2024-03-01T12:00:00.000Z');

/** An API over an empty engine into which a bundle was loaded, at one instant for all. */
export function apiOver(
  open: () => Promise<Engine>,
  bundle: () => Bundle,
  more: (store: { readonly writer: StoreWriter }) => Promise<void> = async () => {},
): () => Api {
  let api: Api | undefined;
  let history: ReturnType<typeof createHistory> | undefined;
  afterAll(() => history?.close());
  beforeAll(async () => {
    const engine = await open();
    const statements = loadStatements(cypher, engine.capabilities.dialect);
    await migrate(engine, statements, cypher, clock);
    const writer = createWriter(engine, statements, clock);
    await importBundle(writer, bundle(), { requestKey: 'test' });
    await more({ writer });
    history = createHistory({ engine, statements }, rebuildGraph);
    const run: Run = (name, parameters) => engine.read(statements.get(name), parameters);
    api = apiOf(createReader(engine, statements), writer, history, run);
  });
  return () => {
    if (api === undefined) throw new Error('asked before it was there');
    return api;
  };
}

/** An API over a store as it is. */
export function apiOf(reader: StoreReader, writer: StoreWriter, history: StoreHistory, run?: Run): Api {
  const store = countingStore(reader);
  const logged: object[] = [];
  const logger: Logger = {
    error: (details) => logged.push(details),
    warn: (details) => logged.push(details),
  };
  const yoga = createGraphql({
    readerFor: async (caller) =>
      run === undefined ? store.reader : seeingDrafts(store.reader, run, draftSightOf(caller)),
    writer,
    history,
    clock,
    logger,
    newRequestId: () => 'request-1',
    // Answers must be those of the compiled queries that a service gives most of the time.
    runsBeforeCompiling: 0,
  });
  const fetch = async (request: Request) => yoga.fetch(request);
  async function ask(
    query: string,
    variables: Variables = {},
    caller: Caller | null = null,
  ): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json' };
    const response = await yoga.fetch(
      new Request('http://onrecord.test/graphql', { method: 'POST', headers, body }),
      { caller },
    );
    return (await response.json()) as Answer;
  }
  return {
    ask,
    async data(query, variables, caller) {
      const { data, errors } = await ask(query, variables, caller);
      if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
      return data;
    },
    fetch,
    store,
    logged,
  };
}
