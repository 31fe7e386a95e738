import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';

/** The ways to cite a record that has the address `path`, in the page's language. */
export function citeLinks(path: string, { cites, language }: Words): Html {
  const at = (format: string) => `${path}.${format}?language=${language}`;
  return html`${cites.cite}: <a href="${at('txt')}">${cites.forPrint}</a> <a href="${at('csl.json')}">CSL-JSON</a> <a href="${at('bib')}">BibTeX</a>`;
}
