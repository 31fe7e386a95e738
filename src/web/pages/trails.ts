import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { titled } from './cited.ts';
import type { ClaimData, TrailData } from './claim-query.ts';
import { nodesOf } from './connection.ts';
import { rest } from './part.ts';
import { quotation, stanceTaken } from './speech.ts';
import { whoMarked } from './who.ts';

type Step = TrailData['steps'][number];

function isSame(step: Step, link: TrailData['weakestLink']): boolean {
  return (
    link !== null &&
    step.kind === link.kind &&
    step.assertion?.id === link.assertion?.id &&
    step.source?.id === link.source?.id &&
    step.passage?.id === link.passage?.id
  );
}

function stepItem(step: Step, isWeakest: boolean, words: Words): Html {
  const { kind, speaker, source, passage, weakness } = step;
  return html`<li${isWeakest ? html` class="weakest"` : null}>
<p><span class="kind">${words.step[kind]}</span> ${speaker === null ? null : html`<strong>${whoMarked(speaker, words)}</strong> `}${
    source === null ? (speaker === null ? words.sourceUnknown : null) : titled(source, words)
  }</p>
${passage === null ? null : quotation(passage, words)}
${
  weakness === null
    ? null
    : html`<p class="weakness"><span aria-hidden="true">⚠</span> ${isWeakest ? html`<strong>${words.weakest}${words.colon}</strong>` : null}${weakness}</p>`
}
</li>`;
}

function trail({ complete, origin, weakestLink, steps }: TrailData, number: number, words: Words): Html {
  const weakest = steps.findIndex((step) => isSame(step, weakestLink));
  return html`<section class="trail" aria-labelledby="trail-${number}">
<h3 id="trail-${number}">${words.trail(number)}${words.colon}${whoMarked(origin.speaker, words)} ${stanceTaken(origin, words)}</h3>
<p class="note">${complete ? words.complete : words.incomplete}</p>
<ol>${steps.map((step, at) => stepItem(step, at === weakest, words))}</ol>
</section>`;
}

/**
 * How each thing that nobody here relays is known, from where it was read to what it rests on: what affirms the claim,
 * then what is against it; a refusal to comment or silence, which is no way of knowing, last.
 */
export function trails({ affirmed, opposed, unanswered }: ClaimData, words: Words): Html | null {
  const groups = [affirmed, opposed, unanswered];
  const all = groups.flatMap(nodesOf);
  if (all.length === 0) return null;
  const total = groups.reduce<number | null>(
    (sum, { totalCount }) => (sum === null || totalCount === null ? null : sum + totalCount),
    0,
  );
  return html`${all.map((one, at) => trail(one, at + 1, words))}${rest(all.length, total, words)}`;
}
