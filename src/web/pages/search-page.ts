import { searchTypes } from '../../domain/vocabulary.ts';
import { feedLink } from '../feed/atom.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { nodesOf } from './connection.ts';
import { oembedLink } from './oembed.ts';
import { type AddressQuery, linkTo, type PageAddress, page, playgroundLink } from './page.ts';
import { paging } from './paging.ts';
import { recordLinks } from './record-links.ts';
import { searchHit } from './search-hit.ts';
import type { SearchData, SearchOptions } from './search-query.ts';
import { embeddingOf, embedPathAt } from './take-away.ts';

/** How much there is of everything; null where there is more of a type than is counted. */
function totalOf(data: SearchData): number | null {
  const totals = searchTypes.map((type) => data[type].totalCount);
  return totals.reduce((sum, total) => (sum === null || total === null ? null : sum + total), 0);
}

/** All that was found, or that of one type: links, with how much there is. */
function types(data: SearchData, { q, type }: SearchOptions, words: Words): Html {
  const { lists } = words;
  const choice = (name: string, total: number | null, query: AddressQuery, chosen: boolean) =>
    html`<a href="${linkTo('/search', words, query)}"${chosen ? html` class="chosen" aria-current="page"` : null}>${name} <span class="count">${lists.count(total)}</span></a> `;
  return html`<nav class="facets" aria-label="${lists.facets}"><ul><li><span class="facet">${lists.found}</span> <span>${choice(lists.everything, totalOf(data), [['q', q]], type === undefined)}${searchTypes.map(
    (one) =>
      choice(
        lists.type[one],
        data[one].totalCount,
        [
          ['q', q],
          ['type', one],
        ],
        type === one,
      ),
  )}</span></li></ul></nav>`;
}

function noHits(data: SearchData, { q }: SearchOptions, words: Words): Html {
  const { lists } = words;
  const elsewhere =
    totalOf(data) === 0
      ? null
      : html`<a href="${linkTo('/search', words, [['q', q]])}">${lists.tryAllTypes}</a> · `;
  return html`<p class="none">${lists.noHits} ${lists.tryShorter}</p>
<p>${elsewhere}<a href="${linkTo('/claims', words)}">${lists.browse}</a></p>`;
}

function finds(data: SearchData, options: SearchOptions, address: PageAddress, words: Words): Html {
  const all = nodesOf(data.search);
  const { q, type } = options;
  const asked: AddressQuery = [['q', q]];
  const narrowed: AddressQuery = type === undefined ? asked : [...asked, ['type', type]];
  const files = { at: '/search', name: 'search', picture: asked, data: narrowed };
  const title = words.lists.results(q);
  const full = address.base + linkTo('/search', words.language, asked);
  const embed = embeddingOf(embedPathAt('/embed/v1/search', words, asked), { title, full }, address, words);
  return html`${types(data, options, words)}
${
  all.length === 0
    ? noHits(data, options, words)
    : html`<ol class="items">${all.map((found) => html`<li class="item">${searchHit(found, words)}</li>`)}</ol>`
}
${paging(data.search.pageInfo, address, words)}
${recordLinks(files, address, words)}
${embed === null ? null : html`<details><summary>${words.heading.embed}</summary>${embed}</details>`}`;
}

/** What a search finds. `data` is null where there is nothing to look for; the page then says what to do. */
export function searchPage(
  data: SearchData | null,
  options: SearchOptions,
  { address, words }: { readonly address: PageAddress; readonly words: Words },
): string {
  const { lists } = words;
  const { q, type } = options;
  const asked: AddressQuery = [['q', q]];
  const title = q === '' ? lists.search : lists.results(q);
  const feed = linkTo('/search.atom', words.language, [
    ['q', q],
    ...(type === undefined ? [] : [['type', type] as const]),
  ]);
  const content = html`<h1>${title}</h1>
${
  data === null
    ? html`<p class="none">${q === '' ? lists.nothingAsked : lists.nothingToLookFor}</p>
<p><a href="${linkTo('/claims', words)}">${lists.browse}</a> · <a href="${linkTo('/contradictions', words)}">${lists.contradictions}</a> · <a href="${playgroundLink(address)}">${words.askInGraphql}</a></p>`
    : finds(data, options, address, words)
}`;
  return page({
    title,
    description: lists.searchField,
    content,
    address,
    words,
    linkedData: null,
    searched: { query: q, type: type ?? null },
    ...(data === null
      ? {}
      : {
          discovery: html`${feedLink(feed, words.feeds.search(q))}${oembedLink(title, { ...address, query: asked }, words)}`,
          cited: { title, version: null },
          picture: address.base + linkTo('/search.png', words, asked),
        }),
  });
}
