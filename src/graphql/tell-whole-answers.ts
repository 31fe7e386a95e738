import { getOperationAST, OperationTypeNode } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { GraphqlContext } from './context.ts';

/** Tells of each query that it is answered whole, without an error: what may be given again while nothing else is recorded. */
export function tellWholeAnswers(): Plugin<GraphqlContext> {
  return {
    onExecute({ args: { document, operationName, contextValue } }) {
      if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) return;
      return {
        onExecuteDone({ result }) {
          if (!isAsyncIterable(result) && !result.errors?.length) contextValue.answeredWhole();
        },
      };
    },
  };
}
