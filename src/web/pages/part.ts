import { z } from 'zod';
import { recordMethods } from '../../domain/vocabulary.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { counted, nodesOf } from './connection.ts';

/** A part of the page under a heading of its own, left out where there is nothing to say. */
export function part(id: string, heading: string, content: Html | null): Html | null {
  if (content === null) return null;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${content}</section>`;
}

/** That there is more than is shown, where there is. */
export function rest(shown: number, total: number | null, words: Words): Html | null {
  return total === shown ? null : html`<p class="note">${words.more(shown, total)}</p>`;
}

/** An instant to the minute. */
export function minuteOf(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

export const revisionFields = 'version recordedAt method';
export const history = counted(
  z.object({ version: z.number(), recordedAt: z.string(), method: z.enum(recordMethods) }),
);

/** The states that a record has had, the last one first. */
export function revisions(states: z.infer<typeof history>, words: Words): Html {
  const all = nodesOf(states);
  return html`<ol class="revisions" reversed>${all.map(
    ({ version, recordedAt, method }) =>
      html`<li>${words.version(version)}: ${minuteOf(recordedAt)}, ${words.method[method]}</li>`,
  )}</ol>${rest(all.length, states.totalCount, words)}`;
}
