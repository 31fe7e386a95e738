import {
  assertEnumType,
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  print,
} from 'graphql';
import type { Fresh } from './text-edit.ts';

/** What an argument and a field of an input object have in common. */
export type Input = GraphQLArgument | GraphQLInputField;

/** What stands for a scalar until the reader writes a value: one that the service takes, where it takes not all. */
const OF_SCALAR: Readonly<Record<string, string>> = {
  Int: '10',
  Float: '1.0',
  Boolean: 'true',
  BCP47: '"en"',
  Date: '"2023-12-15"',
  DateTime: '"2023-12-15T00:00:00.000Z"',
  EDTF: '"2023-12"',
  URL: '"https://example.org/"',
  JSON: '{}',
};

/** What is written where a value has to stand: what the schema takes for granted, else the least that is valid. */
export function placeholder(input: Input): string {
  const granted = astFromValue(input.defaultValue, input.type);
  return granted ? print(granted) : leastValue(input.type);
}

/** The arguments that the field cannot be without, in their brackets; nothing where there are none. */
export function requiredArguments(field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter(isRequiredArgument).map((one) => `${one.name}: ${placeholder(one)}`);
  return required.length === 0 ? '' : `(${required.join(', ')})`;
}

/** The field as it comes into a document. `inner` is what is wanted of it; its first selection where that is open. */
export function freshField(field: GraphQLField<unknown, unknown>, inner: Fresh | null = null): Fresh {
  const type = getNamedType(field.type);
  return {
    head: field.name + requiredArguments(field),
    inner: isCompositeType(type) ? (inner ?? firstSelection(type)) : null,
  };
}

/** What of a type makes a selection that is valid and says something: its id, what a list holds, else its name. */
export function firstSelection(type: GraphQLNamedType): Fresh {
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  for (const name of ['id', 'edges', 'node']) {
    const field = fields[name];
    if (field !== undefined && !field.args.some(isRequiredArgument)) return freshField(field);
  }
  return { head: '__typename', inner: null };
}

function leastValue(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return '[]';
  if (isEnumType(nullable)) return assertEnumType(nullable).getValues()[0]?.name ?? 'null';
  if (!isInputObjectType(nullable)) return OF_SCALAR[nullable.name] ?? '""';
  const fields = Object.values(nullable.getFields());
  const [first] = fields;
  const one = fields.find((field) => isLeafType(getNamedType(field.type))) ?? first;
  const written = nullable.isOneOf ? (one ? [one] : []) : fields.filter(isRequiredInputField);
  return `{${written.map((field) => `${field.name}: ${placeholder(field)}`).join(', ')}}`;
}
