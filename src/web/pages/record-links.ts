import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { inLanguage, type PageAddress, playgroundLink } from './page.ts';

/** The page's own address, and the same as data. */
export function recordLinks(address: PageAddress, words: Words): Html {
  return html`<ul class="links">
<li><a href="${inLanguage(address, words.language)}">${words.permalink}</a></li>
<li><a href="${playgroundLink(address)}">${words.askInGraphql}</a></li>
</ul>`;
}
