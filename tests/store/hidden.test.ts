import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/domain/bundle.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createFullReader } from '../../src/store/graph-store.ts';
import { eachEngine } from '../support/engines.ts';
import { exported, restoreInto } from '../support/exported.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { publicDump } from '../support/public-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { chance } from '../trials/chance.ts';

/** The hidden bundle with its sources published. */
const published = (): Bundle =>
  hiddenBundle(({ sources }) => {
    for (const source of sources) {
      Object.assign(source, { access: 'PUBLIC' });
      delete (source as { embargoedUntil?: string }).embargoedUntil;
    }
  });

const withArticle = (access: 'PUBLIC' | 'CONFIDENTIAL'): Bundle =>
  smallBundle(({ sources }) => {
    for (const source of sources ?? []) if (source.key === 'article') source.access = access;
  });

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const at = () => new Date('2026-11-22T08:00:00.000Z');

  async function dumpAfter(store: TestStore, ...some: readonly Bundle[]): Promise<readonly string[]> {
    for (const bundle of some) await store.import(bundle);
    expect(await checkGraph(store)).toEqual([]);
    return publicDump(store.engine);
  }

  describe('what is hidden, beside what is public', () => {
    it('leaves every node and link that the public may see as they were', async () => {
      const expected = await dumpAfter(await emptyStore(at), smallBundle());
      const store = await emptyStore(at);
      expect(await dumpAfter(store, smallBundle(), hiddenBundle())).toEqual(expected);
      expect(expected.length).toBeGreaterThan(100);
      expect(await store.reader.recordsByIds([hiddenId('Claim', 'purpose')])).toEqual([null]);
      const full = createFullReader(store.engine, store.statements);
      expect(await full.recordsByIds([hiddenId('Claim', 'purpose')])).toMatchObject([{ type: 'Claim' }]);
      const [told] = await full.dossiers([idIn('Claim', 'shut')]);
      expect(told?.entries.map(({ id }) => id)).toContain(hiddenId('Assertion', 'told'));
    });

    it('is public when its sources are published, as if it had been from the start, and gone when they are hidden again', async () => {
      const expected = await dumpAfter(await emptyStore(at), smallBundle());
      const open = await dumpAfter(await emptyStore(at), smallBundle(), published());
      const store = await emptyStore(at);
      expect(await dumpAfter(store, smallBundle(), hiddenBundle())).toEqual(expected);
      expect(await dumpAfter(store, published())).toEqual(open);
      expect(open.length).toBeGreaterThan(expected.length + 50);
      expect(await dumpAfter(store, hiddenBundle())).toEqual(expected);
    });

    it('may have been public: hiding a source takes what stands in it out of sight, with a stand-in where it was relayed', async () => {
      const store = await emptyStore(at);
      const before = await dumpAfter(store, smallBundle());
      const hidden = await dumpAfter(store, withArticle('CONFIDENTIAL'));
      expect(hidden.length).toBeLessThan(before.length);
      expect(hidden.join('\n')).not.toContain('The company says it is open');
      expect(await dumpAfter(store, withArticle('PUBLIC'))).toEqual(before);
    });

    it('is what the states say after any history of publishing and hiding', async () => {
      const random = chance(20_231_215);
      const accesses = ['PUBLIC', 'CONFIDENTIAL', 'EMBARGOED'] as const;
      const any = (sources: readonly object[] | undefined) => {
        for (const source of sources ?? []) {
          if (random() < 0.5) continue;
          Object.assign(source, { access: accesses[Math.floor(random() * 3)], embargoedUntil: undefined });
        }
      };
      const store = await emptyStore();
      const sizes = new Set<number>();
      for (let step = 0; step < 10; step++) {
        const hiding = hiddenBundle(({ sources, assertions }) => {
          any(sources);
          for (const one of assertions)
            if (random() < 0.2) Object.assign(one, { withdrawn: { reason: `Step ${step}.` } });
        });
        const some = [smallBundle(({ sources }) => any(sources)), hiding];
        sizes.add((await dumpAfter(store, ...some)).length);
      }
      expect(sizes.size).toBeGreaterThan(3);
    });

    it('is exported from the log alone, and restored into both views as they were; what is erased in it stays hidden', async () => {
      const store = await emptyStore();
      await dumpAfter(
        store,
        smallBundle(),
        hiddenBundle(),
        withArticle('CONFIDENTIAL'),
        withArticle('PUBLIC'),
      );
      const ids = ['leak', 'later'].map((key) => hiddenId('Source', key));
      const erasing = [...ids, hiddenId('Assertion', 'told'), idIn('Passage', 'asked')];
      await eraseRecords(store.writer, {
        ids: erasing,
        reason: 'Order 17',
        by: 'Ada',
        requestKey: 'erase:1',
      });
      const expected = await dumpAfter(store);
      expect(expected.join('\n')).not.toMatch(/zanzibar/i);
      expect(expected.join('\n')).not.toContain('豆包 is asked');
      const bytes = await exported(store);
      const other = await emptyStore();
      await restoreInto(other, bytes);
      expect(await dumpAfter(other)).toEqual(expected);
      expect((await exported(other)).equals(bytes)).toBe(true);
    });
  });
});
