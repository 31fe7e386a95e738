import { z } from 'zod';
import type { SearchType } from '../../domain/vocabulary.ts';
import { anchored, named, sourced } from './assertion-fields.ts';
import { bothOf, inBoth, maybeBothOf } from './both.ts';
import { claimRow, claimRowFields } from './claim-row.ts';
import { listAlone } from './data-list.ts';

// Words have a version too, which is a text: in one document the two need two names.
const claim = claimRow
  .omit({ version: true })
  .extend({
    __typename: z.literal('Claim'),
    claimVersion: z.number(),
    corroboration: z.object(bothOf('sentence')).nullable(),
  })
  .transform(({ claimVersion, ...rest }) => ({ ...rest, version: claimVersion }));
const source = sourced.extend({ __typename: z.literal('Source') });
const passage = anchored.extend({ __typename: z.literal('Passage') });
const entity = named.extend(maybeBothOf('description'));

/** What a search finds, in its order. */
export const searchFinds = listAlone(
  '$text: String!, $types: [SearchType!]',
  'FoundData',
  'search(query: $text, types: $types)',
  `node {
    __typename
    ... on Claim { ${claimRowFields.replace(' version ', ' claimVersion: version ')} corroboration { ${inBoth('sentence')} } }
    ... on Entity { ...Named ${inBoth('description')} }
    ... on Source { ...Sourced }
    ... on Passage { ...Anchored }
  }`,
  // An entity's type has the name of its kind.
  z.object({ node: z.union([claim, source, passage, entity]) }),
);

export type FoundRecord = z.infer<typeof claim | typeof source | typeof passage | typeof entity>;

/** All that a search finds, and when that was. */
export interface WholeSearch {
  readonly query: string;
  /** Null for all types. */
  readonly type: SearchType | null;
  readonly finds: readonly FoundRecord[];
  readonly retrievedAt: string;
}
