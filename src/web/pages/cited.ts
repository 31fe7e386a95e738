import { z } from 'zod';
import { followable, type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { linkTo, type Reading } from './page.ts';

/** What is asked of a source that a page cites: its title, its own page, and where the text itself stands. */
export const citedFragment = 'fragment Cited on Source { id slug title(language: $language) url }';

export const cited = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  url: z.string().nullable(),
});

export type Cited = z.infer<typeof cited>;

/** A title, which leads to all that is recorded of the source. */
export function citedLink({ slug, title }: Cited, to: Reading): Html {
  return html`<cite><a href="${linkTo(`/sources/${encodeURIComponent(slug)}`, to)}">${title}</a></cite>`;
}

/** A title, and apart from it the way to the text itself, if an address of it is known. */
export function titled(source: Cited, words: Words): Html {
  const url = followable(source.url);
  const title = citedLink(source, words);
  return url === null
    ? title
    : html`${title} <a class="outside" href="${url}" rel="noreferrer">${words.theText}</a>`;
}
