import { randomUUID } from 'node:crypto';
import { useGraphQlJit as compileQueries } from '@envelop/graphql-jit';
import { type ExecutionArgs, Kind, OperationTypeNode } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Caller } from '../domain/caller.ts';
import type { StoreReader } from '../store/store.ts';
import type { StoreWriter } from '../store/write-port.ts';
import { checkVariables } from './check-variables.ts';
import type { GraphqlContext, Logger } from './context.ts';
import { limitDocuments } from './document-limits.ts';
import { fenceErrors, maskOutside } from './error-fence.ts';
import { answerAsEvents } from './live/event-stream.ts';
import type { LogWatch } from './live/log-watch.ts';
import { Loaders } from './loaders.ts';
import { toSchema } from './schema.ts';

export interface GraphqlOptions {
  readonly reader: StoreReader;
  readonly writer: StoreWriter;
  /** Tells when something was recorded; absent where subscriptions are not answered. */
  readonly watch?: LogWatch;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Makes the id of a request that comes without one. */
  readonly newRequestId?: () => string;
}

/** What the server hands over with a request; what it leaves out is made here. */
export interface RequestContext {
  readonly requestId?: string;
  readonly logger?: Logger;
  readonly caller?: Caller | null;
}

/** More than any document that keeps to the limits needs. */
const largestBody = 128 * 1024;

/**
 * The public API over HTTP at `/graphql`: POST, and GET for queries. It keeps nothing between requests but parsed,
 * validated and compiled documents. The playground is served before it, by another module.
 */
export function createGraphql(options: GraphqlOptions): YogaServerInstance<RequestContext, GraphqlContext> {
  const { reader, writer, clock, logger, newRequestId = randomUUID } = options;
  return createYoga<RequestContext, GraphqlContext>({
    schema: toSchema(),
    graphqlEndpoint: '/graphql',
    context: (request): GraphqlContext => ({
      reader,
      writer,
      caller: request.caller ?? null,
      loaders: new Loaders(reader),
      watch: options.watch ?? null,
      place: null,
      lastEventId: request.request.headers.get('last-event-id'),
      now: clock(),
      logger: request.logger ?? logger,
      requestId: request.requestId ?? newRequestId(),
    }),
    plugins: [
      limitDocuments(),
      checkVariables(),
      fenceErrors(),
      answerAsEvents(),
      compileQueries({}, { enableIf: asksForItsOneQuery }),
    ],
    maskedErrors: { maskError: maskOutside(logger, newRequestId) },
    maxRequestBodySize: largestBody,
    batching: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    // What is public may be asked for from any page, and never with a reader's cookies.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'] },
  });
}

/**
 * What is compiled is kept by document alone: of two operations the second would be answered with the first, and a
 * wrong name would be the answer to every later request with the right one. Such are executed without compiling. So
 * are mutations: the compiler does not come to an end with an input type that contains itself, as a chain's does.
 */
function asksForItsOneQuery({ document, operationName }: ExecutionArgs): boolean {
  const [operation, ...others] = document.definitions.filter(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined || others.length > 0 || operation.operation !== OperationTypeNode.QUERY)
    return false;
  return !operationName || operation.name?.value === operationName;
}
