import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { type AddressQuery, linkTo } from './address.ts';

/** Where the files beside a page stand, but for their ending, and what their addresses say. */
export interface FilePlace {
  readonly at: string;
  /** What they are saved as, but for the ending. */
  readonly name: string;
  readonly picture?: AddressQuery;
  readonly data?: AddressQuery;
}

/** The picture of a record, as the page shows it: of a page of the past as it stood. */
export function pictureLinks({ at, name, picture = [] }: FilePlace, words: Words): Html {
  const one = (format: string) =>
    html`<a href="${linkTo(`${at}.${format}`, words, picture)}" download="${name}.${format}">${format.toUpperCase()}</a>`;
  return html`${words.downloads}${words.colon}${one('svg')} ${one('png')}`;
}

/** The same as data; nothing on a page of the past, since data are of the present alone. */
export function dataLinks({ at, data = [] }: FilePlace, words: Words): Html | null {
  if (words.moment !== null) return null;
  const query =
    data.length === 0 ? '' : `?${new URLSearchParams(data.map(([name, value]) => [name, value]))}`;
  return html`${words.cites.asData}${words.colon}<a href="${at}.json${query}" type="application/json">JSON</a> <a href="${at}.csv${query}" type="text/csv">CSV</a> <span class="note">${words.cites.csvNote}</span>`;
}
