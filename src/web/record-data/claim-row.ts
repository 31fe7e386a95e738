import { z } from 'zod';
import { claimStatuses } from '../../domain/vocabulary.ts';
import { stated } from './assertion-fields.ts';
import { both, bothOf, inBoth } from './both.ts';

const text = z.string();

/** A claim that data names: never its proposition alone, always whose it is and how it stands. */
export const claimRow = z.object({
  id: text,
  slug: text,
  version: z.number(),
  status: z.enum(claimStatuses),
  ...bothOf('headline'),
});
export const claimRowFields = `id slug version status ${inBoth('headline')}`;

/** An occasion with the claim that it was about. */
export const statedOfClaim = stated.extend({ claim: claimRow });
export const statedOfClaimFields = `...Stated claim { ${claimRowFields} }`;

export type ClaimRow = z.infer<typeof claimRow>;

/** Where the page of a claim stands. */
export const claimAddress = (slug: string, base: string) => `${base}/claims/${encodeURIComponent(slug)}`;

/** The same in a document. */
export const claimNamed = (
  { id, slug, version, status, headlineEn, headlineZh }: ClaimRow,
  base: string,
) => ({
  id,
  slug,
  address: claimAddress(slug, base),
  version,
  status,
  headline: both(headlineEn, headlineZh),
});
