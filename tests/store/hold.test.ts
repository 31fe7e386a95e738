import { describe, expect, it } from 'vitest';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { placeHold, releaseHold } from '../../src/ingest/hold.ts';
import { reinstating, withdrawing } from '../../src/ingest/withdraw.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { standingHolds } from '../../src/store/holds.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { edit } from '../support/varied-history.ts';

let requests = 0;
const requestOf = (id: string) => ({ id, reason: 'A letter', by: 'Ada', requestKey: `hold:${++requests}` });
const hold = (store: TestStore, id: string) => placeHold(store.writer, requestOf(id));
const release = (store: TestStore, id: string) => releaseHold(store.writer, requestOf(id));
const erase = (store: TestStore, ...ids: string[]) =>
  eraseRecords(store.writer, { ids, reason: 'Order 17', by: 'Bo', requestKey: `erase:${++requests}` });
const holdsOf = ({ engine, statements }: TestStore) =>
  standingHolds((name, parameters) => engine.read(statements.get(name), parameters));

describe('a hold', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    const denied = idIn('Assertion', 'denied');
    const claim = idIn('Claim', 'open');
    const filled = async (): Promise<TestStore> => {
      const store = await emptyStore();
      await store.import(smallBundle());
      return store;
    };

    it('keeps a record from being erased, alone or among others, until it is released', async () => {
      const store = await filled();
      expect(await hold(store, claim)).toMatchObject({ added: 1, revised: 0, about: claim });
      const before = await exported(store);
      for (const ids of [[claim], [idIn('Claim', 'shut'), claim]]) {
        await expect(erase(store, ...ids)).rejects.toMatchObject({
          code: 'NOT_POSSIBLE',
          ids: [claim, expect.stringMatching(/^Hold_/)],
          message: expect.stringContaining('by Ada: A letter'),
        });
      }
      expect((await exported(store)).equals(before)).toBe(true);
      expect(await release(store, claim)).toMatchObject({ revised: 1, about: claim });
      expect(await erase(store, claim)).toMatchObject({ revised: 1 });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('keeps an assertion from being withdrawn, by a mutation or a bundle, and not from being reinstated', async () => {
      const store = await filled();
      await hold(store, denied);
      const target = { id: denied, expectedVersion: 1 };
      const refusedBundle = smallBundle((input) => {
        for (const one of input.assertions ?? [])
          if (one.key === 'denied') one.withdrawn = { reason: 'Wrong.' };
      });
      const withdrawal = withdrawing('Assertion', target, 'Wrong.');
      await expect(edit(store, 'withdraw', 'held', withdrawal)).rejects.toMatchObject({
        code: 'NOT_POSSIBLE',
        message: expect.stringContaining('on hold'),
      });
      await expect(store.import(refusedBundle)).rejects.toMatchObject({
        issues: [{ path: 'assertions[2].withdrawn', message: expect.stringContaining('on hold') }],
      });
      const wrong = idIn('Assertion', 'wrong');
      await hold(store, wrong);
      const back = reinstating('Assertion', { id: wrong, expectedVersion: 1 });
      expect(await edit(store, 'reinstate', 'held', back)).toMatchObject({ revised: 1 });
      await release(store, denied);
      expect(await edit(store, 'withdraw', 'released', withdrawal)).toMatchObject({ revised: 1 });
    });

    it('stands beside another: each is released by itself', async () => {
      const store = await filled();
      await hold(store, claim);
      await hold(store, claim);
      const [first, second] = await holdsOf(store);
      expect([first, second]).toMatchObject([{ recordId: claim }, { recordId: claim }]);
      await expect(release(store, claim)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      await release(store, first?.id ?? '');
      expect(await holdsOf(store)).toEqual([second]);
      await expect(release(store, first?.id ?? '')).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      await expect(erase(store, claim)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      await release(store, claim);
      await erase(store, claim);
      await expect(hold(store, claim)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
    });

    it('is for records that are there, and holds are none', async () => {
      const store = await filled();
      await expect(hold(store, `Claim_${'f'.repeat(32)}`)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await hold(store, claim);
      const [one] = await holdsOf(store);
      const id = one?.id ?? '';
      await expect(hold(store, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(erase(store, id)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      await expect(release(store, `Hold_${'f'.repeat(32)}`)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(release(store, denied)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      expect(await store.reader.recordsByIds([id])).toEqual([null]);
    });

    it('is checked, exported and restored like what it holds, and its reason can be erased when it is over', async () => {
      const store = await filled();
      await hold(store, claim);
      await hold(store, denied);
      await release(store, denied);
      expect(await checkGraph(store)).toEqual([]);
      const [bytes, content] = [await exported(store), await contentOf(store)];
      const other = await emptyStore();
      await restoreInto(other, bytes);
      expect(await contentOf(other)).toEqual(content);
      expect(await holdsOf(other)).toMatchObject([{ recordId: claim, by: 'Ada', reason: 'A letter' }]);
      await expect(erase(other, claim)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      const released = /Hold_[0-9a-f]{32}(?=\/2")/.exec(bytes.toString())?.[0] ?? '';
      await erase(other, released);
      expect(await checkGraph(other)).toEqual([]);
    });
  });
});
