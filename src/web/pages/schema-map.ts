import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** A type with fields, as the map has it. */
export interface MapType {
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly MapField[];
  /** For an interface: what it is shown as. */
  readonly shownAs: readonly string[];
}

export interface MapField {
  readonly name: string;
  readonly arguments: readonly string[];
  /** What it leads to: through a connection, and of a union every member. */
  readonly to: readonly string[];
  /** Whether it leads to any number of them. */
  readonly many: boolean;
}

/** Fields that lead from one record to another, or to itself. */
export interface MapLink {
  readonly from: string;
  readonly to: string;
  readonly fields: readonly string[];
}

/** The types of a schema by what they are for. */
export interface SchemaMap {
  readonly query: MapType;
  /** What has an id and can be asked for by it; what an interface stands for is under the interface. */
  readonly records: readonly MapType[];
  readonly links: readonly MapLink[];
  /** What stands in records and in answers: without an id. */
  readonly parts: readonly MapType[];
  readonly mutation: MapType | null;
  readonly subscription: MapType | null;
}

/** Sorts the types of a schema. A record is what implements `Node`. */
export function schemaMapOf(schema: GraphQLSchema): SchemaMap {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const [query, mutation, subscription] = roots.map((type) => (type ? mapTypeOf(schema, type) : null));
  if (!query) throw new Error('the schema has no queries');

  const types = Object.values(schema.getTypeMap()).filter(
    (type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'),
  );
  const isRecord = (type: GraphQLNamedType) =>
    (isObjectType(type) || isInterfaceType(type)) &&
    type.getInterfaces().some(({ name }) => name === 'Node') &&
    interfaceOver(type) === null;
  const records = types.filter(isRecord).map((type) => mapTypeOf(schema, type));
  const parts = types
    .filter(
      (type) =>
        !isRecord(type) && !roots.includes(type as never) && !isPaging(type) && interfaceOver(type) === null,
    )
    .map((type) => mapTypeOf(schema, type));
  return {
    query,
    records,
    links: linksBetween(schema, records),
    parts,
    mutation: mutation ?? null,
    subscription: subscription ?? null,
  };
}

/** The interface of records that a type is shown under: Person stands under Entity. */
function interfaceOver(type: GraphQLNamedType): string | null {
  if (!isObjectType(type)) return null;
  return type.getInterfaces().find((one) => one.getInterfaces().length > 0)?.name ?? null;
}

function isPaging(type: GraphQLNamedType): boolean {
  return /(Connection|Edge)$/.test(type.name) || type.name === 'PageInfo';
}

function mapTypeOf(schema: GraphQLSchema, type: GraphQLNamedType): MapType {
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${type.name} has no fields`);
  return {
    name: type.name,
    description: type.description ?? null,
    fields: Object.values(type.getFields()).map(mapFieldOf),
    shownAs: isInterfaceType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [],
  };
}

function mapFieldOf(field: GraphQLField<unknown, unknown>): MapField {
  const named = getNamedType(field.type);
  const listed = nodeOf(named);
  const to = isUnionType(named) ? named.getTypes().map(({ name }) => name) : [(listed ?? named).name];
  return {
    name: field.name,
    arguments: field.args.map(({ name }) => name),
    to,
    many: listed !== null || String(field.type).startsWith('['),
  };
}

/** What a connection lists; null for what is none. */
function nodeOf(type: GraphQLNamedType): GraphQLNamedType | null {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return null;
  const edge = getNamedType(type.getFields()['edges']?.type);
  return isObjectType(edge) ? (getNamedType(edge.getFields()['node']?.type) ?? null) : null;
}

function linksBetween(schema: GraphQLSchema, records: readonly MapType[]): readonly MapLink[] {
  const shown = new Map(
    records.flatMap(({ name, shownAs }) => [name, ...shownAs].map((one) => [one, name] as const)),
  );
  return records.flatMap((from) => {
    const own = from.shownAs.flatMap((name) => mapTypeOf(schema, schema.getType(name) as never).fields);
    const fields = new Map([...own, ...from.fields].map((field) => [field.name, field]));
    const byTarget = new Map<string, string[]>();
    for (const { name, to } of fields.values())
      for (const target of to) {
        const record = shown.get(target);
        if (record !== undefined) byTarget.set(record, [...(byTarget.get(record) ?? []), name]);
      }
    return [...byTarget].map(([to, names]) => ({ from: from.name, to, fields: names }));
  });
}
