import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { type AddressQuery, linkTo, type PageAddress } from './page.ts';

/** How many a page of a list shows. */
export const pageSize = 20;

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** A list's address without where in it the page begins. */
export function fromTheStart({ query = [] }: PageAddress): AddressQuery {
  return query.filter(([name]) => name !== 'after');
}

/** The way on through a list, and back to its start; nothing where one page has it all. */
export function paging(
  { hasNextPage, endCursor }: PageInfo,
  address: PageAddress,
  words: Words,
): Html | null {
  const { lists } = words;
  const start = fromTheStart(address);
  const begun = start.length !== (address.query ?? []).length;
  const next = hasNextPage && endCursor !== null ? [...start, ['after', endCursor] as const] : null;
  if (!begun && next === null) return null;
  return html`<nav class="pages" aria-label="${lists.pages}">${
    begun ? html`<a href="${linkTo(address.path, words, start)}">${lists.first}</a> ` : null
  }${next === null ? null : html`<a rel="next" href="${linkTo(address.path, words, next)}">${lists.next}</a>`}</nav>`;
}
