import { useGraphQlJit as compiling } from '@envelop/graphql-jit';
import { type DocumentNode, type ExecutionArgs, Kind, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { asksForThePast } from './asks-for-the-past.ts';
import type { GraphqlContext } from './context.ts';
import { weightOf } from './document-weight.ts';

/**
 * The most fields, written out for each type that they may be of, that are compiled. Compiling takes some 0.3 ms for
 * each, and for interfaces within interfaces the number multiplies: a document of sixty tokens took 42 s.
 */
const mostSpelledOut = 300;

/**
 * Compiles queries that are asked again and again. Each is executed as it is `before` times first, so that whoever
 * sends another document each time pays for no compiling. `asks` tells which are compiled at all: those for the present.
 */
export function compileQueries(
  before = 2,
  asks: (args: ExecutionArgs) => boolean = (args) => !asksForThePast(args),
): Plugin<GraphqlContext> {
  const asked = new WeakMap<DocumentNode, number>();
  const { onExecute } = compiling();
  return {
    onExecute(event) {
      const { args } = event;
      if (!asks(args)) return;
      const times = asked.get(args.document) ?? (isCompiled(args) ? 0 : Number.NEGATIVE_INFINITY);
      asked.set(args.document, times + 1);
      if (times >= before && hasOneQuery(args)) return onExecute?.(event);
    },
  };
}

function isCompiled({ schema, document }: ExecutionArgs): boolean {
  const [operation] = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operation !== undefined && weightOf(schema, document, operation, null).spelledOut <= mostSpelledOut;
}

/**
 * What is compiled is kept by document alone: of two operations the second would be answered with the first, and a
 * wrong name would be the answer to every later request with the right one. Such are executed without compiling. So
 * are mutations: the compiler does not come to an end with an input type that contains itself, as a chain's does.
 */
function hasOneQuery({ document, operationName }: ExecutionArgs): boolean {
  const [operation, ...others] = document.definitions.filter(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined || others.length > 0 || operation.operation !== OperationTypeNode.QUERY)
    return false;
  return !operationName || operation.name?.value === operationName;
}
