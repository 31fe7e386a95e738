import { html, markup } from '../html.ts';
import type { Words } from '../words/words.ts';
import { emptyEmbed } from './claim-embed.ts';
import { dayText } from './embed-notice.ts';
import { type PageAddress, page } from './page.ts';

/** What was erased, where the words tell them apart. */
export type ErasedKind = 'claim' | 'record';

const titleOf = (kind: ErasedKind, { embeds }: Words) =>
  kind === 'claim' ? embeds.erased : embeds.recordErased;

/** What stands at the address of something that was erased: that it was and when, and nothing of it. */
export function erasedPage(
  at: string,
  address: PageAddress,
  words: Words,
  kind: ErasedKind = 'claim',
): string {
  const erased = titleOf(kind, words);
  const told = words.embeds.erasedOn(dayText(at, words));
  const content = html`<h1>${erased}</h1>
<p>${told}</p>`;
  return page({ title: erased, description: told, content, address, words, linkedData: null });
}

/** The same in somebody else's page. */
export function erasedEmbed(
  at: string,
  address: PageAddress,
  words: Words,
  kind: ErasedKind = 'claim',
): string {
  const hint = words.embeds.erasedOn(dayText(at, words));
  return emptyEmbed({ title: titleOf(kind, words), hint, link: null }, address, words);
}

/** The same in the place of a picture. */
export function erasedPicture(at: string, words: Words, kind: ErasedKind = 'claim'): string {
  const title = `${titleOf(kind, words)} (${dayText(at, words)})`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="320" height="48" viewBox="0 0 320 48" role="img" lang="${words.language}"><title>${title}</title><rect width="320" height="48" fill="#f4f5f7"/><text x="12" y="29" font-family="system-ui, 'Noto Sans CJK SC', sans-serif" font-size="14" fill="#555d66">${title}</text></svg>
`.toString();
}
