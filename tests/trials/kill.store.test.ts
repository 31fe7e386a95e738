import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNeo4j } from '../../src/engine/neo4j-engine.ts';
import { emptyNeo4j } from '../support/empty-neo4j.ts';
import type { Neo4jForTests } from '../support/neo4j-server.ts';
import { startNeo4jProcess } from '../support/neo4j-server.ts';
import { onrecord, serving, type Variables } from '../support/onrecord-process.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { LiveReader } from './live-reader.ts';
import { smallBundle } from './small-bundle.ts';
import { dumpStore } from './store-dump.ts';
import { judge, type Verdict } from './store-judge.ts';
import { full, Trial } from './trial.ts';

const LIMIT_MS = full ? 1_200_000 : 240_000;
const NAIVE = fileURLToPath(new URL('./naive-writer.ts', import.meta.url));

let trial: Trial;
beforeEach(() => {
  trial = new Trial();
});
afterEach(() => trial.remove());

/** Opens the store that a trial has left, in this process, and closes it afterwards. */
async function looked<Result>(open: () => Promise<Engine>, look: (engine: Engine) => Promise<Result>) {
  const engine = await open();
  try {
    return await look(engine);
  } finally {
    await engine.close();
  }
}

/** Judges the store; then sends again what nobody knows of, after which each bundle is there once. Prints the figures. */
async function judged(name: string, rounds: number, open: () => Promise<Engine>, variables: Variables) {
  const verdict = await looked(open, async (engine) =>
    judge(await dumpStore(engine), trial.bundles, trial.acknowledged),
  );
  const unknown = [...trial.unknown];
  const recovered = unknown.filter((number) => verdict.present.has(number));
  process.stdout.write(
    `${name}: ${rounds} rounds, ${trial.struck} struck while writing; ${trial.acknowledged.size} acknowledged, ` +
      `${unknown.length} unknown (${recovered.length} of them present), ${verdict.lost.length} lost, ` +
      `${verdict.halfWritten.length} half-written; ${verdict.looked} nodes and links looked at\n`,
  );
  expect(verdict).toMatchObject({ lost: [], halfWritten: [], brokenLog: [] });
  expect(verdict.present.size).toBe(trial.acknowledged.size + recovered.length);
  expect(trial.acknowledged.size).toBeGreaterThanOrEqual(rounds);
  expect(verdict.looked).toBeGreaterThan(trial.acknowledged.size * 50);
  expect(trial.struck).toBeGreaterThan(rounds * 0.6);

  if (unknown.length > 0) {
    const again = trial.send(unknown, variables);
    expect(await again.ended(), again.stderr).toMatchObject({ code: 0 });
    trial.note(again);
  }
  const checked = await onrecord(['check', '--json'], variables);
  expect(checked.code, checked.stdout + checked.stderr).toBe(0);
  const after = await looked(open, async (engine) =>
    judge(await dumpStore(engine), trial.bundles, trial.acknowledged),
  );
  expect(after).toMatchObject({ lost: [], halfWritten: [], brokenLog: [] });
  expect(after.present.size).toBe(trial.acknowledged.size);
  expect(trial.unknown.size).toBe(0);
}

describe('the embedded store, when a process that has it open is killed', () => {
  const data = (): string => join(trial.folder, 'data');
  const open = (): Promise<Engine> => openEmbedded({ folder: data() });

  test(
    'keeps what a service acknowledged to a writer beside it, and shows no half of anything',
    async () => {
      const rounds = full ? 50 : 6;
      const variables = { ONRECORD_DATA: data() };
      let seen = 0;
      for (let round = 0; round < rounds; round++) {
        await using service = await serving(variables, '--no-seed');
        const reader = new LiveReader(service.base);
        const writer = trial.writer(variables);
        await trial.strikingMoment(writer);
        await service.process.end('SIGKILL');
        const { code } = await writer.ended();
        expect([0, 3], writer.stderr).toContain(code);
        trial.note(writer);
        await reader.stop();
        expect(reader.half).toEqual([]);
        seen += reader.seen;
      }
      expect(seen).toBeGreaterThan(rounds);
      await judged('embedded, service killed', rounds, open, variables);
    },
    LIMIT_MS,
  );

  test(
    'keeps what a writer without a service acknowledged',
    async () => {
      const rounds = full ? 50 : 6;
      const variables = { ONRECORD_DATA: data() };
      expect(await onrecord(['migrate'], variables)).toMatchObject({ code: 0 });
      for (let round = 0; round < rounds; round++) {
        const writer = trial.writer(variables);
        await trial.strikingMoment(writer);
        await writer.end('SIGKILL');
        trial.note(writer);
      }
      await judged('embedded, writer killed', rounds, open, variables);
    },
    LIMIT_MS,
  );

  /** The verdict on a naive writer that was killed after it had printed its number. */
  async function verdictOnNaive(manner: string): Promise<Verdict> {
    expect(await onrecord(['migrate'], { ONRECORD_DATA: data() })).toMatchObject({ code: 0 });
    const bundles = new Map([1, 2].map((number) => [number, smallBundle(number)]));
    const child = spawn(process.execPath, [NAIVE, data(), manner, '1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    const [said] = await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await exit;
    return looked(open, async (engine) =>
      judge(await dumpStore(engine), bundles, new Set([Number.parseInt(String(said), 10)])),
    );
  }

  test('would be judged to have lost what a writer acknowledged before its commit', async () => {
    expect(await verdictOnNaive('early')).toMatchObject({ lost: [1], halfWritten: [], brokenLog: [] });
  });

  test('would be judged half-written by a writer that commits piece by piece', async () => {
    const verdict = await verdictOnNaive('piecemeal');
    expect(verdict.lost).toEqual([1]);
    expect(verdict.halfWritten).toEqual([expect.stringMatching(/^bundle 1 lacks \d+: its activity/)]);
    expect(verdict.brokenLog).toEqual(['1 requests without an activity']);
  });
});

function variablesFor({ uri, user, password }: Pick<Neo4jForTests, 'uri' | 'user' | 'password'>): Variables {
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
}

const neo4j = ownNeo4j();
describe.skipIf(neo4j === null)('Neo4j', () => {
  test(
    'keeps what a writer that is killed had acknowledged, and shows no half of anything',
    async () => {
      if (neo4j === null) throw new Error('there is no Neo4j in this run');
      const rounds = full ? 50 : 6;
      const variables = variablesFor(neo4j);
      const open = (): Promise<Engine> => openNeo4j(neo4j);
      await looked(open, emptyNeo4j);
      await using service = await serving(variables, '--no-seed');
      const reader = new LiveReader(service.base);
      for (let round = 0; round < rounds; round++) {
        const writer = trial.writer(variables);
        await trial.strikingMoment(writer);
        await writer.end('SIGKILL');
        trial.note(writer);
      }
      await reader.stop();
      expect(reader.half).toEqual([]);
      expect(reader.seen).toBeGreaterThan(rounds);
      await judged('neo4j, writer killed', rounds, open, variables);
    },
    LIMIT_MS,
  );

  test(
    'keeps what was acknowledged when its server is killed, and the writer goes on or says so',
    async ({ skip }) => {
      const server = await startNeo4jProcess();
      if (server === null) return skip('a server of our own needs Java 21 and Maven');
      try {
        const rounds = full ? 6 : 1;
        const variables = variablesFor(server);
        const { uri, user, password } = server;
        expect(await onrecord(['migrate'], variables)).toMatchObject({ code: 0 });
        for (let round = 0; round < rounds; round++) {
          const writer = trial.writer(variables);
          await trial.strikingMoment(writer);
          await server.kill();
          await server.start();
          const { code } = await writer.ended();
          expect([0, 3], writer.stderr).toContain(code);
          trial.note(writer);
        }
        const open = (): Promise<Engine> => openNeo4j({ uri, user, password, database: 'neo4j' });
        await judged('neo4j, server killed', rounds, open, variables);
      } finally {
        await server.stop();
      }
    },
    LIMIT_MS,
  );
});
