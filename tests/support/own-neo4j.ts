import { inject } from 'vitest';
import type { Neo4jForTests } from './neo4j-server.ts';

/** The Neo4j that this worker has to itself while a file runs; null where none can be had. */
export function ownNeo4j(): Neo4jForTests | null {
  const worker = Number(process.env['VITEST_POOL_ID']);
  const servers = inject('neo4j');
  if (servers.length === 0) return null;
  const own = servers[worker - 1];
  if (own === undefined) throw new Error(`worker ${worker} of ${servers.length} has no Neo4j of its own`);
  return own;
}
