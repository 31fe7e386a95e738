import { z } from 'zod';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { dateOf } from './speech.ts';

/** What is asked of a claim wherever its headline stands, so that a date in it that cannot be true is never shown without a warning. */
export const datedFields = 'dateImpossible concerns { edtf original }';

export const dated = z.object({
  dateImpossible: z.boolean(),
  concerns: z.object({ edtf: z.string(), original: z.string().nullable() }).nullable(),
});

export type DatedData = z.infer<typeof dated>;

/** That a date stands as it was written and cannot be true, in words; null of any other. */
export function impossibleDateText({ dateImpossible, concerns }: DatedData, words: Words): string | null {
  if (!dateImpossible) return null;
  return words.impossibleDate(concerns && (concerns.original ?? dateOf(concerns, words)));
}

/** Beside a headline: that the date stands as it was written and cannot be true; nothing of any other. */
export function impossibleDate(claim: DatedData, words: Words): Html | null {
  const text = impossibleDateText(claim, words);
  return text === null
    ? null
    : html` <span class="impossible"><span aria-hidden="true">⚠</span> ${text}</span>`;
}
