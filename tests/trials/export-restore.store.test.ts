import { beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import { correcting } from '../../src/ingest/correct.ts';
import { claimChanges } from '../../src/ingest/corrections.ts';
import { eraseRecords, previewErasure } from '../../src/ingest/erase.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { eachEngine } from '../support/engines.ts';
import { ownTexts, recordsByOwnTexts } from '../support/erased-texts.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { openTestStore, storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { edit, variedHistory } from '../support/varied-history.ts';
import { chance } from './chance.ts';
import { alterations, linesOf, naiveFindsFault, withoutOne } from './export-alterations.ts';
import { full } from './trial.ts';

const seed = Number(process.env['ONRECORD_TRIAL_SEED'] ?? 20_231_215);

/** A fresh embedded store, gone after the work. */
async function onEmbedded<Result>(work: (store: TestStore) => Promise<Result>): Promise<Result> {
  using folder = new TemporaryFolder();
  const engine = await openEmbedded({ folder: folder.path });
  try {
    return await work(await openTestStore(engine));
  } finally {
    await engine.close();
  }
}

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const bundles = full ? 40 : 3;
  const rounds = full ? 100 : 40;

  describe('an export', () => {
    let bytes: Buffer;
    let before: readonly string[];
    beforeAll(async () => {
      const store = await emptyStore();
      await variedHistory(store, bundles);
      bytes = await exported(store);
      before = await contentOf(store);
      expect((await verifyLog(store, null)).problems).toEqual([]);
    });

    it('restored and exported again is the same to the byte, and the store the same to the property', async () => {
      expect(linesOf(bytes).length).toBeGreaterThan(100);
      for (const onStore of [onEmbedded, async (work: typeof restoredAgain) => work(await emptyStore())]) {
        await onStore(restoredAgain);
      }
      async function restoredAgain(store: TestStore): Promise<void> {
        await restoreInto(store, bytes);
        expect(await contentOf(store)).toEqual(before);
        expect((await exported(store)).equals(bytes)).toBe(true);
      }
    });

    it('of the embedded store is restored here just so', async () => {
      const [there, expected] = await onEmbedded(async (store) => {
        await variedHistory(store, bundles);
        return [await exported(store), await contentOf(store)] as const;
      });
      const store = await emptyStore();
      await restoreInto(store, there);
      expect(await contentOf(store)).toEqual(expected);
      expect((await exported(store)).equals(there)).toBe(true);
    });

    it('answers repeated requests as they were answered', async () => {
      const store = await emptyStore();
      await restoreInto(store, bytes);
      const { activities } = await store.reader.holdings();
      const again = await edit(store, 'withdraw', 'denied', () => {
        throw new Error('a request that was served is not looked at again');
      });
      expect(again).toMatchObject({ activityId: expect.stringMatching(/^Activity_/), revised: 1 });
      const unchanged = await edit(store, 'judge', 'again', () => {
        throw new Error('a request that was served is not looked at again');
      });
      expect(unchanged).toMatchObject({ activityId: null, unchanged: 1 });
      expect((await store.reader.holdings()).activities).toBe(activities);
    });

    it(`that came cut or altered is refused with nothing written, ${rounds} times out of ${rounds}`, async () => {
      const random = chance(seed);
      const store = await emptyStore();
      const empty = await contentOf(store);
      const taken: string[] = [];
      let missedByNaive = 0;
      for (let round = 0; round < rounds; round++) {
        const alter = alterations[round % alterations.length] ?? withoutOne;
        const altered = alter(bytes, random);
        expect(altered.equals(bytes), `round ${round}`).toBe(false);
        if (!naiveFindsFault(altered)) missedByNaive++;
        const refusal = await restoreInto(store, altered).then(
          () => null,
          (error: unknown) => error,
        );
        if (
          refusal === null ||
          !/^the export was refused, and nothing was restored/.test(String((refusal as Error).message))
        )
          taken.push(`round ${round}: ${String(refusal)}`);
      }
      expect(taken).toEqual([]);
      expect(await contentOf(store)).toEqual(empty);
      expect(missedByNaive).toBeGreaterThan(rounds / 2);
    });
  });

  const erasures = full ? 50 : 10;

  describe(`after ${erasures} erasures`, () => {
    /**
     * Erases records by chance, each with a text of its own, some with two others beside it, and each with what goes along.
     * Answers what they said.
     */
    async function eraseSome(store: TestStore, random: () => number): Promise<readonly string[]> {
      const { telling, others } = await recordsByOwnTexts(store.engine);
      const [left, beside] = [[...telling], [...others]];
      const take = (from: string[], count: number) => from.splice(Math.floor(random() * from.length), count);
      const texts: string[] = [];
      for (let request = 0; request < erasures; request++) {
        const ids = [...take(left, 1), ...(request % 5 === 0 ? take(beside, 2) : [])];
        const reason = `Order ${request}`;
        const erasure = { ids, reason, by: 'trial', requestKey: `erase:${request}` };
        const { along: going } = await previewErasure(store.writer, erasure);
        const gone = [...ids, ...going.map(({ id }) => id)];
        texts.push(...(await ownTexts(store.engine, gone)));
        const { revised, along } = await eraseRecords(store.writer, erasure);
        expect(along).toEqual(going);
        expect(revised).toBe(gone.length);
        for (const list of [left, beside])
          for (const { id } of along) if (list.includes(id)) list.splice(list.indexOf(id), 1);
      }
      return texts;
    }

    it('what was erased is in no store, no export, no log and nothing restored from it, and the log holds', async () => {
      const random = chance(seed);
      const store = await emptyStore();
      await variedHistory(store, full ? 10 : 3);
      const texts = await eraseSome(store, random);
      expect(texts.length).toBeGreaterThanOrEqual(erasures);
      // What a property holds a dump escapes once, what a list in it holds twice, and an export's payloads twice.
      const plain = (text: string) => text.replaceAll('\\', '');
      const found = (where: string) => texts.filter((text) => plain(where).includes(plain(text)));
      const content = await contentOf(store);
      const bytes = await exported(store);
      expect(found(content.join('\n'))).toEqual([]);
      expect(found(bytes.toString())).toEqual([]);
      expect((await verifyLog(store, null)).problems).toEqual([]);
      const log = await store.engine.read(store.statements.get('activities'), { after: 0, limit: 1_000 });
      expect(log.length).toBeGreaterThan(erasures);
      expect(found(JSON.stringify(log))).toEqual([]);
      await onEmbedded(async (other) => {
        await restoreInto(other, bytes);
        expect(await contentOf(other)).toEqual(content);
        expect((await exported(other)).equals(bytes)).toBe(true);
      });
    }, 900_000);

    it('the naive way, which writes over what a record says now, would leave it in its history', async () => {
      const store = await emptyStore();
      await variedHistory(store);
      const id = idIn('Claim', 'shut');
      const texts = await ownTexts(store.engine, [id]);
      expect(texts.length).toBeGreaterThan(0);
      await edit(store, 'correct', 'naive', async (gathering, view) => {
        const { version } = (await view.currentStates([id])).get(id) ?? { version: 0 };
        const text = [{ language: 'en', text: 'erased' }];
        return correcting('Claim', { id, expectedVersion: version }, claimChanges({ text }))(gathering, view);
      });
      const bytes = (await exported(store)).toString().replaceAll('\\', '');
      expect(texts.filter((text) => bytes.includes(text)).length).toBeGreaterThan(0);
    });
  });
});
