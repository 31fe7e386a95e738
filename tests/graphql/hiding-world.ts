import { afterAll, expect } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { mutationOf } from './mutate.ts';

export const contributor: Caller = { id: 'key-1', name: 'Cy Contributor', role: 'contributor' };
export const editor: Caller = { id: 'key-2', name: 'Ada Editor', role: 'editor' };

export type Json = Readonly<Record<string, unknown>>;

const successes: Readonly<Record<string, string>> = {
  addSource: '... on SourceAdded { source { id access } }',
  correctSource: '... on SourceCorrected { source { id access version } }',
  correctAssertion: '... on AssertionCorrected { assertion { id version passages { exact } } }',
};

/** A store, and an API over it, by a clock that stands where a test puts it; each opening makes an empty one. */
export function hidingWorld(openEngine: () => Promise<Engine>) {
  const emptyStore = storesOf(openEngine);
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });
  let fetch: (request: Request, context: { readonly caller: Caller | null }) => Promise<Response>;

  const world = {
    moment: '2026-11-22T08:00:00.000Z',
    store: undefined as unknown as TestStore,
    clock: () => new Date(world.moment),

    async open(): Promise<void> {
      const { clock } = world;
      const store = await emptyStore(clock);
      world.store = store;
      const readerFor = createReaders(store.engine, store.statements, store.writer, clock);
      const history = createHistory(store, rebuildGraph);
      closing.push(() => history.close());
      const yoga = createGraphql({
        readerFor,
        writer: store.writer,
        history,
        clock,
        logger: { error: (details) => console.error(details), warn: () => {} },
        newRequestId: () => 'request',
      });
      fetch = async (request, context) => yoga.fetch(request, context);
    },

    async ask(query: string, caller: Caller | null = null, variables: Json = {}): Promise<Json> {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query, variables });
      const request = new Request('http://hidden.test/graphql', { method: 'POST', headers, body });
      const answer = (await (await fetch(request, { caller })).json()) as {
        data: Json;
        errors?: unknown;
      };
      expect(answer.errors).toBeUndefined();
      return answer.data;
    },

    async mutate(name: string, input: object, caller: Caller): Promise<Json> {
      const preview = '... on MutationPreview { changes { id fields { path before after } } }';
      const query = mutationOf(name, `${successes[name] ?? ''} ${preview}`);
      const data = await world.ask(query, caller, { input });
      return data['result'] as Json;
    },
  };
  return world;
}
