import { matchesLanguage } from '../../domain/localize.ts';
import { html, type Part } from '../html.ts';
import type { Words } from '../words/words.ts';

/**
 * A text that is recorded in one language, and not in which: as it is where it may be the page's own; where its script
 * tells that it is another, in quotation marks and marked as of that script.
 */
export function verbatim(text: string, { language }: Words): Part {
  if (matchesLanguage(language, 'zh') || !/\p{Script=Han}/u.test(text)) return text;
  return html`<q lang="und-Hani">${text}</q>`;
}
