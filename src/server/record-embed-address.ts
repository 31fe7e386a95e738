import { asOfName, readAsOf } from '../web/as-of.ts';
import { linkTo } from '../web/pages/page.ts';
import type { Route } from './routes.ts';

const recordPath =
  /^\/embed\/v1\/(speaker|source|contradiction)\/((?:(?!%40)[^/@])+)(?:(?:@|%40)((?:(?!%40)[^/@])*))?$/;
const searchPath = /^\/embed\/v1\/search(?:(?:@|%40)((?:(?!%40)[^/@])*))?$/;
const pagePath = /^\/(speaker|source|contradiction)s\/([^/.]+)$/;

/**
 * What an embed that is of no claim is of, and the pin behind it. `named` and `pin` are still percent-encoded; of a search
 * `named` is what is looked for, plain.
 */
export interface RecordEmbedAddress {
  readonly kind: 'speaker' | 'source' | 'contradiction' | 'search';
  readonly named: string;
  readonly pin: string | null;
}

/** The route that requests for such an embed are counted under, whatever stands in the path; null for another's. */
export function recordEmbedRouteOf(path: string): Route | null {
  if (searchPath.test(path)) return '/embed/v1/search';
  const [, kind] = recordPath.exec(path) ?? [];
  return kind === undefined ? null : `/embed/v1/${kind as 'speaker' | 'source' | 'contradiction'}/:slug`;
}

/** What the address of a search looks for. */
export const lookedFor = ({ searchParams }: URL) => (searchParams.get('q') ?? '').trim();

/** The embed that an address is of; null for another's. */
export function recordEmbedIn(url: URL): RecordEmbedAddress | null {
  if (recordEmbedRouteOf(url.pathname) === null) return null;
  const search = searchPath.exec(url.pathname);
  if (search !== null) return { kind: 'search', named: lookedFor(url), pin: search[1] ?? null };
  const [, kind, named, pin = null] = recordPath.exec(url.pathname) ?? [];
  return named === undefined ? null : { kind: kind as 'speaker' | 'source' | 'contradiction', named, pin };
}

/** The same for the page of what can be embedded, too; a page of the past is pinned. */
export function recordEmbeddableIn(url: URL): RecordEmbedAddress | null {
  const asOf = url.searchParams.get(asOfName) ?? '';
  const pin = asOf === '' ? null : (readAsOf(asOf)?.text ?? '');
  if (url.pathname === '/search') return { kind: 'search', named: lookedFor(url), pin };
  const [, kind, named] = pagePath.exec(url.pathname) ?? [];
  if (named !== undefined) return { kind: kind as 'speaker' | 'source' | 'contradiction', named, pin };
  // An embed takes its moment from its path alone.
  return asOf === '' ? recordEmbedIn(url) : null;
}

/** Where the embed of something stands. */
export function recordEmbedAddress(
  { kind, named, pin }: RecordEmbedAddress,
  base: string,
  language: string,
): string {
  const at = pin === null ? '' : `@${pin}`;
  return kind === 'search'
    ? base + linkTo(`/embed/v1/search${at}`, language, [['q', named]])
    : base + linkTo(`/embed/v1/${kind}/${named}${at}`, language);
}
