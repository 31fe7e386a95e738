import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../domain/caller.ts';
import type { PlainAnswer, Posted } from '../graphql/plain-post.ts';
import type { Spend } from './rates.ts';

/** Something that answers node's requests: Yoga is one. */
export type NodeHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  asked: {
    readonly requestId: string;
    readonly caller: Caller | null;
    /** Who asks by the same key or token at a later moment; null where it is taken no more. */
    readonly callerNow: () => Promise<{ readonly caller: Caller | null } | null>;
    readonly spend: Spend;
    /** Called where a query is answered whole, without an error. */
    readonly answeredWhole: () => void;
    /** Calls back where the connection is lost before the answer is sent. */
    readonly whenLost: (then: () => void) => void;
    /** Of a POST: it was read whole, and stands at the request too. */
    readonly body?: Buffer;
  },
) => unknown;

type Asked = Parameters<NodeHandler>[2];

/** Answers by the short way what it takes, at once and in one piece, and all else by the long one. */
export function answerQueries(
  short: (posted: Posted, asked: Asked) => Promise<PlainAnswer | null>,
  long: NodeHandler,
): NodeHandler {
  return async (request, response, asked) => {
    const { method, url, headers } = request;
    const { body } = asked;
    const isShort = method === 'POST' && url === '/graphql' && body !== undefined;
    const answer = isShort
      ? await short({ url: `http://${headers.host}${url}`, headers, body }, asked)
      : null;
    if (answer === null) return long(request, response, asked);
    if (response.destroyed) return;
    response.writeHead(answer.status, {
      ...answer.headers,
      'content-length': Buffer.byteLength(answer.body),
    });
    response.end(answer.body);
  };
}
