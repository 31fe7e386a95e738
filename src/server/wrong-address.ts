import type { z } from 'zod';
import { asOfName } from '../web/as-of.ts';
import type { StrangeName } from '../web/pages/address.ts';
import { wrongAddressPage } from '../web/pages/wrong-address-page.ts';
import type { Words } from '../web/words/words.ts';
import { momentQuery } from './asked-moment.ts';
import { type PageParts, type PageRequest, pageHeaders } from './page-response.ts';
import { taggedResponse } from './tagged-response.ts';

/** What an address says, by name. */
type Told = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is wrong with it, a sentence each: which name, what came, and what may stand there. */
export function wrongValues({ issues }: z.ZodError, told: Told, words: Words): readonly string[] {
  return issues.map((issue) => {
    const [name = '', at] = issue.path;
    const value = told[String(name)];
    const came = typeof value === 'object' ? value[Number(at)] : value;
    const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    return words.lists.wrongValue(String(name), came ?? '', allowed);
  });
}

/** What the address asks of the page; where it asks for what is not there, what is wrong with it. */
export function optionsOf<Options extends { readonly list: string | null; readonly after: string | null }>(
  schema: z.ZodType<Options>,
  { searchParams }: URL,
  words: Words,
): Options | readonly string[] {
  const told = Object.fromEntries(searchParams);
  const parsed = schema.safeParse(told);
  if (!parsed.success) return wrongValues(parsed.error, told, words);
  if (parsed.data.after !== null && parsed.data.list === null) return [words.lists.listMissing('after', [])];
  return parsed.data;
}

const mostTold = 5;
const longestTold = 40;

/** What an address says that nothing here reads, with what may have been meant: so that a filter that was misspelt is not thought to be one. */
export function strangeNames(url: URL, known: readonly string[]): readonly StrangeName[] {
  const all = new Set([...known, 'language', asOfName]);
  return [...new Set(url.searchParams.keys())]
    .filter((name) => !all.has(name))
    .slice(0, mostTold)
    .map((name) => ({
      name: [...name].slice(0, longestTold).join(''),
      meant: known.find((one) => one.toLowerCase() === name.toLowerCase()) ?? null,
    }));
}

/** A page for who follows an address that is wrong: what is, and the ways on. */
export function wrongAddress(
  wrong: readonly string[],
  words: Words,
  { request, caller }: PageRequest,
  { base, now }: Pick<PageParts, 'base' | 'now'>,
): Response {
  const address = {
    base: base(),
    path: new URL(request.url).pathname,
    query: momentQuery(words.moment),
    graphql: { query: '', variables: {} },
    now: now(),
  };
  const headers = { ...pageHeaders, 'content-language': words.language };
  return taggedResponse(wrongAddressPage(wrong, address, words), request, caller !== null, headers, 400);
}
