import type { z } from 'zod';
import { InvalidCursor } from '../domain/errors.ts';
import { needlesOf } from '../domain/search-text.ts';
import { asOfName } from '../web/as-of.ts';
import type { Citing } from '../web/cite/cited-record.ts';
import { markedName } from '../web/cite/cited-record.ts';
import { assertionEntry } from '../web/feed/assertion-entry.ts';
import { atom, type Feed, type FeedEntry } from '../web/feed/atom.ts';
import { correctionEntry } from '../web/feed/correction-entry.ts';
import {
  correctedAnswer,
  correctedQuery,
  correctionsFeedOptions,
  searchFeedAnswer,
  searchFeedOptions,
  searchFeedQuery,
  speakerFeedAnswer,
  speakerFeedOptions,
  speakerFeedQuery,
} from '../web/feed/feed-queries.ts';
import { foundEntry } from '../web/feed/search-feed.ts';
import { nodesOf } from '../web/pages/connection.ts';
import { type AddressQuery, linkTo } from '../web/pages/page.ts';
import { wordsFor } from '../web/words/words.ts';
import { lastRecorded } from './asked-moment.ts';
import { correctionsPage } from './corrections.ts';
import { decoded, gone, type PageParts, type PageRequest, plain } from './page-response.ts';
import type { Route } from './routes.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

const speakerPath = /^\/speakers\/([^/.]+)\.atom$/;
const listFeeds: Readonly<Record<string, Route>> = {
  '/search.atom': '/search.atom',
  '/corrections.atom': '/corrections.atom',
};

/** The route that a feed's requests are counted under; null for a path that is of none. */
export function feedRouteOf(pathname: string): Route | null {
  return listFeeds[pathname] ?? (speakerPath.test(pathname) ? '/speakers/:slug.atom' : null);
}

const headers = {
  'content-type': 'application/atom+xml; charset=utf-8',
  'access-control-allow-origin': '*',
  // A browser that shows it as a document runs and fetches nothing.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** What a feed has on one page, and what tells it from others. */
interface Made extends Pick<Feed, 'title' | 'entries'> {
  /** Of the feed, without where it goes on. */
  readonly path: string;
  readonly query: AddressQuery;
  /** Of the page that shows the same. */
  readonly page: string;
  readonly pageQuery: AddressQuery;
  readonly next: string | null;
}

const endOf = (info: { readonly hasNextPage: boolean; readonly endCursor: string | null }) =>
  info.hasNextPage ? info.endCursor : null;

/** Atom feeds: of a search, of a speaker, of corrections; null for an address that is none of them. */
export function createFeeds({ ask, base, now }: PageParts) {
  interface Asked {
    readonly url: URL;
    readonly asked: PageRequest;
    readonly citing: Citing;
  }

  /** What the address says; a field without a value says nothing. Throws WrongAddress. */
  function optionsOf<Schema extends z.ZodType>(schema: Schema, url: URL): z.infer<Schema> {
    const said = [...url.searchParams].filter(([, value]) => value !== '');
    const parsed = schema.safeParse(Object.fromEntries(said));
    if (parsed.success) return parsed.data;
    throw new WrongAddress(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    );
  }

  async function search({ url, asked, citing }: Asked): Promise<Made> {
    const { q, type, after } = optionsOf(searchFeedOptions, url);
    if (needlesOf(q).length === 0)
      throw new WrongAddress('q: expected at least one letter, digit or character to look for');
    const types = type === undefined ? null : [type];
    const { search: found } = searchFeedAnswer.parse(
      await ask(searchFeedQuery, { text: q, types, after: after ?? null }, asked),
    );
    const query: AddressQuery = [['q', q], ...(type === undefined ? [] : [['type', type] as const])];
    return {
      title: citing.words.feeds.search(q),
      entries: nodesOf(found).map(({ node }) => foundEntry(node, citing)),
      ...{ path: '/search.atom', query, page: '/search', pageQuery: query, next: endOf(found.pageInfo) },
    };
  }

  async function speaker({ url, asked, citing }: Asked, named: string): Promise<Made | null> {
    const { stance, after } = optionsOf(speakerFeedOptions, url);
    const by = named.startsWith('Entity_') ? { id: named } : { slug: named };
    const variables = { by, stance: stance === undefined ? null : [stance], after: after ?? null };
    const { entity } = speakerFeedAnswer.parse(await ask(speakerFeedQuery, variables, asked));
    if (entity === null) return null;
    if (entity.erasedAt !== null) throw new ErasedSpeaker(entity.erasedAt);
    const page = `/speakers/${encodeURIComponent(entity.slug)}`;
    return {
      title: citing.words.feeds.speaker(markedName(entity, citing.words)),
      entries: nodesOf(entity.assertions).map((said) => assertionEntry(said, citing)),
      path: `${page}.atom`,
      query: stance === undefined ? [] : [['stance', stance]],
      page,
      pageQuery: [],
      next: endOf(entity.assertions.pageInfo),
    };
  }

  async function corrections({ url, asked, citing }: Asked): Promise<Made> {
    const { after } = optionsOf(correctionsFeedOptions, url);
    const { found, next } = await correctionsPage(after ?? null, asked, ask);
    const idsOf = ({ change }: (typeof found)[number]) => {
      const record = change.record.__typename === 'Assertion' ? change.record.id : null;
      return { record, claim: nodesOf(change.claims)[0]?.id ?? null };
    };
    const ids = [...new Set(found.map(idsOf).map(({ record, claim }) => record ?? claim))];
    const some = ids.filter((id) => id !== null);
    const nodes =
      some.length === 0 ? [] : correctedAnswer.parse(await ask(correctedQuery, { ids: some }, asked)).nodes;
    const known = new Map(nodes.flatMap((node) => (node === null ? [] : [[node.id, node] as const])));
    const entries = found.map((one): FeedEntry | null => {
      const { record, claim } = idsOf(one);
      const about = { record: known.get(record ?? ''), claim: known.get(claim ?? '') };
      return correctionEntry(one.change, one.kind, about, citing);
    });
    return {
      title: citing.words.feeds.corrections,
      entries: entries.filter((entry) => entry !== null),
      ...{ path: '/corrections.atom', query: [], page: '/changes', pageQuery: [], next },
    };
  }

  return async (asked: PageRequest): Promise<Response | null> => {
    const { request, caller } = asked;
    const url = new URL(request.url);
    if (feedRouteOf(url.pathname) === null) return null;
    const wanted = wantedLanguage(url.searchParams.get('language'), request);
    if (wanted === null) return plain(400, 'language: expected a language tag, such as en or zh-Hans');
    const words = wordsFor(wanted);
    if (url.searchParams.get(asOfName)) return plain(400, words.past.noFile);
    const given = {
      ...{ url, asked },
      citing: { base: base(), today: now().toISOString().slice(0, 10), words },
    };
    try {
      const [, part] = speakerPath.exec(url.pathname) ?? [];
      const named = part === undefined ? null : decoded(part);
      if (part !== undefined && named === null)
        return plain(400, 'The address is wrongly encoded: a % stands before two hex digits.');
      const made =
        named === null
          ? await (url.pathname === '/search.atom' ? search : corrections)(given)
          : await speaker(given, named);
      if (made === null) return plain(404, 'There is no such speaker.');
      // Where nothing is in it, that was so when the last of anything was recorded; on this day where nothing is at all.
      const emptyAt =
        made.entries.length > 0
          ? ''
          : ((await lastRecorded(ask, asked)) ?? `${given.citing.today}T00:00:00.000Z`);
      const body = written({ ...made, emptyAt }, url, given.citing);
      return taggedResponse(body, request, caller !== null, {
        ...headers,
        'content-language': words.language,
      });
    } catch (error) {
      if (error instanceof ErasedSpeaker) return gone(error.at, words);
      if (error instanceof WrongAddress || error instanceof InvalidCursor) return plain(400, error.message);
      throw error;
    }
  };
}

/** Of whoever was erased there is no feed. */
class ErasedSpeaker extends Error {
  readonly at: string;

  constructor(at: string) {
    super('erased');
    this.at = at;
  }
}

/** An address that says what is not understood. */
class WrongAddress extends Error {}

function written(made: Made & Pick<Feed, 'emptyAt'>, url: URL, { base, words }: Citing): string {
  const { title, entries, emptyAt, path, query, page, pageQuery, next } = made;
  const { language } = words;
  const at = (after: string | null) =>
    base + linkTo(path, language, after === null ? query : [...query, ['after', after]]);
  const after = url.searchParams.get('after');
  return atom({
    of: [path, ...query.flat()],
    ...{ title, entries, emptyAt, language },
    self: at(after),
    alternate: base + linkTo(page, language, pageQuery),
    next: next === null ? null : at(next),
    first: after === null ? null : at(null),
    rights: words.cites.rights,
  });
}
