import { correcting } from '../../ingest/correct.ts';
import { assertionChanges, claimChanges, entityChanges, sourceChanges } from '../../ingest/corrections.ts';
import { builder } from '../builder.ts';
import {
  assertionCorrectionFields,
  claimCorrectionFields,
  correctionRule,
  entityCorrectionFields,
  sourceCorrectionFields,
} from './correction-fields.ts';
import { askedFields, defineMutation } from './define-mutation.ts';
import { targetOf } from './target.ts';

defineMutation({
  name: 'correctAssertion',
  description:
    'Corrects an assertion. What makes it that assertion (claim, speaker, stance, source, attribution) is corrected by ' +
    'another that supersedes it; all else is a revision. Both stay in its history.',
  action: 'RECORD',
  input: builder.inputType('CorrectAssertionInput', {
    description: `What to change of an assertion. ${correctionRule}`,
    fields: (t) => ({
      ...askedFields(t),
      ...assertionCorrectionFields(t),
    }),
  }),
  gather: ({ id, expectedVersion, ...changes }) =>
    correcting('Assertion', targetOf({ id, expectedVersion }), assertionChanges(changes)),
  success: {
    name: 'AssertionCorrected',
    field: 'assertion',
    type: 'Assertion',
    description: 'An assertion was corrected: it is the revised one, or the one that supersedes it.',
  },
});

defineMutation({
  name: 'correctClaim',
  description: 'Corrects a claim: a revision of it.',
  action: 'RECORD',
  input: builder.inputType('CorrectClaimInput', {
    description: `What to change of a claim. ${correctionRule}`,
    fields: (t) => ({
      ...askedFields(t),
      ...claimCorrectionFields(t),
    }),
  }),
  gather: ({ id, expectedVersion, ...changes }) =>
    correcting('Claim', targetOf({ id, expectedVersion }), claimChanges(changes)),
  success: { name: 'ClaimCorrected', field: 'claim', type: 'Claim', description: 'A claim was corrected.' },
});

defineMutation({
  name: 'correctEntity',
  description: 'Corrects an entity: a revision of it.',
  action: 'RECORD',
  input: builder.inputType('CorrectEntityInput', {
    description: `What to change of an entity. ${correctionRule}`,
    fields: (t) => ({
      ...askedFields(t),
      ...entityCorrectionFields(t),
    }),
  }),
  gather: ({ id, expectedVersion, ...changes }) =>
    correcting('Entity', targetOf({ id, expectedVersion }), entityChanges(changes)),
  success: {
    name: 'EntityCorrected',
    field: 'entity',
    type: 'Entity',
    description: 'An entity was corrected.',
  },
});

defineMutation({
  name: 'correctSource',
  description: 'Corrects a source: a revision of it. Its versions are texts and stay.',
  action: 'RECORD',
  input: builder.inputType('CorrectSourceInput', {
    description: `What to change of a source. ${correctionRule}`,
    fields: (t) => ({
      ...askedFields(t),
      ...sourceCorrectionFields(t),
    }),
  }),
  gather: ({ id, expectedVersion, ...changes }) =>
    correcting('Source', targetOf({ id, expectedVersion }), sourceChanges(changes)),
  success: {
    name: 'SourceCorrected',
    field: 'source',
    type: 'Source',
    description: 'A source was corrected.',
  },
});
