import { randomUUID } from 'node:crypto';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Caller } from '../domain/caller.ts';
import type { StoreHistory } from '../store/history-port.ts';
import type { ReaderFor } from '../store/store.ts';
import type { StoreWriter } from '../store/write-port.ts';
import { answerThePast } from './answer-the-past.ts';
import { checkVariables } from './check-variables.ts';
import { compileQueries } from './compile-queries.ts';
import type { EmbedOf, GraphqlContext, Logger } from './context.ts';
import { Deadline, whileTimeLasts } from './deadline.ts';
import { limitDocuments } from './document-limits.ts';
import { fenceErrors, maskOutside } from './error-fence.ts';
import { limitTime } from './limit-time.ts';
import { limitVariables } from './limit-variables.ts';
import { answerAsEvents } from './live/event-stream.ts';
import type { LogWatch } from './live/log-watch.ts';
import { Loaders } from './loaders.ts';
import { toSchema } from './schema.ts';
import { takeOnlyJson } from './take-only-json.ts';
import { tellWholeAnswers } from './tell-whole-answers.ts';

export interface GraphqlOptions {
  readonly readerFor: ReaderFor;
  readonly writer: StoreWriter;
  readonly history: StoreHistory;
  /** Tells when something was recorded; absent where subscriptions are not answered. */
  readonly watch?: LogWatch;
  /** Whether nothing is recorded that no second person has approved; absent: it is recorded directly too. */
  readonly fourEyes?: boolean;
  /** Where and how a claim may be embedded; absent where there are no pages. */
  readonly embedOf?: EmbedOf;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Makes the id of a request that comes without one. */
  readonly newRequestId?: () => string;
  /** How long a request may take; without it, as long as it takes. */
  readonly requestSeconds?: number;
  /** How often a query is executed as it is before it is compiled; 2 if not given. */
  readonly runsBeforeCompiling?: number;
}

/** What the server hands over with a request; what it leaves out is made here. */
export interface RequestContext {
  readonly requestId?: string;
  readonly logger?: Logger;
  readonly caller?: Caller | null;
  /** Who asks by the same key or token at a later moment, for what goes on; without it they stay who they were. */
  readonly callerNow?: GraphqlContext['callerNow'];
  /** Calls back where the connection is lost before the answer is sent; absent where none can be lost. */
  readonly whenLost?: (then: () => void) => void;
  /** The body of a POST, where it was read already. */
  readonly body?: Buffer;
  /** Takes points from what the caller may ask for; without it nobody counts. */
  readonly spend?: GraphqlContext['spend'];
  /** Called where a query is answered whole, without an error. */
  readonly answeredWhole?: GraphqlContext['answeredWhole'];
}

const nobodyCounts = async (): Promise<void> => {};

/**
 * The public API over HTTP at `/graphql`: POST, and GET for queries. It keeps nothing between requests but parsed,
 * validated and compiled documents. The playground is served before it, by another module.
 */
export function createGraphql(options: GraphqlOptions): YogaServerInstance<RequestContext, GraphqlContext> {
  const { clock, logger, newRequestId = randomUUID, requestSeconds } = options;
  return createYoga<RequestContext, GraphqlContext>({
    schema: toSchema(),
    graphqlEndpoint: '/graphql',
    context: async (request): Promise<GraphqlContext> => {
      const deadline =
        requestSeconds === undefined ? null : new Deadline(requestSeconds, request.spend?.since);
      request.whenLost?.(() => deadline?.giveUp());
      const readerFor: ReaderFor = async (caller) =>
        whileTimeLasts(await options.readerFor(caller), deadline);
      const caller = request.caller ?? null;
      const reader = await readerFor(caller);
      return {
        reader,
        readerFor,
        writer: whileTimeLasts(options.writer, deadline),
        history: options.history,
        fourEyes: options.fourEyes ?? false,
        caller,
        callerNow: request.callerNow ?? (async () => ({ caller })),
        loaders: new Loaders(reader),
        watch: options.watch ?? null,
        place: null,
        moment: null,
        embedOf: options.embedOf ?? null,
        lastEventId: request.request.headers.get('last-event-id'),
        now: clock(),
        logger: request.logger ?? logger,
        requestId: request.requestId ?? newRequestId(),
        deadline,
        spend: request.spend ?? nobodyCounts,
        answeredWhole: request.answeredWhole ?? (() => {}),
      };
    },
    plugins: [
      takeOnlyJson(),
      limitVariables(),
      limitDocuments(),
      checkVariables(),
      fenceErrors(),
      answerAsEvents(),
      compileQueries(options.runsBeforeCompiling),
      answerThePast(options.runsBeforeCompiling),
      limitTime(),
      tellWholeAnswers(),
    ],
    maskedErrors: { maskError: maskOutside(logger, newRequestId) },
    // The server reads the body, within the caller's limit.
    maxRequestBodySize: false,
    batching: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    // What is public may be asked for from any page, and never with a reader's cookies.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'] },
  });
}
