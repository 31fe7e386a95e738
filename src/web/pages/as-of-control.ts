import { dateText } from '../../figure/date-text.ts';
import { messagesFor } from '../../figure/messages.ts';
import { type AsOf, asOfName } from '../as-of.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { type AddressQuery, linkTo, type PageAddress } from './address.ts';

/** What an address says besides its moment. A cursor is of the list as it stood at one, and goes with it. */
function atAnyMoment({ query = [] }: PageAddress): AddressQuery {
  return query.filter(([name]) => name !== asOfName && name !== 'after');
}

function partsOf({ text, recorded, isDay }: AsOf, words: Words) {
  const day = dateText(recorded.slice(0, 10), messagesFor(words.language));
  return { day, time: isDay ? null : (/T([\d:.]+)Z$/.exec(text)?.[1] ?? null) };
}

/** A moment in the reader's words: a day to its end, or an instant as precise as it is. */
export function momentText(moment: AsOf, words: Words): string {
  const { day, time } = partsOf(moment, words);
  return time === null ? words.past.endOf(day) : words.past.at(day, time);
}

/** Where a list begins: a day from its start, or an instant. */
export function beginningText(moment: AsOf, words: Words): string {
  const { day, time } = partsOf(moment, words);
  return time === null ? `${day} (UTC)` : words.past.cited(day, time);
}

/** The date that a citation names: when the page was made, or the moment that it is of. */
export function citedDate(now: Date, words: Words): string {
  if (words.moment === null) return dateText(now.toISOString().slice(0, 10), messagesFor(words.language));
  const { day, time } = partsOf(words.moment, words);
  return words.past.cited(day, time);
}

/** Asks for the same page as it stood: on a day, or at a moment. Works without a script; nothing chosen is the present. */
export function asOfControl(address: PageAddress, words: Words): Html {
  const { past, moment, language } = words;
  const kept = [...atAnyMoment(address), ['language', language] as const].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const form = (label: string, input: Html) =>
    html`<form action="${address.path}" method="get"><label>${label} ${input}</label>${kept}<button>${past.show}</button></form>`;
  const isAt = moment !== null && !moment.isDay;
  return html`<details class="as-of"${moment === null ? null : html` open`}><summary>${past.control}</summary>
${form(past.onDay, html`<input type="date" name="${asOfName}" required max="${address.now.toISOString().slice(0, 10)}" value="${moment === null ? '' : moment.recorded.slice(0, 10)}">`)}
${form(past.atMoment, html`<input type="datetime-local" name="${asOfName}" required step="1" value="${isAt ? moment.recorded.slice(0, 19) : ''}">`)}
</details>`;
}

/** On the face of a page of the past: which, and the way to the present; nothing on a page of the present. */
export function pastNotice(address: PageAddress, words: Words): Html | null {
  const { past, moment, language } = words;
  if (moment === null) return null;
  const isOver = moment.recorded < address.now.toISOString();
  return html`<div class="past" role="note"><p><strong>${past.asItStood(momentText(moment, words))}</strong> ${address.nothingYet ? past.nothingYet : isOver ? past.notSince : past.notOver} <a href="${linkTo(address.path, language, atAnyMoment(address))}">${past.present}</a></p></div>
`;
}
