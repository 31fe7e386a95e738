import { html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { linkTo, type PageAddress, page } from './page.ts';

/** What stands at an address that says what is not understood: what that is, and the ways on. */
export function wrongAddressPage(wrong: readonly string[], address: PageAddress, words: Words): string {
  const { lists } = words;
  const content = html`<h1>${lists.wrongAddress}</h1>
${wrong.map((sentence) => html`<p>${sentence}</p>`)}
<p><a href="${linkTo(address.path, words)}">${lists.withoutIt}</a> · <a href="${linkTo('/search', words)}">${lists.search}</a> · <a href="${linkTo('/claims', words)}">${lists.browse}</a></p>`;
  return page({
    title: lists.wrongAddress,
    description: lists.wrongAddress,
    content,
    address,
    words,
    linkedData: null,
  });
}
