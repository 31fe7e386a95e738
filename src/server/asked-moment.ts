import { z } from 'zod';
import { readId } from '../domain/moment.ts';
import { type AsOf, asOfName, readAsOf } from '../web/as-of.ts';
import type { AddressQuery, PageAddress } from '../web/pages/address.ts';
import { inThePast } from '../web/pages/in-the-past.ts';
import { catalogues, type Words, wordsFor } from '../web/words/words.ts';
import type { AskApi, PageRequest } from './page-response.ts';
import { wantedLanguage } from './spoken-language.ts';

const answer = z.object({ asOf: z.unknown() });
const spoken = catalogues.map(({ language }) => language);

/**
 * The words of a page in the language and at the moment that its address names, and what is wrong with either, as a
 * sentence: the words are then the reader's own, of the present. Null where nothing is.
 */
export function askedWords(request: Request): { readonly words: Words; readonly wrong: string | null } {
  const { searchParams } = new URL(request.url);
  const named = searchParams.get('language');
  const wanted = wantedLanguage(named, request);
  const words = wordsFor(wanted ?? wantedLanguage(null, request) ?? 'en');
  if (wanted === null) return { words, wrong: words.lists.wrongValue('language', named ?? '', spoken) };
  // An empty field of a form says nothing.
  const given = searchParams.get(asOfName) ?? '';
  if (given === '') return { words, wrong: null };
  const moment = readAsOf(given);
  return moment === null
    ? { words, wrong: words.past.wrong(given) }
    : { words: { ...words, moment }, wrong: null };
}

/** The document and the variables by which something is asked at a moment; null is the present. */
export function askedAt(
  { query, variables }: PageAddress['graphql'],
  moment: AsOf | null,
): PageAddress['graphql'] {
  if (moment === null) return { query, variables };
  return { query: inThePast(query), variables: { recorded: moment.recorded, ...variables } };
}

/** Asks the API of the graph as it stood at a moment, and answers as of the present; null is the present. */
export function askingAt(ask: AskApi, moment: AsOf | null): AskApi {
  if (moment === null) return ask;
  return async (query, variables, asked) => {
    const past = askedAt({ query, variables }, moment);
    return answer.parse(await ask(past.query, past.variables, asked)).asOf;
  };
}

/** What is wrong with a name in an address: an id that carries a moment, which would show the past and not say so. Null where nothing is. */
export function wrongName(named: string, words: Words): string | null {
  return readId(named).moment === null ? null : words.past.wrongId(named);
}

/** What an address says of the moment that its page is of. */
export function momentQuery(moment: AsOf | null): AddressQuery {
  return moment === null ? [] : [[asOfName, moment.text]];
}

const anythingQuery = `query Anything($first: Int!) {
  changes(first: $first) { edges { node { recordedAt } } }
}`;
const anything = z.object({
  changes: z.object({ edges: z.array(z.object({ node: z.object({ recordedAt: z.string() }) })) }),
});

/** The last instant at which anything that whoever asks may see was recorded, or came to be seen; null where nothing was. */
export async function lastRecorded(ask: AskApi, asked: PageRequest): Promise<string | null> {
  const { changes } = anything.parse(await ask(anythingQuery, { first: 1 }, asked));
  return changes.edges[0]?.node.recordedAt ?? null;
}

/** Whether nothing at all that whoever asks may see had been recorded by a moment; false for the present. */
export async function nothingBy(moment: AsOf | null, ask: AskApi, asked: PageRequest): Promise<boolean> {
  if (moment === null) return false;
  return (await lastRecorded(askingAt(ask, moment), asked)) === null;
}
