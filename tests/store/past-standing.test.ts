import { afterAll, describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { createHistory } from '../../src/store/history.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { storesOf } from '../support/seeded-store.ts';
import { bundleOf, entity, idIn, smallBundle } from '../support/small-bundle.ts';

const first = '2026-11-22T08:00:00.000Z';

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });

  describe('how far the past is settled for the public', () => {
    it('stays through whatever is recorded, until something is hidden, shown or erased', async () => {
      const store = await emptyStore();
      let rebuilt = 0;
      const history = createHistory(store, (...given) => {
        rebuilt++;
        return rebuildGraph(...given);
      });
      closing.push(() => history.close());
      const claims = async () => {
        const reader = await history.readerAsOf({ recorded: first, said: null });
        return (await reader.claimsByIds([idIn('Claim', 'shut')])).map((one) => one?.slug ?? null);
      };
      const marks: string[] = [];
      const marked = async () => {
        const { mark } = await history.standing();
        const known = marks.includes(mark);
        marks.push(mark);
        return known ? 'THE_SAME' : 'ANOTHER';
      };
      const withSource = (access: 'PUBLIC' | 'CONFIDENTIAL') =>
        smallBundle(({ sources }) => {
          for (const source of sources ?? []) if (source.key === 'copy') source.access = access;
        });
      const others = (key: string) => bundleOf('test.example/other', { entities: [entity(key)] });

      expect(await history.standing()).toMatchObject({ upTo: '' });
      await store.import(smallBundle());
      expect((await history.standing()).upTo).toBe(first);
      await store.import(hiddenBundle());
      expect(await marked()).toBe('ANOTHER');
      expect(await claims()).toEqual(['shut']);
      expect(rebuilt).toBe(1);
      await store.import(others('another'));
      expect([await marked(), await claims(), rebuilt]).toEqual(['THE_SAME', ['shut'], 1]);
      await store.import(withSource('CONFIDENTIAL'));
      expect([await marked(), await claims(), rebuilt]).toEqual(['ANOTHER', ['shut'], 2]);
      await store.import(others('yet-another'));
      expect([await marked(), await claims(), rebuilt]).toEqual(['THE_SAME', ['shut'], 2]);
      await store.import(withSource('PUBLIC'));
      expect([await marked(), await claims(), rebuilt]).toEqual(['ANOTHER', ['shut'], 3]);
      const request = { ids: [idIn('Passage', 'asked')], reason: 'An order.', by: 'Ed', requestKey: 'one' };
      await eraseRecords(store.writer, request);
      expect([await marked(), await claims(), rebuilt]).toEqual(['ANOTHER', ['shut'], 4]);
    });
  });
});
