import { z } from 'zod';
import { commitments, nameKinds, recordMethods, stances, verdicts } from '../../domain/vocabulary.ts';
import { date, dateFields, named, sourced, withFragments } from './assertion-fields.ts';
import { bothOf, inBoth, maybeBothOf } from './both.ts';
import { claimRow, claimRowFields, statedOfClaim, statedOfClaimFields } from './claim-row.ts';
import { listWithin, type NodeOf } from './data-list.ts';
import { type RecordState, statesOf } from './record-states.ts';

const text = z.string();
const inSpeaker = 'entity(by: { id: $id })';

/** What a speaker is apart from its lists. */
export const speakerCoreQuery = withFragments(`query SpeakerData($by: IdOrSlug!) {
  entity(by: $by) {
    ...Named erasedAt version wikidata ${inBoth('description')}
    names { text language kind }
    ... on Person { affiliations { role asOf { ${dateFields} } organization { ...Named } } }
    ... on Document { source { ...Sourced } }
    judgements { verdict method ${inBoth('reason')} between { id ... on Entity { ...Named } } }
  }
}`);

const core = named.extend({
  erasedAt: text.nullable(),
  version: z.number(),
  wikidata: text.nullable(),
  ...maybeBothOf('description'),
  names: z.array(z.object({ text, language: text.nullable(), kind: z.enum(nameKinds) })),
  affiliations: z
    .array(z.object({ role: text.nullable(), asOf: date.nullable(), organization: named }))
    .optional(),
  source: sourced.nullish(),
  judgements: z.array(
    z.object({
      verdict: z.enum(verdicts),
      method: z.enum(recordMethods),
      ...bothOf('reason'),
      between: z.array(z.union([named, z.object({ id: text })])),
    }),
  ),
});
export const speakerCoreAnswer = z.object({ entity: core.nullable() });

/** Every occasion, those that stand no more included. */
export const speakerAssertions = listWithin(
  inSpeaker,
  'SpeakerAssertions',
  `assertions(filter: { withdrawn: null }, orderBy: SAID_OLDEST)`,
  statedOfClaimFields,
  statedOfClaim,
);

export const speakerPositions = listWithin(
  inSpeaker,
  'SpeakerPositions',
  'positions',
  `stance stanceCertain changed onBehalfOf { ...Named } claim { ${claimRowFields} } held { id stance commitment method saidOn { ${dateFields} } speaker { ...Named } attributedTo { id } }`,
  z.object({
    stance: z.enum(stances),
    stanceCertain: z.boolean(),
    changed: z.boolean(),
    onBehalfOf: named.nullable(),
    claim: claimRow,
    held: z.array(
      z.object({
        id: text,
        stance: z.enum(stances),
        commitment: z.enum(commitments),
        method: z.enum(recordMethods),
        saidOn: date.nullable(),
        speaker: named,
        attributedTo: z.object({ id: text }).nullable(),
      }),
    ),
  }),
);

export const claimsAboutSpeaker = listWithin(
  inSpeaker,
  'ClaimsAbout',
  'claimsAbout',
  claimRowFields,
  claimRow,
);

export const speakerStates = statesOf(inSpeaker, 'SpeakerStates');

export type SpeakerCore = z.infer<typeof core>;

/** All that is recorded of a speaker, read to the end of every list, and when that was. */
export interface WholeSpeaker {
  readonly speaker: SpeakerCore;
  readonly assertions: readonly NodeOf<typeof speakerAssertions>[];
  readonly positions: readonly NodeOf<typeof speakerPositions>[];
  readonly about: readonly NodeOf<typeof claimsAboutSpeaker>[];
  readonly states: readonly RecordState[];
  readonly retrievedAt: string;
}
