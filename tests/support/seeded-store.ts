import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bundle } from '../../src/domain/bundle.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { importBundle } from '../../src/ingest/import-bundle.ts';
import { parseBundleText } from '../../src/ingest/parse-bundle.ts';
import { createReader } from '../../src/store/graph-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { loadStatements, type Statements } from '../../src/store/statements.ts';
import type { StoreReader } from '../../src/store/store.ts';
import type { Receipt, StoreWriter } from '../../src/store/write-port.ts';
import { createWriter } from '../../src/store/write-store.ts';
import { cypherFolder, emptyNeo4j } from './empty-neo4j.ts';

const seedFile = fileURLToPath(new URL('../../seed/bytedance-openai.bundle.json', import.meta.url));

/** The article's bundle. */
export const seedBundle = (): Bundle => parseBundleText(readFileSync(seedFile, 'utf8'));

/** A migrated store, and all that a test does with it. */
export interface TestStore {
  readonly engine: Engine;
  readonly statements: Statements;
  readonly reader: StoreReader;
  readonly writer: StoreWriter;
  /** Imports a bundle, under a request key of its own unless one is given. */
  import(bundle: Bundle, requestKey?: string): Promise<Receipt>;
}

/** A clock that begins at a fixed instant and goes on by a minute each time it is asked. */
export function steppingClock(first = '2026-11-22T08:00:00.000Z'): () => Date {
  let next = Date.parse(first);
  return () => {
    const now = new Date(next);
    next += 60_000;
    return now;
  };
}

/** Salts that two stores have alike, so that their logs can be compared. */
export function countedSalts(): () => string {
  let count = 0;
  return () => createHash('sha256').update(String(count++)).digest('hex');
}

/** Migrates the engine's store and opens it. */
export async function openTestStore(
  engine: Engine,
  now: () => Date = steppingClock(),
  makeSalt: () => string = countedSalts(),
): Promise<TestStore> {
  const statements = loadStatements(cypherFolder, engine.capabilities.dialect);
  await migrate(engine, statements, cypherFolder, () => new Date('2026-11-22T00:00:00.000Z'));
  const writer = createWriter(engine, statements, now, makeSalt);
  let requests = 0;
  return {
    engine,
    statements,
    writer,
    reader: createReader(engine, statements),
    import: (bundle, requestKey = `test:${++requests}`) => importBundle(writer, bundle, { requestKey }),
  };
}

/** Gives an empty, migrated store at each call. */
export function storesOf(open: () => Promise<Engine>): (now?: () => Date) => Promise<TestStore> {
  let server: Engine | null = null;
  return async (now) => {
    if (server === null) {
      const engine = await open();
      if (engine.capabilities.shared) server = engine;
      return openTestStore(engine, now);
    }
    await emptyNeo4j(server);
    return openTestStore(server, now);
  };
}
