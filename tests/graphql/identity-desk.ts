import { afterAll, beforeAll, expect } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { LogWatch } from '../../src/graphql/live/log-watch.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { mutationOf } from './mutate.ts';

export const admin: Caller = { id: 'key-1', name: 'Dee Admin', role: 'admin' };
export const editor: Caller = { id: 'key-2', name: 'Ada Editor', role: 'editor' };
export const contributor: Caller = { id: 'key-3', name: 'Cy Contributor', role: 'contributor' };

export type Json = Readonly<Record<string, unknown>>;

const whole = `identity { id name(language: "en") note by version entity { id } withdrawnAt withdrawalReason
  revisions { totalCount edges { node { kind by } } } }`;
const successes: Readonly<Record<string, string>> = {
  attachIdentity: `... on IdentityAttached { activityId ${whole} }`,
  withdrawIdentity: `... on IdentityWithdrawn { ${whole} }`,
};

/** A newsroom that holds the small bundle for all tests of the suite that asks for it, and what it wrote to its log. */
export function identityDesk(openEngine: () => Promise<Engine>) {
  const emptyStore = storesOf(openEngine);
  const logged: string[] = [];
  const log = (details: object, message: string) =>
    void logged.push(
      `${message} ${JSON.stringify(details, (_key, value) => (value instanceof Error ? `${value.stack} ${value.cause}` : value))}`,
    );
  let fetch: (request: Request, context: { caller: Caller | null; requestId: string }) => Promise<Response>;

  const desk = {
    moment: '2026-11-22T08:00:00.000Z',
    clock: () => new Date(desk.moment),
    store: undefined as unknown as TestStore,
    watch: undefined as unknown as LogWatch,
    logged,
    log,

    async post(query: string, variables: Json, caller: Caller | null): Promise<Response> {
      const headers = { 'content-type': 'application/json', 'x-request-id': 'one' };
      const body = JSON.stringify({ query, variables });
      return fetch(new Request('http://identities.test/graphql', { method: 'POST', headers, body }), {
        caller,
        requestId: 'one',
      });
    },

    textOf: async (query: string, caller: Caller | null, variables: Json = {}) =>
      (await desk.post(query, variables, caller)).text(),

    async ask(query: string, caller: Caller | null, variables: Json = {}): Promise<Json> {
      const answer = JSON.parse(await desk.textOf(query, caller, variables)) as {
        data: Json;
        errors?: unknown;
      };
      expect(answer.errors).toBeUndefined();
      return answer.data;
    },

    async mutate(name: string, input: object, caller: Caller | null): Promise<Json> {
      const preview = '... on MutationPreview { added claims { id } changes { fields { path after } } }';
      const query = mutationOf(name, `${successes[name] ?? ''} ${preview}`);
      const data = await desk.ask(query, caller, { input });
      return data['result'] as Json;
    },
  };

  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const { clock } = desk;
    const store = await emptyStore(clock);
    desk.store = store;
    await store.import(smallBundle());
    const readerFor = createReaders(store.engine, store.statements, store.writer, clock);
    const history = createHistory(store, rebuildGraph);
    desk.watch = new LogWatch(store.reader, 20);
    closing.push(() => history.close());
    const logger = { error: log, warn: log };
    const yoga = createGraphql({
      readerFor,
      writer: store.writer,
      history,
      watch: desk.watch,
      clock,
      logger,
    });
    fetch = async (request, context) => yoga.fetch(request, context);
  });
  afterAll(async () => {
    desk.watch.close();
    for (const close of closing) await close();
  });
  return desk;
}
