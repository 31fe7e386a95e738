import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';

/**
 * The ways to cite a record that has the address `path`, in the page's language. Null on a page of the past: what is
 * cited is the record as it is now.
 */
export function citeLinks(path: string, { cites, colon, language, moment }: Words): Html | null {
  if (moment !== null) return null;
  const at = (format: string) => `${path}.${format}?language=${language}`;
  return html`<p class="note cites">${cites.cite}${colon}<a href="${at('txt')}">${cites.forPrint}</a> <a href="${at('csl.json')}">CSL-JSON</a> <a href="${at('bib')}">BibTeX</a></p>`;
}
