import { readId } from '../../domain/moment.ts';
import type { Stance } from '../../domain/vocabulary.ts';
import { dateText } from '../../figure/date-text.ts';
import { messagesFor } from '../../figure/messages.ts';
import { citeLinks } from '../cite/cite-links.ts';
import { type Html, html, ownDirection, type Part } from '../html.ts';
import type { Words } from '../words/words.ts';
import { titled } from './cited.ts';
import type { AttributedTo, QuotedData, SaidData, TakenData } from './said.ts';
import { verbatim } from './verbatim.ts';
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

/** A stance with whose it is: before one that is only passed on stands who took it, and what whoever passes it on adds. */
export function stanceTaken({ stance, commitment, attributedTo }: TakenData, words: Words): Html {
  if (attributedTo === null) return stanceOf(stance, words);
  return html`${words.attributedTo(whoMarked(attributedTo.speaker, words))} (${words.commitment[commitment]})${words.colon}${stanceOf(stance, words)}`;
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
  return html`<blockquote lang="${language}"${ownDirection(passage.exact)}><p>${around(prefix)}<q>${shown}</q>${around(suffix)}</p></blockquote>${
    translation === null || language === words.language
      ? null
      : html`<p class="translation">${words.translated}${words.colon}${translation}</p>`
  }${notes.length === 0 ? null : html`<p class="note">${notes.join(' · ')}</p>`}`;
}

/** Parts of a line, with a point between them that a reader who listens is spared. */
function line(parts: readonly Part[]): Html {
  return html`${parts.map((part) => html`<span>${part}</span> `)}`;
}

/** What a reader is warned of, each once; nothing where there is nothing. */
export function warningList(messages: readonly string[]): Html | null {
  if (messages.length === 0) return null;
  return html`<ul class="warnings">${[...new Set(messages)].map((message) => html`<li><span aria-hidden="true">⚠</span> ${message}</li>`)}</ul>`;
}

/** What is told of an occasion below who took which position: as whom, in which words, when, and where. */
function circumstances(said: SaidData, about: readonly Part[], words: Words): Html {
  const { speaker, onBehalfOf, role, speakerAsNamed, cue, source } = said;
  const as: readonly Part[] = [
    ...about,
    role && verbatim(role, words),
    onBehalfOf && words.speakingFor(whoMarked(onBehalfOf, words)),
    speakerAsNamed !== null && speakerAsNamed !== speaker.name ? words.asNamed(speakerAsNamed) : null,
  ].filter((part) => part !== null && part !== '');
  const hedge =
    said.modality === 'CONDITIONAL' && said.condition !== null
      ? verbatim(said.condition, words)
      : words.modality[said.modality];
  const how: readonly Part[] = [
    hedge,
    dateOf(said.saidOn, words),
    source && titled(source, words),
    cue && words.cue(cue),
    said.version > 1 ? words.version(said.version) : null,
    said.method === 'MODEL' ? html`<strong class="machine">${words.method.MODEL}</strong>` : null,
  ].filter((part) => part !== null && part !== '');
  return html`${as.length === 0 ? null : html`<p class="note line">${line(as)}</p>`}
${said.passages.map((passage) => quotation(passage, words))}
<p class="how line">${line(how)}</p>
${citeLinks(`/assertions/${said.id}`, words)}
${warningList(said.warnings.map(({ message }) => message))}`;
}

/** On the page of what it is about: one occasion on which somebody took a position, or passed one on, led by who. */
export function speech(said: SaidData, attributedTo: AttributedTo, words: Words): Html {
  const { speaker } = said;
  return html`<li class="speech" id="${readId(said.id).id}">
<p class="who"><strong>${whoLink(speaker, words)}</strong> ${stanceTaken({ ...said, attributedTo }, words)}</p>
${circumstances(said, marksOf(speaker, words), words)}
</li>`;
}

/** On the page of who said it: the same, led by what, and before that by whom it only passes on. */
export function utterance(said: SaidData, attributedTo: AttributedTo, what: Html, words: Words): Html {
  return html`<li class="speech" id="${readId(said.id).id}">
<p class="who">${stanceTaken({ ...said, attributedTo }, words)}${words.colon}${what}</p>
${circumstances(said, [], words)}
</li>`;
}
