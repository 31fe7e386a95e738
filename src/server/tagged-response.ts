import { createHash } from 'node:crypto';

/** Whether the reader has it already: If-None-Match compares weakly (RFC 9110, 13.1.2), as a proxy that compresses wants it. */
function isKnown(etag: string, ifNoneMatch: string | null): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

/**
 * What was made for a request, with an ETag by which it need not be sent again: to be asked for anew each time, since a
 * correction is to show at once. `isPrivate`: it is one caller's, and no cache's. `same`: what of it has to change for it
 * to be another.
 */
export function taggedResponse(
  body: string,
  request: Request,
  isPrivate: boolean,
  headers: Readonly<Record<string, string>>,
  status = 200,
  same = body,
): Response {
  const etag = `"${createHash('sha256').update(same).digest('base64url').slice(0, 22)}"`;
  const all = {
    ...headers,
    'cache-control': isPrivate ? 'private, no-store' : 'no-cache',
    'x-content-type-options': 'nosniff',
    vary: isPrivate ? 'authorization, accept-language' : 'accept-language',
    etag,
  };
  if (status === 200 && isKnown(etag, request.headers.get('if-none-match')))
    return new Response(null, { status: 304, headers: all });
  return new Response(body, { status, headers: all });
}
