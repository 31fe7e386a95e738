import neo4jDriver from 'neo4j-driver';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyNeo4j } from '../support/empty-neo4j.ts';
import { type Neo4jForTests, startNeo4jProcess } from '../support/neo4j-server.ts';
import { serving } from '../support/onrecord-process.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { BoltProxy, faults } from './bolt-proxy.ts';
import { answeredTheSame, judged, looked, neo4jPlace, prepared, untilReadyz } from './place.ts';
import { Recorder } from './recorder.ts';
import { full, roundsOf, Trial } from './trial.ts';
import { tellRow } from './trial-row.ts';

const LIMIT_MS = full ? 7_200_000 : 400_000;
/** Within this time of the loss of the store a probe says so. */
const TOLD_LIMIT_MS = 2_000;
/** Within this time of its return a probe says so, with nobody having done anything. */
const BACK_LIMIT_MS = 20_000;
const WRITERS = 8;

let trial: Trial;
beforeEach(() => {
  trial = new Trial();
});
afterEach(() => trial.remove());

const neo4j = ownNeo4j();
const seconds = (ms: readonly number[]): string => `${(Math.max(...ms) / 1000).toFixed(1)} s`;

/** The driver's own retries, without a key: how many nodes there are of each that was created once. */
async function naivelyDoubled(server: Neo4jForTests, proxy: BoltProxy, writes: number): Promise<number> {
  const driver = neo4jDriver.driver(proxy.uri, neo4jDriver.auth.basic(server.user, server.password));
  const session = driver.session();
  let doubled = 0;
  for (let number = 0; number < writes; number++) {
    proxy.arm('reply dropped');
    await session.executeWrite((transaction) =>
      transaction.run('CREATE (:NaiveWrite {number: $number})', { number }),
    );
    const { records } = await session.run('MATCH (n:NaiveWrite {number: $number}) RETURN count(n) AS found', {
      number,
    });
    if (Number(records[0]?.get('found')) > 1) doubled++;
  }
  await session.run('MATCH (n:NaiveWrite) DELETE n');
  await session.close();
  await driver.close();
  return doubled;
}

describe.skipIf(neo4j === null)('a service on Neo4j', () => {
  const rounds = roundsOf(200, 6);
  const freezes = roundsOf(10, 1);
  test(
    `loses nothing and doubles nothing in ${rounds} faults about a COMMIT, and is back after its connections died`,
    async ({ task }) => {
      if (neo4j === null) throw new Error('there is no Neo4j in this run');
      await looked(neo4jPlace(neo4j), emptyNeo4j);
      const proxy = await BoltProxy.before(neo4j.uri);
      try {
        const place = neo4jPlace({ ...neo4j, uri: proxy.uri });
        const { variables, key, base } = await prepared(place);
        await using service = await serving(variables, '--no-seed');
        // What the service logged tells what an answer masks.
        const recorder = new Recorder(base, key, () => service.process.stderr.slice(-4_000));
        recorder.start(WRITERS);
        await recorder.until(WRITERS);
        for (let round = 0; round < rounds; round++) {
          proxy.arm(faults[round % faults.length] ?? 'reset');
          await proxy.happening();
        }
        const told: number[] = [];
        const back: number[] = [];
        for (let round = 0; round < freezes; round++) {
          await recorder.until(1);
          proxy.freeze();
          told.push(await untilReadyz(base, 503, TOLD_LIMIT_MS));
          expect((await fetch(`${base}/healthz`)).status).toBe(200);
          proxy.thaw();
          back.push(await untilReadyz(base, 200, BACK_LIMIT_MS));
        }
        await recorder.until(WRITERS);
        await recorder.finish();
        await answeredTheSame(recorder);
        expect([...proxy.happened.values()].reduce((sum, times) => sum + times, 0)).toBe(rounds);
        expect(recorder.servedBefore).toBeGreaterThan(0);
        expect(recorder.longestMs).toBeLessThan(70_000);
        expect(await service.process.end('SIGTERM')).toEqual({ code: 0, signal: null });
        const outcome = await judged(neo4jPlace(neo4j), recorder);
        const writes = 5;
        const doubled = await naivelyDoubled(neo4j, proxy, writes);
        expect(doubled).toBe(writes);
        tellRow(task, {
          what: 'faults on the Bolt connection about a COMMIT, then all connections dead',
          rounds: rounds + freezes,
          outcome: `${outcome}; longest attempt ${seconds([recorder.longestMs])}; /readyz 503 within ${seconds(told)}, 200 again within ${seconds(back)}`,
          control: `the driver's own retries double ${doubled} of ${writes}`,
        });
      } finally {
        proxy.close();
      }
    },
    LIMIT_MS,
  );

  const kills = roundsOf(20, 1);
  // Its short form is the killed server of kill.store.test.ts, which takes a minute to come back.
  test.runIf(full)(
    `loses nothing and doubles nothing when its Neo4j is killed ${kills} times, says so, and comes back by itself`,
    async ({ task, skip }) => {
      const server = await startNeo4jProcess();
      if (server === null) return skip('a server of our own needs Java 21 and Maven');
      try {
        const place = neo4jPlace(server);
        const { variables, key, base } = await prepared(place);
        await using service = await serving(variables, '--no-seed');
        // What the service logged tells what an answer masks.
        const recorder = new Recorder(base, key, () => service.process.stderr.slice(-4_000));
        recorder.start(WRITERS / 2);
        const told: number[] = [];
        const back: number[] = [];
        for (let round = 0; round < kills; round++) {
          await recorder.until(3 + Math.floor(trial.random() * 10));
          const gone = server.kill();
          told.push(await untilReadyz(base, 503, TOLD_LIMIT_MS));
          await gone;
          await server.start();
          back.push(await untilReadyz(base, 200, BACK_LIMIT_MS));
        }
        await recorder.until(3);
        await recorder.finish();
        await answeredTheSame(recorder);
        expect(recorder.failures).toBeGreaterThan(0);
        expect(await service.process.end('SIGTERM')).toEqual({ code: 0, signal: null });
        const outcome = await judged(place, recorder);
        tellRow(task, {
          what: 'Neo4j killed amid writes by mutation',
          rounds: kills,
          outcome: `${outcome}; /readyz 503 within ${seconds(told)}, 200 again within ${seconds(back)} of its start`,
        });
      } finally {
        await server.stop();
      }
    },
    LIMIT_MS,
  );
});
