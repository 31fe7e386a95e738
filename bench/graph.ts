import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { z } from 'zod';
import { answerOf } from './compare.ts';
import type { GeneratedBundle } from './generate.ts';
import { command } from './processes.ts';
import { cursorsQuery, type PagePlace, post } from './questions.ts';

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** The environment by which the service and the bare server find a Neo4j. */
export function environmentFor({ uri, user, password, database }: Neo4jAddress): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
    // All questions come from one address, as many as can be asked.
    ONRECORD_ADDRESS_RATE: '1000000000',
  };
}

/** Deletes whatever a Neo4j holds: one for tests is named as such. */
export async function emptyGraph({ uri, user, password, database }: Neo4jAddress): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session({ database });
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  } finally {
    await session.close();
    await driver.close();
  }
}

/** Loads bundles as anyone would: as files, by the command line. */
export async function loadGraph(bundles: readonly GeneratedBundle[], env: NodeJS.ProcessEnv): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const files = bundles.map((bundle, index) => {
      const file = join(folder, `${String(index).padStart(3, '0')}.bundle.json`);
      writeFileSync(file, JSON.stringify(bundle));
      return file;
    });
    await command(['migrate'], env);
    await command(['seed', ...files], env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const cursorsAnswer = z.object({
  data: z.object({
    claims: z.object({
      edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
const cursorContent = z.object({ k: z.string(), i: z.string() });

/** Every place that a page of claims may begin at. */
export async function pagePlaces(origin: string): Promise<readonly PagePlace[]> {
  const places: PagePlace[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const answer = cursorsAnswer.parse(await answerOf(origin, post(cursorsQuery, { after })));
    const { edges, pageInfo } = answer.data.claims;
    for (const { cursor } of edges) {
      const { k, i } = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
      places.push({ cursor, key: k, id: i });
    }
    more = pageInfo.hasNextPage;
    after = pageInfo.endCursor;
  }
  return places;
}
