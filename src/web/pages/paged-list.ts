import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { nodesOf } from './connection.ts';
import { type AddressQuery, linkTo, type PageAddress } from './page.ts';
import { part } from './part.ts';

/** How much of a list is shown beside others, and how much where it stands alone. */
export const besideOthers = 10;
export const standingAlone = 50;

/** Of a page with several lists, one of which may be followed to its end on pages of its own. */
export interface Listing {
  /** As the address names it: `said`. */
  readonly name: string;
  readonly heading: string;
  /** Below the heading: what the reader is to know of such a list, how it can be narrowed. */
  readonly note: Html | null;
  /** Where there is nothing in it. */
  readonly none: Html;
  /** What narrows it, as the address says it. */
  readonly filter: AddressQuery;
  /** Whether it is told that there is nothing in it. */
  readonly isKeptEmpty: boolean;
}

interface Shown<Node> {
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** Where a list stands by itself, from a cursor on where there is one. */
function listLink(listing: Listing, address: PageAddress, after: string | null, words: Words): string {
  const query: AddressQuery = [
    ['list', listing.name],
    ...listing.filter,
    ...(after === null ? [] : [['after', after] as const]),
  ];
  return linkTo(address.path, words, query);
}

/** A list under its heading, with how many there are, and the way on: `item` writes one of them, `written` the list of them. */
export function pagedList<Node>(
  shown: Shown<Node> | undefined,
  listing: Listing,
  address: PageAddress,
  words: Words,
  item: (node: Node) => Html,
  written: (items: readonly Html[]) => Html = (items) => html`<ul class="speeches">${items}</ul>`,
): Html | null {
  if (shown === undefined || (shown.edges.length === 0 && !listing.isKeptEmpty)) return null;
  const { name, heading, note, none } = listing;
  const all = nodesOf(shown);
  const { hasNextPage, endCursor } = shown.pageInfo;
  const { paging } = words.record;
  const goesOn = hasNextPage && endCursor !== null;
  const follows = address.query?.some(([key]) => key === 'after') ?? false;
  const content = html`${note}${
    all.length === 0 ? html`<p class="none">${follows ? paging.noneLeft : none}</p>` : written(all.map(item))
  }${shown.totalCount === all.length ? null : html`<p class="note">${words.more(all.length, shown.totalCount)}</p>`}${
    goesOn || follows
      ? html`<p class="onward line">${
          goesOn
            ? html`<span><a rel="next" href="${listLink(listing, address, endCursor, words)}">${paging.next(heading)}</a></span> `
            : null
        }${follows ? html`<span><a href="${listLink(listing, address, null, words)}">${paging.start}</a></span>` : null}</p>`
      : null
  }`;
  return part(name, heading, content);
}

/** What there is on the page, and how much of it. */
export function contentsOf(
  lists: readonly (readonly [Pick<Listing, 'name' | 'heading'>, Shown<unknown> | undefined])[],
  words: Words,
): Html {
  const shown = lists.filter(([, one]) => one !== undefined && one.edges.length > 0);
  return html`<nav class="line" aria-label="${words.record.paging.onThisPage}">${shown.map(
    ([{ name, heading }, one]) =>
      html`<span><a href="#${name}">${heading}</a>${one?.totalCount ? ` (${one.totalCount})` : null}</span> `,
  )}</nav>`;
}
