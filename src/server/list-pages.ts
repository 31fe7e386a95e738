import type { z } from 'zod';
import { InvalidCursor } from '../domain/errors.ts';
import { needlesOf } from '../domain/search-text.ts';
import { anonymousPage } from '../web/pages/anonymous-page.ts';
import { changesPage, changesQueryOf } from '../web/pages/changes-page.ts';
import {
  type ChangesOptions,
  changesAnswer,
  changesOptions,
  changesQuery,
} from '../web/pages/changes-query.ts';
import { claimsPage } from '../web/pages/claims-page.ts';
import {
  anonymousOptions,
  type ClaimsOptions,
  claimsAnswer,
  claimsOptions,
  claimsQuery,
  queryOf,
} from '../web/pages/claims-query.ts';
import { contradictionsPage } from '../web/pages/contradictions-page.ts';
import {
  contradictionsAnswer,
  contradictionsOptions,
  contradictionsQuery,
} from '../web/pages/contradictions-query.ts';
import type { AddressQuery, PageAddress } from '../web/pages/page.ts';
import { withoutPin } from '../web/pages/pin.ts';
import { searchPage } from '../web/pages/search-page.ts';
import { searchAnswer, searchOptions, searchQuery } from '../web/pages/search-query.ts';
import type { Words } from '../web/words/words.ts';
import { askedAt, askedWords, askingAt, momentQuery, nothingBy } from './asked-moment.ts';
import {
  anonymousAsked,
  changesAsked,
  claimsAsked,
  type ListKind,
  listOptions,
  WrongList,
} from './list-asked.ts';
import { type AskApi, type PageParts, type PageRequest, pageHeaders } from './page-response.ts';
import { taggedResponse } from './tagged-response.ts';
import { strangeNames, wrongAddress } from './wrong-address.ts';

/** What the address of each list may say. */
const namesIn: Readonly<Record<string, readonly string[]>> = {
  '/claims': Object.keys(claimsOptions.shape),
  '/search': Object.keys(searchOptions.shape),
  '/contradictions': Object.keys(contradictionsOptions.shape),
  '/anonymous': Object.keys(anonymousOptions.shape),
  '/changes': Object.keys(changesOptions.shape),
};

/** A list as a page, or what is wrong with its address. */
type ListAnswer = { readonly page: string } | { readonly wrong: readonly string[] };

/** The lists of the site: claims, what a search finds, contradictions. */
export function createListPages({
  ask: askInPresent,
  base,
  now,
  told,
}: Pick<PageParts, 'ask' | 'base' | 'now' | 'told'>) {
  interface Asked {
    readonly params: URLSearchParams;
    readonly words: Words;
    readonly asked: PageRequest;
    /** When the page is made. */
    readonly made: Date;
    /** Asks at the moment that the address names. */
    readonly ask: AskApi;
  }
  const addressOf = async (
    path: string,
    query: AddressQuery,
    graphql: PageAddress['graphql'],
    given: Omit<Asked, 'params' | 'ask'> & { readonly isEmpty: boolean },
  ): Promise<PageAddress> => ({
    base: base(),
    path,
    query: [...query, ...momentQuery(given.words.moment)],
    graphql: askedAt(graphql, given.words.moment),
    now: given.made,
    nothingYet: given.isEmpty && (await nothingBy(given.words.moment, askInPresent, given.asked)),
    strange: strangeNames(new URL(given.asked.request.url), namesIn[path] ?? []),
  });
  const after = (cursor: string | undefined): AddressQuery =>
    cursor === undefined ? [] : [['after', cursor]];

  async function claims(options: ClaimsOptions, given: Asked): Promise<string> {
    const { words, asked, made, ask } = given;
    const { variables: narrowed, named } = await claimsAsked(options, given);
    const variables = { ...narrowed, after: options.after ?? null, language: words.language };
    const answer = claimsAnswer.parse(await ask(claimsQuery, variables, asked));
    const isEmpty = answer.claims.edges.length === 0;
    const graphql = { query: claimsQuery, variables };
    const address = await addressOf('/claims', queryOf(options), graphql, { words, asked, made, isEmpty });
    return claimsPage(answer.claims, options, { named, address, words });
  }

  async function search(
    options: z.infer<typeof searchOptions>,
    { words, asked, made, ask }: Asked,
  ): Promise<string> {
    const { q, type } = options;
    const types = type === undefined ? null : [type];
    const variables = { text: q, types, after: options.after ?? null, language: words.language };
    const asks = needlesOf(q).length > 0;
    const data = asks ? searchAnswer.parse(await ask(searchQuery, variables, asked)) : null;
    const query: AddressQuery = [
      ...(q === '' ? [] : [['q', q] as const]),
      ...(type === undefined ? [] : [['type', type] as const]),
      ...after(options.after),
    ];
    const isEmpty = data?.search.edges.length === 0;
    // Where nothing is looked for, a word that finds much stands in the query that may be asked.
    const graphql = { query: searchQuery, variables: asks ? variables : { ...variables, text: 'the' } };
    const address = await addressOf('/search', query, graphql, { words, asked, made, isEmpty });
    return searchPage(data, options, { address, words });
  }

  async function contradictions(
    options: z.infer<typeof contradictionsOptions>,
    { words, asked, made, ask }: Asked,
  ): Promise<string> {
    const { status } = options;
    const variables = { status: [status], after: options.after ?? null, language: words.language };
    const data = contradictionsAnswer.parse(await ask(contradictionsQuery, variables, asked));
    const query: AddressQuery = [
      ...(status === 'CONFIRMED' ? [] : [['status', status] as const]),
      ...after(options.after),
    ];
    const isEmpty = data.contradictions.edges.length === 0;
    const graphql = { query: contradictionsQuery, variables };
    const address = await addressOf('/contradictions', query, graphql, { words, asked, made, isEmpty });
    return contradictionsPage(data.contradictions, options, { address, words });
  }

  async function anonymous(
    options: z.infer<typeof anonymousOptions>,
    { words, asked, made, ask }: Asked,
  ): Promise<string> {
    const variables = { ...anonymousAsked, after: options.after ?? null, language: words.language };
    const { claims: found } = claimsAnswer.parse(await ask(claimsQuery, variables, asked));
    const isEmpty = found.edges.length === 0;
    const graphql = { query: claimsQuery, variables };
    const address = await addressOf('/anonymous', after(options.after), graphql, {
      words,
      asked,
      made,
      isEmpty,
    });
    return anonymousPage(found, address, words);
  }

  async function changes(options: ChangesOptions, { words, asked, made, ask }: Asked): Promise<string> {
    const { since, variables: narrowed } = changesAsked(options, words);
    const variables = { ...narrowed, after: options.after ?? null, language: words.language };
    const data = changesAnswer.parse(await ask(changesQuery, variables, asked)).changes;
    const isEmpty = data.edges.length === 0;
    const graphql = { query: changesQuery, variables };
    const query = changesQueryOf(options, since);
    const address = await addressOf('/changes', query, graphql, { words, asked, made, isEmpty });
    return changesPage(data, options, { since, address, words });
  }

  /** What the address asks for; what is wrong in it, or what no longer fits, is told to whoever follows the link. */
  async function answered<Options extends z.ZodType>(
    kind: ListKind,
    options: Options,
    make: (options: z.infer<Options>, given: Asked) => Promise<string>,
    given: Asked,
  ): Promise<ListAnswer> {
    const { params, words } = given;
    try {
      return { page: await make(listOptions(kind, options, params, words), given) };
    } catch (error) {
      if (error instanceof InvalidCursor) return { wrong: [words.lists.wrongCursor] };
      if (error instanceof WrongList) return { wrong: error.wrong };
      throw error;
    }
  }

  function listed(kind: ListKind, given: Asked): Promise<ListAnswer> {
    switch (kind) {
      case 'claims':
        return answered(kind, claimsOptions, claims, given);
      case 'search':
        return answered(kind, searchOptions, search, given);
      case 'contradictions':
        return answered(kind, contradictionsOptions, contradictions, given);
      case 'anonymous':
        return answered(kind, anonymousOptions, anonymous, given);
      case 'changes':
        return answered(kind, changesOptions, changes, given);
    }
  }

  return async (kind: ListKind, asked: PageRequest): Promise<Response> => {
    const { request, caller } = asked;
    const params = new URL(request.url).searchParams;
    const { words, wrong } = askedWords(request);
    if (wrong !== null) return wrongAddress([wrong], words, asked, { base, now });
    const made = await told(asked);
    const ask = askingAt(askInPresent, words.moment);
    const answer = await listed(kind, { params, words, asked, made, ask });
    if ('wrong' in answer) return wrongAddress(answer.wrong, words, asked, { base, now });
    const headers = { ...pageHeaders, 'content-language': words.language };
    const { page } = answer;
    return taggedResponse(page, request, caller !== null, headers, 200, withoutPin(page, made));
  };
}
