import { createHash } from 'node:crypto';

/** Whether the reader has it already: If-None-Match compares weakly (RFC 9110, 13.1.2), as a proxy that compresses wants it. */
export function isKnown(etag: string, ifNoneMatch: string | null): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  const tags = (ifNoneMatch ?? '').split(',').map(opaque);
  return tags.includes(opaque(etag)) || tags.includes('*');
}

/** A strong ETag (RFC 9110, 8.8.3). */
export function etagOf(said: string | Uint8Array): string {
  return `"${createHash('sha256').update(said).digest('base64url').slice(0, 22)}"`;
}

/**
 * What was made for a request, with an ETag by which it need not be sent again: to be asked for anew each time, since a
 * correction is to show at once. `isPrivate`: it is one caller's, and no cache's. `sameAs`: what is the same of two
 * answers that say the same at different instants; the ETag is a weak one then.
 */
export function taggedResponse(
  body: string | Uint8Array<ArrayBuffer>,
  request: Request,
  isPrivate: boolean,
  headers: Readonly<Record<string, string>>,
  status = 200,
  sameAs: string | null = null,
): Response {
  const tag = etagOf(sameAs ?? body);
  const all = {
    ...headers,
    'cache-control': isPrivate ? 'private, no-store' : 'no-cache',
    'x-content-type-options': 'nosniff',
    vary: isPrivate ? 'authorization, accept-language' : 'accept-language',
    etag: sameAs === null ? tag : `W/${tag}`,
  };
  if (status === 200 && isKnown(tag, request.headers.get('if-none-match')))
    return new Response(null, { status: 304, headers: all });
  return new Response(body, { status, headers: all });
}
