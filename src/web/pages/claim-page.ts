import { readId } from '../../domain/moment.ts';
import { messagesFor } from '../../figure/messages.ts';
import { followable, type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { citedLink } from './cited.ts';
import type { BearingData, ClaimData, ClaimList, ContradictionData, EventData } from './claim-query.ts';
import { nodesOf } from './connection.ts';
import { contradictionPath, side } from './contradictions-page.ts';
import { drawnBy } from './drawn.ts';
import { graphPath } from './graph-page.ts';
import { headedLink } from './headed.ts';
import { impossibleDate } from './impossible-date.ts';
import { linkedDataOf } from './linked-data.ts';
import { oembedLink } from './oembed.ts';
import { inLanguage, linkTo, type PageAddress, page, playgroundLink } from './page.ts';
import { pagedList } from './paged-list.ts';
import { part, revisions } from './part.ts';
import type { AttributedTo, SaidData } from './said.ts';
import { dateOf, speech, stanceTaken, warningList } from './speech.ts';
import { statementLink } from './statement-page.ts';
import { citing, embedding } from './take-away.ts';
import { trails } from './trails.ts';
import { whoMarked } from './who.ts';

/** What the page was asked for with, beside whose it is. */
export interface ClaimView {
  /** The one list that is followed; null for all of them from their start. */
  readonly list: ClaimList | null;
}

type SidedData = SaidData & { readonly attributedTo?: AttributedTo };

const speechOf =
  (words: Words) =>
  (said: SidedData): Html =>
    speech(said, said.attributedTo ?? null, words);

type SideList = Exclude<ClaimList, 'contradictions' | 'related' | 'timeline'>;

/** Each list of what was said or passed on. */
const listsOf = (claim: ClaimData): Readonly<Record<SideList, PagedSpeeches | undefined>> => ({
  affirming: claim.affirming,
  denying: claim.denying,
  silent: claim.silent,
  reported: claim.reported,
  'reported-against': claim.reportedAgainst,
});
type PagedSpeeches = NonNullable<ClaimData['affirming'] | ClaimData['reported']>;

/** The beginnings of lists one after the other, each with how much there is of it and the way to the rest. */
function beginnings(
  claim: ClaimData,
  names: readonly SideList[],
  none: string,
  address: PageAddress,
  words: Words,
): Html {
  const lists = listsOf(claim);
  const all = names.flatMap((name) => {
    const list = lists[name];
    return list === undefined || list.edges.length === 0 ? [] : [{ name, list }];
  });
  if (all.length === 0) return html`<p class="none">${none}</p>`;
  return html`${all.map(
    ({ name, list }) =>
      html`<ul class="speeches">${nodesOf<SidedData>(list).map(speechOf(words))}</ul>${onward(name, list, address, words)}`,
  )}`;
}

/** How much of a list is shown, and the way to all of it; nothing where all of it is shown. */
function onward(
  name: ClaimList,
  list: (Pick<PagedSpeeches, 'totalCount' | 'pageInfo'> & { readonly edges: readonly unknown[] }) | undefined,
  address: PageAddress,
  words: Words,
): Html | null {
  if (!list?.pageInfo.hasNextPage) return null;
  const there = html`<a href="${linkTo(address.path, words, [['list', name]])}">${words.list[name]}</a>`;
  return html`<p class="note">${words.more(list.edges.length, list.totalCount)} ${there}</p>`;
}

/** Those who affirm it and those who do not stand side by side, neither below the other where there is room. */
function whoSaidIt(claim: ClaimData, address: PageAddress, words: Words): Html {
  const beginning = (names: readonly SideList[], none: string) =>
    beginnings(claim, names, none, address, words);
  return html`<div class="sides">
<section aria-labelledby="affirming"><h3 id="affirming">${words.heading.affirming}</h3>${beginning(['affirming'], words.nobodySaid)}</section>
<section aria-labelledby="against"><h3 id="against">${words.heading.against}</h3>${beginning(['denying', 'silent'], words.nobodyAgainst)}</section>
</div>`;
}

/** One list of a claim to its end, on pages of its own. */
function alone(claim: ClaimData, name: ClaimList, address: PageAddress, words: Words): Html {
  const { paging } = words.record;
  const listing = {
    ...{ name, heading: words.list[name], note: null, filter: [], isKeptEmpty: true },
    none: html`${words.noneInList}`,
  };
  return html`<article>
<header>
<p class="kicker">${words.claim} · <span class="status ${claim.status.toLowerCase()}">${words.status[claim.status]}</span></p>
<h1>${claim.headline}</h1>
<p><a href="${linkTo(address.path, words)}">${paging.whole}</a></p>
</header>
${
  name === 'timeline'
    ? pagedList(claim.timeline, listing, address, words, happened(claim, words), listWrites.timeline)
    : name === 'related'
      ? pagedList(claim.related, listing, address, words, bearing(claim, words), listWrites.related)
      : name === 'contradictions'
        ? pagedList(
            claim.relations,
            listing,
            address,
            words,
            contradiction(claim, words),
            listWrites.contradictions,
          )
        : pagedList<SidedData>(listsOf(claim)[name], listing, address, words, speechOf(words))
}
<p><a href="${playgroundLink(address)}">${words.askInGraphql}</a></p>
</article>`;
}

function aboutWhom({ about }: ClaimData, words: Words): Html | null {
  if (about.length === 0) return null;
  return html`<p class="note line">${words.about}${words.colon}${about.map((one) => html`<span>${whoMarked(one, words)}</span> `)}</p>`;
}

/** When it is to have been so, as it was written too, and what is recorded of that where it cannot be. */
function whenItWas(claim: ClaimData, words: Words): Html | null {
  const { concerns, language } = claim;
  const told = Object.values(listsOf(claim)).flatMap((list) =>
    nodesOf<SidedData>(list ?? { edges: [] })
      .flatMap(({ warnings }) => warnings)
      .filter(({ code }) => code === 'CONCERNS_IMPOSSIBLE')
      .map(({ message }) => message),
  );
  const { original = null } = concerns ?? {};
  const date =
    concerns &&
    html`<p class="note">${words.event.CONCERNS}${words.colon}${dateOf(concerns, words)}${original === null ? null : html` (${words.asWritten(html`<q lang="${language}">${original}</q>`)})`}</p>`;
  return html`${date}${warningList(told)}`;
}

/** Beside this claim, which stands above in full, another that contradicts it: how it stands, and who is behind it. */
const contradiction =
  (claim: ClaimData, words: Words) =>
  (relation: ContradictionData): Html => {
    const { reason, from, to } = relation;
    const other = from.id === claim.id ? to : from;
    const own = from.id === claim.id ? from : to;
    return html`<li><div class="sides">${side(own, words, words.changes.thisClaim)}${side(other, words)}</div>
<p class="note">${drawnBy(relation, words)}</p>
<p class="note">${reason}</p>
<p class="note"><a href="${linkTo(contradictionPath(readId(relation.id).id), words)}">${words.lists.contradictionAlone}</a></p></li>`;
  };

/** Another claim that bears on this one, or that this one bears on, and how. */
const bearing =
  (claim: ClaimData, words: Words) =>
  (relation: BearingData): Html => {
    const { kind, reason, from, to } = relation;
    const { edge, reverse } = messagesFor(words.language);
    const isFrom = from.id === claim.id;
    return html`<tr id="${readId(relation.id).id}"><th scope="row">${(isFrom ? null : reverse[kind]) ?? edge[kind]}</th><td>${headedLink(isFrom ? to : from, words)}<p class="note">${reason}</p><p class="note">${drawnBy(relation, words)}</p></td></tr>`;
  };

const listWrites = {
  contradictions: (items: readonly Html[]) => html`<ul class="contradictions">${items}</ul>`,
  timeline: (items: readonly Html[]) => html`<ol class="timeline">${items}</ol>`,
  related: (items: readonly Html[]) => html`<table class="related"><tbody>${items}</tbody></table>`,
};

function contradictions(claim: ClaimData, address: PageAddress, words: Words): Html | null {
  const all = nodesOf(claim.relations ?? { edges: [] });
  if (all.length === 0) return null;
  return html`${listWrites.contradictions(all.map(contradiction(claim, words)))}${onward('contradictions', claim.relations, address, words)}`;
}

/** How else it bears on other claims, and they on it: who reads no picture reads it here. */
function related(claim: ClaimData, address: PageAddress, words: Words): Html | null {
  const all = nodesOf(claim.related ?? { edges: [] });
  if (all.length === 0) return null;
  return html`${listWrites.related(all.map(bearing(claim, words)))}${onward('related', claim.related, address, words)}`;
}

function reviews(claim: ClaimData, words: Words): Html | null {
  const all = nodesOf(claim.reviews);
  if (all.length === 0) return null;
  return html`<ul class="reviews">${all.map(({ rating, url, publishedOn, reviewer }) => {
    const address = followable(url);
    const verdict = html`<q>${rating}</q>${words.pause}${dateOf(publishedOn, words)}`;
    return html`<li><strong>${whoMarked(reviewer, words)}</strong>${words.colon}${address === null ? verdict : html`<a href="${address}" rel="noreferrer">${verdict}</a>`}</li>`;
  })}</ul>`;
}

function replies(claim: ClaimData, words: Words): Html | null {
  const { replyRequests, slug } = claim;
  if (replyRequests.length === 0) return null;
  const shown = new Set(
    Object.values(listsOf(claim)).flatMap((list) =>
      nodesOf<SidedData>(list ?? { edges: [] }).map(({ id }) => readId(id).id),
    ),
  );
  // Where it is not among those that the page shows, the link leads to where it is.
  const linkOf = (id: string) => (shown.has(id) ? `#${id}` : statementLink(slug, id, words));
  const states = { OPEN: words.noReply, ANSWERED: words.replied, NO_RESPONSE: words.stance.NO_RESPONSE };
  return html`<ul>${replyRequests.map(
    ({ to, state, askedOn, reply }) =>
      html`<li><strong>${whoMarked(to, words)}</strong>${words.colon}${words.asked} (${dateOf(askedOn, words)})${words.pause}${
        reply === null ? states[state] : html`<a href="${linkOf(readId(reply.id).id)}">${states[state]}</a>`
      }</li>`,
  )}</ul>`;
}

const happened =
  (claim: ClaimData, words: Words) =>
  ({ kind, date, assertion, review }: EventData): Html =>
    html`<li><span class="date">${dateOf(date, words)}</span> <span class="kind">${words.event[kind]}</span>${kind === 'CONCERNS' ? impossibleDate(claim, words) : null}${
      assertion === null
        ? null
        : html` <strong>${whoMarked(assertion.speaker, words)}</strong> ${stanceTaken(assertion, words)}${
            assertion.source === null ? null : html` ${citedLink(assertion.source, words)}`
          }`
    }${review === null ? null : html` <strong>${whoMarked(review.reviewer, words)}</strong>${words.colon}<q>${review.rating}</q>`}</li>`;

function timeline(claim: ClaimData, address: PageAddress, words: Words): Html | null {
  const all = nodesOf(claim.timeline ?? { edges: [] });
  if (all.length === 0) return null;
  return html`${listWrites.timeline(all.map(happened(claim, words)))}${onward('timeline', claim.timeline, address, words)}`;
}

/**
 * Drawn for the width that it is shown at, so that no text in it becomes smaller than it was drawn: a list on a phone, from
 * edge to edge, then lanes in a window of the usual width, and lanes in the widest column that a page has.
 * On paper it stands in lanes, wherever it is printed from: a list in one picture would be made too small to be read.
 */
function picture({ slug, headline }: ClaimData, words: Words): Html {
  const at = (width: number) =>
    linkTo(`/claims/${encodeURIComponent(slug)}.svg`, words, [['width', String(width)]]);
  return html`<figure class="graph"><picture><source media="(max-width: 359px)" srcset="${at(320)}"><source media="(max-width: 767px)" srcset="${at(360)}"><source media="(max-width: 959px)" srcset="${at(736)}"><img src="${at(928)}" alt="${words.graphOf(headline)}"></picture><img class="on-paper" loading="lazy" src="${at(928)}" alt="${words.graphOf(headline)}"><figcaption class="note"><a href="${linkTo(graphPath(slug), words)}">${words.figure.asTable}</a></figcaption></figure>`;
}

/** The query of the whole page, without the list that is followed. */
const wholeQuery = ({ query = [] }: PageAddress) =>
  query.filter(([name]) => name !== 'list' && name !== 'after');

/** Everything that is recorded of a claim, for whoever reads; works without JavaScript, and prints. */
export function claimPage(claim: ClaimData, { list }: ClaimView, address: PageAddress, words: Words): string {
  const content = list === null ? whole(claim, address, words) : alone(claim, list, address, words);
  const description = claim.corroboration?.sentence ?? claim.headline;
  return page({
    title: claim.headline,
    description,
    content,
    address,
    words,
    linkedData: list === null ? linkedDataOf(claim, inLanguage(address, words.language)) : null,
    discovery: oembedLink(claim.headline, { ...address, query: wholeQuery(address) }, words),
    picture: `${address.base}/claims/${encodeURIComponent(claim.slug)}.png?language=${words.language}`,
  });
}

function whole(claim: ClaimData, address: PageAddress, words: Words): Html {
  return html`<article>
<header>
<p class="kicker">${words.claim} · <span class="status ${claim.status.toLowerCase()}">${words.status[claim.status]}</span></p>
<h1>${claim.headline}</h1>
${claim.dateImpossible ? html`<p>${impossibleDate(claim, words)}</p>` : null}${claim.corroboration === null ? null : html`<p class="corroboration">${claim.corroboration.sentence}</p>`}
</header>
${part(
  'proposition',
  words.heading.proposition,
  html`<p class="note">${words.propositionNote}</p><ul class="texts">${claim.texts.map(
    ({ language: tag, text, translated }) =>
      html`<li><span lang="${tag}">${text}</span> <span class="note">(${tag}${words.pause}${translated ? words.translated : words.original})</span></li>`,
  )}</ul>${whenItWas(claim, words)}${aboutWhom(claim, words)}`,
)}
${part('who-said-it', words.heading.whoSaidIt, whoSaidIt(claim, address, words))}
${part('who-reported-it', words.heading.whoReportedIt, beginnings(claim, ['reported', 'reported-against'], words.nobodyReported, address, words))}
${part('contradictions', words.heading.contradictions, contradictions(claim, address, words))}
${part('related', words.heading.related, related(claim, address, words))}
${part('how-do-we-know', words.heading.howDoWeKnow, trails(claim, words))}
${part('reviews', words.heading.reviews, reviews(claim, words))}
${part('replies', words.heading.replies, replies(claim, words))}
${part('timeline', words.heading.timeline, timeline(claim, address, words))}
${part('graph', words.heading.graph, picture(claim, words))}
${part('revisions', words.heading.revisions, revisions(claim.revisions, words))}
${part('cite', words.heading.cite, citing(claim, address, words))}
${part('embed', words.heading.embed, embedding(claim, address, words))}
</article>`;
}
