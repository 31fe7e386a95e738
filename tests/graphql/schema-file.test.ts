import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';
import { expect, it } from 'vitest';
import { printedSchema } from '../../src/graphql/print-schema.ts';
import { toSchema } from '../../src/graphql/schema.ts';

const file = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');

it('breaks nothing that the checked-in schema offers', () => {
  const before = buildSchema(file);
  const changes = [...findBreakingChanges(before, toSchema()), ...findDangerousChanges(before, toSchema())];
  expect(changes.map(({ type, description }) => `${type}: ${description}`)).toEqual([]);
});

it('is the checked-in schema to the letter; `node src/graphql/print-schema.ts > schema/schema.graphql` writes it', () => {
  expect(printedSchema()).toBe(file);
});

it('names a change that breaks callers', () => {
  const before = buildSchema(`${file}\nextend type Claim { gone: String }`);
  expect(findBreakingChanges(before, toSchema()).map(({ description }) => description)).toEqual([
    'Claim.gone was removed.',
  ]);
});
