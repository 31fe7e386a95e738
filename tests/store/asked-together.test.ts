import { beforeAll, describe, expect, it } from 'vitest';
import { needlesOf, phraseOf } from '../../src/domain/search-text.ts';
import { searchTypes } from '../../src/domain/vocabulary.ts';
import { askedTogether } from '../../src/store/asked-together.ts';
import { readerOver } from '../../src/store/graph-store.ts';
import { allClaims, currentAssertions } from '../../src/store/query.ts';
import type { Run } from '../../src/store/run.ts';
import type { StoreReader } from '../../src/store/store.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

const claims = ['shut', 'asked', 'shut', 'open', 'asked', 'shut'].map((key) => idIn('Claim', key));
const speakers = ['witness', 'company'].map((key) => idIn('Entity', key));

describe('what several requests ask at once', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    let store: TestStore;
    let asked: string[] = [];
    let failing: (parameters: unknown) => boolean = () => false;
    let reader: StoreReader;

    beforeAll(async () => {
      store = await emptyStore();
      await store.import(smallBundle());
      const run: Run = async (name, parameters) => {
        asked.push(name);
        if (failing(parameters)) throw new Error('this cannot be answered');
        return store.engine.read(store.statements.get(name), parameters);
      };
      reader = askedTogether(readerOver(run));
    });

    function eachAlone<Value>(ask: (id: string) => Promise<readonly Value[]>) {
      asked = [];
      return Promise.all(claims.map((id) => ask(id)));
    }

    it('goes four to a statement, and each gets what it would have got alone', async () => {
      const together = await eachAlone((id) => reader.trailsOfClaims([id]));
      expect(asked).toEqual(['trails-of-claims', 'trails-of-claims']);
      expect(together).toEqual(await Promise.all(claims.map((id) => store.reader.trailsOfClaims([id]))));
    });

    it('has one statement for graphs that reach as far', async () => {
      const graphs = (from: StoreReader) =>
        Promise.all(claims.map((id, at) => from.neighbourhoods([id], at % 2 === 0 ? 1 : 2)));
      asked = [];
      const together = await graphs(reader);
      expect(asked.filter((name) => name === 'neighbourhoods')).toHaveLength(2);
      expect(together).toEqual(await graphs(store.reader));
      expect(together.flat(2).length).toBeGreaterThan(claims.length);
    });

    it('is put together only where it is asked in the same way', async () => {
      const page = (limit: number) => ({ limit, beyond: null, backward: false });
      const list = (from: StoreReader, id: string, at: number) =>
        from.listAssertions(
          { anchor: { by: 'claim', ids: [[id]] }, filter: currentAssertions, order: 'SAID_NEWEST' },
          page(1 + (at % 2)),
        );
      asked = [];
      const together = await Promise.all(claims.map((id, at) => list(reader, id, at)));
      expect(asked).toHaveLength(2);
      expect(together).toEqual(await Promise.all(claims.map((id, at) => list(store.reader, id, at))));
      expect(together.flat().some(({ items }) => items.length > 0)).toBe(true);
    });

    it('has one statement for pages of the newest claims, wherever each begins', async () => {
      const query = { anchor: null, filter: allClaims, order: 'NEWEST' } as const;
      const whole = { limit: 100, beyond: null, backward: false };
      const all = (await store.reader.listClaims(query, whole)).flatMap(({ items }) => items);
      expect(all.length).toBeGreaterThan(2);
      const pages = [null, ...all.slice(0, 2)].map((after) => ({
        limit: 2,
        beyond: after?.position ?? null,
        backward: false,
      }));
      asked = [];
      const together = await Promise.all(pages.map((page) => reader.listClaims(query, page)));
      expect(asked).toEqual(['list-every-claim-by-newest']);
      expect(together).toEqual(await Promise.all(pages.map((page) => store.reader.listClaims(query, page))));
      expect(together.map(([page]) => page?.items.map(({ item }) => item.id))).toEqual(
        [0, 1, 2].map((at) => all.slice(at, at + 2).map(({ item }) => item.id)),
      );
    });

    it('has one statement for searches of whatever words and types', async () => {
      const page = { limit: 2, beyond: null, backward: false };
      const words = ['bridge', 'open', 'nothing of the kind', 'bridge'];
      const asks = words.map((word, at) => ({
        needles: needlesOf(word),
        phrase: phraseOf(word),
        types: at === 3 ? (['PASSAGE'] as const) : searchTypes,
      }));
      const all = (from: StoreReader) => Promise.all(asks.map((one) => from.search([one], page)));
      asked = [];
      const together = await all(reader);
      expect(asked).toEqual(['search']);
      expect(together).toEqual(await all(store.reader));
      expect(together.map(([found]) => found?.items.length)).toEqual([2, 2, 0, 1]);
    });

    it('has one statement for what speakers said within days, each within its own', async () => {
      const page = { limit: 9, beyond: null, backward: false };
      const years = [2023, 2022, 2023, 2023];
      const list = (from: StoreReader, year: number, at: number) =>
        from.listAssertions(
          {
            anchor: { by: 'speaker', ids: [[speakers[at % speakers.length] ?? '']] },
            filter: {
              ...currentAssertions,
              said: { from: `${year}-01-01`, to: `${year}-12-31`, match: 'CERTAINLY' },
            },
            order: 'SAID_NEWEST',
          },
          page,
        );
      asked = [];
      const together = await Promise.all(years.map((year, at) => list(reader, year, at)));
      expect(asked).toEqual(['list-said-within-by-speaker']);
      expect(together).toEqual(await Promise.all(years.map((year, at) => list(store.reader, year, at))));
      expect(together.map(([found]) => found?.items.length)).toEqual([1, 0, 1, 1]);
    });

    it('fails for those alone whose own question does', async () => {
      const bad = idIn('Claim', 'asked');
      failing = (parameters) => JSON.stringify(parameters).includes(bad);
      const settled = await Promise.allSettled(claims.map((id) => reader.claimsByIds([id])));
      failing = () => false;
      expect(settled.map(({ status }) => status === 'rejected')).toEqual(claims.map((id) => id === bad));
    });
  });
});
