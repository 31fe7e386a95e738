import { describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { decideAnew } from '../../src/store/decide-anew.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { publicDump } from '../support/public-dump.ts';
import { openTestStore } from '../support/seeded-store.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { chance } from './chance.ts';
import { HiddenOrders, SetClock, steps } from './hidden-orders.ts';
import { disagreements } from './past-judge.ts';
import { ShownJudge } from './shown-judge.ts';
import { SinceJudge } from './since-judge.ts';
import { full, roundsOf, seed } from './trial.ts';
import { tellRow } from './trial-row.ts';

const orders = roundsOf(60, 3);
const length = full ? 40 : 20;
const momentsAsked = 5;

/** What the naive ways got wrong, and how many steps were taken. */
interface Found {
  now: number;
  ever: number;
  first: number;
  steps: number;
}

const ownId = /"id":"([A-Z][A-Za-z]+_[0-9a-f]{32})"/;
const anyId = /\b[A-Z][A-Za-z]+_[0-9a-f]{32}\b/g;

/** Instants that part a span of time into equal ones. */
const instantsBetween = (from: Date, until: Date): readonly string[] =>
  Array.from({ length: momentsAsked }, (_, index) => {
    const part = ((index + 1) / (momentsAsked + 1)) * (until.getTime() - from.getTime());
    return new Date(from.getTime() + part).toISOString();
  });

/** What is told in one minute is recorded within it. */
const minuteOf = (at: string) => at.slice(0, 16);
const asSince = (since: ReadonlyMap<string, string>) => [...since].map(([id, at]) => `${id} since ${at}`);

/** The ids of the records in the public's view, and all that stand anywhere in it. */
async function publicIds(engine: Engine) {
  const lines = await publicDump(engine);
  const seen = new Set(lines.flatMap((line) => ownId.exec(line)?.[1] ?? []));
  const told = new Set(lines.flatMap((line) => line.match(anyId) ?? []));
  const recorded = new Map(
    lines.flatMap((line) => {
      const [id, at] = [ownId.exec(line)?.[1], /"recordedAt":"([^"]+)"/.exec(line)?.[1]];
      return id !== undefined && at !== undefined ? [[id, minuteOf(at)] as const] : [];
    }),
  );
  return {
    isSeen: (id: string) => seen.has(id),
    isTold: (id: string) => told.has(id),
    /** Those of some records that it has, with the minute since when. */
    sinceOf: (ids: Iterable<string>) =>
      [...ids].flatMap((id) => (seen.has(id) ? [`${id} since ${recorded.get(id)}`] : [])),
  };
}

async function withEngines(work: (one: Engine, other: Engine) => Promise<void>): Promise<void> {
  using folder = new TemporaryFolder();
  using otherFolder = new TemporaryFolder();
  const engine = await openEmbedded({ folder: folder.path });
  const other = await openEmbedded({ folder: otherFolder.path });
  try {
    await work(engine, other);
  } finally {
    await engine.close();
    await other.close();
  }
}

/** One random order from a seed, judged after every step, and put back from its export at the end. */
async function lived(from: number, found: Found): Promise<HiddenOrders['taken']> {
  const clock = new SetClock();
  const began = clock.now();
  const story = new HiddenOrders(clock, chance(from));
  await withEngines(async (engine, empty) => {
    const store = await openTestStore(engine, clock.now);
    const judge = new ShownJudge();
    const sinceJudge = new SinceJudge();
    const how = () => story.readable(`ONRECORD_TRIAL_SEED=${from}\n${story.log.join('\n')}`);
    for (let step = 0; step < length; step++) {
      clock.goOn(60_000);
      await store.writer.endEmbargoes(clock.now());
      judge.look(story.tellings, (await publicIds(engine)).isSeen);
      await story.take(store);
      await store.writer.endEmbargoes(clock.now());
      expect(await checkGraph(store), how()).toEqual([]);
      const { isSeen, isTold, sinceOf } = await publicIds(engine);
      judge.look(story.tellings, isSeen);
      sinceJudge.look(story.resting, minuteOf(clock.now().toISOString()));
      const since = sinceJudge.since(story.resting, isSeen);
      expect(sinceOf(since.keys()).map(story.readable), how()).toEqual(asSince(since).map(story.readable));
      const first = sinceJudge.naive(story.resting);
      if ([...since].some(([id, at]) => first.has(id) && first.get(id) !== at)) found.first++;
      const wrong = (isThere: (id: string) => boolean) =>
        judge.wrong(story.tellings, story.entities, isSeen, isThere);
      expect(wrong(isTold).map(story.readable), how()).toEqual([]);
      const naive = judge.naive(story.tellings, isSeen);
      if (wrong(naive.now).length > 0) found.now++;
      if (wrong(naive.ever).length > 0) found.ever++;
      found.steps++;
    }
    const history = createHistory(store, rebuildGraph);
    try {
      const reader = await createReaders(engine, store.statements, store.writer, clock.now)(null);
      const records = [...new Set([...story.entities, ...story.tellings.map(({ id }) => id)])];
      const wrong = await disagreements(reader, history, records, instantsBetween(began, clock.now()));
      expect(wrong.map(story.readable), how()).toEqual([]);
    } finally {
      await history.close();
    }
    // Nor does it hang on the order: decided anew, all of it stands as it did.
    const content = await contentOf(store);
    await decideAnew(engine, store.statements, clock.now);
    expect(await contentOf(store), how()).toEqual(content);
    const bytes = await exported(store);
    const restored = await openTestStore(empty, clock.now);
    await restoreInto(restored, bytes);
    await restored.writer.endEmbargoes(clock.now());
    expect(await checkGraph(restored), how()).toEqual([]);
    expect(await publicDump(empty), how()).toEqual(await publicDump(engine));
    expect((await exported(restored)).equals(bytes), how()).toBe(true);
  });
  return story.taken;
}

describe('embedded', () => {
  it('the public is told of whom it was shown, and of nobody else, whatever is hidden, shown and erased in whatever order', async ({
    task,
  }) => {
    const found: Found = { now: 0, ever: 0, first: 0, steps: 0 };
    const taken = new Set<string>();
    for (let one = 0; one < orders; one++)
      for (const [step] of await lived(seed + one, found)) taken.add(step);
    if (full) expect([...taken].sort()).toEqual([...steps].sort());
    expect(found.now).toBeGreaterThan(0);
    // Few orders come to it.
    if (full) expect(Math.min(found.ever, found.first)).toBeGreaterThan(0);
    tellRow(task, {
      what: 'records hidden, shown, corrected and erased in random orders',
      rounds: orders,
      outcome: `${found.steps} steps: nobody told of whom nothing showed, nobody gone whom something shows, nothing told of before it was shown; each restored the same`,
      control: `by who is named now ${found.now} of them are wrong, by who ever was ${found.ever}, by when each was recorded first ${found.first}`,
    });
  }, 3_600_000);
});
