import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import {
  InvalidInput,
  OnrecordError,
  StatementFailed,
  StoreBusy,
  StoreUnreachable,
} from '../domain/errors.ts';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { BadArgument } from './bad-argument.ts';
import type { GraphqlContext, Logger } from './context.ts';

/**
 * What a caller is told of an error. Foreseen ones say what is wrong, with their code and the ids involved; all
 * else is logged with its cause and masked, under an id that the log and the answer share.
 */
export function fenceErrors(): Plugin<GraphqlContext> {
  return {
    onExecute: ({ args: { contextValue } }) => ({
      onExecuteDone({ result, setResult }) {
        if (isAsyncIterable(result) || !result.errors?.length) return;
        // Errors first, as the specification advises, however it was executed: compiled execution puts them last.
        const { errors, ...rest } = result;
        setResult({ errors: errors.map((error) => told(error, contextValue)).sort(byPath), ...rest });
      },
    }),
  };
}

/**
 * The order of their paths, step by step; what has none is first. They come in the order in which fields failed, by which an
 * answer would tell how long each took, and no two answers to one question need be alike.
 */
function byPath(a: GraphQLError, b: GraphQLError): number {
  const [one, other] = [a.path ?? [], b.path ?? []];
  for (const [index, step] of one.entries()) {
    const beside = other[index];
    if (beside === undefined) return 1;
    if (step === beside) continue;
    // In one place of all answers to a question stands a number or a name, not now this and now that.
    return step < beside ? -1 : 1;
  }
  return one.length - other.length;
}

/** `fenceErrors` for what goes wrong before there is a context. */
export function maskOutside(logger: Logger, newRequestId: () => string): (error: unknown) => Error {
  return (error) => {
    const found =
      error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) });
    return told(found, { logger, requestId: newRequestId() });
  };
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

type Teller = Pick<GraphqlContext, 'logger' | 'requestId'>;

function told(error: GraphQLError, teller: Teller): GraphQLError {
  const cause = causeOf(error);
  const { path } = error;
  if (cause instanceof StoreUnreachable || cause instanceof StoreBusy) {
    // Their messages name addresses and files, which are for the log.
    return masked(cause, path, teller, 'the store does not answer; try again later', cause.code);
  }
  if (
    cause instanceof StatementFailed ||
    !(cause instanceof OnrecordError || cause instanceof GraphQLError)
  ) {
    return masked(cause, path, teller);
  }
  if (cause instanceof GraphQLError) return error;
  return new GraphQLError(cause.message, { path: path ?? null, extensions: extensionsOf(cause) });
}

function extensionsOf(error: OnrecordError) {
  return {
    code: error.code,
    ...(error.ids.length > 0 && { ids: error.ids }),
    ...(error instanceof BadArgument && { argument: error.argument }),
    ...(error instanceof InvalidInput && { issues: error.issues }),
    ...(error instanceof LimitExceeded && { limit: error.limit, came: error.came }),
  };
}

function masked(
  cause: unknown,
  path: GraphQLError['path'],
  { logger, requestId }: Teller,
  message = 'something went wrong here; the request id finds it in the log',
  code = 'INTERNAL_SERVER_ERROR',
): GraphQLError {
  logger.error({ err: cause, requestId, path }, 'a request failed');
  return new GraphQLError(message, { path: path ?? null, extensions: { code, requestId } });
}

/** What was thrown, out of the layers that execution wraps it in. */
function causeOf(error: GraphQLError): unknown {
  const { originalError } = error;
  if (originalError === undefined || originalError === null) return error;
  return originalError instanceof GraphQLError ? causeOf(originalError) : originalError;
}
