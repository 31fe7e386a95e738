import { z } from 'zod';
import { revisionKinds } from '../../domain/revision.ts';
import { recordMethods } from '../../domain/vocabulary.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { counted, nodesOf } from './connection.ts';
import { fieldChange, fieldChangeFields, fieldChanges } from './field-changes.ts';

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

export const revisionFields = `version kind recordedAt method by ${fieldChangeFields}`;
export const history = counted(
  z.object({
    version: z.number(),
    kind: z.enum(revisionKinds),
    recordedAt: z.string(),
    method: z.enum(recordMethods),
    by: z.string(),
    changes: z.array(fieldChange),
  }),
);

/** The states that a record has had, the last one first, each with who gave it and what differs from the one before. */
export function revisions(states: z.infer<typeof history>, words: Words): Html {
  const all = nodesOf(states);
  return html`<ol class="revisions" reversed>${all.map(
    ({ version, kind, recordedAt, method, by, changes }) =>
      html`<li>${words.version(version)}${words.colon}${minuteOf(recordedAt)} · ${words.changes.kind[kind]} · ${words.changes.by(by)} · ${words.method[method]}${kind === 'RECORDED' ? null : fieldChanges(changes, words)}</li>`,
  )}</ol>${rest(all.length, states.totalCount, words)}`;
}
