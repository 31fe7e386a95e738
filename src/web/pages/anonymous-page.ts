import { html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { linkTo, type PageAddress } from './address.ts';
import { claimsData, claimsList } from './claims-page.ts';
import type { ClaimsData } from './claims-query.ts';
import { page } from './page.ts';
import { paging } from './paging.ts';
import { listLinks } from './record-links.ts';

/** The claims that rest on unnamed sources only, page by page. */
export function anonymousPage(claims: ClaimsData, address: PageAddress, words: Words): string {
  const { lists, changes } = words;
  const elsewhere = html`<a href="${linkTo('/claims', words, [['singleOrigin', 'true']])}">${changes.singleOrigin}</a> · <a href="${linkTo('/claims', words)}">${lists.browse}</a>`;
  const content = html`<h1>${changes.anonymous}</h1>
<p class="note">${lists.anonymousNote}</p>
<p class="total" role="status">${lists.claimCount(claims.totalCount)}</p>
${claims.edges.length === 0 ? html`<p class="none">${changes.noAnonymous} ${elsewhere}</p>` : claimsList(claims, words)}
${paging(claims.pageInfo, address, words)}
<p class="note"><a href="${linkTo('/claims', words, [['anonymousOnly', 'true']])}">${changes.narrow}</a></p>
${listLinks(address, [], words)}`;
  return page({
    title: changes.anonymous,
    cited: { title: changes.anonymous, version: null },
    description: lists.anonymousNote,
    content,
    address,
    words,
    linkedData: claimsData(changes.anonymous, claims, address, words),
  });
}
