import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { dataLinks, type FilePlace, pictureLinks } from './file-links.ts';
import { type AddressQuery, inLanguage, type PageAddress, playgroundLink } from './page.ts';

/** The page's own address, the files beside it, and the same as data. */
export function recordLinks(files: FilePlace, address: PageAddress, words: Words): Html {
  const data = dataLinks(files, words);
  return html`<ul class="links">
<li><a href="${inLanguage(address, words.language)}">${words.permalink}</a></li>
<li>${pictureLinks(files, words)}</li>
${data === null ? null : html`<li>${data}</li>`}
<li><a href="${playgroundLink(address)}">${words.askInGraphql}</a></li>
</ul>`;
}

/** The same of a list, which is no picture: `query` is what the address says of it, wherever in it the page begins. */
export function listLinks(address: PageAddress, query: AddressQuery, words: Words): Html {
  const data = dataLinks({ at: address.path, name: address.path.slice(1), data: query }, words);
  return html`<ul class="links">
<li><a href="${inLanguage(address, words.language)}">${words.permalink}</a></li>
${data === null ? null : html`<li>${data}</li>`}
<li><a href="${playgroundLink(address)}">${words.askInGraphql}</a></li>
</ul>`;
}
