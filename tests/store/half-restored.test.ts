import { describe, expect, it } from 'vitest';
import { restoreExport } from '../../src/export/restore-export.ts';
import { verifyExport } from '../../src/export/verify-export.ts';
import type { LogRestorer } from '../../src/store/log-port.ts';
import { createLogRestorer, isHalfRestored } from '../../src/store/log-restorer.ts';
import { createLogSource } from '../../src/store/log-source.ts';
import { eachEngine } from '../support/engines.ts';
import { exported } from '../support/exported.ts';
import { storesOf } from '../support/seeded-store.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { smallBundle as numberedBundle } from '../trials/small-bundle.ts';

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const judge = async (): Promise<void> => {};
class Killed extends Error {}

/** A restorer that comes to an end when so many transactions are done. */
function killedAfter(restorer: LogRestorer, transactions: number): LogRestorer {
  let done = 0;
  return {
    ...restorer,
    putBack: async (run, activities) => {
      for (const one of activities) {
        if (done++ === transactions) throw new Killed();
        await restorer.putBack(run, [one]);
      }
    },
  };
}

describe('a store into which something is restored', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    const restore = async (bytes: Buffer, restorer: LogRestorer) =>
      restoreExport(once(bytes), await verifyExport(once(bytes)), restorer, { judge });

    async function exportOfThree(): Promise<Buffer> {
      const store = await emptyStore();
      await store.import(smallBundle());
      for (const number of [1, 2]) await store.import(numberedBundle(number));
      return exported(store);
    }

    it('is marked until all is back, and one left half-way is restored anew', async () => {
      const bytes = await exportOfThree();
      const { engine, statements } = await emptyStore();
      const restorer = createLogRestorer(engine, statements);
      await expect(restore(bytes, killedAfter(restorer, 2))).rejects.toThrow(Killed);
      expect(await isHalfRestored(engine, statements)).toBe(true);
      expect((await createLogSource(engine, statements).head())?.sequence).toBe(2);
      await restore(bytes, restorer);
      expect(await isHalfRestored(engine, statements)).toBe(false);
      expect((await exported({ engine, statements })).equals(bytes)).toBe(true);
    });

    it('stays marked while what was restored is judged not to hold', async () => {
      const bytes = await exportOfThree();
      const { engine, statements } = await emptyStore();
      const unsound = restoreExport(
        once(bytes),
        await verifyExport(once(bytes)),
        createLogRestorer(engine, statements),
        { judge: () => Promise.reject(new Error('it does not hold')) },
      );
      await expect(unsound).rejects.toThrow('it does not hold');
      expect(await isHalfRestored(engine, statements)).toBe(true);
    });

    it('refuses whoever began before the one who began last', async () => {
      const bytes = await exportOfThree();
      const { engine, statements } = await emptyStore();
      const restorer = createLogRestorer(engine, statements);
      const first = await restorer.begin();
      const second = await restorer.begin();
      expect(second).not.toBe(first);
      await expect(restorer.putBack(first, [])).rejects.toMatchObject({ code: 'STORE_HALF_RESTORED' });
      await expect(restorer.end(first)).rejects.toMatchObject({ code: 'STORE_HALF_RESTORED' });
      await restore(bytes, restorer);
      expect(await isHalfRestored(engine, statements)).toBe(false);
    });

    it('must hold nothing, and one that does stays as it is', async () => {
      const bytes = await exportOfThree();
      const store = await emptyStore();
      await store.import(numberedBundle(7));
      const before = await exported(store);
      const restorer = createLogRestorer(store.engine, store.statements);
      await expect(restore(bytes, restorer)).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
      expect(await isHalfRestored(store.engine, store.statements)).toBe(false);
      expect((await exported(store)).equals(before)).toBe(true);
    });

    it('takes in the export of an empty one', async () => {
      const bytes = await exported(await emptyStore());
      const store = await emptyStore();
      await restore(bytes, createLogRestorer(store.engine, store.statements));
      expect((await exported(store)).equals(bytes)).toBe(true);
    });

    it('gets its states back where an activity wrote more than one page of them', async () => {
      const many = await emptyStore();
      const bundle = smallBundle((input) => {
        for (let index = 0; index < 2_300; index++) {
          input.entities?.push({
            key: `e${index}`,
            slug: `e-${index}`,
            kind: 'PERSON',
            names: [{ text: `Person ${index}`, kind: 'NAME' }],
          });
        }
      });
      await many.import(bundle);
      const bytes = await exported(many);
      expect((await verifyExport(once(bytes))).states).toBeGreaterThan(2_300);
      const store = await emptyStore();
      await restore(bytes, createLogRestorer(store.engine, store.statements));
      expect((await exported(store)).equals(bytes)).toBe(true);
    });
  });
});
