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

/** Beside a headline: that the date stands as it was written and cannot be true; nothing of any other. */
export function impossibleDate({ dateImpossible, concerns }: DatedData, words: Words): Html | null {
  if (!dateImpossible) return null;
  const date = concerns && (concerns.original ?? dateOf(concerns, words));
  return html` <span class="impossible"><span aria-hidden="true">⚠</span> ${words.impossibleDate(date)}</span>`;
}
