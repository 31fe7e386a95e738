import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { etagOf, isKnown } from './tagged-response.ts';

/** An answer as it is sent, but for what is each request's own. */
export interface HeldAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** What the server sets for each request by itself. */
const ofTheRequest = new Set(['x-request-id', 'connection', 'date', 'keep-alive']);

/**
 * Holds what is written to a response until it ends, and hands it over instead of sending it. What grows beyond `most`
 * bytes is sent as it comes, and is handed over as null: it has been sent.
 */
export function holdAnswer(
  response: ServerResponse,
  most: number,
  whenWhole: (answer: HeldAnswer | null) => void,
): void {
  const { writeHead, write, end } = response;
  const chunks: Buffer[] = [];
  let bytes = 0;

  function letGo(): void {
    Object.assign(response, { writeHead, write, end });
  }

  function take(chunk: unknown, encoding: unknown): void {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return;
    const taken =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk);
    chunks.push(taken);
    bytes += taken.length;
  }

  Object.assign(response, {
    writeHead(status: number, ...given: readonly unknown[]) {
      response.statusCode = status;
      const headers = given.find((one) => typeof one === 'object' && one !== null) ?? {};
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return response;
    },
    write(chunk: unknown, encoding?: unknown, sent?: unknown) {
      take(chunk, encoding);
      const told = typeof encoding === 'function' ? encoding : sent;
      if (typeof told === 'function') queueMicrotask(() => told());
      if (bytes <= most) return true;
      letGo();
      whenWhole(null);
      return response.write(Buffer.concat(chunks));
    },
    end(chunk?: unknown, encoding?: unknown, ended?: unknown) {
      take(chunk, encoding);
      const told = [chunk, encoding, ended].find((one) => typeof one === 'function') as
        | (() => void)
        | undefined;
      if (told) response.once('finish', told);
      letGo();
      // It is whole by now, and is sent with its length: whoever sends it in pieces has said that it has none.
      response.removeHeader('transfer-encoding');
      const headers = Object.fromEntries(
        Object.entries(response.getHeaders()).filter(([name]) => !ofTheRequest.has(name)),
      );
      whenWhole({ status: response.statusCode, headers, body: Buffer.concat(chunks) });
      return response;
    },
  });
}

/** With an ETag, where it is a whole answer to a GET that has none; to be asked for anew each time, as a correction is to show at once. */
export function tagged(request: IncomingMessage, held: HeldAnswer): HeldAnswer {
  const { status, headers, body } = held;
  if (request.method !== 'GET' || status !== 200 || headers.etag !== undefined) return held;
  return { ...held, headers: { 'cache-control': 'no-cache', ...headers, etag: etagOf(body) } };
}

/** Sends what was held: to whoever has it already, that it is still so (RFC 9110, 13.1.2). */
export function sendHeld(request: IncomingMessage, response: ServerResponse, held: HeldAnswer): void {
  const { etag } = held.headers;
  const known = request.headers['if-none-match'];
  const still =
    held.status === 200 && typeof etag === 'string' && known !== undefined && isKnown(etag, known);
  const { 'content-length': _, ...headers } = held.headers;
  if (still) {
    const { 'content-type': __, ...rest } = headers;
    response.writeHead(304, rest);
    response.end();
    return;
  }
  response.writeHead(held.status, { ...headers, 'content-length': held.body.length });
  response.end(held.body);
}
