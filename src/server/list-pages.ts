import type { z } from 'zod';
import { InvalidCursor } from '../domain/errors.ts';
import { needlesOf } from '../domain/search-text.ts';
import { readAsOf } from '../web/as-of.ts';
import { anonymousPage } from '../web/pages/anonymous-page.ts';
import { changesPage, changesQueryOf } from '../web/pages/changes-page.ts';
import {
  type ChangesOptions,
  changesAnswer,
  changesOptions,
  changesQuery,
} from '../web/pages/changes-query.ts';
import type { Named } from '../web/pages/claims-facets.ts';
import { claimsPage } from '../web/pages/claims-page.ts';
import {
  anonymousOptions,
  type ClaimsOptions,
  claimsAnswer,
  claimsOptions,
  claimsQuery,
  entityNamedQuery,
  namedAnswer,
  queryOf,
  sourceNamedQuery,
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
import { askedAt, askedWords, askingAt, momentQuery, nothingBy, wrongName } from './asked-moment.ts';
import { type AskApi, type PageParts, type PageRequest, pageHeaders, plain } from './page-response.ts';
import { saidIn } from './said-in-address.ts';
import { taggedResponse } from './tagged-response.ts';
import { strangeNames, wrongAddress, wrongValues } from './wrong-address.ts';

export type ListKind = 'claims' | 'search' | 'contradictions' | 'anonymous' | 'changes';

/** Where the lists stand. */
export const listPaths: Readonly<Record<string, ListKind>> = {
  '/claims': 'claims',
  '/search': 'search',
  '/contradictions': 'contradictions',
  '/anonymous': 'anonymous',
  '/changes': 'changes',
};

/** What the address of each list may say. */
const namesIn: Readonly<Record<string, readonly string[]>> = {
  '/claims': Object.keys(claimsOptions.shape),
  '/search': Object.keys(searchOptions.shape),
  '/contradictions': Object.keys(contradictionsOptions.shape),
  '/anonymous': Object.keys(anonymousOptions.shape),
  '/changes': Object.keys(changesOptions.shape),
};

/** What an address says makes no list. */
class WrongAddress extends Error {}

/** A list as a page, or what is wrong with its address. */
type ListAnswer = { readonly page: string } | { readonly wrong: readonly string[] };

const flagOf = (value: 'true' | 'false' | undefined) => (value === undefined ? null : value === 'true');

/** Of these the list of claims may have several; of what else an address says, the first counts. */
const alternatives: ReadonlySet<string> = new Set(['status', 'nature']);
const kinds: ReadonlySet<string> = new Set(['kind']);
const none: ReadonlySet<string> = new Set();

/** The lists of the site: claims, what a search finds, contradictions. */
export function createListPages({ ask: askInPresent, base, now }: Pick<PageParts, 'ask' | 'base' | 'now'>) {
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

  /** Who or what is meant by each name in the address. */
  async function namesOf(
    options: ClaimsOptions,
    { words, asked, ask }: Asked,
  ): Promise<
    Readonly<Record<keyof Named, { readonly id: string; readonly name: string } | null | undefined>>
  > {
    const named = async (wanted: string | undefined, query: string, idPrefix: string) => {
      if (wanted === undefined) return undefined;
      const by = wanted.startsWith(idPrefix) ? { id: wanted } : { slug: wanted };
      return namedAnswer.parse(await ask(query, { by, language: words.language }, asked)).named;
    };
    const [speaker, source, about] = await Promise.all([
      named(options.speaker, entityNamedQuery, 'Entity_'),
      named(options.source, sourceNamedQuery, 'Source_'),
      named(options.about, entityNamedQuery, 'Entity_'),
    ]);
    return { speaker, source, about };
  }

  async function claims(options: ClaimsOptions, given: Asked): Promise<string> {
    const names = await namesOf(options, given);
    // A name that nothing has narrows the list to nothing, as an empty list does.
    const idsOf = (field: keyof Named) => {
      const found = names[field];
      return found === undefined ? null : found === null ? [] : [found.id];
    };
    const { words, asked, made, ask } = given;
    const variables = {
      filter: {
        speaker: idsOf('speaker'),
        source: idsOf('source'),
        about: idsOf('about'),
        status: options.status.length === 0 ? null : options.status,
        nature: options.nature.length === 0 ? null : options.nature,
        reviewed: flagOf(options.reviewed),
        anonymousOnly: flagOf(options.anonymousOnly),
        singleOrigin: flagOf(options.singleOrigin),
        hasContradiction: flagOf(options.hasContradiction),
      },
      orderBy: options.order,
      after: options.after ?? null,
      language: words.language,
    };
    const answer = claimsAnswer.parse(await ask(claimsQuery, variables, asked));
    const named: Named = {
      speaker: names.speaker?.name ?? null,
      source: names.source?.name ?? null,
      about: names.about?.name ?? null,
    };
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
    const graphql = { query: searchQuery, variables };
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
    const variables = {
      filter: { anonymousOnly: true },
      orderBy: 'NEWEST',
      after: options.after ?? null,
      language: words.language,
    };
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
    const since = options.since === undefined ? null : readAsOf(options.since);
    if (since === null && options.since !== undefined)
      throw new WrongAddress(words.changes.wrongSince(options.since));
    const variables = {
      since: since?.from ?? null,
      kind: options.kind.length === 0 ? null : options.kind,
      after: options.after ?? null,
      language: words.language,
    };
    const data = changesAnswer.parse(await ask(changesQuery, variables, asked)).changes;
    const isEmpty = data.edges.length === 0;
    const graphql = { query: changesQuery, variables };
    const query = changesQueryOf(options, since);
    const address = await addressOf('/changes', query, graphql, { words, asked, made, isEmpty });
    return changesPage(data, options, { since, address, words });
  }

  /** Reads what the address says; what is wrong in it, or what no longer fits, is told to whoever follows the link. */
  async function answered<Options extends z.ZodType>(
    options: Options,
    make: (options: z.infer<Options>, given: Asked) => Promise<string>,
    given: Asked,
    several = none,
  ): Promise<ListAnswer> {
    const told = saidIn(given.params, several);
    const parsed = options.safeParse(told);
    if (!parsed.success)
      return {
        wrong: wrongValues(parsed.error, told, given.words),
      };
    for (const name of ['speaker', 'source', 'about']) {
      const wrong = wrongName(String(told[name] ?? ''), given.words);
      if (wrong !== null) return { wrong: [`${name}: ${wrong}`] };
    }
    try {
      return { page: await make(parsed.data, given) };
    } catch (error) {
      if (error instanceof InvalidCursor) return { wrong: [given.words.lists.wrongCursor] };
      if (error instanceof WrongAddress) return { wrong: [error.message] };
      throw error;
    }
  }

  function listed(kind: ListKind, given: Asked): Promise<ListAnswer> {
    switch (kind) {
      case 'claims':
        return answered(claimsOptions, claims, given, alternatives);
      case 'search':
        return answered(searchOptions, search, given);
      case 'contradictions':
        return answered(contradictionsOptions, contradictions, given);
      case 'anonymous':
        return answered(anonymousOptions, anonymous, given);
      case 'changes':
        return answered(changesOptions, changes, given, kinds);
    }
  }

  return async (kind: ListKind, asked: PageRequest): Promise<Response> => {
    const { request, caller } = asked;
    const params = new URL(request.url).searchParams;
    const words = askedWords(request);
    if (typeof words === 'string') return plain(400, words);
    const made = now();
    const ask = askingAt(askInPresent, words.moment);
    const answer = await listed(kind, { params, words, asked, made, ask });
    if ('wrong' in answer) return wrongAddress(answer.wrong, words, asked, { base, now });
    const headers = { ...pageHeaders, 'content-language': words.language };
    const { page } = answer;
    return taggedResponse(page, request, caller !== null, headers, 200, withoutPin(page, made));
  };
}
