import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNeo4j } from '../../src/engine/neo4j-engine.ts';
import { emptyNeo4j } from './empty-neo4j.ts';
import type { Neo4jForTests } from './neo4j-server.ts';
import { ownNeo4j } from './own-neo4j.ts';

export type EngineName = 'neo4j' | 'embedded';

/** Gives an empty engine. It is closed after the suite; every call empties the store again. */
export type OpenEngine = () => Promise<Engine>;

/**
 * Runs one suite on both engines. The test server has one database, so files that call this must lie where
 * `vitest.config.ts` runs files one after the other.
 */
export function eachEngine(suite: (name: EngineName, open: OpenEngine) => void): void {
  describe('embedded', () => suite('embedded', opener(embedded)));
  const neo4j = ownNeo4j();
  describe.skipIf(neo4j === null)('neo4j', () => {
    suite(
      'neo4j',
      opener(() => opened(neo4j)),
    );
  });
}

interface Opened {
  readonly engine: Engine;
  remove(): void;
}

function opener(open: () => Promise<Opened>): OpenEngine {
  const opened: Opened[] = [];
  afterAll(async () => {
    for (const { engine, remove } of opened.splice(0)) {
      await engine.close();
      remove();
    }
  });
  return async () => {
    const next = await open();
    opened.push(next);
    return next.engine;
  };
}

async function embedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-store-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { engine: await openEmbedded({ folder }), remove };
}

async function opened(server: Neo4jForTests | null): Promise<Opened> {
  if (server === null) throw new Error('there is no Neo4j in this run');
  const engine = await openNeo4j(server);
  await emptyNeo4j(engine);
  return { engine, remove: () => {} };
}
