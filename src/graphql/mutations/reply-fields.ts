import type { builder } from '../builder.ts';
import { Directness } from '../types/assertion-enums.ts';
import { assertionFields, EntityRefInput } from './record-inputs.ts';
import { targetFields } from './target.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** The fields of an answer to a request for a reply. */
export function replyFields(t: InputFields) {
  // Whose it is and what it answers follow from the request, and an answer is its speaker's own.
  const {
    onBehalfOf: _behalf,
    commitment: _commitment,
    inResponseTo: _inResponseTo,
    attributedTo: _attributedTo,
    copyOf: _copyOf,
    copyReason: _copyReason,
    ...fields
  } = assertionFields(t);
  return {
    ...targetFields(t),
    ...fields,
    speaker: t.field({
      type: EntityRefInput,
      description: 'Who answers for whom was asked; absent where that answers itself.',
    }),
    directness: t.field({
      type: Directness,
      defaultValue: 'INDIRECT',
      description: 'How much of it is quoted.',
    }),
  };
}
