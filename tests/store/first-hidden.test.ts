import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../src/domain/errors.ts';
import { idOf, typeOfId } from '../../src/domain/ids.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { createReaders } from '../../src/store/readers.ts';
import { entryOf } from '../../src/store/recorded.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { viewState } from '../../src/store/views.ts';
import { eachEngine } from '../support/engines.ts';
import { exported, restoreInto } from '../support/exported.ts';
import { publicDump } from '../support/public-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity } from '../support/small-bundle.ts';
import { type HistoryStep, histories } from '../trials/history-steps.ts';
import { RandomHistory } from '../trials/random-history.ts';
import { full } from '../trials/trial.ts';

type Taken =
  | HistoryStep
  | { readonly step: 'erase'; readonly a: number }
  | { readonly step: 'embargo'; readonly a: number };

const number = fc.nat({ max: 9_999 });
const besides: fc.Arbitrary<Taken> = fc.oneof(
  fc.record({ step: fc.constant('erase' as const), a: number }),
  fc.record({ step: fc.constant('embargo' as const), a: number }),
);

/** A random history with erasures and embargoes among its steps, and the place in it at which something is first hidden. */
const withErasures = fc
  .tuple(
    histories(1),
    fc.array(fc.tuple(number, besides), { minLength: 8, maxLength: 8 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([steps, some, share]) => {
    const all: Taken[] = [...steps];
    for (const [at, step] of some) all.splice(1 + (at % all.length), 0, step);
    return { steps: all, hiddenAt: 1 + Math.floor(share * (all.length - 1)) };
  });

const embargoed = 'embargoed.example';
const hidden = 'hidden.example';
const hiddenSource = idOf('Source', hidden, 'leak');
/** The first three are over before anything is recorded, the last is while the history is made. */
const ends = ['2020-01-01T00:00:00.000Z', '2021-02-03T04:05:06.000Z', null, '2026-11-22T10:30:00.000Z'];

const embargoBundle = (a: number) => {
  const end = ends[a % ends.length];
  return parseBundle(
    bundleOf(embargoed, {
      entities: [entity('desk', { slug: 'embargoed-desk' })],
      sources: [
        {
          key: 'paper',
          slug: 'embargoed-paper',
          kind: 'ARTICLE',
          title: { en: a % 3 === 0 ? 'Paper' : 'Paper, corrected' },
          seen: true,
          ...(end ? { access: 'EMBARGOED' as const, embargoedUntil: end } : { access: 'PUBLIC' as const }),
        },
      ],
      claims: [claim('late', { slug: 'embargoed-claim', about: ['desk'] })],
      assertions: [assertion('said', 'late', 'desk', { source: 'paper' })],
    }),
  );
};

const hiddenLists = (about: string) =>
  parseBundle(
    bundleOf(hidden, {
      entities: [entity('mole', { slug: 'mole' })],
      sources: [
        {
          key: 'leak',
          slug: 'leak',
          kind: 'INTERVIEW',
          title: { en: 'A leak' },
          seen: true,
          access: 'CONFIDENTIAL',
        },
      ],
      claims: [claim('secret', { slug: 'secret', about: ['mole'] })],
      assertions: [
        assertion('whispered', 'secret', 'mole', { source: 'leak' }),
        assertion('denied', about, 'mole', { source: 'leak', stance: 'DENIES' }),
      ],
    }),
  );

/** What the public is told of each record that there is: all its versions, and what listeners hear. */
interface Told {
  readonly dump: readonly string[];
  readonly revisions: readonly string[];
  readonly changes: readonly string[];
}

const first = Date.parse('2026-11-22T08:00:00.000Z');
/** As many minutes between two steps, so that what is hidden between takes none of their instants. */
const stepMinutes = 10;

class World {
  readonly store: TestStore;
  readonly #history: RandomHistory;
  readonly #hides: number | null;
  readonly #outcomes: string[] = [];
  readonly ids = new Set<string>();
  clock: Date;

  constructor(store: TestStore, hides: number | null, clock: Date) {
    this.store = store;
    this.#history = new RandomHistory(store);
    this.#hides = hides;
    this.clock = clock;
  }

  async take(steps: readonly Taken[]): Promise<readonly string[]> {
    for (const [index, step] of steps.entries()) {
      if (this.#hides !== null && index >= this.#hides) await this.#hide(index);
      this.clock.setTime(first + index * stepMinutes * 60_000);
      // Whoever asks before each step has embargoes end by the clock, which is told to the public by itself.
      await this.reader();
      this.#outcomes.push(`${step.step}: ${await this.#took(step, index)}`);
      for (const id of this.#history.ids) this.ids.add(id);
    }
    return this.#outcomes;
  }

  reader() {
    const { engine, statements, writer } = this.store;
    return createReaders(engine, statements, writer, () => this.clock)(null);
  }

  /** First a hidden source with what it says of a public claim; then that some public assertion is based on it, too. */
  async #hide(index: number): Promise<void> {
    this.clock.setTime(first + (index * stepMinutes - 5) * 60_000);
    const one = this.#history.ids.filter((id) => typeOfId(id) === 'Claim').at(0) ?? '';
    if (index === this.#hides) await this.store.import(hiddenLists(one), 'hidden');
    const assertions = this.#history.ids.filter((id) => typeOfId(id) === 'Assertion');
    const id = assertions[index % assertions.length] ?? '';
    await this.store.writer.record(
      { requestKey: `hidden:${index}`, inputHash: null, by: 'Ed', method: 'IMPORT', title: 'hidden' },
      async ({ currentStates }) => {
        const current = (await currentStates([id])).get(id);
        const entry = current && entryOf(id, 0, current.payload);
        if (entry?.type !== 'Assertion' || entry.state.erased) return { entries: [], about: null };
        const basedOn = entry.state.basedOn.includes(hiddenSource) ? [] : [hiddenSource];
        return { entries: [{ ...entry, state: { ...entry.state, basedOn } }], about: null };
      },
    );
  }

  async #took(step: Taken, index: number): Promise<string> {
    try {
      if (step.step === 'embargo') {
        const { activityId } = await this.store.import(embargoBundle(step.a), `embargo:${index}`);
        for (const [type, key] of [['Source', 'paper'] as const, ['Assertion', 'said'] as const])
          this.ids.add(idOf(type, embargoed, key));
        return String(activityId !== null);
      }
      if (step.step === 'erase') {
        const ids = [...this.ids];
        const id = ids[step.a % ids.length] ?? '';
        await eraseRecords(this.store.writer, {
          ids: [id],
          reason: 'By order of the court',
          by: 'Ada',
          requestKey: `erase:${index}`,
        });
        return id;
      }
    } catch (error) {
      if (error instanceof OnrecordError) return error.code;
      throw error;
    }
    return String(await this.#history.take(step));
  }

  async told(): Promise<Told> {
    const reader = await this.reader();
    const ids = [...this.ids];
    const there = await reader.recordsByIds(ids);
    const seen = ids.filter((_, index) => there[index] !== null);
    const pages = await reader.listRevisions(seen, { limit: 100, beyond: null, backward: false });
    const counts = await reader.countRevisions(seen);
    const changes = await reader.changesAfter({ recordedAt: '', recordId: '' }, 10_000);
    return {
      dump: await publicDump(this.store.engine),
      revisions: seen.map((id, index) =>
        JSON.stringify([id, counts[index], pages[index]?.items.map(({ item }) => withoutIds(item))]),
      ),
      changes: changes
        .filter(({ isSeen }) => isSeen)
        .map(({ recordedAt, recordId, isNew, withdraws }) =>
          JSON.stringify([recordedAt, recordId, isNew, withdraws]),
        ),
    };
  }
}

/** An activity has the id of its request, which a counted key makes another's in another world. */
const withoutIds = ({ activityId: _, ...rest }: { readonly activityId: string }) => rest;

eachEngine((name, openEngine) => {
  const clock = new Date(first);
  const emptyStore = storesOf(openEngine);
  const verified = async (store: TestStore) =>
    expect((await verifyLog(store, null)).problems.slice(0, 3)).toEqual([]);

  describe('a store in which something is hidden for the first time', () => {
    it('holds, is restored, and tells the public what it would have told with nothing hidden, after any history', async () => {
      let [erased, splitLater] = [0, 0];
      const runs = full ? 60 : name === 'embedded' ? 5 : 2;
      await fc.assert(
        fc.asyncProperty(withErasures, async ({ steps, hiddenAt }) => {
          clock.setTime(first);
          const plain = new World(await emptyStore(() => new Date(clock)), null, clock);
          const outcomes = await plain.take(steps);
          const expected = await plain.told();
          await verified(plain.store);
          erased += outcomes.filter((one) => /^erase: [A-Z][A-Za-z]+_/.test(one)).length;

          clock.setTime(first);
          const hiding = new World(await emptyStore(() => new Date(clock)), hiddenAt, clock);
          expect(await hiding.take(steps)).toEqual(outcomes);
          await verified(hiding.store);
          const run = (statement: string) => hiding.store.engine.read(hiding.store.statements.get(statement));
          if ((await viewState(run)).split) splitLater++;
          const told = await hiding.told();
          expect(told.changes).toEqual(expected.changes);
          expect(told.revisions).toEqual(expected.revisions);
          expect(told.dump).toEqual(expected.dump);

          const bytes = await exported(hiding.store);
          const restored = await emptyStore(() => new Date(clock));
          await restoreInto(restored, bytes);
          expect((await exported(restored)).equals(bytes)).toBe(true);
          expect(await publicDump(restored.engine)).toEqual(told.dump);
        }),
        { numRuns: runs, seed: Number(process.env['ONRECORD_TRIAL_SEED'] ?? 20_231_215), endOnFailure: true },
      );
      expect(erased).toBeGreaterThan(runs);
      expect(splitLater).toBe(runs);
    }, 3_600_000);
  });
});
