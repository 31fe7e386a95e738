import { asOfName } from '../as-of.ts';
import { fragmentOf } from '../playground/shared-query.ts';
import type { Words } from '../words/words.ts';

/** What an address says after its path, in its order. */
export type AddressQuery = readonly (readonly [name: string, value: string])[];

/** A name in an address that nothing reads, and the one that may have been meant. */
export interface StrangeName {
  readonly name: string;
  readonly meant: string | null;
}

/** Where a page stands. */
export interface PageAddress {
  /** Of the service, as links carry it, without a slash at its end. */
  readonly base: string;
  /** From the slash on, without the query. */
  readonly path: string;
  /** What the address says besides the language; nothing where it says nothing else. */
  readonly query?: AddressQuery;
  /** The same thing as data: what the page was asked of the API with. */
  readonly graphql: { readonly query: string; readonly variables: object };
  /** When the page was made. */
  readonly now: Date;
  /** Of a page of the past: that nothing at all had been recorded by then. */
  readonly nothingYet?: boolean;
  /** Of a page that shows no record: it has no past to be shown as it stood. */
  readonly timeless?: boolean;
  /** What the address says that nothing here reads. */
  readonly strange?: readonly StrangeName[];
}

/** In which language a link leads on, and to which moment; a page's words are one, a language alone is of the present. */
export type Reading = string | Pick<Words, 'language' | 'moment'>;

/** A link within the service, which keeps the language and the moment. */
export function linkTo(path: string, to: Reading, query: AddressQuery = []): string {
  const { language, moment } = typeof to === 'string' ? { language: to, moment: null } : to;
  const said = query.map(([name, value]) => [name, value]);
  if (moment !== null && !query.some(([name]) => name === asOfName)) said.push([asOfName, moment.text]);
  return `${path}?${new URLSearchParams([...said, ['language', language]])}`;
}

/** The address of a page in a language. */
export function inLanguage({ base, path, query }: PageAddress, language: string): string {
  return base + linkTo(path, language, query);
}

/** The playground, with the very query that the page shows the answer of. */
export function playgroundLink({ graphql }: PageAddress): string {
  const { query, variables } = graphql;
  return `/graphql${fragmentOf({ query, variables: JSON.stringify(variables, null, 2), operation: null })}`;
}
