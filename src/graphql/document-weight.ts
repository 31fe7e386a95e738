import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much a document asks for. */
export interface Weight {
  /** The fields in an answer at the most, by the page sizes that it asks for. */
  readonly fields: number;
  /** How deep its selections are nested. */
  readonly depth: number;
}

/** What the values of variables do to it. Without them every list counts as one item. */
export type Variables = Readonly<Record<string, unknown>> | null;

const usualPage = 20;
const usualGraph = 200;
/** What is reckoned for a list that has no pages, such as the passages of an assertion. */
const usualList = 4;

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
  const nothing: Weight = { fields: 0, depth: 0 };

  function ofSelections({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): Weight {
    let fields = 0;
    let depth = 0;
    for (const selection of selections) {
      const weight =
        selection.kind === Kind.FIELD
          ? ofField(selection, parent)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSelections(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent);
      fields += weight.fields;
      depth = Math.max(depth, weight.depth);
    }
    return { fields, depth };
  }

  function ofFragment(name: string): Weight {
    const known = weighed.get(name);
    if (known) return known;
    // A fragment within itself weighs nothing here; validation refuses it.
    weighed.set(name, nothing);
    const fragment = fragments.get(name);
    const weight = fragment
      ? ofSelections(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value))
      : nothing;
    weighed.set(name, weight);
    return weight;
  }

  function ofField(field: FieldNode, parent: GraphQLNamedType | undefined): Weight {
    if (!field.selectionSet) return { fields: 1, depth: 1 };
    const type = fieldType(parent, field.name.value);
    const within = ofSelections(field.selectionSet, type && getNamedType(type));
    const times = variables === null ? 1 : itemsOf(field, type, variables);
    return { fields: 1 + times * within.fields, depth: 1 + within.depth };
  }

  function typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : schema.getType(name);
  }

  const root = schema.getRootType(operation.operation) ?? undefined;
  return ofSelections(operation.selectionSet, root);
}

function fieldType(parent: GraphQLNamedType | undefined, name: string): GraphQLOutputType | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined;
}

/** How many items a field brings at the most. The edges of a connection are reckoned with the connection. */
function itemsOf(
  field: FieldNode,
  type: GraphQLOutputType | undefined,
  variables: NonNullable<Variables>,
): number {
  const size = (name: string) => sizeOf(field, name, variables);
  const named = type && getNamedType(type).name;
  if (named?.endsWith('Connection')) return size('first') ?? size('last') ?? usualPage;
  if (named === 'ClaimGraph') return size('maxNodes') ?? usualGraph;
  if (type === undefined || !isListType(getNullableType(type))) return 1;
  if (named?.endsWith('Edge') || named?.startsWith('Graph') || named?.startsWith('__')) return 1;
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
