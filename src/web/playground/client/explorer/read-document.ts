import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
} from 'graphql';

/** What selections stand in. */
export type Definition = OperationDefinitionNode | FragmentDefinitionNode;

/** The document; null where the text is none. What has nothing but comments is a document without definitions. */
export function readDocument(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return /^(?:[\s,\uFEFF]|#[^\n\r]*)*$/.test(text) ? { kind: Kind.DOCUMENT, definitions: [] } : null;
  }
}

/** Its operations and fragments; what else a document may hold is not asked. */
export function definitionsOf(document: DocumentNode): readonly Definition[] {
  return document.definitions.filter(
    (node): node is Definition =>
      node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION,
  );
}

/** Which of them the place is in, or stands before; else the last. -1 where there is none. */
export function definitionAt(definitions: readonly Definition[], offset: number): number {
  const at = definitions.findIndex(({ loc }) => loc !== undefined && offset <= loc.end);
  return at < 0 ? definitions.length - 1 : at;
}

/** The type that its selections are of; undefined where the schema has none such. */
export function typeOf(schema: GraphQLSchema, definition: Definition): GraphQLNamedType | undefined {
  return definition.kind === Kind.FRAGMENT_DEFINITION
    ? schema.getType(definition.typeCondition.name.value)
    : (schema.getRootType(definition.operation) ?? undefined);
}

/** The kinds of operation that the schema has. */
export function operationKinds(schema: GraphQLSchema): readonly OperationTypeNode[] {
  return Object.values(OperationTypeNode).filter((kind) => schema.getRootType(kind));
}
