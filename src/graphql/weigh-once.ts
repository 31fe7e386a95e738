import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type Variables, type Weight, weightOf } from './document-weight.ts';

/** What an operation weighed, and the variables that said how long lists are, as they were then. */
interface Weighing {
  readonly schema: GraphQLSchema;
  readonly sizes: ReadonlyMap<string, unknown>;
  readonly weight: Weight;
}

/**
 * `weightOf`, which is not reckoned again for a document that is kept parsed while nothing that it depends on has
 * changed: most requests send the same document with another id in it.
 */
export function createWeighOnce(): typeof weightOf {
  const bare = new WeakMap<OperationDefinitionNode, Weighing>();
  const withVariables = new WeakMap<OperationDefinitionNode, Weighing>();
  return (
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ) => {
    const kept = variables === null ? bare : withVariables;
    const before = kept.get(operation);
    if (before?.schema === schema && sameSizes(before.sizes, variables ?? {})) return before.weight;
    const sizes = new Map<string, unknown>();
    const watched = variables && watching(variables, sizes);
    const weight = weightOf(schema, document, operation, watched);
    kept.set(operation, { schema, sizes, weight });
    return weight;
  };
}

/** What a variable says of the length of a list. */
function sizeIn(value: unknown): unknown {
  return Array.isArray(value) ? value.length : typeof value === 'number' ? value : undefined;
}

function sameSizes(sizes: ReadonlyMap<string, unknown>, variables: NonNullable<Variables>): boolean {
  for (const [name, size] of sizes) if (sizeIn(variables[name]) !== size) return false;
  return true;
}

function watching(variables: NonNullable<Variables>, sizes: Map<string, unknown>): NonNullable<Variables> {
  return new Proxy(variables, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof name === 'string') sizes.set(name, sizeIn(value));
      return value;
    },
  });
}
