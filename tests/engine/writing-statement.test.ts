import { expect, test } from 'vitest';
import { writes } from '../../src/engine/writing-statement.ts';

test.each([
  'CREATE (n:A)',
  'match (n) set n.x = 1',
  'MATCH (n) DETACH DELETE n',
  'MATCH (n) REMOVE n.x',
  'MERGE (n:A {id: 1}) RETURN n',
  'MATCH (a)-[r]->(b) DELETE r',
  'DROP INDEX x IF EXISTS',
  'FOREACH (x IN [1] | CREATE (:A))',
  "// a comment\nMATCH (n {name: 'it''s'}) SET n.x = 1",
])('writes: %s', (text) => {
  expect(writes(text)).toBe(true);
});

test.each([
  'MATCH (n:Create) RETURN n.set AS x',
  "MATCH (n) WHERE n.text CONTAINS 'please DELETE this' RETURN n.id AS id",
  'MATCH (n) // SET nothing\nRETURN n.id AS id',
  'MATCH (n) /* CREATE */ RETURN $merge AS m, n.`delete` AS d',
  'MATCH (n)-[:REMOVE]->(m) RETURN m.createdAt AS createdAt, m.dataset AS dataset',
])('only reads: %s', (text) => {
  expect(writes(text)).toBe(false);
});
