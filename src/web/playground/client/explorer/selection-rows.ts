import {
  type DocumentNode,
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type SelectionStep, selectedIn } from './place.ts';

/** One selection that a set has or could have. */
export interface SelectionRow {
  readonly step: SelectionStep;
  /** What the document has there; null where it is not ticked. */
  readonly node: SelectionNode | null;
  /** The field as the schema has it; null of fragments and of `__typename`. */
  readonly field: GraphQLField<unknown, unknown> | null;
  /** What can be selected from within it, if anything. */
  readonly inner: GraphQLCompositeType | null;
}

/**
 * What can be selected from a type, fields first, then fragments: each thing as often as the document has it, else once.
 * What is within them is not looked at.
 */
export function selectionRows(
  schema: GraphQLSchema,
  document: DocumentNode,
  type: GraphQLCompositeType,
  set: SelectionSetNode | undefined,
): readonly SelectionRow[] {
  const rows = (
    kind: SelectionStep['kind'],
    name: string,
    rest: Partial<Pick<SelectionRow, 'field' | 'inner'>> = {},
  ): SelectionRow[] => {
    const there = selectedIn(set, { kind, name });
    const nodes = there.length === 0 ? [null] : there;
    return nodes.map((node, nth) => ({ step: { kind, name, nth }, node, field: null, inner: null, ...rest }));
  };
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const named = isAbstractType(type) || selectedIn(set, { kind: 'field', name: '__typename' }).length > 0;
  return [
    ...fields.flatMap((field) => rows('field', field.name, { field, inner: compositeOf(field) })),
    ...(named ? rows('field', '__typename') : []),
    ...conditionsOf(schema, type, set).flatMap((name) => {
      const on = name === '' ? type : schema.getType(name);
      return isCompositeType(on) ? rows('on', name, { inner: on }) : [];
    }),
    ...spreadsOf(schema, document, type, set).flatMap((name) => rows('spread', name)),
  ];
}

function compositeOf(field: GraphQLField<unknown, unknown>): GraphQLCompositeType | null {
  const type = getNamedType(field.type);
  return isCompositeType(type) ? type : null;
}

/** The types that what comes may be of, first those that tell something of several; and those that the document asks for. */
function conditionsOf(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  set: SelectionSetNode | undefined,
): readonly string[] {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const has = isAbstractType(type) && isInterfaceType(type) ? [type, ...type.getInterfaces()] : [];
  const interfaces = new Set<GraphQLNamedType>(possible.flatMap((one) => one.getInterfaces()));
  for (const one of has) interfaces.delete(one);
  const written = (set?.selections ?? []).flatMap((node) =>
    node.kind === Kind.INLINE_FRAGMENT ? [node.typeCondition?.name.value ?? ''] : [],
  );
  return [...new Set([...[...interfaces, ...possible].map(({ name }) => name), ...written])];
}

/** The document's fragments that can stand here, and those that do. */
function spreadsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  type: GraphQLCompositeType,
  set: SelectionSetNode | undefined,
): readonly string[] {
  const fitting = document.definitions.flatMap((node) => {
    if (node.kind !== Kind.FRAGMENT_DEFINITION) return [];
    const on = schema.getType(node.typeCondition.name.value);
    return isCompositeType(on) && doTypesOverlap(schema, on, type) ? [node.name.value] : [];
  });
  const written = (set?.selections ?? []).flatMap((node) =>
    node.kind === Kind.FRAGMENT_SPREAD ? [node.name.value] : [],
  );
  return [...new Set([...fitting, ...written])];
}
