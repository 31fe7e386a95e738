import type { IncomingMessage } from 'node:http';
import { iconPath } from '../web/pages/page.ts';
import { scriptPath } from '../web/pages/page-script.ts';
import { signPath } from '../web/pages/sign.ts';
import { pageRouteOf } from './pages.ts';
import type { Route } from './routes.ts';

/** The address of a claim's picture: its slug, and the format. */
export const picture = /^\/claims\/([^/]+)\.(svg|png)$/;

/** The address of a claim's figure as a table: its slug. */
export const graphTable = /^\/claims\/([^/.]+)\/graph$/;

/** Asked by machines that have no key. */
export const probes: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** What is answered without a key even where reading takes one. */
export const openToAll: ReadonlySet<string> = new Set([...probes, '/']);

const ownNames = [
  '/',
  '/graphql',
  '/metrics',
  '/healthz',
  '/readyz',
  iconPath,
  signPath,
  scriptPath,
] as const;

function isOwnName(path: string): path is (typeof ownNames)[number] {
  return ownNames.some((name) => name === path);
}

/**
 * The address that is asked for, its dots resolved; null where the Host header is more or less than a host, or the target
 * is no path (RFC 9112, 3.2.1): put together they would be read as another address by somebody.
 */
export function addressIn({ url = '', headers: { host } }: IncomingMessage): URL | null {
  const at = host || 'localhost';
  return url.startsWith('/') && !/[/\\?#@]/.test(at) ? URL.parse(`http://${at}${url}`) : null;
}

export function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

/** Whether a page of the playground is asked for: a program and no data, which asks for a key itself. */
export function isProgram(request: IncomingMessage, path: string): boolean {
  return path.startsWith('/playground/') || (path === '/graphql' && wantsPage(request));
}

/** What a request is counted under: the name of its route, never an address that somebody made up. */
export function routeOf(path: string): Route {
  if (isOwnName(path)) return path;
  const [, , pictured] = picture.exec(path) ?? [];
  if (pictured !== undefined) return `/claims/:slug.${pictured as 'svg' | 'png'}`;
  if (graphTable.test(path)) return '/claims/:slug/graph';
  return pageRouteOf(path) ?? (path.startsWith('/playground/') ? '/playground' : 'other');
}

/** Whether an answer is made of what is recorded, and may be one that was given before: no stream, no part, no probe. */
export function isOfTheRecord(request: IncomingMessage, path: string): boolean {
  const { method, headers } = request;
  if (headers.range !== undefined || headers.accept?.includes('text/event-stream')) return false;
  if (path === '/graphql') return !wantsPage(request) && (method === 'POST' || method === 'GET');
  return method === 'GET' && (picture.test(path) || graphTable.test(path) || pageRouteOf(path) !== null);
}
