import { citeLinks } from '../cite/cite-links.ts';
import { followable, type Html, html, type Part } from '../html.ts';
import type { Words } from '../words/words.ts';
import { titled } from './cited.ts';
import { nodesOf } from './connection.ts';
import { headedLink } from './headed.ts';
import { oembedLink } from './oembed.ts';
import { linkTo, type PageAddress, page } from './page.ts';
import { contentsOf, type Listing, pagedList } from './paged-list.ts';
import { minuteOf, part, rest, revisions } from './part.ts';
import { quotedFor } from './quoted-for.ts';
import { recordLinks } from './record-links.ts';
import type {
  ClaimInData,
  ClaimsData,
  DerivationData,
  DerivativeData,
  PassageData,
  SourceData,
  SourceList,
} from './source-query.ts';
import { dateOf, quotation, stanceTaken } from './speech.ts';
import { embeddingOf, embedPathAt } from './take-away.ts';
import { whoLink, whoMarked } from './who.ts';

function spans(parts: readonly Part[]): Html {
  return html`${parts.filter((one) => one !== null).map((one) => html`<span>${one}</span> `)}`;
}

function outside(url: string | null, text: string): Html | null {
  const address = followable(url);
  return address === null ? null : html`<a class="outside" href="${address}" rel="noreferrer">${text}</a>`;
}

function facts(source: SourceData, words: Words): Html {
  const { field, unknown } = words.record.source;
  const { publisher, authors, publishedOn, inForce, language, url, embargoedUntil } = source;
  const rows: readonly (readonly [string, Part])[] = [
    [field.publisher, publisher && whoLink(publisher, words)],
    [
      field.authors,
      authors.length === 0
        ? null
        : html`<span class="line">${spans(authors.map((author) => whoLink(author, words)))}</span>`,
    ],
    [field.publishedOn, dateOf(publishedOn, words)],
    ...(inForce === null ? [] : [[field.inForce, dateOf(inForce, words)] as const]),
    [field.language, language],
    [field.address, url === null ? null : (outside(url, url) ?? url)],
    ...(embargoedUntil === null ? [] : [[field.embargoedUntil, minuteOf(embargoedUntil)] as const]),
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value ?? html`<span class="note">${unknown}</span>`}</dd>`)}</dl>`;
}

function versions({ versions: all }: SourceData, words: Words): Html {
  const own = words.record.source;
  const shown = nodesOf(all);
  if (shown.length === 0) return html`<p class="none">${own.noVersions}</p>`;
  return html`<ol class="plain">${shown.map(
    ({ id, sha256, length, retrievedAt, retrievedFrom, archivedAt }) =>
      html`<li class="speech" id="${id}"><p>SHA-256 <code>${sha256}</code></p><p class="note line">${spans([
        retrievedAt && own.retrieved(minuteOf(retrievedAt)),
        retrievedFrom && html`${own.retrievedFrom} ${outside(retrievedFrom, retrievedFrom) ?? retrievedFrom}`,
        outside(archivedAt, own.archived) ?? own.notArchived,
        length === null ? null : own.length(length),
      ])}</p></li>`,
  )}</ol>${rest(shown.length, all.totalCount, words)}`;
}

function passage(one: PassageData, words: Words): Html {
  const own = words.record.source;
  const { id, start, end, version, verification } = one;
  const exact = verification.state === 'EXACT' ? words.verification.EXACT : null;
  return html`<li class="speech" id="${id}">${quotation(one, words)}${
    verification.found === null
      ? null
      : html`<p class="note">${own.foundNow(html`<q>${verification.found}</q>`)}</p>`
  }<p class="how line">${spans([
    exact,
    start === null || end === null ? null : own.place(start + 1, end),
    version && own.ofVersion(version.sha256.slice(0, 12)),
  ])}</p>${quotedFor(one, words)}${citeLinks(`/passages/${id}`, words)}</li>`;
}

function derivationNotes({ status, method, reason }: DerivationData, words: Words): Html {
  return html`<span class="note line">${spans([
    status === 'PROPOSED' ? words.proposed : null,
    method === 'MODEL' || method === 'RULES' ? words.method[method] : null,
    reason,
  ])}</span>`;
}

function derivedFrom({ derivedFrom: all }: SourceData, words: Words): Html | null {
  if (all.length === 0) return null;
  return html`<ul class="plain">${all.map(
    (one) =>
      html`<li><span class="kind">${words.record.source.derivation[one.kind]}</span> ${titled(one.from, words)} ${derivationNotes(one, words)}</li>`,
  )}</ul>`;
}

/** A source that comes from the page's own, and how. */
function derivative(source: DerivativeData, ownId: string, words: Words): Html {
  const how = source.derivedFrom.filter(({ from }) => from.id === ownId);
  return html`<li class="speech"><p>${titled(source, words)}</p>${how.map(
    (one) =>
      html`<p class="note"><span class="kind">${words.record.source.derives[one.kind]}</span> ${derivationNotes(one, words)}</p>`,
  )}</li>`;
}

/** A claim with whose it is, and who took which position on it in this very source. */
function claimIn({ assertions, ...claim }: ClaimInData, words: Words): Html {
  const shown = nodesOf(assertions);
  return html`<li class="speech"><p class="who">${headedLink(claim, words)}</p><ul class="plain">${shown.map(
    ({ speaker, ...one }) =>
      html`<li class="note">${whoMarked(speaker, words)} ${stanceTaken(one, words)}</li>`,
  )}</ul>${rest(shown.length, assertions.totalCount, words)}</li>`;
}

/** What a source is, its texts, the words that are quoted of it, where it comes from, and what was claimed in it. */
export function sourcePage(
  source: SourceData,
  claims: ClaimsData,
  list: SourceList | null,
  address: PageAddress,
  words: Words,
): string {
  const { source: own, paging } = words.record;
  const isWhole = list === null;
  const listing = (name: SourceList, none: string, note: string | null): Listing => ({
    name,
    heading: own.heading[name],
    note: note === null ? null : html`<p class="note">${note}</p>`,
    none: html`${none} <a href="${linkTo('/search', words, [['q', source.title]])}">${words.changes.lookFor(source.title)}</a>`,
    filter: [],
    isKeptEmpty: true,
  });
  const passagesList = listing('passages', own.noPassages, own.passagesNote);
  const claimsList = listing('claims', own.noClaims, null);
  const derivativesList = { ...listing('derivatives', own.noDerivatives, null), isKeptEmpty: !isWhole };
  const kicker = [
    own.kind[source.kind],
    source.seen ? own.seen : own.unseen,
    own.access[source.access],
  ].filter((one) => one !== null);
  const whole = (content: () => Html | null): Html | null => (isWhole ? content() : null);
  const embed = embedPathAt(`/embed/v1/source/${encodeURIComponent(source.slug)}`, words);
  const content = html`<article>
<header>
<p class="kicker"><span class="${source.seen ? 'kind' : 'kind unsourced'}">${kicker.join(' · ')}</span></p>
<h1>${source.title}</h1>
${
  isWhole
    ? contentsOf(
        [
          [passagesList, source.passages],
          [claimsList, claims],
          [derivativesList, source.derivatives],
        ],
        words,
      )
    : html`<p><a href="${linkTo(address.path, words)}">${paging.whole}</a></p>`
}
</header>
${whole(() => facts(source, words))}
${whole(() => part('disclaimer', own.heading.disclaimer, source.disclaimer && quotation(source.disclaimer, words)))}
${whole(() => part('derived-from', own.heading.derivedFrom, derivedFrom(source, words)))}
${whole(() => part('versions', own.heading.versions, versions(source, words)))}
${pagedList(source.passages, passagesList, address, words, (one) => passage(one, words))}
${pagedList(claims, claimsList, address, words, (one) => claimIn(one, words))}
${pagedList(source.derivatives, derivativesList, address, words, (one) => derivative(one, source.id, words))}
${whole(() => part('revisions', words.heading.revisions, revisions(source.revisions, words)))}
${recordLinks({ at: address.path, name: source.slug }, address, words)}
${whole(() => part('embed', words.heading.embed, embeddingOf(embed, { title: source.title, full: address.base + linkTo(address.path, words.language) }, address, words)))}
</article>`;
  return page({
    title: source.title,
    description: kicker.join('. '),
    content,
    address,
    words,
    linkedData: null,
    cited: { title: source.title, version: source.version },
    picture: address.base + linkTo(`${address.path}.png`, words),
    ...(words.moment === null
      ? { discovery: oembedLink(source.title, { ...address, query: [] }, words) }
      : {}),
  });
}
