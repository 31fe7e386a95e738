import { GraphQLError } from 'graphql';
import type { LimitCode, LimitExceeded } from '../domain/limit-exceeded.ts';

/** The status of an answer that refuses for a limit (RFC 9110, RFC 6585); 400 for what is not named here. */
const statuses: Partial<Readonly<Record<LimitCode, number>>> = {
  URL_TOO_LONG: 414,
  HEADERS_TOO_MANY: 431,
  HEADERS_TOO_LARGE: 431,
  BODY_TOO_LARGE: 413,
  REQUEST_TOO_SLOW: 408,
  RATE_EXCEEDED: 429,
  FAILED_KEYS_TOO_MANY: 429,
  BODIES_TOO_LARGE: 503,
  TIME_EXCEEDED: 503,
  SERVICE_BUSY: 503,
};

export function limitStatus(code: LimitCode): number {
  return statuses[code] ?? 400;
}

/**
 * The headers that tell when to ask again (RFC 9110, 10.2.3), and for a rate what is left of it
 * (draft-ietf-httpapi-ratelimit-headers); none where asking again is of no use.
 */
export function retryHeaders({ code, limit, retryAfter }: LimitExceeded): Record<string, string> {
  if (retryAfter === null) return {};
  const again = { 'retry-after': String(retryAfter) };
  if (limitStatus(code) !== 429) return again;
  return {
    ...again,
    'ratelimit-policy': `"minute";q=${limit};w=60`,
    ratelimit: `"minute";r=0;t=${retryAfter}`,
  };
}

/** What the API answers for a limit: its code, the limit and what came, as numbers too. */
export function limitError(error: LimitExceeded): GraphQLError {
  const { code, limit, came, message } = error;
  // Yoga takes `http` for itself and does not send it.
  const http = { status: limitStatus(code), headers: retryHeaders(error) };
  return new GraphQLError(message, { extensions: { code, limit, came, http } });
}
