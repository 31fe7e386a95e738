import { followable, type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { citedLink } from './cited.ts';
import type { ClaimData } from './claim-query.ts';
import { nodesOf } from './connection.ts';
import { linkedDataOf } from './linked-data.ts';
import { oembedLink } from './oembed.ts';
import { inLanguage, type PageAddress, page } from './page.ts';
import { part, rest, revisions } from './part.ts';
import type { AttributedTo, SaidData } from './said.ts';
import { dateOf, speech, stanceOf } from './speech.ts';
import { citing, embedding } from './take-away.ts';
import { trails } from './trails.ts';
import { whoLink } from './who.ts';

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
  return html`<p class="note line">${words.about}: ${about.map((one) => html`<span>${whoLink(one, words.language)}</span> `)}</p>`;
}

function contradictions(claim: ClaimData, language: string, words: Words): Html | null {
  const all = nodesOf(claim.relations);
  if (all.length === 0) return null;
  return html`<ul class="contradictions">${all.map(({ status, reason, from, to }) => {
    const other = from.id === claim.id ? to : from;
    return html`<li><div class="sides"><p class="this">${claim.headline}</p><p><a href="/claims/${encodeURIComponent(other.slug)}?language=${language}">${other.headline}</a></p></div>
<p class="note">${status === 'PROPOSED' ? `${words.proposed} · ` : null}${reason}</p></li>`;
  })}</ul>`;
}

function reviews(claim: ClaimData, words: Words): Html | null {
  const all = nodesOf(claim.reviews);
  if (all.length === 0) return null;
  return html`<ul>${all.map(({ rating, url, publishedOn, reviewer }) => {
    const address = followable(url);
    const verdict = html`<q>${rating}</q>, ${dateOf(publishedOn, words)}`;
    return html`<li><strong>${whoLink(reviewer, words.language)}</strong>: ${address === null ? verdict : html`<a href="${address}" rel="noreferrer">${verdict}</a>`}</li>`;
  })}</ul>`;
}

function replies({ replyRequests }: ClaimData, words: Words): Html | null {
  if (replyRequests.length === 0) return null;
  const states = { OPEN: words.noReply, ANSWERED: words.replied, NO_RESPONSE: words.stance.NO_RESPONSE };
  return html`<ul>${replyRequests.map(
    ({ to, state, askedOn, reply }) =>
      html`<li><strong>${whoLink(to, words.language)}</strong>: ${words.asked} (${dateOf(askedOn, words)}), ${
        reply === null ? states[state] : html`<a href="#${reply.id}">${states[state]}</a>`
      }</li>`,
  )}</ul>`;
}

function timeline({ timeline: events }: ClaimData, words: Words): Html | null {
  const all = nodesOf(events);
  if (all.length === 0) return null;
  return html`<ol class="timeline">${all.map(
    ({ kind, date, assertion, review }) =>
      html`<li><span class="date">${dateOf(date, words)}</span> <span class="kind">${words.event[kind]}</span>${
        assertion === null
          ? null
          : html` <strong>${whoLink(assertion.speaker, words.language)}</strong> ${stanceOf(assertion.stance, words)}${
              assertion.source === null ? null : html` ${citedLink(assertion.source, words.language)}`
            }`
      }${review === null ? null : html` <strong>${whoLink(review.reviewer, words.language)}</strong>: <q>${review.rating}</q>`}</li>`,
  )}</ol>${rest(all.length, events.totalCount, words)}`;
}

function picture({ slug, headline }: ClaimData, words: Words): Html {
  const at = (width: number) =>
    `/claims/${encodeURIComponent(slug)}.svg?language=${words.language}&width=${width}`;
  return html`<figure class="graph"><picture><source media="(max-width: 700px)" srcset="${at(360)}"><img src="${at(960)}" alt="${words.graphOf(headline)}" loading="lazy"></picture></figure>`;
}

/** Everything that is recorded of a claim, for whoever reads; works without JavaScript, and prints. */
export function claimPage(claim: ClaimData, address: PageAddress, words: Words): string {
  const { language } = words;
  const content = html`<article>
<header>
<p class="kicker">${words.claim} · <span class="status ${claim.status.toLowerCase()}">${words.status[claim.status]}</span></p>
<h1>${claim.headline}</h1>
${claim.corroboration === null ? null : html`<p class="corroboration">${claim.corroboration.sentence}</p>`}
</header>
${part(
  'proposition',
  words.heading.proposition,
  html`<p class="note">${words.propositionNote}</p><ul class="texts">${claim.texts.map(
    ({ language: tag, text, translated }) =>
      html`<li><span lang="${tag}">${text}</span> <span class="note">(${tag}, ${translated ? words.translated : words.original})</span></li>`,
  )}</ul>${claim.concerns === null ? null : html`<p class="note">${words.event.CONCERNS}: ${dateOf(claim.concerns, words)}</p>`}${aboutWhom(claim, words)}`,
)}
${part('who-said-it', words.heading.whoSaidIt, whoSaidIt(claim, words))}
${part('who-reported-it', words.heading.whoReportedIt, whoReportedIt(claim, words))}
${part('contradictions', words.heading.contradictions, contradictions(claim, language, words))}
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
  });
}
