import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyNeo4j } from '../support/empty-neo4j.ts';
import { serving } from '../support/onrecord-process.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { answeredTheSame, embeddedPlace, judged, looked, neo4jPlace, type Place, prepared } from './place.ts';
import { bodyOf, Recorder } from './recorder.ts';
import { full, roundsOf, Trial } from './trial.ts';
import { tellRow } from './trial-row.ts';
import { judgeWrites } from './write-judge.ts';

const WARM = 3;
const LIMIT_MS = full ? 7_200_000 : 300_000;
const EXIT_LIMIT_MS = 10_000;
const WRITERS = 4;
const UNDER_WAY = 50;

let trial: Trial;
beforeEach(() => {
  trial = new Trial();
});
afterEach(() => trial.remove());

/**
 * A client that has lost the first answer sends its write again under another key: what it must not do. Answers the
 * numbers that it wrote.
 */
async function writtenNaively(base: string, key: string, writes: number): Promise<Recorder> {
  const naive = new Recorder(base, key);
  for (let number = 1_000_001; number <= 1_000_000 + writes; number++) {
    // The answer is lost: it is not looked at.
    await naive.send(number, `naive-first-${number}`);
    await naive.record(number, (attempt) => `naive-again-${number}-${attempt}`);
  }
  return naive;
}

/** Kills the service amid writes, again and again; the writers go on by themselves. */
async function killed(
  place: Place,
  rounds: number,
): Promise<{ readonly outcome: string; readonly control: string }> {
  const { variables, key, base } = await prepared(place);
  const recorder = new Recorder(base, key);
  recorder.start(WRITERS);
  let struck = 0;
  for (let round = 0; round < rounds; round++) {
    await using service = await serving(variables, '--no-seed');
    await recorder.until(1 + Math.floor(trial.random() * 6));
    await pause(trial.random() * 120);
    if (recorder.unknown.size > 0) struck++;
    await service.process.end('SIGKILL');
  }
  const service = await serving(variables, '--no-seed');
  await recorder.finish();
  await answeredTheSame(recorder);
  expect(await service.process.end('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(struck).toBe(rounds);
  expect(recorder.failures).toBeGreaterThan(0);
  const outcome = await judged(place, recorder);

  await using again = await serving(variables, '--no-seed');
  const writes = 5;
  const naive = await writtenNaively(base, key, writes);
  await again.process.end('SIGTERM');
  const { doubled } = await looked(place, (engine) => judgeWrites(engine, naive));
  expect(doubled).toHaveLength(writes);
  return { outcome, control: `a client without keys doubles ${doubled.length} of ${writes}` };
}

interface Begun {
  finish(): Promise<{ readonly status: number | undefined; readonly said: unknown }>;
}

/** A request that the service has begun to read: it has asked for the body, which is not sent yet. */
function begun(base: string, key: string, body: string, agent: Agent): Promise<Begun> {
  const asked = request(`${base}/graphql`, {
    agent,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${key}`,
      expect: '100-continue',
    },
  });
  const answered = new Promise<{ status: number | undefined; said: unknown }>((resolve, reject) => {
    asked.once('response', (response) => {
      text(response).then((said) => resolve({ status: response.statusCode, said: JSON.parse(said) }), reject);
    });
    asked.once('error', reject);
  });
  answered.catch(() => undefined);
  return new Promise((resolve, reject) => {
    answered.catch(reject);
    asked.once('continue', () => {
      resolve({
        finish: () => {
          asked.end(body);
          return answered;
        },
      });
    });
    asked.flushHeaders();
  });
}

const reading = JSON.stringify({ query: '{ claims { totalCount } }' });

/** Asks the service to stop while fifty requests are under way, so many of them writes, again and again. */
async function stopped(place: Place, rounds: number, writes: number): Promise<string> {
  const { variables, key, base } = await prepared(place);
  const recorder = new Recorder(base, key);
  let slowest = 0;
  for (let round = 0; round < rounds; round++) {
    await using service = await serving(variables, '--no-seed');
    const agent = new Agent({ keepAlive: true });
    // A service that is stopped has been at work: Neo4j plans each statement when it first comes, for seconds in all.
    for (const number of Array.from({ length: WARM }, (_, index) => 100_000 + round * WARM + index)) {
      const first = await begun(base, key, bodyOf(number, `trial-write-${number}`), agent);
      expect(recorder.heard(number, (await first.finish()).said)).not.toBeNull();
    }
    const numbers = Array.from({ length: writes }, (_, index) => round * writes + index + 1);
    const bodies = [
      ...numbers.map((number) => bodyOf(number, `trial-write-${number}`)),
      ...Array.from({ length: UNDER_WAY - writes }, () => reading),
    ];
    const under = await Promise.all(bodies.map((body) => begun(base, key, body, agent)));
    const asked = performance.now();
    const ended = service.process.end('SIGTERM').then((how) => ({ how, ms: performance.now() - asked }));
    const answers = await Promise.all(under.map((one) => one.finish()));
    const { how, ms } = await ended;
    agent.destroy();
    expect(how, service.process.stderr).toEqual({ code: 0, signal: null });
    expect(ms).toBeLessThan(EXIT_LIMIT_MS);
    slowest = Math.max(slowest, ms);
    answers.forEach(({ status, said }, index) => {
      expect(status).toBe(200);
      const number = numbers[index];
      if (number === undefined) expect(said).toMatchObject({ data: { claims: {} } });
      else expect(recorder.heard(number, said), JSON.stringify(said)).not.toBeNull();
    });
  }
  const outcome = await judged(place, recorder);
  expect(recorder.acknowledged.size).toBe(rounds * (writes + WARM));
  return `${outcome}; ended with 0 within ${(slowest / 1000).toFixed(1)} s`;
}

/** The trials of a service on either engine. */
function suite(makePlace: () => Promise<Place>, writes: number): void {
  const kills = roundsOf(100, 2);
  test(
    `nothing acknowledged is lost and nothing is there twice, when it is killed ${kills} times`,
    async ({ task }) => {
      const { outcome, control } = await killed(await makePlace(), kills);
      tellRow(task, { what: 'the service killed amid writes by mutation', rounds: kills, outcome, control });
    },
    LIMIT_MS,
  );

  const stops = roundsOf(20, 1);
  test(
    `nothing under way is dropped when it is asked to stop, ${stops} times`,
    async ({ task }) => {
      const outcome = await stopped(await makePlace(), stops, writes);
      tellRow(task, {
        what: `SIGTERM with ${UNDER_WAY} requests under way, ${writes} of them writes`,
        rounds: stops,
        outcome,
      });
    },
    LIMIT_MS,
  );
}

describe('a service on the embedded store', () =>
  suite(async () => embeddedPlace(join(trial.folder, 'data')), UNDER_WAY));

const neo4j = ownNeo4j();
describe.skipIf(neo4j === null)('a service on Neo4j', () =>
  suite(async () => {
    if (neo4j === null) throw new Error('there is no Neo4j in this run');
    const place = neo4jPlace(neo4j);
    await looked(place, emptyNeo4j);
    return place;
    // One after the other, over the network: a busy machine does few of them within the grace.
  }, 10),
);
