import type { Target } from '../../ingest/correct.ts';
import type { builder } from '../builder.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** What the input of a mutation has that changes a record. */
export function targetFields(t: InputFields) {
  return {
    id: t.id({ required: true, description: 'The record to change.' }),
    expectedVersion: t.int({
      required: true,
      description: 'The version that the caller has seen of it; where it has another by now nothing is done.',
    }),
  };
}

/** The record that an input is about. */
export function targetOf(input: { readonly id: string; readonly expectedVersion: number }): Target {
  return { id: input.id, expectedVersion: input.expectedVersion };
}
