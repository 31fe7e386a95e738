import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { facets, type Named } from './claims-facets.ts';
import type { ClaimsData, ClaimsOptions } from './claims-query.ts';
import { nodesOf } from './connection.ts';
import { impossibleDate } from './impossible-date.ts';
import { listData } from './linked-data.ts';
import { linkTo, type PageAddress, page, type Reading } from './page.ts';
import { fromTheStart, paging } from './paging.ts';
import { listLinks } from './record-links.ts';
import { whoLink } from './who.ts';

type ListedClaim = ClaimsData['edges'][number]['node'];

/** A claim's page, in the reader's language. */
export function claimLink(slug: string, to: Reading): string {
  return linkTo(`/claims/${encodeURIComponent(slug)}`, to);
}

/** A claim in a list: whose it is, how it stands, and how well it is supported. */
function listed(claim: ListedClaim, words: Words): Html {
  const { lists } = words;
  const { slug, status, nature, headline, corroboration, assertions, about, latestReview } = claim;
  return html`<li class="item">
<p class="kicker"><span class="status ${status.toLowerCase()}">${words.status[status]}</span> · ${lists.nature[nature]}</p>
<h2><a href="${claimLink(slug, words)}">${headline}</a></h2>
${impossibleDate(claim, words)}<p>${corroboration?.sentence ?? lists.assertions(assertions.totalCount)}</p>
<p class="note">${words.about}${words.colon}${about.map((one, at) => html`${at === 0 ? null : ' · '}${whoLink(one, words)}`)}${
    latestReview === null
      ? null
      : html` · ${lists.facet.reviewed}${words.colon}${whoLink(latestReview.reviewer, words)}${words.pause}<q>${latestReview.rating}</q>`
  }</p>
</li>`;
}

/** Claims under one another, each with whose it is. */
export function claimsList(claims: ClaimsData, words: Words): Html {
  return html`<ol class="items">${nodesOf(claims).map((claim) => listed(claim, words))}</ol>`;
}

/** The same for search engines. */
export function claimsData(
  name: string,
  claims: ClaimsData,
  { base }: PageAddress,
  words: Words,
): object | null {
  const items = nodesOf(claims).map(({ slug, headline }) => ({
    name: headline,
    url: base + claimLink(slug, words.language),
  }));
  return listData(name, items);
}

/** The claims that fit what the address says, page by page. */
export function claimsPage(
  claims: ClaimsData,
  options: ClaimsOptions,
  { named, address, words }: { readonly named: Named; readonly address: PageAddress; readonly words: Words },
): string {
  const { lists } = words;
  const none = html`<p class="none">${lists.noClaims} <a href="${linkTo('/claims', words)}">${lists.removeAll}</a></p>`;
  const content = html`<h1>${lists.claims}</h1>
${facets(options, named, words)}
${options.anonymousOnly === 'true' ? html`<p class="note">${lists.anonymousNote}</p>` : null}
<p class="total" role="status">${lists.claimCount(claims.totalCount)}</p>
${claims.edges.length === 0 ? none : claimsList(claims, words)}
${paging(claims.pageInfo, address, words)}
${listLinks(address, fromTheStart(address), words)}`;
  return page({
    title: lists.claims,
    cited: { title: lists.claims, version: null },
    description: lists.claimCount(claims.totalCount),
    content,
    address,
    words,
    linkedData: claimsData(lists.claims, claims, address, words),
  });
}
