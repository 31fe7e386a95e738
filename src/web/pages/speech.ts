import type { Stance } from '../../domain/vocabulary.ts';
import { dateText } from '../../figure/date-text.ts';
import { messagesFor } from '../../figure/messages.ts';
import { citeLinks } from '../cite/cite-links.ts';
import { type Html, html, type Part } from '../html.ts';
import type { Words } from '../words/words.ts';
import { titled } from './cited.ts';
import type { AttributedTo, QuotedData, SaidData } from './said.ts';
import { marksOf, whoLink, whoMarked } from './who.ts';

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

/**
 * The words as they stand in the text, never without saying whether they are the speaker's own. `shown` are the same
 * words where something in them is marked.
 */
export function quotation(
  passage: QuotedData & { readonly prefix?: string | null; readonly suffix?: string | null },
  words: Words,
  shown: Part = passage.exact,
): Html {
  const { language, rendering, translation, verification, prefix = null, suffix = null } = passage;
  const notes = [
    words.rendering[rendering],
    verification.state === 'EXACT' ? null : words.verification[verification.state],
  ].filter((note) => note !== null);
  const around = (text: string | null) => (text === null ? null : html`<span class="around">${text}</span>`);
  return html`<blockquote lang="${language}"><p>${around(prefix)}<q>${shown}</q>${around(suffix)}</p></blockquote>${
    translation === null || language === words.language
      ? null
      : html`<p class="translation">${words.translated}: ${translation}</p>`
  }${notes.length === 0 ? null : html`<p class="note">${notes.join(' · ')}</p>`}`;
}

/** Parts of a line, with a point between them that a reader who listens is spared. */
function line(parts: readonly Part[]): Html {
  return html`${parts.map((part) => html`<span>${part}</span> `)}`;
}

/** What is told of an occasion below who took which position: as whom, in which words, of whom, when, and where. */
function circumstances(
  said: SaidData,
  attributedTo: AttributedTo,
  about: readonly Part[],
  words: Words,
): Html {
  const { speaker, onBehalfOf, role, speakerAsNamed, cue, source } = said;
  const { language } = words;
  const as: readonly Part[] = [
    ...about,
    role,
    onBehalfOf && words.speakingFor(whoLink(onBehalfOf, language)),
    speakerAsNamed !== null && speakerAsNamed !== speaker.name ? words.asNamed(speakerAsNamed) : null,
  ].filter((part) => part !== null && part !== '');
  const hedge =
    said.modality === 'CONDITIONAL' && said.condition !== null
      ? said.condition
      : words.modality[said.modality];
  const how: readonly Part[] = [
    attributedTo &&
      html`${words.attributedTo(whoLink(attributedTo.speaker, language))} (${words.commitment[said.commitment]})`,
    hedge,
    dateOf(said.saidOn, words),
    source && titled(source, words),
    cue && words.cue(cue),
    said.method === 'MODEL' ? html`<strong class="machine">${words.method.MODEL}</strong>` : null,
  ].filter((part) => part !== null && part !== '');
  const warnings = [...new Set(said.warnings.map(({ message }) => message))];
  return html`${as.length === 0 ? null : html`<p class="note line">${line(as)}</p>`}
${said.passages.map((passage) => quotation(passage, words))}
<p class="how line">${line(how)}</p>
<p class="note cites">${citeLinks(`/assertions/${said.id}`, words)}</p>
${warnings.length === 0 ? null : html`<ul class="warnings">${warnings.map((message) => html`<li><span aria-hidden="true">⚠</span> ${message}</li>`)}</ul>`}`;
}

/** On the page of what it is about: one occasion on which somebody took a position, led by who. */
export function speech(said: SaidData, attributedTo: AttributedTo, words: Words): Html {
  const { speaker } = said;
  return html`<li class="speech" id="${said.id}">
<p class="who"><strong>${whoLink(speaker, words.language)}</strong> ${stanceOf(said.stance, words)}</p>
${circumstances(said, attributedTo, marksOf(speaker, words), words)}
</li>`;
}

/** On the page of who said it: the same, led by what, and before that by whom it only passes on. */
export function utterance(said: SaidData, attributedTo: AttributedTo, what: Html, words: Words): Html {
  return html`<li class="speech" id="${said.id}">
<p class="who">${
    attributedTo &&
    html`${words.attributedTo(whoMarked(attributedTo.speaker, words))} (${words.commitment[said.commitment]}): `
  }${stanceOf(said.stance, words)}: ${what}</p>
${circumstances(said, null, [], words)}
</li>`;
}
