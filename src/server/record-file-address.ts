import type { RecordEmbedAddress } from './record-embed-address.ts';
import { lookedFor } from './record-embed-address.ts';
import type { Route } from './routes.ts';

const named = /^\/(speaker|source|contradiction)s\/([^/.]+)\.(svg|png|json|csv)$/;
const search = /^\/search\.(svg|png|json|csv)$/;

type Format = 'svg' | 'png' | 'json' | 'csv';

/** What a file is of that stands beside the page of something else than a claim, and in which format. */
export interface RecordFileAddress extends Pick<RecordEmbedAddress, 'kind' | 'named'> {
  readonly format: Format;
}

/** The route that a file's requests are counted under; null for a path that is of none. */
export function recordFileRouteOf(pathname: string): Route | null {
  const [, found] = search.exec(pathname) ?? [];
  if (found !== undefined) return `/search.${found as Format}`;
  const [, kind, , format] = named.exec(pathname) ?? [];
  if (kind === undefined) return null;
  return kind === 'contradiction'
    ? `/contradictions/:id.${format as Format}`
    : `/${kind as 'speaker' | 'source'}s/:slug.${format as Format}`;
}

/** The file that an address is of, what it names still percent-encoded; null for another's. */
export function recordFileIn(url: URL): RecordFileAddress | null {
  const [, found] = search.exec(url.pathname) ?? [];
  if (found !== undefined) return { kind: 'search', named: lookedFor(url), format: found as Format };
  const [, kind, name, format] = named.exec(url.pathname) ?? [];
  if (name === undefined) return null;
  return { kind: kind as 'speaker' | 'source' | 'contradiction', named: name, format: format as Format };
}
