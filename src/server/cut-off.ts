import type { Socket } from 'node:net';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { limitStatus } from '../graphql/limit-error.ts';
import { fixedLimits } from './gate-limits.ts';

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is no request, or does not become one in time, as far as it can still be answered, and hangs up. */
export function cutOff(error: Error & { code?: string; bytesParsed?: number }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const told = refusalOf(error, socket);
  const status = told instanceof LimitExceeded ? limitStatus(told.code) : 400;
  const extensions =
    told instanceof LimitExceeded
      ? { code: told.code, limit: told.limit, came: told.came }
      : { code: 'BAD_REQUEST' };
  const message = told instanceof LimitExceeded ? told.message : told;
  const body = `${JSON.stringify({ errors: [{ message, extensions }] })}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Bad Request'}\r\nconnection: close\r\n` +
      `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function refusalOf({ code }: { code?: string }, { bytesRead }: Socket): LimitExceeded | string {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const limit = fixedLimits.headerBytes;
    return new LimitExceeded('HEADERS_TOO_LARGE', { limit, came: Math.max(bytesRead, limit + 1) });
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const limit = fixedLimits.headersMs / 1000;
    const advice = `${fixedLimits.requestMs / 1000} with its body`;
    return new LimitExceeded('REQUEST_TOO_SLOW', { limit, came: limit, advice });
  }
  return 'expected an HTTP request; something else came';
}
