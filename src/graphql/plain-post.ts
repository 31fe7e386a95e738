import {
  type GraphQLParams,
  isAsyncIterable,
  processRegularResult,
  type YogaServerInstance,
} from 'graphql-yoga';
import type { GraphqlContext } from './context.ts';
import { isJson, objectIn } from './take-only-json.ts';
import type { RequestContext } from './yoga.ts';

/** A POST as it came: its headers by their names in lower case, and its body, read whole. */
export interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What Yoga words an answer as, kept as it is: the server writes it, and nothing between reads it as a Response. */
class Made implements PlainAnswer {
  readonly status: number;
  readonly headers: PlainAnswer['headers'];
  readonly body: string;

  constructor(body: string, { status, headers }: Omit<PlainAnswer, 'body'>) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

type Yoga = YogaServerInstance<RequestContext, GraphqlContext>;

/** What every answer is given as, to whoever accepts one of these or says nothing of it. */
const given = 'application/json';
const accepting: ReadonlySet<unknown> = new Set([undefined, '*/*', given]);

/** A name that an operation of another kind than a query cannot do without; GraphQL has no other way to write it. */
const maybeNoQuery = /mutation|subscription/;

/**
 * The short way of a query that is posted alone, as JSON, by whoever is no page elsewhere: to the same parameters, plugins
 * and context, execution and wording as by Yoga's own way, and past what Yoga finds out about a request of any kind.
 * Resolves to null for everything else, and for whatever goes wrong otherwise than with errors in its answer: those are
 * to go Yoga's own way, from the start, which tells of them. Nothing is ever recorded by this way.
 */
export function answerPlainPosts(
  yoga: Yoga,
): (posted: Posted, context: RequestContext) => Promise<PlainAnswer | null> {
  const { getResultForParams, fetchAPI } = yoga;
  const plainly = { ...fetchAPI, Response: Made as unknown as typeof Response };
  return async ({ url, headers, body }, context) => {
    if (!isPlain(headers)) return null;
    try {
      const params = queryIn(body);
      if (params === null) return null;
      const request = new fetchAPI.Request(url, {
        method: 'POST',
        headers: headers as Record<string, string>,
      });
      const result = await getResultForParams({ params, request }, { ...context });
      if (result === undefined || isAsyncIterable(result)) return null;
      return processRegularResult(result, plainly, given) as unknown as Made;
    } catch {
      return null;
    }
  };
}

function isPlain({ origin, accept, 'content-type': type = '' }: Posted['headers']): boolean {
  return origin === undefined && accepting.has(accept) && typeof type === 'string' && isJson(type);
}

function queryIn(body: Buffer): GraphQLParams | null {
  const params = objectIn(body);
  if (params === null || Array.isArray(params)) return null;
  const { query } = params;
  return typeof query === 'string' && !maybeNoQuery.test(query) ? params : null;
}
