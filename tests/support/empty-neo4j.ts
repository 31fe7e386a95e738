import { fileURLToPath } from 'node:url';
import { hashBeforeTheFirst } from '../../src/domain/log.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadMigrations } from '../../src/store/statements.ts';
import { statement } from './statement.ts';

export const cypherFolder = fileURLToPath(new URL('../../cypher', import.meta.url));

const migrated = statement('listMigrations', 'MATCH (m:Migration) RETURN m.name AS name ORDER BY m.version');
const forget = statement(
  'forget',
  'MATCH (n) WHERE NOT n:Migration AND NOT n:LogHead CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS',
);
const rewind = statement(
  'rewind',
  "MATCH (head:LogHead {id: 'head'}) SET head = {id: 'head', sequence: 0, hash: $hash}",
);

/**
 * Empties the Neo4j for tests. One that this program has migrated stays migrated: with its constraints and indexes it
 * keeps the plans of all statements, which take a hundred times as long to make as an empty store.
 */
export async function emptyNeo4j(engine: Engine): Promise<void> {
  const had = (await engine.read(migrated)).map(([name]) => name);
  const brought = loadMigrations(cypherFolder, engine.capabilities.dialect).map(({ name }) => name);
  if (JSON.stringify(had) !== JSON.stringify(brought)) return razeNeo4j(engine);
  await engine.define(forget);
  await engine.write((transaction) => transaction.run(rewind, { hash: hashBeforeTheFirst }));
}

/** Deletes every node, constraint and index of the Neo4j for tests. */
export async function razeNeo4j(engine: Engine): Promise<void> {
  await engine.define(
    statement('emptyNodes', 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS'),
  );
  const lists = [
    ['CONSTRAINT', 'SHOW CONSTRAINTS YIELD name RETURN name'],
    ['INDEX', "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"],
  ] as const;
  for (const [kind, list] of lists) {
    for (const [name] of await engine.read(statement(`list${kind}`, list))) {
      await engine.define(statement(`drop${kind}`, `DROP ${kind} \`${name}\` IF EXISTS`));
    }
  }
}
