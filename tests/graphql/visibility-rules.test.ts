import { isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { toSchema } from '../../src/graphql/schema.ts';
import { visibilityRules } from './visibility-rules.ts';

const ruled = Object.values(visibilityRules).flatMap((types) =>
  Object.entries(types).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`)),
);

it('keeps every field of the schema to a rule that says why it tells nothing hidden', () => {
  const fields = Object.values(toSchema().getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  expect(fields.length).toBeGreaterThan(300);
  // A field with no rule: say in visibility-rules.ts what keeps it from telling what is hidden.
  expect(fields.filter((field) => !ruled.includes(field))).toEqual([]);
  expect(ruled.filter((field) => !fields.includes(field))).toEqual([]);
  expect(new Set(ruled).size).toBe(ruled.length);
});
