import { z } from 'zod';
import { InvalidCursor } from '../domain/errors.ts';
import { asOfName, readAsOf } from '../web/as-of.ts';
import { elementScript, elementScriptPath } from '../web/embed/element-script.ts';
import { claimPage } from '../web/pages/claim-page.ts';
import {
  type ClaimList,
  claimAnswer,
  claimLists,
  claimQuery,
  eachSide,
  isCrowded,
  sidesOf,
} from '../web/pages/claim-query.ts';
import { erasedPage } from '../web/pages/erased-page.ts';
import { missingPage } from '../web/pages/missing-page.ts';
import { oembedOf } from '../web/pages/oembed.ts';
import { type AddressQuery, icon, iconPath } from '../web/pages/page.ts';
import { pageScript, scriptPath } from '../web/pages/page-script.ts';
import { standingAlone } from '../web/pages/paged-list.ts';
import { withoutPin } from '../web/pages/pin.ts';
import { embedAddress } from '../web/pages/take-away.ts';
import { SCHEMA_PATH } from '../web/playground/page-data.ts';
import { type Words, wordsFor } from '../web/words/words.ts';
import { askedAt, askedWords, askingAt, momentQuery, nothingBy, wrongName } from './asked-moment.ts';
import { citationRouteOf, createCitations } from './citations.ts';
import { createClaimDownloads, downloadRouteOf } from './claim-downloads.ts';
import { createClaimEmbeds, createFindClaim, embedPathOf } from './claim-embeds.ts';
import { createFeeds, feedRouteOf } from './feeds.ts';
import { createFindRecord } from './find-record.ts';
import { createListPages, type ListKind, listPaths } from './list-pages.ts';
import {
  byOf,
  decoded,
  gone,
  type PageParts,
  type PageRequest,
  pageHeaders,
  plain,
  wronglyEncoded,
} from './page-response.ts';
import {
  recordEmbedAddress,
  recordEmbeddableIn,
  recordEmbedIn,
  recordEmbedRouteOf,
} from './record-embed-address.ts';
import { createRecordEmbeds, decodedAddress } from './record-embeds.ts';
import { recordFileRouteOf } from './record-file-address.ts';
import { createRecordFiles } from './record-files.ts';
import { createRecordPages, type RecordKind, recordKindOf } from './record-pages.ts';
import type { Route } from './routes.ts';
import { createSchemaPage } from './schema-page.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';
import { optionsOf, wrongAddress } from './wrong-address.ts';

const claimPath = /^\/claims\/([^/.]+)$/;

/** What kind of page a path is of; null for none. */
function pageKindOf(path: string): 'claim' | 'embed' | 'oembed' | 'schema' | RecordKind | ListKind | null {
  const list = listPaths[path];
  if (list !== undefined) return list;
  if (path === '/oembed') return 'oembed';
  if (path === SCHEMA_PATH) return 'schema';
  if (embedPathOf(path) !== null) return 'embed';
  return claimPath.test(path) ? 'claim' : recordKindOf(path);
}

const pageRoutes = {
  claim: '/claims/:slug',
  embed: '/embed/v1/claim/:slug',
  oembed: '/oembed',
  speaker: '/speakers/:slug',
  source: '/sources/:slug',
  contradiction: '/contradictions/:id',
  claims: '/claims',
  search: '/search',
  contradictions: '/contradictions',
  anonymous: '/anonymous',
  changes: '/changes',
  schema: SCHEMA_PATH,
} as const;

/** The route that a page's requests are counted under; null for a path that is of none. */
export function pageRouteOf(path: string): Route | null {
  if (path === elementScriptPath) return path;
  const kind = pageKindOf(path);
  if (kind !== null) return pageRoutes[kind];
  return (
    recordEmbedRouteOf(path) ??
    downloadRouteOf(path) ??
    recordFileRouteOf(path) ??
    citationRouteOf(path) ??
    feedRouteOf(path)
  );
}

/** What an address of a claim's page or embed names, still percent-encoded; a page of the past is pinned. Null for another. */
function embeddableIn({ pathname, searchParams }: URL): ReturnType<typeof embedPathOf> {
  const asOf = searchParams.get(asOfName) ?? '';
  const [, named] = claimPath.exec(pathname) ?? [];
  if (named === undefined) return asOf === '' ? embedPathOf(pathname) : null;
  return { named, pin: asOf === '' ? null : (readAsOf(asOf)?.text ?? '') };
}

/** The script of the custom element: the same for everybody, and asked for from anywhere. */
const elementHeaders = {
  'content-type': 'text/javascript; charset=utf-8',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

const claimOptions = z.object({
  list: z.enum(claimLists).nullable().default(null),
  after: z.string().nullable().default(null),
});

/** What is asked where one of a claim's lists stands alone. */
function listAlone(list: ClaimList) {
  const shows = (name: ClaimList) => name === list;
  return {
    all: false,
    first: standingAlone,
    events: standingAlone,
    affirming: shows('affirming'),
    denying: shows('denying'),
    silent: shows('silent'),
    reported: shows('reported'),
    reportedAgainst: shows('reported-against'),
    contradictions: shows('contradictions'),
    related: shows('related'),
    timeline: shows('timeline'),
  };
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
export function createPages(parts: PageParts) {
  const { ask, base, now } = parts;
  const recordPage = createRecordPages(parts);
  const listPage = createListPages(parts);
  const mapPage = createSchemaPage(parts);
  const download = createClaimDownloads(parts);
  const citation = createCitations(parts);
  const feed = createFeeds(parts);
  const findClaim = createFindClaim(parts);
  const claimEmbed = createClaimEmbeds(parts, findClaim);
  const findRecord = createFindRecord(parts);
  const recordEmbed = createRecordEmbeds(parts, findRecord);
  const recordFile = createRecordFiles(parts, findRecord);

  async function shown(named: string, asked: PageRequest): Promise<Response> {
    const { request, caller } = asked;
    const url = new URL(request.url);
    const words = askedWords(request);
    if (typeof words === 'string') return plain(400, words);
    const { language, moment } = words;
    const wrong = wrongName(named, words);
    if (wrong !== null) return plain(400, wrong);
    const options = optionsOf(claimOptions, url, words);
    if ('length' in options) return wrongAddress(options, words, asked, parts);
    const { list, after } = options;
    const variables = { by: byOf(named), language, ...(list === null ? {} : { ...listAlone(list), after }) };
    const query: AddressQuery = (['list', 'after'] as const).flatMap((name) => {
      const value = options[name];
      return value === null ? [] : [[name, value] as const];
    });
    const address = {
      ...{ base: base(), path: url.pathname, query: [...query, ...momentQuery(moment)], now: now() },
      graphql: askedAt({ query: claimQuery, variables }, moment),
    };
    const found = async (more: object) =>
      claimAnswer.parse(await askingAt(ask, moment)(claimQuery, { ...variables, ...more }, asked)).claim;
    const answered = await found({});
    // Who denies it is not to be missing for how many affirm it.
    const sides = answered !== null && list === null && isCrowded(answered) ? await found(eachSide) : null;
    const claim =
      answered === null || list !== null
        ? answered
        : sides === null
          ? sidesOf(answered)
          : {
              ...answered,
              ...sides,
              relations: answered.relations,
              related: answered.related,
              timeline: answered.timeline,
            };
    const headers = { ...pageHeaders, 'content-language': words.language };
    const isPrivate = caller !== null;
    if (claim === null) {
      const nothingYet = await nothingBy(words.moment, ask, asked);
      const body = missingPage({ ...address, nothingYet }, words);
      return taggedResponse(body, request, isPrivate, headers, 404);
    }
    if (claim.erasedAt !== null)
      return taggedResponse(erasedPage(claim.erasedAt, address, words), request, isPrivate, headers, 410);
    const body = claimPage(claim, { list }, address, words);
    return taggedResponse(body, request, isPrivate, headers, 200, withoutPin(body, address.now));
  }

  /** The embed that an address is of, or the answer that there is none; null for one that nothing can be embedded of. */
  async function embedAt(
    url: URL,
    words: Words,
    asked: PageRequest,
  ): Promise<{ readonly src: string; readonly title: string } | Response | null> {
    const { language } = words;
    const record = recordEmbeddableIn(url);
    if (record !== null) {
      const address = decodedAddress(record);
      const found = address === null ? null : await findRecord(address, words, asked);
      if (found === null || found.kind === 'NONE')
        return plain(404, 'There is nothing at this address to embed.');
      if (found.kind === 'ERASED') return gone(found.at, words);
      if (found.kind === 'NO_MOMENT') return plain(404, 'There is no such moment of the record.');
      const { title } = found.kind === 'PINNED' ? found.stood : found.now;
      const pin = found.kind === 'LIVE' ? null : found.pin;
      // By its id a speaker is found for ever, and a name in somebody else's page tells nothing once it is erased here.
      const named = record.kind === 'speaker' && found.now.record ? found.now.record.id : record.named;
      return { src: recordEmbedAddress({ ...record, named, pin }, base(), language), title };
    }
    const path = embeddableIn(url);
    const slug = path && decoded(path.named);
    const pin = path === null || path.pin === null ? null : decoded(path.pin);
    if (!slug || (pin === null && path?.pin !== null)) return null;
    const claim = await findClaim(slug, pin, language, asked);
    if (claim.kind === 'NO_CLAIM') return plain(404, 'There is no such claim.');
    if (claim.kind === 'NO_REVISION') return plain(404, 'There is no such revision of the claim.');
    if (claim.kind === 'ERASED') return gone(claim.at, words);
    const { headline } = claim.kind === 'PINNED' ? claim.then : claim.claim;
    const pinned = claim.kind === 'LIVE' ? null : claim.pin;
    return { src: embedAddress({ slug: claim.claim.slug, pin: pinned }, base(), language), title: headline };
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
    const words = wordsFor(wantedLanguage(named?.searchParams.get('language') ?? null, request) ?? 'en');
    const embed = named?.origin === new URL(base()).origin ? await embedAt(named, words, asked) : null;
    if (embed === null) return plain(404, 'The url is not of anything that can be embedded from here.');
    if (embed instanceof Response) return embed;
    const most = {
      ...(maxwidth === undefined ? {} : { width: maxwidth }),
      ...(maxheight === undefined ? {} : { height: maxheight }),
    };
    return taggedResponse(
      JSON.stringify(oembedOf(embed.src, embed.title, { base: base(), most })),
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
    if (pathname === elementScriptPath)
      return taggedResponse(elementScript, asked.request, asked.caller !== null, elementHeaders);
    const record = recordEmbedIn(new URL(asked.request.url));
    if (record !== null) return recordEmbed(record, asked);
    const kind = pageKindOf(pathname);
    if (kind === null)
      return (await download(asked)) ?? (await recordFile(asked)) ?? (await citation(asked)) ?? feed(asked);
    if (kind === 'oembed') return oembed(asked);
    if (kind === 'schema') return mapPage(asked);
    if (kind === 'speaker' || kind === 'source' || kind === 'contradiction') return recordPage(kind, asked);
    if (kind === 'embed') return claimEmbed(asked);
    if (kind !== 'claim') return listPage(kind, asked);
    const [, part = ''] = claimPath.exec(pathname) ?? [];
    const named = decoded(part);
    if (named === null) return wronglyEncoded();
    try {
      return await shown(named, asked);
    } catch (error) {
      if (!(error instanceof InvalidCursor)) throw error;
      const words = askedWords(asked.request);
      if (typeof words === 'string') return plain(400, words);
      return wrongAddress([words.lists.wrongCursor], words, asked, parts);
    }
  };
}
