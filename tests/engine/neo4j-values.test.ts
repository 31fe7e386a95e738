import neo4j, { type QueryResult, Record } from 'neo4j-driver';
import { expect, it } from 'vitest';
import { toDriver, toRows } from '../../src/engine/neo4j-values.ts';

it('takes the rows out of a result, which the driver keeps for longer', () => {
  const records = [new Record(['id', 'names'], ['a', ['x', null]]), new Record(['id', 'names'], ['b', []])];
  const result = { records } as unknown as QueryResult;
  expect(toRows(result)).toEqual([
    ['a', ['x', null]],
    ['b', []],
  ]);
  expect(result.records).toEqual([]);
});

it('sends whole numbers as such at any depth, and others as they are', () => {
  const one = neo4j.int(1);
  expect(toDriver({ a: 1, b: [1, 'x'], c: { d: 1.5, e: null } })).toEqual({
    a: one,
    b: [one, 'x'],
    c: { d: 1.5, e: null },
  });
});
