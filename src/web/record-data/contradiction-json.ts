import type { StatedData } from './assertion-fields.ts';
import { assertionOf, assertionWithClaim, setApart } from './assertion-json.ts';
import { both } from './both.ts';
import type { Attribution } from './claim-json.ts';
import { claimAddress, claimNamed } from './claim-row.ts';
import type { ContradictionCore, WholeContradiction } from './contradiction-data.ts';

/** Where the contradiction itself stands, whichever of its claims is looked at. */
export const contradictionPath = (id: string) => `/contradictions/${id}`;

/** A contradiction as one JSON document, both of its claims with all that was said of them; its shape is described in docs/downloads.md. */
export function contradictionJson(
  { relation, said, states, retrievedAt }: WholeContradiction,
  base: string,
  { citation, rights }: Attribution,
): string {
  const { id, version, status, proposedBy, recordedAt, reasonEn, reasonZh, from, to, assertedBy } = relation;
  const side = (claim: ContradictionCore['from'], all: readonly StatedData[]) => {
    const address = claimAddress(claim.slug, base);
    const { own, passedOn, standsNoMore } = setApart(all, (one) => assertionOf(one, address));
    const { corroboration } = claim;
    return {
      ...claimNamed(claim, base),
      corroboration:
        corroboration === null
          ? null
          : { sentence: both(corroboration.sentenceEn, corroboration.sentenceZh) },
      whoSaid: own,
      whoReported: passedOn,
      standsNoMore,
    };
  };
  return `${JSON.stringify(
    {
      format: 'onrecord-contradiction/1',
      retrievedAt,
      address: base + contradictionPath(id),
      id,
      version,
      status,
      reason: both(reasonEn, reasonZh),
      proposedBy,
      recordedAt,
      assertedBy: assertedBy.map((one) => assertionWithClaim(one, base)),
      claims: [side(from, said.from), side(to, said.to)],
      revisions: states,
      citation,
      rights,
    },
    null,
    2,
  )}\n`;
}
