import type { Stance } from '../../domain/vocabulary.ts';
import { dateText } from '../../figure/date-text.ts';
import { messagesFor } from '../../figure/messages.ts';
import { followable, type Html, html, type Part } from '../html.ts';
import type { Words } from '../words/words.ts';
import type { ClaimData, SaidData } from './claim-query.ts';

/** Colour is never the only sign of a stance: each has its word, and its mark. */
const marks: Readonly<Record<Stance, string>> = {
  AFFIRMS: '✓',
  DENIES: '✗',
  DOUBTS: '?',
  DECLINES_TO_COMMENT: '–',
  NO_RESPONSE: '…',
  RETRACTS: '↩',
};

export function stanceOf(stance: Stance, words: Words): Html {
  return html`<span class="stance ${stance.toLowerCase()}"><span aria-hidden="true">${marks[stance]}</span> ${words.stance[stance]}</span>`;
}

/** A date as precise as it is; null says that none is known. */
export function dateOf(date: { readonly edtf: string } | null, words: Words): string {
  return date === null ? words.onDateUnknown : dateText(date.edtf, messagesFor(words.language));
}

/** A title, which leads to where the text stands, if an address of it is known. */
export function titled(source: { readonly title: string; readonly url: string | null }): Html {
  const url = followable(source.url);
  return url === null
    ? html`<cite>${source.title}</cite>`
    : html`<cite><a href="${url}" rel="noreferrer">${source.title}</a></cite>`;
}

/** The words as they stand in the text, never without saying whether they are the speaker's own. */
function quotation(passage: SaidData['passages'][number], words: Words): Html {
  const { exact, language, rendering, translation, verification } = passage;
  const notes = [
    words.rendering[rendering],
    verification.state === 'EXACT' ? null : words.verification[verification.state],
  ].filter((note) => note !== null);
  return html`<blockquote lang="${language}"><p><q>${exact}</q></p></blockquote>${
    translation === null || language === words.language
      ? null
      : html`<p class="translation">${words.translated}: ${translation}</p>`
  }${notes.length === 0 ? null : html`<p class="note">${notes.join(' · ')}</p>`}`;
}

/** One occasion on which somebody took a position: who, which, when, where, in which words. */
export function speech(
  said: SaidData,
  attributedTo: ClaimData['whoReported']['edges'][number]['node']['attributedTo'] | null,
  words: Words,
): Html {
  const { speaker, onBehalfOf, role, speakerAsNamed, cue } = said;
  const who = [
    words.kind[speaker.kind],
    words.anonymity[speaker.anonymity],
    role,
    onBehalfOf && words.speakingFor(onBehalfOf.name),
    speakerAsNamed !== null && speakerAsNamed !== speaker.name ? words.asNamed(speakerAsNamed) : null,
  ].filter((part) => typeof part === 'string');
  const hedge =
    said.modality === 'CONDITIONAL' && said.condition !== null
      ? said.condition
      : words.modality[said.modality];
  const how: readonly Part[] = [
    attributedTo &&
      html`<span>${words.attributedTo(attributedTo.speaker.name)} (${words.commitment[said.commitment]})</span>`,
    hedge && html`<span>${hedge}</span>`,
    html`<span>${dateOf(said.saidOn, words)}</span>`,
    said.source && html`<span>${titled(said.source)}</span>`,
    cue && html`<span>${words.cue(cue)}</span>`,
    said.method === 'MODEL' && html`<span class="machine">${words.method.MODEL}</span>`,
  ].map((part) => (part === false || part === '' ? null : part));
  const warnings = [...new Set(said.warnings.map(({ message }) => message))];
  return html`<li class="speech" id="${said.id}">
<p class="who"><strong>${speaker.name}</strong> ${stanceOf(said.stance, words)}</p>
${who.length === 0 ? null : html`<p class="note">${who.join(' · ')}</p>`}
${said.passages.map((passage) => quotation(passage, words))}
<p class="how">${how.filter((part) => part !== null).map((part) => html`${part} `)}</p>
${warnings.length === 0 ? null : html`<ul class="warnings">${warnings.map((message) => html`<li><span aria-hidden="true">⚠</span> ${message}</li>`)}</ul>`}
</li>`;
}
