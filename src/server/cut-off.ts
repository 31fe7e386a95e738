import type { ServerResponse } from 'node:http';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { limitStatus } from '../graphql/limit-error.ts';
import { fixedLimits } from './gate-limits.ts';

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** What there is of a connection that came to no request. */
interface Wire {
  readonly writable: boolean;
  readonly bytesRead?: number | undefined;
  readonly bytesWritten?: number | undefined;
  destroy(): unknown;
  end(text: string): unknown;
}

/** How long what has come meanwhile may take to become whole. */
const moreMs = 1_000;

/**
 * Answers what is no request, or does not become one in time, as far as it can still be answered, and hangs up. Where time
 * is up because this process was busy and read nothing, what lies there is read first.
 * @param underWay the answer to a request whose headers came over this connection, if there is one by now
 */
export async function cutOff(
  error: Error,
  socket: Wire,
  underWay: () => ServerResponse | undefined,
): Promise<void> {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT' && (await comesAfterAll(socket, underWay))) return;
  const response = underWay();
  if (code === 'ECONNRESET' || !socket.writable || response?.headersSent) {
    socket.destroy();
    return;
  }
  const { status, message, extensions } = told(code, response !== undefined);
  const body = `${JSON.stringify({ errors: [{ message, extensions }] })}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? ''}\r\nconnection: close\r\n` +
      `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** Whether what was late becomes whole once it is read: it had come, and this process had not looked. */
async function comesAfterAll(socket: Wire, underWay: () => ServerResponse | undefined): Promise<boolean> {
  const { bytesRead, bytesWritten } = socket;
  const before = underWay();
  const isWhole = () => {
    const now = underWay();
    if (socket.bytesWritten !== bytesWritten || now !== before) return true;
    return now?.req.complete === true;
  };
  // What lies there is read between two turns.
  await turn();
  await turn();
  if (isWhole()) return true;
  if (socket.bytesRead === bytesRead) return false;
  await pause(moreMs);
  return isWhole();
}

function told(code: unknown, bodyIsMissing: boolean) {
  const excess = excessOf(code, bodyIsMissing);
  if (excess === null) {
    const message = 'expected an HTTP request; something else came';
    return { status: 400, message, extensions: { code: 'BAD_REQUEST' } };
  }
  const { limit, came, message } = excess;
  return { status: limitStatus(excess.code), message, extensions: { code: excess.code, limit, came } };
}

function excessOf(code: unknown, bodyIsMissing: boolean): LimitExceeded | null {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const limit = fixedLimits.headerBytes;
    return new LimitExceeded('HEADERS_TOO_LARGE', { limit, came: limit + 1, advice: 'or more' });
  }
  if (code !== 'ERR_HTTP_REQUEST_TIMEOUT') return null;
  const limit = (bodyIsMissing ? fixedLimits.requestMs : fixedLimits.headersMs) / 1000;
  const part = bodyIsMissing ? 'its body is not whole yet' : 'its headers are not whole yet';
  return new LimitExceeded('REQUEST_TOO_SLOW', { limit, came: limit, advice: part });
}
