import { readId } from '../../domain/moment.ts';
import { followable, type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { citedLink } from './cited.ts';
import type { ClaimData } from './claim-query.ts';
import { nodesOf } from './connection.ts';
import { contradictionPath, side } from './contradictions-page.ts';
import { drawnBy } from './drawn.ts';
import { impossibleDate } from './impossible-date.ts';
import { linkedDataOf } from './linked-data.ts';
import { oembedLink } from './oembed.ts';
import { inLanguage, linkTo, type PageAddress, page } from './page.ts';
import { part, rest, revisions } from './part.ts';
import type { AttributedTo, SaidData } from './said.ts';
import { dateOf, speech, stanceTaken, warningList } from './speech.ts';
import { citing, embedding } from './take-away.ts';
import { trails } from './trails.ts';
import { whoMarked } from './who.ts';

function speeches(
  all: readonly { readonly said: SaidData; readonly attributedTo?: AttributedTo }[],
  none: string,
  words: Words,
): Html {
  if (all.length === 0) return html`<p class="none">${none}</p>`;
  return html`<ul class="speeches">${all.map(({ said, attributedTo }) => speech(said, attributedTo ?? null, words))}</ul>`;
}

/** Those who affirm it and those who do not stand side by side, neither below the other where there is room. */
function whoSaidIt({ whoSaid }: ClaimData, words: Words): Html {
  const all = nodesOf(whoSaid).map((said) => ({ said }));
  const affirming = all.filter(({ said }) => said.stance === 'AFFIRMS');
  const against = all.filter(({ said }) => said.stance !== 'AFFIRMS');
  return html`<div class="sides">
<section aria-labelledby="affirming"><h3 id="affirming">${words.heading.affirming}</h3>${speeches(affirming, words.nobodySaid, words)}</section>
<section aria-labelledby="against"><h3 id="against">${words.heading.against}</h3>${speeches(against, words.nobodyAgainst, words)}</section>
</div>${rest(all.length, whoSaid.totalCount, words)}`;
}

function whoReportedIt({ whoReported }: ClaimData, words: Words): Html {
  const all = nodesOf(whoReported).map((said) => ({ said, attributedTo: said.attributedTo }));
  return html`${speeches(all, words.nobodyReported, words)}${rest(all.length, whoReported.totalCount, words)}`;
}

function aboutWhom({ about }: ClaimData, words: Words): Html | null {
  if (about.length === 0) return null;
  return html`<p class="note line">${words.about}${words.colon}${about.map((one) => html`<span>${whoMarked(one, words)}</span> `)}</p>`;
}

/** When it is to have been so, as it was written too, and what is recorded of that where it cannot be. */
function whenItWas({ concerns, language, whoSaid, whoReported }: ClaimData, words: Words): Html | null {
  const told = [...nodesOf(whoSaid), ...nodesOf(whoReported)].flatMap(({ warnings }) =>
    warnings.filter(({ code }) => code === 'CONCERNS_IMPOSSIBLE').map(({ message }) => message),
  );
  const { original = null } = concerns ?? {};
  const date =
    concerns &&
    html`<p class="note">${words.event.CONCERNS}${words.colon}${dateOf(concerns, words)}${original === null ? null : html` (${words.asWritten(html`<q lang="${language}">${original}</q>`)})`}</p>`;
  return html`${date}${warningList(told)}`;
}

/** Beside this claim, which stands above in full, each that contradicts it: how it stands, and who is behind it. */
function contradictions(claim: ClaimData, words: Words): Html | null {
  const all = nodesOf(claim.relations);
  if (all.length === 0) return null;
  return html`<ul class="contradictions">${all.map((relation) => {
    const { reason, from, to } = relation;
    const other = from.id === claim.id ? to : from;
    const own = from.id === claim.id ? from : to;
    return html`<li><div class="sides">${side(own, words, words.changes.thisClaim)}${side(other, words)}</div>
<p class="note">${drawnBy(relation, words)}</p>
<p class="note">${reason}</p>
<p class="note"><a href="${linkTo(contradictionPath(readId(relation.id).id), words)}">${words.lists.contradictionAlone}</a></p></li>`;
  })}</ul>`;
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

function replies({ replyRequests }: ClaimData, words: Words): Html | null {
  if (replyRequests.length === 0) return null;
  const states = { OPEN: words.noReply, ANSWERED: words.replied, NO_RESPONSE: words.stance.NO_RESPONSE };
  return html`<ul>${replyRequests.map(
    ({ to, state, askedOn, reply }) =>
      html`<li><strong>${whoMarked(to, words)}</strong>${words.colon}${words.asked} (${dateOf(askedOn, words)})${words.pause}${
        reply === null ? states[state] : html`<a href="#${readId(reply.id).id}">${states[state]}</a>`
      }</li>`,
  )}</ul>`;
}

function timeline(claim: ClaimData, words: Words): Html | null {
  const { timeline: events } = claim;
  const all = nodesOf(events);
  if (all.length === 0) return null;
  return html`<ol class="timeline">${all.map(
    ({ kind, date, assertion, review }) =>
      html`<li><span class="date">${dateOf(date, words)}</span> <span class="kind">${words.event[kind]}</span>${kind === 'CONCERNS' ? impossibleDate(claim, words) : null}${
        assertion === null
          ? null
          : html` <strong>${whoMarked(assertion.speaker, words)}</strong> ${stanceTaken(assertion, words)}${
              assertion.source === null ? null : html` ${citedLink(assertion.source, words)}`
            }`
      }${review === null ? null : html` <strong>${whoMarked(review.reviewer, words)}</strong>${words.colon}<q>${review.rating}</q>`}</li>`,
  )}</ol>${rest(all.length, events.totalCount, words)}`;
}

/**
 * Drawn for the width that it is shown at, so that no text in it becomes smaller than it was drawn: a list on a phone, from
 * edge to edge, then lanes in a window of the usual width, and lanes in the widest column that a page has.
 * On paper it stands in lanes, wherever it is printed from: a list in one picture would be made too small to be read.
 */
function picture({ slug, headline }: ClaimData, words: Words): Html {
  const at = (width: number) =>
    linkTo(`/claims/${encodeURIComponent(slug)}.svg`, words, [['width', String(width)]]);
  return html`<figure class="graph"><picture><source media="(max-width: 359px)" srcset="${at(320)}"><source media="(max-width: 767px)" srcset="${at(360)}"><source media="(max-width: 959px)" srcset="${at(736)}"><img src="${at(928)}" alt="${words.graphOf(headline)}"></picture><img class="on-paper" loading="lazy" src="${at(928)}" alt="${words.graphOf(headline)}"></figure>`;
}

/** Everything that is recorded of a claim, for whoever reads; works without JavaScript, and prints. */
export function claimPage(claim: ClaimData, address: PageAddress, words: Words): string {
  const { language } = words;
  const content = html`<article>
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
${part('who-said-it', words.heading.whoSaidIt, whoSaidIt(claim, words))}
${part('who-reported-it', words.heading.whoReportedIt, whoReportedIt(claim, words))}
${part('contradictions', words.heading.contradictions, contradictions(claim, words))}
${part('how-do-we-know', words.heading.howDoWeKnow, trails(claim, words))}
${part('reviews', words.heading.reviews, reviews(claim, words))}
${part('replies', words.heading.replies, replies(claim, words))}
${part('timeline', words.heading.timeline, timeline(claim, words))}
${part('graph', words.heading.graph, picture(claim, words))}
${part('revisions', words.heading.revisions, revisions(claim.revisions, words))}
${part('cite', words.heading.cite, citing(claim, address, words))}
${part('embed', words.heading.embed, embedding(claim, address, words))}
</article>`;
  const description = claim.corroboration?.sentence ?? claim.headline;
  const linkedData = linkedDataOf(claim, inLanguage(address, language));
  return page({
    title: claim.headline,
    description,
    content,
    address,
    words,
    linkedData,
    discovery: oembedLink(claim.headline, address, words),
    picture: `${address.base}/claims/${encodeURIComponent(claim.slug)}.png?language=${language}`,
  });
}
