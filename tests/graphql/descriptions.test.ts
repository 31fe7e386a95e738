import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, it } from 'vitest';
import { toSchema } from '../../src/graphql/schema.ts';

interface Described {
  readonly name: string;
  readonly description: string | null | undefined;
}

const types = Object.values(toSchema().getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const everything = types.flatMap(parts);

it('looks at every public name', () => {
  expect(types.length).toBeGreaterThan(100);
  expect(everything.length).toBeGreaterThan(600);
});

it('describes every type, field, argument, input field and value', () => {
  expect(everything.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
});

it('describes them in sentences', () => {
  const others = everything.filter(({ description }) => !/[.…]["”]?$/u.test(description ?? ''));
  expect(others.map(({ name }) => name)).toEqual([]);
});

function parts(type: GraphQLNamedType): readonly Described[] {
  const own = { name: type.name, description: type.description };
  if (isEnumType(type)) {
    return [
      own,
      ...type.getValues().map(({ name, description }) => ({ name: `${type.name}.${name}`, description })),
    ];
  }
  if (isInputObjectType(type)) return [own, ...fieldsOf(type.name, Object.values(type.getFields()))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => fieldsOf(`${type.name}.${field.name}`, [...field.args]));
  return [own, ...fieldsOf(type.name, fields), ...args];
}

function fieldsOf(of: string, fields: readonly Described[]): readonly Described[] {
  return fields.map(({ name, description }) => ({ name: `${of}.${name}`, description }));
}
