import { z } from 'zod';
import { relationStatuses } from '../../domain/vocabulary.ts';
import { type StatedData, withFragments } from './assertion-fields.ts';
import { bothOf, inBoth } from './both.ts';
import { claimRow, claimRowFields, statedOfClaim, statedOfClaimFields } from './claim-row.ts';
import { type RecordState, statesOf } from './record-states.ts';

const text = z.string();
const end = `{ ${claimRowFields} corroboration { ${inBoth('sentence')} } }`;

/** Two claims that cannot both be true, and why: what a list of such pairs has of each. */
export const pairFields = `id version status proposedBy recordedAt ${inBoth('reason')} from ${end} to ${end}`;

/** What a contradiction is apart from what was said of its claims. */
export const contradictionCoreQuery = withFragments(`query ContradictionData($id: ID!) {
  node(id: $id) { ... on ClaimRelation {
    ${pairFields} erasedAt kind
    assertedBy { ${statedOfClaimFields} }
  } }
}`);

const side = claimRow.extend({ corroboration: z.object(bothOf('sentence')).nullable() });
export const pair = z.object({
  id: text,
  version: z.number(),
  status: z.enum(relationStatuses),
  proposedBy: text,
  recordedAt: text,
  ...bothOf('reason'),
  from: side,
  to: side,
});
const core = pair.extend({
  erasedAt: text.nullable(),
  kind: z.literal('CONTRADICTS'),
  assertedBy: z.array(statedOfClaim),
});

/** `node` is something else where the id is of no contradiction. */
export const contradictionCoreAnswer = z.object({
  node: z.union([core, z.looseObject({}).transform(() => null)]).nullable(),
});

export const contradictionStates = statesOf('node(id: $id)', 'ContradictionStates', 'ClaimRelation');

export type ContradictionCore = z.infer<typeof core>;

/** A contradiction with all that was said of either of its claims, and when that was read. */
export interface WholeContradiction {
  readonly relation: ContradictionCore;
  readonly said: { readonly from: readonly StatedData[]; readonly to: readonly StatedData[] };
  readonly states: readonly RecordState[];
  readonly retrievedAt: string;
}
