import type { Engine } from '../../src/engine/engine.ts';
import { statement } from './statement.ts';

/** Deletes every node, constraint and index of the Neo4j for tests. */
export async function emptyNeo4j(engine: Engine): Promise<void> {
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
