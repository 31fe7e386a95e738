import { z } from 'zod';
import { dated, datedFields } from '../pages/impossible-date.ts';
import { anchored, stated, withFragments } from '../record-data/assertion-fields.ts';
import { bothOf, inBoth } from '../record-data/both.ts';
import { quotedForFields, quotedForShape } from './statement.ts';

const text = z.string();
const latest = 'revisions(first: 1) { edges { node { recordedAt } } }';
const revised = z.object({ edges: z.array(z.object({ node: z.object({ recordedAt: text }) })) });

/** A claim that something else is cited of. */
export const headedClaimFields = `id slug version ${inBoth('headline')} ${datedFields}`;
export const headedClaim = dated.extend({
  id: text,
  slug: text,
  version: z.number(),
  ...bothOf('headline'),
});

/** A claim as it is cited; of its quotations the addresses of what is kept, as far as the first of them. */
export const claimCitationQuery = `query ClaimCitation($by: IdOrSlug!) {
  found: claim(by: $by) {
    ${headedClaimFields} erasedAt ${latest}
    corroboration { ${inBoth('sentence')} }
    assertions(first: 50) { edges { node { passages { version { archivedAt } } } } }
  }
}`;
const citedClaim = headedClaim.extend({
  revisions: revised,
  corroboration: z.object(bothOf('sentence')).nullable(),
  assertions: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          passages: z.array(z.object({ version: z.object({ archivedAt: text.nullable() }).nullable() })),
        }),
      }),
    ),
  }),
});

/** For a document of `withFragments`. */
export const citedAssertionFields = `...Stated ${latest} claim { ${headedClaimFields} }`;
export const assertionCitationQuery = withFragments(`query AssertionCitation($id: ID!) {
  found: assertion(id: $id) { erasedAt ${citedAssertionFields} }
}`);
export const citedAssertion = stated.extend({ revisions: revised, claim: headedClaim });

const citedPassage = anchored.extend(quotedForShape);
export const passageCitationQuery = withFragments(`query PassageCitation($id: ID!) {
  found: node(id: $id) { ... on Passage { erasedAt ...Anchored ${quotedForFields} } }
}`);

/** `erasedAt`: of what was erased nothing is cited. */
const answer = <Shape extends z.ZodRawShape>(found: z.ZodObject<Shape>) =>
  z.object({ found: found.extend({ erasedAt: text.nullable() }).nullable() });
export const claimCitationAnswer = answer(citedClaim);
export const assertionCitationAnswer = answer(citedAssertion);
export const passageCitationAnswer = answer(citedPassage);

export type CitedClaim = z.infer<typeof citedClaim>;
export type CitedAssertion = z.infer<typeof citedAssertion>;
export type CitedPassage = z.infer<typeof citedPassage>;
