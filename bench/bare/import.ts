/**
 * What an import is measured against: batches from a file, each sent as one `UNWIND` in a transaction of its own. No rule
 * is asked, nothing is counted, no history is written.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import neo4j from 'neo4j-driver';
import type { Parameters } from '../../src/engine/engine.ts';
import { toDriver } from '../../src/engine/neo4j-values.ts';
import type { BareBatch } from '../present-graph.ts';

const { NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
const [file = ''] = process.argv.slice(2);

const keyOf = (label: string): string => (label === 'Date' ? 'edtf' : 'id');

function statementOf(batch: BareBatch): string {
  if ('labels' in batch) return `UNWIND $rows AS row CREATE (n:${batch.labels.join(':')}) SET n = row`;
  const { type, from, to } = batch;
  return `UNWIND $rows AS row
MATCH (from:${from} {${keyOf(from)}: row.from}) MATCH (to:${to} {${keyOf(to)}: row.to})
CREATE (from)-[new:${type}]->(to) SET new = row.properties`;
}

const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
for await (const line of createInterface({ input: createReadStream(file) })) {
  const batch = JSON.parse(line) as BareBatch;
  const parameters = toDriver({ rows: batch.rows as readonly Parameters[] });
  await driver.executeQuery(statementOf(batch), parameters, { database: NEO4J_DATABASE });
}
await driver.close();
