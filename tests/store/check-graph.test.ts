import { describe, expect, it } from 'vitest';
import type { Engine, Transaction } from '../../src/engine/engine.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { seedBundle, storesOf, type TestStore } from '../support/seeded-store.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';
import { damages } from './graph-damages.ts';

/** The small bundle, and a second edition in which one claim is revised. */
async function smallGraph(emptyStore: () => Promise<TestStore>): Promise<TestStore> {
  const store = await emptyStore();
  await store.import(smallBundle(), 'first');
  const second = smallBundle((input) => {
    for (const one of input.claims ?? []) if (one.key === 'shut') one.nature = 'PREDICTION';
  });
  expect((await store.import(second, 'second')).revised).toBe(1);
  return store;
}

class Undone extends Error {}

/** An engine whose reads see what a transaction has done so far. */
function within(engine: Engine, transaction: Transaction): Engine {
  return {
    capabilities: engine.capabilities,
    read: (one, parameters) => transaction.run(one, parameters),
    write: (work) => engine.write(work),
    define: (one) => engine.define(one),
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

describe('the check of the whole graph', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);

    it('finds nothing wrong with an empty store', async () => {
      expect(await checkGraph(await emptyStore())).toEqual([]);
    });

    it('finds nothing wrong with the article, though it looks at all of it', async () => {
      const store = await emptyStore();
      await store.import(seedBundle());
      expect(await checkGraph(store)).toEqual([]);
      expect((await store.reader.holdings()).assertions).toBeGreaterThan(200);
    }, 120_000);

    it('finds nothing wrong with every kind of record, one of them revised', async () => {
      expect(await checkGraph(await smallGraph(emptyStore))).toEqual([]);
    });

    it('names each damage, and the record that has it', async () => {
      const { engine, statements } = await smallGraph(emptyStore);
      const missed: string[] = [];
      for (const { name, cypher, found } of damages) {
        const damaged = engine.write(async (transaction) => {
          await transaction.run(statement('damage', cypher));
          const problems = await checkGraph({ engine: within(engine, transaction), statements });
          for (const [code, id] of found) {
            if (problems.some((one) => one.code === code && one.id === id)) continue;
            missed.push(`${name}: ${code} ${id}; found ${JSON.stringify(problems)}`);
          }
          throw new Undone();
        });
        await expect(damaged).rejects.toThrow(Undone);
      }
      expect(missed).toEqual([]);
      expect(new Set(damages.flatMap(({ found }) => found.map(([code]) => code))).size).toBeGreaterThan(20);
      expect(await checkGraph({ engine, statements })).toEqual([]);
    }, 240_000);
  });
});
