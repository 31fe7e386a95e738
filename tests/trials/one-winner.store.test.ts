import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNeo4j } from '../../src/engine/neo4j-engine.ts';
import { createReader } from '../../src/store/graph-store.ts';
import { createHistory } from '../../src/store/history.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { createWriter } from '../../src/store/write-store.ts';
import { type Api, apiOf } from '../graphql/api.ts';
import { type EngineName, eachEngine } from '../support/engines.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { chance } from './chance.ts';
import { backwardsReceipts, Editor, type Outcome } from './editor.ts';
import { LogWatcher } from './log-watcher.ts';
import { comparableDump, replayLog } from './replay-log.ts';
import { dumpStore } from './store-dump.ts';
import { full, roundsOf, seed } from './trial.ts';
import { tellRow } from './trial-row.ts';

const WRITERS = 24;
/** So often tries a writer who was never served; the full form's number for everyone. */
const MOST_TRIES = 500;
const LIMIT_MS = full ? 3_600_000 : 300_000;
const neo4j = ownNeo4j();

/** Assertions of the small bundle that nothing in it forbids to change. */
const changing = ['doubted', 'opened', 'seen', 'denied', 'copied', 'new'].map((key) =>
  idIn('Assertion', key),
);
const speakers = ['company', 'firm', 'paper', 'spokesman'].map((key) => idIn('Entity', key));
const pairs = [
  ['company', 'firm'],
  ['witness', 'spokesman'],
  ['paper', 'firm'],
].map((pair) => pair.map((key) => idIn('Entity', key)));

const at = (outcomes: readonly Outcome[], share: number): string => {
  const times = outcomes.map(({ sent, answered }) => answered - sent).sort((a, b) => a - b);
  return `${Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)} ms`;
};

const perSecond = (outcomes: readonly Outcome[]): string => {
  const first = Math.min(...outcomes.map(({ sent }) => sent));
  const last = Math.max(...outcomes.map(({ answered }) => answered));
  return `${((outcomes.length / (last - first)) * 1000).toFixed(0)}/s, half within ${at(outcomes, 0.5)}, all within ${at(outcomes, 1)}`;
};

/** What an editor holds to be the present; it learns otherwise when it is refused. */
interface Belief {
  version: number;
  withdrawn: boolean;
}

/** One of the things that an editor may do to what all the others change too. */
async function operate(
  editor: Editor,
  beliefs: Map<string, Belief>,
  shared: string[],
  random: () => number,
): Promise<void> {
  const place = Math.floor(random() * shared.length);
  const id = shared[place] ?? '';
  const held = beliefs.get(id) ?? { version: 1, withdrawn: false };
  const target = { id, expectedVersion: held.version };
  const dice = random();
  if (dice < 0.25) {
    const [pair, verdict] = [Math.floor(random() * pairs.length), random()];
    const judged = beliefs.get(`pair-${pair}`);
    const outcome = await editor.ask('judgeIdentity', {
      between: pairs[pair],
      // Judged otherwise it is undone; both stay in its history.
      verdict: verdict < 0.4 ? 'SAME' : verdict < 0.6 ? 'DIFFERENT' : 'UNSURE',
      reason: [{ language: 'en', text: `For reason ${verdict.toFixed(6)}.` }],
      expectedVersion: judged?.version ?? null,
    });
    const version = outcome.currentVersion ?? outcome.version;
    if (version !== null) beliefs.set(`pair-${pair}`, { version, withdrawn: false });
    return;
  }
  const outcome =
    dice < 0.55
      ? await editor.ask('correctAssertion', { ...target, cue: `says ${random().toFixed(6)}` })
      : dice < 0.65
        ? await editor.ask('correctAssertion', {
            ...target,
            speaker: { id: speakers[Math.floor(random() * speakers.length)] },
          })
        : held.withdrawn
          ? await editor.ask('reinstateAssertion', target)
          : await editor.ask('withdrawAssertion', { ...target, reason: 'It was not said.' });
  const { type } = outcome;
  if (type === 'AssertionCorrected' && outcome.id !== null && outcome.id !== id) shared[place] = outcome.id;
  const withdrawn =
    type === 'AssertionWithdrawn' ||
    (held.withdrawn && type !== 'AssertionReinstated' && type !== 'NotPossibleError');
  const version = outcome.currentVersion ?? (outcome.id === id ? outcome.version : null) ?? held.version;
  beliefs.set(id, { version, withdrawn: type === 'NotPossibleError' ? !held.withdrawn : withdrawn });
}

interface Instance {
  readonly api: Api;
  readonly engine: Engine;
}

/** Two instances of the service on one store, of which the second's clock is behind and unsteady. */
function instancesOf(store: TestStore, second: Engine, random: () => number): readonly [Instance, Instance] {
  const clocks = [() => new Date(), () => new Date(Date.now() - 5_000 * random())];
  const [first, other] = [store.engine, second].map((engine, index) => ({
    engine,
    api: apiOf(
      createReader(engine, store.statements),
      createWriter(engine, store.statements, clocks[index] ?? (() => new Date())),
      createHistory({ engine, statements: store.statements }, rebuildGraph),
    ),
  }));
  if (first === undefined || other === undefined) throw new Error('two instances are made');
  return [first, other];
}

const create = statement('naiveCreate', 'CREATE (n:Naive {id: 1, rev: 0})');
const drop = statement('naiveDrop', 'MATCH (n:Naive) DELETE n');
const look = statement('naiveLook', 'MATCH (n:Naive {id: 1}) RETURN n.rev AS rev');
const compareAndSet = statement(
  'naiveCompare',
  'MATCH (n:Naive {id: 1}) WHERE n.rev = $rev SET n.rev = $rev + 1 RETURN n.rev AS rev',
);
const set = statement('naiveSet', 'MATCH (n:Naive {id: 1}) SET n.rev = $rev + 1 RETURN n.rev AS rev');

/** How many of the writers take themselves for the winner when a version is compared in the naive way. */
async function naiveWinners(name: EngineName, engine: Engine, rounds: number): Promise<number> {
  const one = async (rev: number): Promise<boolean> => {
    if (name === 'neo4j')
      return (await engine.write((transaction) => transaction.run(compareAndSet, { rev }))).length > 0;
    // One writing transaction at a time: naive is to look before it.
    const [[found] = []] = await engine.read(look);
    if (found !== rev) return false;
    await engine.write((transaction) => transaction.run(set, { rev }));
    return true;
  };
  await engine.write((transaction) => transaction.run(create));
  let winners = 0;
  for (let rev = 0; rev < rounds; rev++) {
    winners += (await Promise.all(Array.from({ length: WRITERS }, () => one(rev)))).filter(Boolean).length;
    const [[found] = []] = await engine.read(look);
    if (found !== rev + 1) break;
  }
  await engine.write((transaction) => transaction.run(drop));
  return winners;
}

eachEngine((name, openEngine) => {
  const emptyStore = storesOf(openEngine);
  let second: Engine | null = null;
  let store: TestStore;
  let instances: readonly [Instance, Instance];
  const random = chance(seed);

  beforeAll(async () => {
    store = await emptyStore(() => new Date());
    await store.import(smallBundle());
    second = name === 'neo4j' && neo4j !== null ? await openNeo4j(neo4j) : null;
    instances = instancesOf(store, second ?? store.engine, random);
  });
  afterAll(() => second?.close());

  const editors = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => {
      const instance = instances[index % 2 === 0 ? 0 : 1];
      return new Editor(instance.api, `${prefix}-${index}`);
    });

  describe('of writers who have all seen the same version', () => {
    const rounds = roundsOf(150, 6);

    it(
      `one wins and the others are shown what it wrote, ${rounds} times out of ${rounds}`,
      async ({ task }) => {
        const writers = editors(WRITERS, 'racer');
        const id = idIn('Assertion', 'reported');
        for (let round = 1; round <= rounds; round++) {
          const outcomes = await Promise.all(
            writers.map((writer, index) =>
              writer.ask('correctAssertion', {
                id,
                expectedVersion: round,
                cue: `round ${round}, writer ${index}`,
              }),
            ),
          );
          const winners = outcomes.filter(({ type }) => type === 'AssertionCorrected');
          expect(winners).toHaveLength(1);
          for (const outcome of outcomes.filter((one) => one !== winners[0])) {
            expect(outcome).toMatchObject({
              type: 'StaleVersionError',
              currentVersion: round + 1,
              version: round + 1,
              cue: winners[0]?.cue,
            });
          }
        }
        const all = writers.flatMap(({ outcomes }) => outcomes);
        expect(all).toHaveLength(rounds * WRITERS);
        expect(backwardsReceipts(all)).toEqual([]);
        const naive = await naiveWinners(name, store.engine, rounds);
        expect(naive).toBeGreaterThan(rounds);
        tellRow(task, {
          what: `one winner of ${WRITERS} writers${second === null ? '' : ' at two instances'}`,
          rounds,
          outcome: `${rounds} winners, ${all.length - rounds} refused with the current state; ${perSecond(all)}`,
          control: `the naive way has ${naive} winners`,
        });
      },
      LIMIT_MS,
    );
  });

  describe('while eight change the same records in every way', () => {
    const operations = roundsOf(500, 12);

    it(
      `all are served, time never runs backwards, and the log tells the whole graph (${operations} each)`,
      async ({ task }) => {
        const watcher = new LogWatcher(store);
        const writers = editors(8, 'editor');
        const shared = [...changing];
        await Promise.all(
          writers.map(async (writer, index) => {
            const own = chance(seed + index);
            const beliefs = new Map<string, Belief>();
            const served = () => writer.outcomes.some(({ recordedAt }) => recordedAt !== null);
            // Whoever goes on is served at last; a dozen tries among eight may all come too late.
            for (let count = 0; count < operations || (!served() && count < MOST_TRIES); count++)
              await operate(writer, beliefs, shared, own);
          }),
        );
        await pause(50);
        await watcher.stop();

        const all = writers.flatMap(({ outcomes }) => outcomes);
        const counts = Map.groupBy(all, ({ type }) => type);
        const count = (type: string): number => counts.get(type)?.length ?? 0;
        expect(all.length).toBeGreaterThanOrEqual(8 * operations);
        for (const type of [
          'AssertionCorrected',
          'AssertionWithdrawn',
          'IdentityJudged',
          'StaleVersionError',
        ])
          expect(count(type), type).toBeGreaterThan(0);
        expect(backwardsReceipts(all)).toEqual([]);
        expect(watcher.backwards).toEqual([]);
        const done = all.filter(({ recordedAt }) => recordedAt !== null);
        expect(watcher.seen).toBeGreaterThanOrEqual(done.length);
        for (const { outcomes } of writers)
          expect(outcomes.filter(({ recordedAt }) => recordedAt !== null).length).toBeGreaterThan(0);

        expect((await verifyLog(store, null)).problems).toEqual([]);
        using folder = new TemporaryFolder();
        const fresh = await openEmbedded({ folder: folder.path });
        try {
          const replayed = await replayLog(await dumpStore(store.engine), fresh);
          expect(replayed).toBeGreaterThanOrEqual(done.length);
          expect(await comparableDump(fresh)).toEqual(await comparableDump(store.engine));
        } finally {
          await fresh.close();
        }
        tellRow(task, {
          what: `eight writers of conflicting operations${second === null ? '' : ' at two instances'}`,
          rounds: operations,
          outcome:
            `${done.length} recorded, ${count('StaleVersionError')} stale, ` +
            `${all.length - done.length - count('StaleVersionError')} refused by a rule; the log replays to the graph; ${perSecond(all)}`,
        });
      },
      LIMIT_MS,
    );
  });
});
