import { once } from 'node:events';
import { type Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { HostileRequest } from './hostile-requests.ts';

export interface Sent {
  readonly status: number;
  readonly body: string;
  /** From the first byte that was sent to the last that was read. */
  readonly ms: number;
}

const pieceBytes = 65_536;

/** Sends a request as it is, and reads the answer even while what it sends is not sent yet. */
export function send(
  base: string,
  hostile: Pick<HostileRequest, 'method' | 'path' | 'headers' | 'body' | 'chunked'>,
  agent?: Agent,
): Promise<Sent> {
  const { promise, resolve, reject } = Promise.withResolvers<Sent>();
  const { method, path, headers, body, chunked } = hostile;
  const length = body === null || chunked ? {} : { 'content-length': String(body.length) };
  const started = performance.now();
  const asked = request(`${base}${path}`, {
    method,
    headers: { ...headers, ...length },
    ...(agent === undefined ? { agent: false } : { agent }),
  });
  let answered = false;
  asked.once('response', (response) => {
    answered = true;
    text(response).then((read) => {
      resolve({ status: response.statusCode ?? 0, body: read, ms: performance.now() - started });
      if (!asked.writableFinished) asked.destroy();
    }, reject);
  });
  asked.on('error', (error) => {
    if (!answered) reject(error);
  });
  if (body === null || !chunked) asked.end(body ?? undefined);
  else void inPieces(asked, body);
  return promise;
}

async function inPieces(asked: ReturnType<typeof request>, body: Buffer): Promise<void> {
  for (let at = 0; at < body.length && !asked.destroyed; at += pieceBytes) {
    if (asked.write(body.subarray(at, at + pieceBytes))) continue;
    const drained = new AbortController();
    const { signal } = drained;
    await Promise.race([once(asked, 'drain', { signal }), once(asked, 'close', { signal })]).catch(() => {});
    drained.abort();
  }
  asked.end();
}

/** A connection that sends the headers of a request letter by letter, and never comes to their end. */
export class SlowConnection {
  readonly #socket: Socket;
  readonly #started = performance.now();
  /** When the other side hung up, in milliseconds from the start, and what it said before. */
  readonly over: Promise<{ readonly ms: number; readonly said: string }>;

  constructor(base: string, begin: string) {
    const { hostname, port } = new URL(base);
    this.#socket = connect(Number(port), hostname);
    let said = '';
    this.#socket.setEncoding('latin1').on('data', (more) => {
      said += more;
    });
    this.#socket.on('error', () => {});
    this.#socket.write(begin);
    const drip = setInterval(() => this.#socket.writable && this.#socket.write('x'), 200);
    this.over = new Promise((resolve) =>
      this.#socket.once('close', () => {
        clearInterval(drip);
        resolve({ ms: performance.now() - this.#started, said });
      }),
    );
  }

  end(): void {
    this.#socket.destroy();
  }
}

/** So many slow connections, of which every other one never ends its headers and the others never their body. */
export const slowConnectionsTo = (base: string, count: number): readonly SlowConnection[] =>
  Array.from(
    { length: count },
    (_, at) =>
      new SlowConnection(
        base,
        at % 2 === 0
          ? 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: '
          : 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n',
      ),
  );
