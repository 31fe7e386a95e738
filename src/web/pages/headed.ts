import { z } from 'zod';
import { claimStatuses } from '../../domain/vocabulary.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { type DatedData, dated, datedFields, impossibleDate } from './impossible-date.ts';
import { linkTo } from './page.ts';

/** What is asked of a claim that another page lists: never its proposition alone, always whose it is. */
export const headedFragment = `fragment Headed on Claim { slug status headline(language: $language) ${datedFields} }`;

export const headed = dated.extend({
  slug: z.string(),
  status: z.enum(claimStatuses),
  headline: z.string(),
});

export type HeadedData = z.infer<typeof headed>;

/** A claim with whose it is, and how it stands. */
export function headedLink(claim: HeadedData, words: Words): Html {
  const { slug, status, headline } = claim;
  return html`<a href="${linkTo(`/claims/${encodeURIComponent(slug)}`, words)}">${headline}</a> <span class="status ${status.toLowerCase()}">${words.status[status]}</span>${impossibleDate(claim, words)}`;
}

/** A headline in a sentence about it: without a link and how it stands, never without the warning of its date. */
export function headlineOf(claim: DatedData & Pick<HeadedData, 'headline'>, words: Words): Html {
  return html`${claim.headline}${impossibleDate(claim, words)}`;
}
