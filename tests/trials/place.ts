import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNeo4j } from '../../src/engine/neo4j-engine.ts';
import { freePort } from '../support/free-port.ts';
import type { Neo4jForTests } from '../support/neo4j-server.ts';
import { onrecord, type Variables } from '../support/onrecord-process.ts';
import type { Recorder } from './recorder.ts';
import { judgeWrites } from './write-judge.ts';

/** A probe says within this time that the store is away. */
const READY_LIMIT_MS = 2_000;

/** A store that a service is to run on. */
export interface Place {
  readonly variables: Variables;
  open(): Promise<Engine>;
}

/** An embedded store in a folder. */
export function embeddedPlace(folder: string): Place {
  return { variables: { ONRECORD_DATA: folder }, open: () => openEmbedded({ folder }) };
}

/** A Neo4j, or a proxy before one. */
export function neo4jPlace({ uri, user, password }: Pick<Neo4jForTests, 'uri' | 'user' | 'password'>): Place {
  return {
    variables: { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    open: () => openNeo4j({ uri, user, password, database: 'neo4j' }),
  };
}

/** Migrates the store and makes an editor's key; answers what a service wants to know, and the key. */
export async function prepared(
  place: Place,
): Promise<{ readonly variables: Variables; readonly key: string; readonly base: string }> {
  const { variables } = place;
  const migrated = await onrecord(['migrate'], variables);
  expect(migrated.code, migrated.stderr).toBe(0);
  const made = await onrecord(['keys', 'create', '--role', 'editor', '--name', 'Trial', '--json'], variables);
  expect(made.code, made.stderr).toBe(0);
  const port = await freePort();
  return {
    variables: { ...variables, PORT: String(port), ONRECORD_LOG: 'warn' },
    key: String(JSON.parse(made.stdout).key),
    base: `http://127.0.0.1:${port}`,
  };
}

/** Opens the store that a trial has left, in this process, and closes it afterwards. */
export async function looked<Result>(
  place: Place,
  look: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const engine = await place.open();
  try {
    return await look(engine);
  } finally {
    await engine.close();
  }
}

/** All that was acknowledged is there, once and whole, and nothing else is. Answers the figures. */
export async function judged(place: Place, recorder: Recorder): Promise<string> {
  const verdict = await looked(place, (engine) => judgeWrites(engine, recorder));
  expect(recorder.wrong).toEqual([]);
  expect(recorder.unknown.size).toBe(0);
  expect(verdict).toMatchObject({ lost: [], doubled: [], halfApplied: [] });
  expect(verdict.present).toBe(recorder.acknowledged.size);
  expect(verdict.looked).toBeGreaterThan(recorder.acknowledged.size * 20);
  return (
    `${recorder.acknowledged.size} acknowledged, ${verdict.lost.length} lost, ${verdict.halfApplied.length} half-applied, ` +
    `${verdict.doubled.length} doubled; ${recorder.failures} attempts failed, ${recorder.servedBefore} of them had been recorded`
  );
}

/** What was acknowledged is answered the same when it is sent again. */
export async function answeredTheSame(recorder: Recorder): Promise<void> {
  const some = [...recorder.acknowledged].filter((_, index) => index % 7 === 0);
  expect(some.length).toBeGreaterThan(0);
  for (const [number, receipt] of some)
    expect(await recorder.send(number, `trial-write-${number}`)).toEqual(receipt);
}

async function readyz(base: string): Promise<{ readonly status: number; readonly ms: number }> {
  const started = performance.now();
  const response = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(10_000) });
  await response.text();
  return { status: response.status, ms: performance.now() - started };
}

/** Asks until the answer has that status; how long it took, in milliseconds. Each answer itself comes in time. */
export async function untilReadyz(base: string, status: number, limitMs: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const answer = await readyz(base);
    expect(answer.ms).toBeLessThan(READY_LIMIT_MS);
    const ms = performance.now() - started;
    if (answer.status === status) return ms;
    expect(ms).toBeLessThan(limitMs);
    await pause(50);
  }
}
