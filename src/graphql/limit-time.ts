import { getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import type { GraphqlContext } from './context.ts';
import { limitError } from './limit-error.ts';

/**
 * Answers a request whose time is up with that; what its resolvers ask of the store from then on is refused, so that
 * nothing more is begun for an answer that nobody waits for. A statement that runs, and the transaction of a mutation,
 * go on to their end. It wraps what executes, and so stands after what chooses that.
 */
export function limitTime(): Plugin<GraphqlContext> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { deadline } = args.contextValue;
      if (deadline === null) return;
      setExecuteFn(async (given) => {
        const operation = getOperationAST(given.document, given.operationName)?.operation;
        const late = deadline.start(operation === OperationTypeNode.MUTATION ? unsure : askLess);
        try {
          return await Promise.race([executeFn(given), late]);
        } catch (error) {
          if (error instanceof LimitExceeded) return { data: null, errors: [limitError(error)] };
          throw error;
        } finally {
          deadline.lift();
        }
      });
    },
  };
}

const askLess = 'ask for less at a time, or again when the service has less to do';
const unsure =
  'whether it was recorded is not known: send it again with the same idempotencyKey, which records nothing twice';
