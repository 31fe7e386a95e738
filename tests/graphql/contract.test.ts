import { readFileSync } from 'node:fs';
import {
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printedSchema } from '../../src/graphql/print-schema.ts';

type TypeDefinition = Extract<DefinitionNode, { readonly kind: `${string}TypeDefinition` }>;

const contract = definitionsOf(readFileSync(new URL('backbone.graphql', import.meta.url), 'utf8'));
const ours = definitionsOf(printedSchema());

describe('the printed schema beside the contract', () => {
  const rows = [...contract.values()].flatMap(linesOf);
  const printed = new Map([...ours.values()].flatMap(linesOf).map((line) => [line.name, line]));

  it('looks at a contract of the size that it has', () => {
    expect(contract.size).toBe(68);
    expect(rows.length).toBeGreaterThan(400);
  });

  it.each([...contract.keys()])('has %s as the contract has it', (type) => {
    const wanted = rows.filter(({ name }) => name === type || name.startsWith(`${type}.`));
    expect(wanted.map(({ name }) => ({ name, text: printed.get(name)?.text }))).toEqual(wanted);
  });

  it('has a connection, with edges, page info and a total, for each that the contract names', () => {
    const named = rows.flatMap(({ text }) => /\b(\w+)Connection!/.exec(text)?.[1] ?? []);
    expect(new Set(named).size).toBe(13);
    for (const name of new Set(named)) {
      expect(printed.get(`${name}Connection.edges`)?.text).toBe(`[${name}Edge!]!`);
      expect(printed.get(`${name}Connection.pageInfo`)?.text).toBe('PageInfo!');
      expect(printed.get(`${name}Connection.totalCount`)?.text).toBe('Int');
      expect(printed.get(`${name}Edge.cursor`)?.text).toBe('String!');
      const node = name === 'Search' ? 'SearchHit' : name;
      expect(printed.get(`${name}Edge.node`)?.text).toBe(`${node}!`);
    }
  });

  it('has every root field in AsOf as it has it in Query, but asOf itself', () => {
    const within = (type: string) =>
      [...printed.values()].flatMap(({ name, text }) =>
        name.startsWith(`${type}.`) ? [{ name: name.slice(type.length), text }] : [],
      );
    const roots = within('Query').filter(({ name }) => !/^\.asOf\b/.test(name));
    expect(roots.length).toBeGreaterThan(40);
    expect(within('AsOf').filter(({ name }) => !/^\.(recorded|said)$/.test(name))).toEqual(roots);
  });
});

function definitionsOf(sdl: string): ReadonlyMap<string, TypeDefinition> {
  const definitions = parse(sdl).definitions.filter(isTypeDefinition);
  return new Map(definitions.map((definition) => [definition.name.value, definition]));
}

function isTypeDefinition(definition: DefinitionNode): definition is TypeDefinition {
  return definition.kind.endsWith('TypeDefinition');
}

interface Line {
  readonly name: string;
  readonly text: string;
}

/** A definition as lines that can be compared: the type, its fields, their arguments, its values. */
function linesOf(definition: TypeDefinition): readonly Line[] {
  const type = definition.name.value;
  const head = { name: type, text: headOf(definition) };
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return [head, ...fieldLines(type, definition)];
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return [head, ...inputLines(type, definition)];
    case Kind.ENUM_TYPE_DEFINITION:
      return [head, ...valueLines(type, definition)];
    default:
      return [head];
  }
}

function headOf(definition: TypeDefinition): string {
  const directives = (definition.directives ?? []).map(print).join(' ');
  const implemented =
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
      ? (definition.interfaces ?? []).map(({ name }) => name.value).sort()
      : [];
  return [definition.kind, directives, ...implemented].filter(Boolean).join(' ');
}

function fieldLines(type: string, { fields = [] }: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode) {
  return fields.flatMap((field: FieldDefinitionNode) => {
    const name = `${type}.${field.name.value}`;
    const args = (field.arguments ?? []).map((argument) => ({
      name: `${name}(${argument.name.value})`,
      text: withDefault(argument),
    }));
    return [{ name, text: print(field.type) }, ...args];
  });
}

function inputLines(type: string, { fields = [] }: InputObjectTypeDefinitionNode) {
  return fields.map((field) => ({ name: `${type}.${field.name.value}`, text: withDefault(field) }));
}

function valueLines(type: string, { values = [] }: EnumTypeDefinitionNode) {
  return values.map(({ name }) => ({ name: `${type}.${name.value}`, text: 'value' }));
}

function withDefault({ type, defaultValue }: InputValueDefinitionNode): string {
  return defaultValue ? `${print(type)} = ${print(defaultValue)}` : print(type);
}
