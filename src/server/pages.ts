import { z } from 'zod';
import { asOfName } from '../web/as-of.ts';
import { claimEmbed } from '../web/pages/claim-embed.ts';
import { claimPage } from '../web/pages/claim-page.ts';
import { type ClaimData, claimAnswer, claimQuery } from '../web/pages/claim-query.ts';
import { missingPage } from '../web/pages/missing-page.ts';
import { oembedOf } from '../web/pages/oembed.ts';
import { icon, iconPath, type PageAddress } from '../web/pages/page.ts';
import { pageScript, scriptPath } from '../web/pages/page-script.ts';
import { SCHEMA_PATH } from '../web/playground/page-data.ts';
import { type Words, wordsFor } from '../web/words/words.ts';
import { askedAt, askedWords, askingAt, momentQuery, nothingBy, wrongName } from './asked-moment.ts';
import { createListPages, type ListKind, listPaths } from './list-pages.ts';
import {
  decoded,
  embedHeaders,
  type PageParts,
  type PageRequest,
  pageHeaders,
  plain,
} from './page-response.ts';
import { createRecordPages, type RecordKind, recordKindOf } from './record-pages.ts';
import { createSchemaPage } from './schema-page.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

const claimPath = /^\/claims\/([^/.]+)$/;
const embedPath = /^\/embed\/v1\/claim\/([^/@]+)$/;

/** What kind of page a path is of; null for none. */
function pageKindOf(path: string): 'claim' | 'embed' | 'oembed' | 'schema' | RecordKind | ListKind | null {
  const list = listPaths[path];
  if (list !== undefined) return list;
  if (path === '/oembed') return 'oembed';
  if (path === SCHEMA_PATH) return 'schema';
  if (embedPath.test(path)) return 'embed';
  return claimPath.test(path) ? 'claim' : recordKindOf(path);
}

const pageRoutes = {
  claim: '/claims/:slug',
  embed: '/embed/v1/claim/:slug',
  oembed: '/oembed',
  speaker: '/speakers/:slug',
  source: '/sources/:slug',
  claims: '/claims',
  search: '/search',
  contradictions: '/contradictions',
  anonymous: '/anonymous',
  changes: '/changes',
  schema: SCHEMA_PATH,
};

/** The route that a page's requests are counted under; null for a path that is of none. */
export function pageRouteOf(path: string): string | null {
  const kind = pageKindOf(path);
  return kind === null ? null : pageRoutes[kind];
}

const wide = 'expected a whole number of pixels, 1 or more';
const pixels = z.coerce.number(wide).int(wide).positive(wide);
const oembedOptions = z.object({
  url: z.string('expected the address of a claim or of its embed'),
  format: z.string().default('json'),
  maxwidth: pixels.optional(),
  maxheight: pixels.optional(),
});

/** The pages that the service makes of its own answers; `null` for an address that is none of them. */
export function createPages({ ask, base, now }: PageParts) {
  const recordPage = createRecordPages({ ask, base, now });
  const listPage = createListPages({ ask, base, now });
  const mapPage = createSchemaPage({ ask, base, now });
  const byOf = (named: string) => (named.startsWith('Claim_') ? { id: named } : { slug: named });

  async function claimOf(
    named: string,
    { language, moment }: Words,
    asked: PageRequest,
  ): Promise<ClaimData | null> {
    const variables = { by: byOf(named), language };
    return claimAnswer.parse(await askingAt(ask, moment)(claimQuery, variables, asked)).claim;
  }

  function addressOf(path: string, named: string, { language, moment }: Words): PageAddress {
    const graphql = askedAt({ query: claimQuery, variables: { by: byOf(named), language } }, moment);
    return { base: base(), path, query: momentQuery(moment), graphql, now: now() };
  }

  async function shown(kind: 'claim' | 'embed', named: string, asked: PageRequest): Promise<Response> {
    const { request, caller } = asked;
    const { pathname } = new URL(request.url);
    const words = askedWords(request);
    if (typeof words === 'string') return plain(400, words);
    if (kind === 'embed' && words.moment !== null) return plain(400, words.past.noEmbed);
    const wrong = wrongName(named, words);
    if (wrong !== null) return plain(400, wrong);
    const address = addressOf(pathname, named, words);
    const claim = await claimOf(named, words, asked);
    const headers = {
      ...(kind === 'claim' ? pageHeaders : embedHeaders),
      'content-language': words.language,
    };
    const isPrivate = caller !== null;
    if (claim === null) {
      const nothingYet = await nothingBy(words.moment, ask, asked);
      const body = missingPage({ ...address, nothingYet }, words);
      return taggedResponse(body, request, isPrivate, headers, 404);
    }
    const body = (kind === 'claim' ? claimPage : claimEmbed)(claim, address, words);
    return taggedResponse(body, request, isPrivate, headers);
  }

  async function oembed(asked: PageRequest): Promise<Response> {
    const { request, caller } = asked;
    const { searchParams } = new URL(request.url);
    const parsed = oembedOptions.safeParse(Object.fromEntries(searchParams));
    if (!parsed.success) {
      const came = (name: string) =>
        searchParams.has(name) ? JSON.stringify(searchParams.get(name)) : 'nothing';
      const wrong = parsed.error.issues.map(
        ({ path, message }) => `${path.join('.')}: ${message}; came ${came(path.join('.'))}`,
      );
      return plain(400, wrong.join('\n'));
    }
    const { url, format, maxwidth, maxheight } = parsed.data;
    if (format !== 'json') return plain(501, 'Only format=json is spoken here.');
    const named = URL.parse(url);
    const found =
      named === null || named.origin !== new URL(base()).origin || named.searchParams.has(asOfName)
        ? null
        : (claimPath.exec(named.pathname) ?? embedPath.exec(named.pathname));
    const slug = decoded(found?.[1] ?? '');
    if (named === null || !slug)
      return plain(404, 'The url is not of anything that can be embedded from here.');
    const wanted = wantedLanguage(named.searchParams.get('language'), request) ?? 'en';
    const words = wordsFor(wanted);
    const { language } = words;
    const claim = await claimOf(slug, words, asked);
    if (claim === null) return plain(404, 'There is no such claim.');
    const most = {
      ...(maxwidth === undefined ? {} : { width: maxwidth }),
      ...(maxheight === undefined ? {} : { height: maxheight }),
    };
    return taggedResponse(
      JSON.stringify(oembedOf(claim, { base: base(), language, most })),
      request,
      caller !== null,
      { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' },
    );
  }

  return async (asked: PageRequest): Promise<Response | null> => {
    const { pathname } = new URL(asked.request.url);
    if (pathname === iconPath)
      return taggedResponse(icon, asked.request, asked.caller !== null, { 'content-type': 'image/svg+xml' });
    if (pathname === scriptPath)
      return taggedResponse(pageScript, asked.request, asked.caller !== null, {
        'content-type': 'text/javascript; charset=utf-8',
      });
    const kind = pageKindOf(pathname);
    if (kind === null) return null;
    if (kind === 'oembed') return oembed(asked);
    if (kind === 'schema') return mapPage(asked);
    if (kind === 'speaker' || kind === 'source') return recordPage(kind, asked);
    if (kind !== 'claim' && kind !== 'embed') return listPage(kind, asked);
    const [, part = ''] = (kind === 'claim' ? claimPath : embedPath).exec(pathname) ?? [];
    const named = decoded(part);
    if (named === null)
      return plain(400, 'The address is wrongly encoded: a % stands before two hex digits.');
    return shown(kind, named, asked);
  };
}
