import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

const known = new WeakMap<GraphQLSchema, Readonly<Record<string, number>>>();

/**
 * How long the lists of an introspection are, by the field that holds them: `types` to the number, the others on the
 * mean over all types. Counted once for each schema.
 */
export function schemaSizes(schema: GraphQLSchema): Readonly<Record<string, number>> {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const sizes = countedSizes(schema);
  known.set(schema, sizes);
  return sizes;
}

function countedSizes(schema: GraphQLSchema): Readonly<Record<string, number>> {
  const types = Object.values(schema.getTypeMap());
  const fields = types
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values(type.getFields()));
  const mean = (counts: readonly number[], among: number) =>
    counts.reduce((sum, count) => sum + count, 0) / Math.max(1, among);
  return {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: fields.length / types.length,
    args: mean(
      fields.map(({ args }) => args.length),
      fields.length,
    ),
    inputFields: mean(
      types.filter(isInputObjectType).map((type) => Object.keys(type.getFields()).length),
      types.length,
    ),
    enumValues: mean(
      types.filter(isEnumType).map((type) => type.getValues().length),
      types.length,
    ),
    interfaces: mean(
      types
        .filter((type) => isObjectType(type) || isInterfaceType(type))
        .map((type) => type.getInterfaces().length),
      types.length,
    ),
    possibleTypes: mean(
      types
        .filter((type) => isUnionType(type) || isInterfaceType(type))
        .map((type) => schema.getPossibleTypes(type).length),
      types.length,
    ),
  };
}
