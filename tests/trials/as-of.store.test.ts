import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import { typeOfId } from '../../src/domain/ids.ts';
import { recordedEntry } from '../../src/domain/recorded-entry.ts';
import type { RecordMethod } from '../../src/domain/vocabulary.ts';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createHistory } from '../../src/store/history.ts';
import { createWriter } from '../../src/store/write-store.ts';
import { eachEngine } from '../support/engines.ts';
import { openTestStore, storesOf, type TestStore } from '../support/seeded-store.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { chance } from './chance.ts';
import { histories, steps } from './history-steps.ts';
import { RandomHistory } from './random-history.ts';
import { naiveAnswers, readerAnswers } from './reader-answers.ts';
import { full } from './trial.ts';

const seed = Number(process.env['ONRECORD_TRIAL_SEED'] ?? 20_231_215);

/** One activity of the log: when it was recorded, and what it recorded. */
interface Logged {
  readonly sequence: number;
  readonly recordedAt: string;
}

async function logOf({
  engine,
  statements,
}: TestStore): Promise<readonly (Logged & { readonly id: string })[]> {
  const rows = await engine.read(statements.get('activities'), { after: 0, limit: 100_000 });
  return rows.map(([id, sequence, recordedAt]) => ({
    id: String(id),
    sequence: Number(sequence),
    recordedAt: String(recordedAt),
  }));
}

/**
 * A store into which a log is recorded again, activity by activity, by the writer and nothing else: at each place what it
 * holds is the graph as the log says that it stood there.
 */
class Replay {
  readonly #log: TestStore;
  readonly #store: TestStore;
  #done = 0;

  constructor(log: TestStore, store: TestStore) {
    this.#log = log;
    this.#store = store;
  }

  async goTo(place: number, log: readonly (Logged & { readonly id: string })[]): Promise<TestStore> {
    for (const { id, sequence, recordedAt } of log.slice(this.#done, place)) {
      const rows = await this.#log.engine.read(this.#log.statements.get('states-of-activities'), {
        ids: [id],
        from: 0,
        below: 1_000_000,
      });
      const entries = rows.map((row) => {
        const [recordId = ''] = String(row[2]).split('/');
        const type = typeOfId(recordId);
        const entry = type && recordedEntry(type, recordId, Number(row[8]), String(row[4]));
        if (!entry) throw new Error(`no entry of ${String(row[2])}`);
        return entry;
      });
      const writer = createWriter(this.#store.engine, this.#store.statements, () => new Date(recordedAt));
      const method = String(rows[0]?.[7]) as RecordMethod;
      const recording = { requestKey: `replay:${sequence}`, inputHash: null, by: 'trial', method, title: '' };
      const receipt = await writer.record(recording, async () => ({ entries, about: null }));
      expect(receipt.recordedAt).toBe(recordedAt);
      this.#done = sequence;
    }
    return this.#store;
  }
}

/** Instants at, right beside and between recordings, before the first and after the last. */
function momentsOf(log: readonly Logged[], count: number, random: () => number): readonly string[] {
  const [first, last] = [Date.parse(log[0]?.recordedAt ?? ''), Date.parse(log.at(-1)?.recordedAt ?? '')];
  return Array.from({ length: count }, () => {
    const near = Date.parse(log[Math.floor(random() * log.length)]?.recordedAt ?? '');
    const between = Math.floor(first - 90_000 + random() * (last - first + 180_000));
    const at = random() < 0.5 ? near + Math.floor(random() * 3) - 1 : between;
    return new Date(at).toISOString();
  });
}

eachEngine((name, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const moments = full ? (name === 'embedded' ? 200 : 60) : name === 'embedded' ? 16 : 6;
  const rounds = full ? 12 : 3;
  const folder = new TemporaryFolder();
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
    folder[Symbol.dispose]();
  });

  describe('the graph as it stood', () => {
    it(`is what the log rebuilds, at ${moments} random moments of a random history, and stays so`, async () => {
      const random = chance(seed);
      const store = await emptyStore();
      const history = createHistory(store, rebuildGraph);
      // Rebuilds at every place what the other takes on from place to place.
      const anew = createHistory(store, rebuildGraph, { steps: 0, kept: 1 });
      closing.push(
        () => history.close(),
        () => anew.close(),
      );
      const replayEngine = await openEmbedded({ folder: folder.path });
      closing.push(() => replayEngine.close());
      const replay = new Replay(store, await openTestStore(replayEngine));

      const [taken = []] = fc.sample(histories(rounds), { seed, numRuns: 1 });
      const story = new RandomHistory(store);
      const half = Math.ceil(taken.length / 2);
      for (const step of taken.slice(0, half)) await story.take(step);
      const firstHalf = await logOf(store);
      const early = momentsOf(firstHalf, Math.floor(moments / 2), random).filter(
        (at) => at < (firstHalf.at(-1)?.recordedAt ?? ''),
      );
      const ask = async (instant: string, ids: readonly string[], from = history) =>
        readerAnswers(await from.readerAsOf({ recorded: instant, said: null }), ids);
      const knownThen = story.ids;
      const before = new Map<string, unknown>();
      for (const instant of early) before.set(instant, await ask(instant, knownThen));
      for (const step of taken.slice(half)) await story.take(step);
      await story.takeMissing(random);

      // Every kind of step was taken, so that every kind of change lies between some two of the moments.
      expect([...story.taken.keys()].sort()).toEqual([...steps].sort());
      expect(await checkGraph(store)).toEqual([]);
      const log = await logOf(store);
      await history.forget();

      const later = momentsOf(log, moments - early.length, random);
      const expected = new Map<string, Readonly<Record<string, unknown>>>();
      let [different, naive] = [0, 0];
      for (const instant of [...early, ...later].sort()) {
        const place = log.filter(({ recordedAt }) => recordedAt <= instant).length;
        const { reader } = await replay.goTo(place, log);
        const answers = await readerAnswers(reader, story.ids);
        expected.set(instant, answers);
        if (place < log.length) different++;
        const asIs = await naiveAnswers(store.reader, story.ids, instant);
        if (JSON.stringify(asIs) !== JSON.stringify(answers['recordsByIds'])) naive++;
      }
      // In no order, so that some are rebuilt, some taken on to, and some there already.
      for (const [index, instant] of [...later, ...early].entries()) {
        expect(await ask(instant, story.ids), instant).toEqual(expected.get(instant));
        if (index % 8 === 0)
          expect(await ask(instant, story.ids, anew), `${instant} anew`).toEqual(expected.get(instant));
        if (before.has(instant))
          expect(await ask(instant, knownThen), `${instant} asked again`).toEqual(before.get(instant));
      }
      expect(different).toBeGreaterThan(moments / 2);
      expect(naive).toBeGreaterThan(moments / 4);
    }, 3_600_000);
  });
});
