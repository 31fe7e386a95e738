import { isStandIn } from '../../domain/stand-in.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { nodesOf } from './connection.ts';
import type { EmbeddedClaim, HeldData } from './embed-query.ts';
import { impossibleDate } from './impossible-date.ts';
import { dateOf, stanceOf } from './speech.ts';
import { marksOf, type Who } from './who.ts';

interface Side {
  readonly edges: readonly { readonly node: HeldData }[];
  readonly totalCount: number | null;
}

/** Who somebody is, as far as a reader must know; without a link, since the whole record is one away. */
export function named(one: Who, words: Words): Html {
  const marks = marksOf(one, words);
  return html`<strong>${one.name}</strong>${marks.length === 0 || isStandIn(one) ? null : html` <span class="note">[${marks.join(words.lists.comma)}]</span>`}`;
}

function position(
  { speaker, onBehalfOf, stance, modality, condition, saidOn, method }: HeldData,
  words: Words,
) {
  const hedge = modality === 'CONDITIONAL' && condition !== null ? condition : words.modality[modality];
  const notes = [
    onBehalfOf && words.speakingFor(html`${onBehalfOf.name}`),
    hedge,
    dateOf(saidOn, words),
    method === 'MODEL' ? words.method.MODEL : null,
  ].filter((note) => note !== null);
  return html`<li>${named(speaker, words)} ${stanceOf(stance, words)} <span class="note">${notes.map((note, index) => (index === 0 ? html`${note}` : html` · ${note}`))}</span></li>`;
}

function side(heading: string, { edges, totalCount }: Side, none: string | null, words: Words): Html | null {
  if (edges.length === 0 && none === null) return null;
  return html`<section><h2>${heading}</h2>${
    edges.length === 0
      ? html`<p class="none">${none}</p>`
      : html`<ul>${edges.map(({ node }) => position(node, words))}</ul>`
  }${totalCount === edges.length ? null : html`<p class="note">${words.more(edges.length, totalCount)}</p>`}</section>`;
}

function contradictions(claim: EmbeddedClaim, words: Words): Html | null {
  const all = nodesOf(claim.contradicted);
  if (all.length === 0) return null;
  const { totalCount } = claim.contradicted;
  return html`<h2>${words.heading.contradictions}</h2><ul>${all.map(({ from, to }) => {
    const other = from.id === claim.id ? to : from;
    return html`<li>${other.headline}${impossibleDate(other, words)}</li>`;
  })}</ul>${
    totalCount === all.length ? null : html`<p class="note">${words.more(all.length, totalCount)}</p>`
  }`;
}

function verdicts({ checked }: EmbeddedClaim, words: Words): Html | null {
  const all = nodesOf(checked);
  if (all.length === 0) return null;
  return html`<h2>${words.heading.reviews}</h2><ul>${all.map(
    ({ reviewer, rating, publishedOn }) =>
      html`<li>${named(reviewer, words)}: <q>${rating}</q> <span class="note">${dateOf(publishedOn, words)}</span></li>`,
  )}</ul>`;
}

/**
 * A claim on an embed's face: its headline, how it stands, and who holds what. Those who deny it stand beside those who
 * affirm it, with as much room, however many there are of either. What contradicts it stands before them: a frame that is
 * lower than the embed shows it, and no more of the one side than of the other.
 */
export function embedContent(claim: EmbeddedClaim, words: Words): Html {
  const { embeds } = words;
  return html`<article>
<p class="kicker">${words.claim} · <span class="status ${claim.status.toLowerCase()}">${words.status[claim.status]}</span></p>
<h1>${claim.headline}</h1>
${claim.dateImpossible ? html`<p>${impossibleDate(claim, words)}</p>` : null}${claim.corroboration === null ? null : html`<p class="corroboration">${claim.corroboration.sentence}</p>`}
${contradictions(claim, words)}
<div class="sides">
${side(embeds.affirming, claim.affirming, embeds.nobodyAffirms, words)}
${side(embeds.denying, claim.denying, embeds.nobodyDenies, words)}
${side(embeds.silent, claim.silent, null, words)}
</div>
${verdicts(claim, words)}
</article>`;
}
