import { z } from 'zod';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { counted, nodesOf } from './connection.ts';
import { headed, headedLink } from './headed.ts';
import { rest } from './part.ts';
import { taken, takenFields } from './said.ts';
import { stanceTaken } from './speech.ts';
import { who, whoMarked } from './who.ts';

/** What is asked of a quotation wherever it stands apart from who is quoted; `Who` and `Headed` stand beside it. */
export const quotedForFields = `assertions(first: 3) { totalCount edges { node { id ${takenFields} speaker { ...Who } claim { ...Headed } } } }`;

export const quotedForShape = {
  assertions: counted(taken.extend({ id: z.string(), speaker: who, claim: headed })),
};

type QuotedForData = z.infer<z.ZodObject<typeof quotedForShape>>;

/** Whose words they are taken to be, and for which claims: never a claim without whose it is. */
export function quotedFor({ assertions }: QuotedForData, words: Words): Html | null {
  const all = nodesOf(assertions);
  if (all.length === 0) return null;
  return html`<p class="note">${words.record.source.quotedFor}${words.colon}</p><ul class="plain">${all.map(
    ({ speaker, claim, ...one }) =>
      html`<li class="note"><strong>${whoMarked(speaker, words)}</strong> ${stanceTaken(one, words)}${words.colon}${headedLink(claim, words)}</li>`,
  )}</ul>${rest(all.length, assertions.totalCount, words)}`;
}
