import { z } from 'zod';
import { asOfName, readAsOf } from '../web/as-of.ts';
import { elementScript, elementScriptPath } from '../web/embed/element-script.ts';
import { oembedOf } from '../web/pages/oembed.ts';
import { icon, iconPath } from '../web/pages/page.ts';
import { pageScript, scriptPath } from '../web/pages/page-script.ts';
import { signPath } from '../web/pages/sign.ts';
import { embedAddress } from '../web/pages/take-away.ts';
import { SCHEMA_PATH } from '../web/playground/page-data.ts';
import { type Words, wordsFor } from '../web/words/words.ts';
import { citationRouteOf, createCitations } from './citations.ts';
import { createClaimDownloads, downloadRouteOf } from './claim-downloads.ts';
import { createClaimEmbeds, createFindClaim, embedPathOf } from './claim-embeds.ts';
import { createClaimPages } from './claim-pages.ts';
import { createFeeds, feedRouteOf } from './feeds.ts';
import { createFindRecord } from './find-record.ts';
import { type ListKind, listPaths } from './list-asked.ts';
import { createListDownloads, listFileRouteOf } from './list-downloads.ts';
import { createListPages } from './list-pages.ts';
import { decoded, gone, type PageParts, type PageRequest, plain, wronglyEncoded } from './page-response.ts';
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
import { signPicture } from './sign-picture.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

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
    listFileRouteOf(path) ??
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
  const { base } = parts;
  const claimPageOf = createClaimPages(parts);
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
  const listFile = createListDownloads(parts);

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
    if (pathname === signPath) return signPicture(parts.pngs, asked);
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
      return (
        (await download(asked)) ??
        (await recordFile(asked)) ??
        (await listFile(asked)) ??
        (await citation(asked)) ??
        feed(asked)
      );
    if (kind === 'oembed') return oembed(asked);
    if (kind === 'schema') return mapPage(asked);
    if (kind === 'speaker' || kind === 'source' || kind === 'contradiction') return recordPage(kind, asked);
    if (kind === 'embed') return claimEmbed(asked);
    if (kind !== 'claim') return listPage(kind, asked);
    const [, part = ''] = claimPath.exec(pathname) ?? [];
    const named = decoded(part);
    return named === null ? wronglyEncoded() : claimPageOf(named, asked);
  };
}
