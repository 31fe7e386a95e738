import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { importBundle } from '../../src/ingest/import-bundle.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createLogRestorer } from '../../src/store/log-restorer.ts';
import { createWriter } from '../../src/store/write-store.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { countedSalts, openTestStore, storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, entity, idIn, smallBundle } from '../support/small-bundle.ts';

/** After it, whoever made the view and is not heard of has ended, in milliseconds. */
const silence = 61_000;

let moment = 0;
const now = () => new Date(moment);
const later = (ms: number): void => {
  moment += ms;
};
const begin = (): void => {
  moment = Date.parse('2026-11-27T08:00:00.000Z');
};

const hidden = bundleOf('test.example/hidden', {
  entities: [entity('leaker')],
  sources: [
    { key: 'memo', slug: 'memo', kind: 'DOCUMENT', title: { en: 'M' }, seen: true, access: 'CONFIDENTIAL' },
  ],
  assertions: [assertion('said', idIn('Claim', 'shut'), 'leaker', { source: 'memo' })],
});

/** A store of which the full view is made by itself, however few its records are; `write` begins its transactions. */
function making(
  store: TestStore,
  write: Engine['write'] = (work, limits) => store.engine.write(work, limits),
) {
  const engine: Engine = {
    capabilities: store.engine.capabilities,
    read: (statement, parameters) => store.engine.read(statement, parameters),
    write,
    define: (statement) => store.engine.define(statement),
    ping: () => store.engine.ping(),
    close: () => store.engine.close(),
  };
  const writer = createWriter(engine, store.statements, now, countedSalts(), 0);
  return { import: () => importBundle(writer, hidden, { requestKey: 'hidden' }) };
}

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);

  /** A store in which nothing is hidden yet. */
  async function open(): Promise<TestStore> {
    begin();
    const { engine } = await emptyStore(now);
    const store = await openTestStore(engine, now);
    await store.import(smallBundle());
    later(60_000);
    return store;
  }

  /** What a store holds after its first hidden recording, some time later, its view made in that transaction. */
  async function expected(afterMs: number): Promise<readonly string[]> {
    const store = await open();
    later(afterMs);
    const writer = createWriter(store.engine, store.statements, now, countedSalts());
    await importBundle(writer, hidden, { requestKey: 'hidden' });
    return contentOf(store);
  }

  describe('the full view of a store that is too large for one transaction', () => {
    it('is made in several, and is the same', async () => {
      const content = await expected(0);
      const store = await open();
      let transactions = 0;
      const receipt = await making(store, (work, limits) => {
        transactions++;
        return store.engine.write(work, limits);
      }).import();
      expect(receipt.added).toBe(hidden.entities.length + hidden.sources.length + hidden.assertions.length);
      expect(transactions).toBeGreaterThan(5);
      expect(await checkGraph(store)).toEqual([]);
      expect(await contentOf(store)).toEqual(content);
    });

    it('is begun again where it was broken off, wherever that was; what was to be recorded is, once', async () => {
      const content = await expected(silence);
      for (const last of [2, 3, 4, 5]) {
        const store = await open();
        let transactions = 0;
        const cut = making(store, (work, limits) => {
          if (++transactions > last) throw new Error('cut off');
          return store.engine.write(work, limits);
        });
        await expect(cut.import()).rejects.toThrow('cut off');
        // What is public is read, and so is its history.
        const [page] = await store.reader.listRevisions([idIn('Claim', 'shut')], {
          limit: 9,
          beyond: null,
          backward: false,
        });
        expect(page?.items).toHaveLength(1);
        expect(await checkGraph(store)).toMatchObject([{ code: 'VIEW_UNFINISHED' }]);
        await expect(making(store).import()).rejects.toMatchObject({ code: 'STORE_BUSY' });
        later(silence);
        const receipt = await making(store).import();
        expect(await checkGraph(store)).toEqual([]);
        expect(await contentOf(store)).toEqual(content);
        expect(await making(store).import()).toEqual(receipt);
      }
    });

    it('is made by one; whoever would record something meanwhile is told to come again', async () => {
      const store = await open();
      const held = { by: 'another', begins: true, at: now().toISOString(), silentSince: '' };
      await store.engine.write(({ run }) => run(store.statements.get('hold-full-view'), held));
      const one = bundleOf('test.example/public', { entities: [entity('passer-by')] });
      await expect(store.import(one)).rejects.toMatchObject({ code: 'STORE_BUSY' });
      later(silence);
      expect((await store.import(one)).added).toBe(1);
      expect(await checkGraph(store)).toEqual([]);
    });

    it('is made while a store is put back', async () => {
      const first = await open();
      await making(first).import();
      const bytes = await exported(first);
      const content = await contentOf(first);
      const store = await openTestStore((await emptyStore(now)).engine, now);
      await restoreInto(store, bytes, createLogRestorer(store.engine, store.statements, 0));
      expect(await checkGraph(store)).toEqual([]);
      expect(await contentOf(store)).toEqual(content);
    });
  });
});
