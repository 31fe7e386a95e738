import { z } from 'zod';
import { claimStatuses } from '../../domain/vocabulary.ts';
import { citedFragment } from './cited.ts';
import { dated, datedFields } from './impossible-date.ts';
import { attributedTo, quotedFragment, said, saidFragment } from './said.ts';
import { whoFragment } from './who.ts';

/** One statement of a claim, standing or not, with the claim as its headline has it. */
export const statementQuery = `query ClaimStatement($by: IdOrSlug!, $id: ID!, $language: BCP47!) {
  claim(by: $by) { id slug status erasedAt headline(language: $language) ${datedFields} corroboration { sentence(language: $language) } }
  node(id: $id) { ... on Assertion {
    ...Said
    erasedAt withdrawnAt withdrawalReason
    attributedTo { speaker { ...Who } }
    supersededBy { id }
    claim { id }
  } }
}
${saidFragment}
${quotedFragment}
${whoFragment}
${citedFragment}`;

const text = z.string();
const claim = dated.extend({
  id: text,
  slug: text,
  status: z.enum(claimStatuses),
  erasedAt: text.nullable(),
  headline: text,
  corroboration: z.object({ sentence: text }).nullable(),
});
const statement = said.extend({
  erasedAt: text.nullable(),
  withdrawnAt: text.nullable(),
  withdrawalReason: text.nullable(),
  attributedTo,
  supersededBy: z.object({ id: text }).nullable(),
  claim: z.object({ id: text }),
});

export const statementAnswer = z.object({
  claim: claim.nullable(),
  node: z.union([statement, z.looseObject({}).transform(() => null)]).nullable(),
});

export type StatedClaim = z.infer<typeof claim>;
export type StatementData = z.infer<typeof statement>;
