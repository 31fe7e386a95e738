import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { schemaSizes } from './schema-sizes.ts';

/** How much a document asks for. */
export interface Weight {
  /** The fields in an answer at the most, by the page sizes that it asks for. */
  readonly fields: number;
  /** How deep its selections are nested. */
  readonly depth: number;
  /** How many fields stand at the outset. */
  readonly roots: number;
  /** How deep lists of the schema are nested, as the arguments of the fields of the types are. */
  readonly introspection: number;
  /** How many fields it has when those of an interface or a union are written out for each type that it may be. */
  readonly spelledOut: number;
}

/** With the type that it is weighed for. */
type Weighed = readonly [Weight, GraphQLNamedType | undefined];

/** What the values of variables do to it. Without them every list counts as one item. */
export type Variables = Readonly<Record<string, unknown>> | null;

const leaf: Weight = { fields: 1, depth: 1, roots: 1, introspection: 0, spelledOut: 1 };
const usualPage = 20;
const usualGraph = 200;
/** What is reckoned for a list that has no pages, such as the passages of an assertion. */
const usualList = 4;
/** What is reckoned for a value that is a whole text of JSON. */
const usualJson = 500;

/**
 * The weight of an operation, fragments included. Each fragment is weighed once, so that the time taken grows with
 * the document and not with what it unfolds to. Fields that are not in the schema weigh nothing: validation names them.
 */
export function weightOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Weight {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const weighed = new Map<string, Weight>();
  const nothing: Weight = { fields: 0, depth: 0, roots: 0, introspection: 0, spelledOut: 0 };

  function ofSelections({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): Weight {
    let fields = 0;
    let depth = 0;
    let roots = 0;
    let introspection = 0;
    let spelledOut = 0;
    for (const selection of selections) {
      const [weight, type] =
        selection.kind === Kind.FIELD
          ? [ofField(selection, parent), parent]
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofInline(selection, parent);
      fields += weight.fields;
      depth = Math.max(depth, weight.depth);
      roots += weight.roots;
      introspection = Math.max(introspection, weight.introspection);
      spelledOut += weight.spelledOut * Math.min(1, typesOf(type) / typesOf(parent));
    }
    return { fields, depth, roots, introspection, spelledOut };
  }

  function ofInline(inline: InlineFragmentNode, parent: GraphQLNamedType | undefined): Weighed {
    const type = typeNamed(inline.typeCondition?.name.value) ?? parent;
    return [ofSelections(inline.selectionSet, type), type];
  }

  function ofFragment(name: string): Weighed {
    const fragment = fragments.get(name);
    const type = typeNamed(fragment?.typeCondition.name.value);
    const known = weighed.get(name);
    if (known) return [known, type];
    // A fragment within itself weighs nothing here; validation refuses it.
    weighed.set(name, nothing);
    const weight = fragment ? ofSelections(fragment.selectionSet, type) : nothing;
    weighed.set(name, weight);
    return [weight, type];
  }

  /** How many types something of this type may be. */
  function typesOf(type: GraphQLNamedType | undefined): number {
    return isAbstractType(type) ? Math.max(1, schema.getPossibleTypes(type).length) : 1;
  }

  function ofField(field: FieldNode, parent: GraphQLNamedType | undefined): Weight {
    const type = fieldType(parent, field.name.value);
    if (!field.selectionSet)
      return type !== undefined && getNamedType(type).name === 'JSON' ? { ...leaf, fields: usualJson } : leaf;
    const named = type && getNamedType(type);
    const within = ofSelections(field.selectionSet, named);
    const times = variables === null ? 1 : itemsOf(field, type, variables, schema);
    const ofSchema = named !== undefined && isListType(getNullableType(type)) && isIntrospectionType(named);
    return {
      fields: 1 + times * within.fields,
      depth: 1 + within.depth,
      roots: 1,
      introspection: within.introspection + (ofSchema ? 1 : 0),
      spelledOut: 1 + typesOf(named) * within.spelledOut,
    };
  }

  function typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : schema.getType(name);
  }

  const root = schema.getRootType(operation.operation) ?? undefined;
  return ofSelections(operation.selectionSet, root);
}

function fieldType(parent: GraphQLNamedType | undefined, name: string): GraphQLOutputType | undefined {
  if (name === '__schema') return SchemaMetaFieldDef.type;
  if (name === '__type') return TypeMetaFieldDef.type;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined;
}

/** How many items a field brings at the most. The edges of a connection are reckoned with the connection. */
function itemsOf(
  field: FieldNode,
  type: GraphQLOutputType | undefined,
  variables: NonNullable<Variables>,
  schema: GraphQLSchema,
): number {
  const size = (name: string) => sizeOf(field, name, variables);
  const named = type && getNamedType(type).name;
  if (named?.endsWith('Connection')) return size('first') ?? size('last') ?? usualPage;
  if (named === 'ClaimGraph') return size('maxNodes') ?? usualGraph;
  if (type === undefined || !isListType(getNullableType(type))) return 1;
  if (named?.startsWith('__')) return schemaSizes(schema)[field.name.value] ?? usualList;
  if (named?.endsWith('Edge') || named?.startsWith('Graph')) return 1;
  return size('ids') ?? usualList;
}

function sizeOf(field: FieldNode, name: string, variables: NonNullable<Variables>): number | undefined {
  const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind === Kind.LIST) return value.values.length;
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  if (typeof given === 'number') return given;
  return Array.isArray(given) ? given.length : undefined;
}
