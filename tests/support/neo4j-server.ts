import { execFileSync } from 'node:child_process';
import { Neo4jContainer } from '@testcontainers/neo4j';
import type { TestProject } from 'vitest/node';
import { openNeo4j } from '../../src/engine/neo4j-engine.ts';
import { razeNeo4j } from './empty-neo4j.ts';
import { findJava } from './java.ts';
import { hasMaven, NEO4J_VERSION, neo4jJars } from './neo4j-jars.ts';
import { type KeptHome, type Life, Neo4jProcess } from './neo4j-process.ts';
import { storeWorkers } from './store-workers.ts';

/** The Neo4j of a test run; its content may be deleted. */
export interface Neo4jForTests {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** It also answers over TLS on the same port, with a certificate that it signed itself. */
  readonly tls: boolean;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker that runs files beside another; none where no Neo4j can be had: its tests are then counted as skipped. */
    neo4j: readonly Neo4jForTests[];
  }
}

export interface RunningNeo4j extends Neo4jForTests {
  stop(): Promise<void>;
}

const ofThisRun = Symbol.for('onrecord.tests.neo4j');

const HOW =
  'To run them: install Java 21 or later and Maven, or start Docker, or set NEO4J_TEST_URI, NEO4J_TEST_USER and NEO4J_TEST_PASSWORD.';

/** Projects load this file each for itself; the servers of a run are there once. */
const run = globalThis as typeof globalThis & { [ofThisRun]?: Promise<readonly RunningNeo4j[]> };

/** Vitest's global setup: one Neo4j for each worker of the whole run. With `CI` set, a run without one fails. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  run[ofThisRun] ??= startEach();
  const servers = await run[ofThisRun];
  project.provide(
    'neo4j',
    servers.map(({ uri, user, password, database, tls }) => ({ uri, user, password, database, tls })),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
}

async function startEach(): Promise<readonly RunningNeo4j[]> {
  const started = await Promise.all(Array.from({ length: storeWorkers() }, () => startNeo4j()));
  const servers = started.filter((server) => server !== null);
  if (servers.length === 0) {
    if (process.env['CI']) throw new Error(`No Neo4j for the tests, and CI is set. ${HOW}`);
    process.stderr.write(`No Neo4j: its tests are skipped. ${HOW}\n`);
  }
  for (const server of servers) {
    const engine = await openNeo4j(server);
    await razeNeo4j(engine);
    await engine.close();
  }
  return servers;
}

/** The one that is named, else one in Docker, else one from the published jars; null when none of these can be. */
export async function startNeo4j(life: Life = 'short'): Promise<RunningNeo4j | null> {
  return named() ?? (await inDocker()) ?? (await fromJars(life));
}

function named(): RunningNeo4j | null {
  const uri = process.env['NEO4J_TEST_URI'];
  if (!uri) return null;
  return {
    uri,
    user: process.env['NEO4J_TEST_USER'] || 'neo4j',
    password: process.env['NEO4J_TEST_PASSWORD'] || '',
    database: 'neo4j',
    tls: false,
    stop: async () => {},
  };
}

async function inDocker(): Promise<RunningNeo4j | null> {
  try {
    execFileSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 });
  } catch {
    return null;
  }
  const container = await new Neo4jContainer(`neo4j:${NEO4J_VERSION}`).start();
  return {
    uri: container.getBoltUri(),
    user: container.getUsername(),
    password: container.getPassword(),
    database: 'neo4j',
    tls: false,
    stop: async () => {
      await container.stop();
    },
  };
}

async function fromJars(life: Life): Promise<RunningNeo4j | null> {
  const server = await startNeo4jProcess(life);
  if (server === null) return null;
  const { uri, user, password } = server;
  return { uri, user, password, database: 'neo4j', tls: true, stop: () => server.stop() };
}

/** A Neo4j of a test's own that it may kill and start again; null without Java 21 and Maven. */
export async function startNeo4jProcess(
  life: Life = 'short',
  kept: KeptHome | null = null,
): Promise<Neo4jProcess | null> {
  const java = findJava(21);
  return java !== null && hasMaven() ? Neo4jProcess.start(java, neo4jJars(), life, kept) : null;
}
