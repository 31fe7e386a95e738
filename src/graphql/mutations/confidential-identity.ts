import { attachingIdentity, withdrawingIdentity } from '../../ingest/confidential-identity.ts';
import { builder } from '../builder.ts';
import { askedFields, defineDecided } from './define-mutation.ts';
import { NameInput } from './record-inputs.ts';
import { targetFields, targetOf } from './target.ts';

defineDecided({
  name: 'attachIdentity',
  description:
    'Records who someone is whom the record does not name. Only those who may read identities can read it; to all ' +
    'others nothing has changed, and whoever attaches one learns of no other. The idempotencyKey is a random UUID.',
  action: 'ATTACH_IDENTITY',
  input: builder.inputType('AttachIdentityInput', {
    description: 'Who an unnamed entity is.',
    fields: (t) => ({
      ...askedFields(t),
      entity: t.id({ required: true, description: 'The entity; its anonymity is not NAMED.' }),
      names: t.field({ type: [NameInput], required: true, description: 'What they are called.' }),
      note: t.string({ description: 'How it is known, how to reach them.' }),
    }),
  }),
  decide: (request, { entity, names, note }) => attachingIdentity(request, { entity, names, note }),
  success: {
    name: 'IdentityAttached',
    field: 'identity',
    type: 'ConfidentialIdentity',
    description: 'An identity was recorded. Whoever may not read identities gets null for it.',
  },
});

defineDecided({
  name: 'withdrawIdentity',
  description:
    'Withdraws an identity that is wrong: it stays, marked with the reason, and stands with the entity no more. The ' +
    'idempotencyKey is a random UUID.',
  action: 'READ_IDENTITIES',
  input: builder.inputType('WithdrawIdentityInput', {
    description: 'Which identity to withdraw, and why.',
    fields: (t) => ({
      ...askedFields(t),
      ...targetFields(t),
      reason: t.string({ required: true, description: 'Why; as confidential as the identity.' }),
    }),
  }),
  decide: (request, { id, expectedVersion, reason }) =>
    withdrawingIdentity(request, targetOf({ id, expectedVersion }), reason),
  success: {
    name: 'IdentityWithdrawn',
    field: 'identity',
    type: 'ConfidentialIdentity',
    description: 'An identity was withdrawn.',
  },
});
