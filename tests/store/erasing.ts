import { afterAll } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { type EraseRequest, eraseRecords } from '../../src/ingest/erase.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { runOfAll } from '../../src/store/views.ts';
import type { OpenEngine } from '../support/engines.ts';
import { contentOf, exported } from '../support/exported.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { smallBundle } from '../support/small-bundle.ts';

const clock = () => new Date('2027-01-01T00:00:00.000Z');

let requests = 0;
export const request = (...ids: string[]): EraseRequest => ({
  ids,
  reason: 'Order 17',
  by: 'Bo',
  requestKey: `erase:${++requests}`,
});
export const once = (id: string) => ({ id, reason: 'A letter', by: 'Bo', requestKey: `keep:${++requests}` });
export const erase = (store: TestStore, ...ids: string[]) => eraseRecords(store.writer, request(...ids));
export const runOf = ({ engine, statements }: TestStore) => runOfAll(engine, statements);
export const readerFor = (store: TestStore, caller: Caller) =>
  createReaders(store.engine, store.statements, store.writer, clock)(caller);

/** Which of the words are in the store, or in an export of either kind. */
export async function foundIn(store: TestStore, words: readonly string[]): Promise<readonly string[]> {
  const bytes = [await exported(store), await exported(store, true)].map(String);
  const everything = [...(await contentOf(store)), ...bytes].join('\n');
  return words.filter((word) => everything.includes(word));
}

/** Stores of an engine, empty or with the small bundle, and their histories, which are closed after the suite. */
export function storesToEraseIn(openEngine: OpenEngine) {
  const emptyStore = storesOf(openEngine);
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });
  return {
    emptyStore,
    filled: async (): Promise<TestStore> => {
      const store = await emptyStore();
      await store.import(smallBundle());
      return store;
    },
    historyOf: (store: TestStore) => {
      const history = createHistory(store, rebuildGraph);
      closing.push(() => history.close());
      return history;
    },
  };
}
