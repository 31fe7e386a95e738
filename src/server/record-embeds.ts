import { needlesOf } from '../domain/search-text.ts';
import { asOfName } from '../web/as-of.ts';
import { emptyEmbed } from '../web/pages/claim-embed.ts';
import { linkTo, type PageAddress } from '../web/pages/page.ts';
import {
  contradictionEmbed,
  type RecordEmbed,
  recordEmbedDocument,
  searchEmbed,
  sourceEmbed,
  speakerEmbed,
} from '../web/pages/record-embed.ts';
import {
  contradictionEmbedAnswer,
  contradictionEmbedQuery,
  searchEmbedAnswer,
  searchEmbedQuery,
  sourceEmbedAnswer,
  sourceEmbedQuery,
  speakerEmbedAnswer,
  speakerEmbedQuery,
} from '../web/pages/record-embed-query.ts';
import { sourceIdAnswer, sourceIdQuery } from '../web/pages/source-query.ts';
import { type Words, wordsFor } from '../web/words/words.ts';
import { wrongName } from './asked-moment.ts';
import {
  decoded,
  embedHeaders,
  type PageParts,
  type PageRequest,
  plain,
  wronglyEncoded,
} from './page-response.ts';
import type { Route } from './routes.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

const recordPath = /^\/embed\/v1\/(speaker|source|contradiction)\/([^/@]+)$/;
const pagePath = /^\/(speaker|source)s\/([^/.]+)$/;

/** What an embed that is of no claim is of. `named` is still percent-encoded; of a search it is what is looked for, plain. */
export interface RecordEmbedAddress {
  readonly kind: 'speaker' | 'source' | 'contradiction' | 'search';
  readonly named: string;
}

const searchPath = '/embed/v1/search';

/** The route that requests for such an embed are counted under, whatever stands in the path; null for another's. */
export function recordEmbedRouteOf(path: string): Route | null {
  if (path === searchPath) return searchPath;
  const [, kind] = recordPath.exec(path) ?? [];
  return kind === undefined ? null : `/embed/v1/${kind as 'speaker' | 'source' | 'contradiction'}/:slug`;
}

/** The embed that an address is of; null for another's. */
export function recordEmbedIn({ pathname, searchParams }: URL): RecordEmbedAddress | null {
  if (pathname === searchPath) return { kind: 'search', named: (searchParams.get('q') ?? '').trim() };
  const [, kind, named] = recordPath.exec(pathname) ?? [];
  return named === undefined ? null : { kind: kind as 'speaker' | 'source' | 'contradiction', named };
}

/** The same for the page of what can be embedded, too. */
export function recordEmbeddableIn(url: URL): RecordEmbedAddress | null {
  if (url.pathname === '/search') return { kind: 'search', named: (url.searchParams.get('q') ?? '').trim() };
  const [, kind, named] = pagePath.exec(url.pathname) ?? [];
  return named === undefined ? recordEmbedIn(url) : { kind: kind as 'speaker' | 'source', named };
}

/** Where the embed of something stands. */
export function recordEmbedAddress(
  { kind, named }: RecordEmbedAddress,
  base: string,
  language: string,
): string {
  return kind === 'search'
    ? base + linkTo(searchPath, language, [['q', named]])
    : base + linkTo(`/embed/v1/${kind}/${named}`, language);
}

/** Looks for what such an embed is of; null where it is not there, or not for whoever asks. */
export function createFindRecord({ ask, base, now }: Pick<PageParts, 'ask' | 'base' | 'now'>) {
  async function sourceOf(named: string, words: Words, asked: PageRequest): Promise<RecordEmbed | null> {
    const bySlug = async () =>
      sourceIdAnswer.parse(await ask(sourceIdQuery, { slug: named }, asked)).source?.id ?? null;
    const id = named.startsWith('Source_') ? named : await bySlug();
    if (id === null) return null;
    const answer = await ask(sourceEmbedQuery, { id, language: words.language }, asked);
    const { source, claims } = sourceEmbedAnswer.parse(answer);
    return source && sourceEmbed(source, claims, { base: base(), now: now() }, words);
  }

  return async (
    kind: RecordEmbedAddress['kind'],
    named: string,
    words: Words,
    asked: PageRequest,
  ): Promise<RecordEmbed | null> => {
    const place = { base: base(), now: now() };
    const { language } = words;
    switch (kind) {
      case 'speaker': {
        const by = named.startsWith('Entity_') ? { id: named } : { slug: named };
        const answer = await ask(speakerEmbedQuery, { by, language }, asked);
        const { entity } = speakerEmbedAnswer.parse(answer);
        return entity && speakerEmbed(entity, place, words);
      }
      case 'source':
        return sourceOf(named, words, asked);
      case 'contradiction': {
        if (!named.startsWith('ClaimRelation_')) return null;
        const answer = await ask(contradictionEmbedQuery, { id: named, language }, asked);
        const { node } = contradictionEmbedAnswer.parse(answer);
        return node && contradictionEmbed(node, place, words);
      }
      case 'search': {
        if (needlesOf(named).length === 0) return null;
        const answer = await ask(searchEmbedQuery, { text: named, language }, asked);
        return searchEmbed(named, searchEmbedAnswer.parse(answer).search, place, words);
      }
    }
  };
}

/** The embeds of speakers, sources, contradictions and searches, as they stand. */
export function createRecordEmbeds({ base, now }: PageParts, find: ReturnType<typeof createFindRecord>) {
  return async (address: RecordEmbedAddress, asked: PageRequest): Promise<Response> => {
    const { request, caller } = asked;
    const { kind } = address;
    const { pathname, searchParams } = new URL(request.url);
    const named = kind === 'search' ? address.named : decoded(address.named);
    if (named === null) return wronglyEncoded();
    const wanted = wantedLanguage(searchParams.get('language'), request);
    if (wanted === null) return plain(400, 'language: expected a language tag, such as en or zh-Hans');
    const words = wordsFor(wanted);
    if (searchParams.get(asOfName)) return plain(400, words.past.noEmbed);
    const wrong = kind === 'search' ? null : wrongName(named, words);
    if (wrong !== null) return plain(400, wrong);
    const headers = { ...embedHeaders, 'content-language': words.language };
    const found = await find(kind, named, words, asked);
    if (found === null) {
      const at: PageAddress = {
        base: base(),
        path: pathname,
        graphql: { query: '', variables: {} },
        now: now(),
      };
      const link = [words.lists.browse, base() + linkTo('/claims', words.language)] as const;
      const title = titleOf(kind, words);
      return taggedResponse(
        emptyEmbed({ title, hint: '', link }, at, words),
        request,
        caller !== null,
        headers,
        404,
      );
    }
    const body = recordEmbedDocument(found, { base: base(), now: now() }, words);
    return taggedResponse(body, request, caller !== null, headers);
  };
}

function titleOf(kind: RecordEmbedAddress['kind'], words: Words): string {
  switch (kind) {
    case 'speaker':
    case 'source':
      return words.record[kind].notFound;
    case 'contradiction':
      return words.embeds.noContradiction;
    case 'search':
      return words.lists.nothingToLookFor;
  }
}
