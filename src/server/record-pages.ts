import { z } from 'zod';
import { InvalidCursor } from '../domain/errors.ts';
import { readId } from '../domain/moment.ts';
import { stances } from '../domain/vocabulary.ts';
import { contradictionPage, missingContradiction } from '../web/pages/contradiction-page.ts';
import { contradictionAnswer, contradictionQuery } from '../web/pages/contradiction-query.ts';
import { erasedPage } from '../web/pages/erased-page.ts';
import { missingPage } from '../web/pages/missing-page.ts';
import { type AddressQuery, linkTo, type PageAddress } from '../web/pages/page.ts';
import { besideOthers, standingAlone } from '../web/pages/paged-list.ts';
import { withoutPin } from '../web/pages/pin.ts';
import { sourcePage } from '../web/pages/source-page.ts';
import {
  sourceAnswer,
  sourceIdAnswer,
  sourceIdQuery,
  sourceLists,
  sourceQuery,
} from '../web/pages/source-query.ts';
import { speakerPage } from '../web/pages/speaker-page.ts';
import { narrowableLists, speakerAnswer, speakerLists, speakerQuery } from '../web/pages/speaker-query.ts';
import type { Words } from '../web/words/words.ts';
import { askedAt, askedWords, askingAt, momentQuery, nothingBy, wrongName } from './asked-moment.ts';
import {
  type AskApi,
  decoded,
  type PageParts,
  type PageRequest,
  pageHeaders,
  plain,
} from './page-response.ts';
import { taggedResponse } from './tagged-response.ts';
import { optionsOf, strangeNames, wrongAddress } from './wrong-address.ts';

const paths = {
  speaker: /^\/speakers\/([^/.]+)$/,
  source: /^\/sources\/([^/.]+)$/,
  contradiction: /^\/contradictions\/([^/.]+)$/,
};

export type RecordKind = keyof typeof paths;

/** Which record's page a path is of; null for none. */
export function recordKindOf(path: string): RecordKind | null {
  const kinds = ['speaker', 'source', 'contradiction'] as const;
  return kinds.find((kind) => paths[kind].test(path)) ?? null;
}

const after = z.string().nullable().default(null);
const speakerOptions = z.object({
  list: z.enum(speakerLists).nullable().default(null),
  stance: z.enum(stances).nullable().default(null),
  after,
});
const sourceOptions = z.object({ list: z.enum(sourceLists).nullable().default(null), after });

/** The pages of speakers, sources and contradictions. */
export function createRecordPages({
  ask,
  base,
  now,
  told,
}: Pick<PageParts, 'ask' | 'base' | 'now' | 'told'>) {
  /** What one address is of, asked for by one reader. */
  interface Asked extends PageRequest {
    readonly url: URL;
    readonly named: string;
    readonly words: Words;
    /** When the page is made. */
    readonly made: Date;
    /** Asks at the moment that the address names. */
    readonly ask: AskApi;
  }

  function answered(body: string, { request, caller, words, made }: Asked, status = 200): Response {
    const headers = { ...pageHeaders, 'content-language': words.language };
    return taggedResponse(body, request, caller !== null, headers, status, withoutPin(body, made));
  }

  function erased(at: string, asked: Asked): Response {
    const { words, url, made } = asked;
    const graphql = { query: '', variables: {} };
    const address = { base: base(), path: url.pathname, graphql, now: made };
    return answered(erasedPage(at, address, words, 'record'), asked, 410);
  }

  function addressOf(
    path: string,
    query: string,
    variables: object,
    options: { readonly list: string | null; readonly after: string | null; readonly stance?: string | null },
    { words: { moment }, url, made }: Asked,
  ): PageAddress {
    const said: AddressQuery = (['list', 'stance', 'after'] as const).flatMap((name) => {
      const value = options[name] ?? null;
      return value === null ? [] : [[name, value] as const];
    });
    const graphql = askedAt({ query, variables }, moment);
    const strange = strangeNames(url, Object.keys(options));
    return { base: base(), path, query: [...said, ...momentQuery(moment)], graphql, now: made, strange };
  }

  function wrong(told: readonly string[], asked: Asked): Response {
    return wrongAddress(told, asked.words, asked, { base, now });
  }

  async function missing(
    kind: RecordKind,
    asked: Asked,
    graphql: PageAddress['graphql'] = { query: '', variables: {} },
  ): Promise<Response> {
    const { words, url, made } = asked;
    const query = momentQuery(words.moment);
    const nothingYet = await nothingBy(words.moment, ask, asked);
    const address = { base: base(), path: url.pathname, query, graphql, now: made, nothingYet };
    const body =
      kind === 'contradiction' ? missingContradiction(address, words) : missingPage(address, words, kind);
    return answered(body, asked, 404);
  }

  async function speaker(asked: Asked): Promise<Response> {
    const { named, words, url } = asked;
    const options = optionsOf(speakerOptions, url, words);
    if ('length' in options) return wrong(options, asked);
    const { list, stance } = options;
    if (stance !== null && !narrowableLists.some((one) => one === list))
      return wrong([words.lists.listMissing('stance', narrowableLists)], asked);
    const shows = (name: typeof list) => list === null || list === name;
    const variables = {
      by: named.startsWith('Entity_') ? { id: named } : { slug: named },
      language: words.language,
      first: list === null ? besideOthers : standingAlone,
      after: options.after,
      stance: stance === null ? null : [stance],
      said: shows('said'),
      passedOn: shows('passed-on'),
      positions: shows('positions'),
      about: shows('about'),
    };
    const { entity } = speakerAnswer.parse(await asked.ask(speakerQuery, variables, asked));
    if (entity === null) return missing('speaker', asked);
    if (entity.erasedAt !== null) return erased(entity.erasedAt, asked);
    const path = `/speakers/${encodeURIComponent(entity.slug)}`;
    const address = addressOf(path, speakerQuery, variables, options, asked);
    // Judged to be one with the one that readers see.
    if (named !== entity.slug && named !== readId(entity.id).id) {
      const location = linkTo(path, words, address.query);
      const kept = asked.caller === null ? 'no-cache' : 'private, no-store';
      return new Response(null, {
        status: 302,
        headers: { location, 'cache-control': kept, vary: 'authorization, accept-language' },
      });
    }
    return answered(speakerPage(entity, { list, stance }, address, words), asked);
  }

  async function idOf(asked: Asked): Promise<string | null> {
    const { named } = asked;
    if (named.startsWith('Source_')) return named;
    const { source } = sourceIdAnswer.parse(await asked.ask(sourceIdQuery, { slug: named }, asked));
    return source && readId(source.id).id;
  }

  async function source(asked: Asked): Promise<Response> {
    const { words, url } = asked;
    const options = optionsOf(sourceOptions, url, words);
    if ('length' in options) return wrong(options, asked);
    const { list } = options;
    const id = await idOf(asked);
    if (id === null) return missing('source', asked);
    const variables = {
      id,
      language: words.language,
      first: list === null ? besideOthers : standingAlone,
      after: options.after,
      passages: list === null || list === 'passages',
      claims: list === null || list === 'claims',
      derivatives: list === null || list === 'derivatives',
    };
    const found = sourceAnswer.parse(await asked.ask(sourceQuery, variables, asked));
    if (found.source === null) return missing('source', asked);
    if (found.source.erasedAt !== null) return erased(found.source.erasedAt, asked);
    const path = `/sources/${encodeURIComponent(found.source.slug)}`;
    const address = addressOf(path, sourceQuery, variables, options, asked);
    return answered(sourcePage(found.source, found.claims, list, address, words), asked);
  }

  async function contradiction(asked: Asked): Promise<Response> {
    const { named, words, url } = asked;
    const variables = { id: named, language: words.language };
    const node = named.startsWith('ClaimRelation_')
      ? contradictionAnswer.parse(await asked.ask(contradictionQuery, variables, asked)).node
      : null;
    if (node === null) return missing('contradiction', asked, { query: contradictionQuery, variables });
    if (node.erasedAt !== null) return erased(node.erasedAt, asked);
    const address = addressOf(
      url.pathname,
      contradictionQuery,
      variables,
      { list: null, after: null },
      asked,
    );
    return answered(contradictionPage(node, address, words), asked);
  }

  const pages = { speaker, source, contradiction };

  return async (kind: RecordKind, request: PageRequest): Promise<Response> => {
    const url = new URL(request.request.url);
    const named = decoded(paths[kind].exec(url.pathname)?.[1] ?? '');
    if (named === null)
      return plain(400, 'The address is wrongly encoded: a % stands before two hex digits.');
    const { words, ...read } = askedWords(request.request);
    const isWrong = read.wrong ?? wrongName(named, words);
    if (isWrong !== null) return wrongAddress([isWrong], words, request, { base, now });
    const asked = {
      ...request,
      url,
      named,
      words,
      made: await told(request),
      ask: askingAt(ask, words.moment),
    };
    try {
      return await pages[kind](asked);
    } catch (error) {
      if (error instanceof InvalidCursor) return wrong([words.lists.wrongCursor], asked);
      throw error;
    }
  };
}
