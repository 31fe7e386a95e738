import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { NotAllowed } from '../domain/caller.ts';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { limitStatus, retryHeaders } from '../graphql/limit-error.ts';
import { challenge, NotAuthenticated } from './authenticate.ts';
import { NotTaken } from './not-taken.ts';
import { RequestAborted } from './request-body.ts';

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long what a refused caller still sends is thrown away, before the connection is cut. */
const lingerMs = 2_000;

/** What a caller is told before its request comes to where it would be answered. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof LimitExceeded) {
    const { code, limit, came, message } = error;
    return {
      status: limitStatus(code),
      message,
      extensions: { code, limit, came },
      headers: retryHeaders(error),
    };
  }
  if (error instanceof NotTaken) {
    const { code, message, headers } = error;
    return { status: 415, message, extensions: { code }, headers };
  }
  if (error instanceof NotAuthenticated || error instanceof NotAllowed) {
    const scheme = error instanceof NotAuthenticated ? challenge : 'Bearer realm="onrecord"';
    const { code, message } = error;
    return { status: 401, message, extensions: { code }, headers: { 'www-authenticate': scheme } };
  }
  return null;
}

/** Answers with why, as GraphQL answers are, whatever was asked for. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  error: unknown,
  logger: Pick<Logger, 'error' | 'info'>,
): void {
  if (error instanceof RequestAborted || response.headersSent || response.destroyed) return;
  const known = refusalOf(error);
  if (known === null) logger.error({ err: error, requestId }, 'a caller could not be told');
  if (error instanceof NotAuthenticated)
    logger.info({ requestId, why: error.message }, 'a key or token was not taken');
  const { status, message, extensions, headers } = known ?? {
    status: 503,
    message: 'who asks cannot be told now; try again later',
    extensions: { code: 'UNAVAILABLE' },
  };
  const body = `${JSON.stringify({ errors: [{ message, extensions: { ...extensions, requestId } }] })}\n`;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    // A page elsewhere is told why, as it would be told the answer.
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'retry-after, ratelimit, ratelimit-policy',
    ...headers,
  });
  if (request.complete) {
    response.end(body);
    return;
  }
  // A connection that is closed while the caller still sends is reset, and the answer lost with it. So the rest is
  // thrown away first, for a while.
  response.write(body);
  const timer = setTimeout(() => request.socket.destroy(), lingerMs);
  request.once('close', () => {
    clearTimeout(timer);
    response.end();
  });
  request.resume();
}
