import { z } from 'zod';
import { derivationKinds, recordMethods, relationStatuses, sourceAccesses } from '../../domain/vocabulary.ts';
import { anchored, date, dateFields, sourced, withFragments } from './assertion-fields.ts';
import { inBoth, maybeBothOf } from './both.ts';
import { statedOfClaim, statedOfClaimFields } from './claim-row.ts';
import { listAlone, listWithin, type NodeOf } from './data-list.ts';
import { type RecordState, statesOf } from './record-states.ts';

const text = z.string();
const inSource = 'source(by: { id: $id })';
const derivationFields = `kind status method ${inBoth('reason')}`;
const derivation = z.object({
  kind: z.enum(derivationKinds),
  status: z.enum(relationStatuses),
  method: z.enum(recordMethods),
  ...maybeBothOf('reason'),
});

/** What a source is apart from its lists. */
export const sourceCoreQuery = withFragments(`query SourceData($by: SourceBy!) {
  source(by: $by) {
    ...Sourced erasedAt version access embargoedUntil inForce { ${dateFields} }
    disclaimer { ...Anchored }
    derivedFrom { ${derivationFields} from { ...Sourced } }
  }
}`);

const core = sourced.extend({
  erasedAt: text.nullable(),
  version: z.number(),
  access: z.enum(sourceAccesses),
  embargoedUntil: text.nullable(),
  inForce: date.nullable(),
  disclaimer: anchored.nullable(),
  derivedFrom: z.array(derivation.extend({ from: sourced })),
});
export const sourceCoreAnswer = z.object({ source: core.nullable() });

export const sourceTexts = listWithin(
  inSource,
  'SourceTexts',
  'versions',
  'id sha256 length retrievedAt retrievedFrom archivedAt',
  z.object({
    id: text,
    sha256: text,
    length: z.number().nullable(),
    retrievedAt: text.nullable(),
    retrievedFrom: text.nullable(),
    archivedAt: text.nullable(),
  }),
);

export const sourcePassages = listWithin(inSource, 'SourcePassages', 'passages', '...Anchored', anchored);

export const sourceDerivatives = listWithin(
  inSource,
  'SourceDerivatives',
  'derivatives',
  `...Sourced derivedFrom { ${derivationFields} from { id } }`,
  sourced.extend({ derivedFrom: z.array(derivation.extend({ from: z.object({ id: text }) })) }),
);

/** Every occasion that is recorded as made in it, those that stand no more included. */
export const sourceAssertions = listAlone(
  '$id: ID!',
  'SourceAssertions',
  `assertions(filter: { source: [$id], withdrawn: null }, orderBy: SAID_OLDEST)`,
  statedOfClaimFields,
  statedOfClaim,
);

export const sourceStates = statesOf(inSource, 'SourceStates');

export type SourceCore = z.infer<typeof core>;

/** All that is recorded of a source, read to the end of every list, and when that was. */
export interface WholeSource {
  readonly source: SourceCore;
  readonly texts: readonly NodeOf<typeof sourceTexts>[];
  readonly passages: readonly NodeOf<typeof sourcePassages>[];
  readonly derivatives: readonly NodeOf<typeof sourceDerivatives>[];
  readonly assertions: readonly NodeOf<typeof sourceAssertions>[];
  readonly states: readonly RecordState[];
  readonly retrievedAt: string;
}
