import { coerceInputValue, type GraphQLSchema, isInputType } from 'graphql';
import { type DraftState, draftedMutationOf } from '../../domain/draft.ts';
import { InvalidInput, type Issue } from '../../domain/errors.ts';
import { pathOf } from '../../domain/issue-path.ts';
import type { Gather } from '../../ingest/record-gathered.ts';
import { builder } from '../builder.ts';
import {
  assertionCorrectionFields,
  claimCorrectionFields,
  correctionRule,
  entityCorrectionFields,
  sourceCorrectionFields,
} from './correction-fields.ts';
import { gathersOfDrafts } from './define-mutation.ts';
import { recordedAssertionFields } from './record-inputs.ts';
import { replyFields } from './reply-fields.ts';

const asked = 'as it takes it, less idempotencyKey, preview and method';

const RecordAssertionDraftInput = builder.inputType('RecordAssertionDraftInput', {
  description: `An assertion and all that it stands on: what \`recordAssertion\` takes, ${asked}.`,
  fields: recordedAssertionFields,
});

const CorrectAssertionDraftInput = builder.inputType('CorrectAssertionDraftInput', {
  description: `What to change of an assertion: what \`correctAssertion\` takes, ${asked}. ${correctionRule}`,
  fields: assertionCorrectionFields,
});

const CorrectClaimDraftInput = builder.inputType('CorrectClaimDraftInput', {
  description: `What to change of a claim: what \`correctClaim\` takes, ${asked}. ${correctionRule}`,
  fields: claimCorrectionFields,
});

const CorrectEntityDraftInput = builder.inputType('CorrectEntityDraftInput', {
  description: `What to change of an entity: what \`correctEntity\` takes, ${asked}. ${correctionRule}`,
  fields: entityCorrectionFields,
});

const CorrectSourceDraftInput = builder.inputType('CorrectSourceDraftInput', {
  description: `What to change of a source: what \`correctSource\` takes, ${asked}. ${correctionRule}`,
  fields: sourceCorrectionFields,
});

const RecordReplyDraftInput = builder.inputType('RecordReplyDraftInput', {
  description: `An answer to a request for a reply: what \`recordReply\` takes, ${asked}.`,
  fields: replyFields,
});

export const DraftContentInput = builder.inputType('DraftContentInput', {
  description: 'What a draft is of: the input of one mutation. Exactly one of them.',
  isOneOf: true,
  fields: (t) => ({
    recordAssertion: t.field({ type: RecordAssertionDraftInput, description: 'A new assertion.' }),
    correctAssertion: t.field({
      type: CorrectAssertionDraftInput,
      description: 'A correction of an assertion.',
    }),
    correctClaim: t.field({ type: CorrectClaimDraftInput, description: 'A correction of a claim.' }),
    correctEntity: t.field({ type: CorrectEntityDraftInput, description: 'A correction of an entity.' }),
    correctSource: t.field({ type: CorrectSourceDraftInput, description: 'A correction of a source.' }),
    recordReply: t.field({ type: RecordReplyDraftInput, description: 'An answer to a request for a reply.' }),
  }),
});

/**
 * What the mutation that a draft is of would gather. The content is read once more as the API takes it today, since it may
 * have been saved to another version of it. Throws InvalidInput with the paths of what does not fit.
 */
export function gatherOfDraft(content: DraftState['content'], schema: GraphQLSchema): Gather {
  const type = schema.getType('DraftContentInput');
  if (!isInputType(type)) throw new Error('a schema without DraftContentInput');
  const issues: Issue[] = [];
  const read: unknown = coerceInputValue(content, type, (path, _, { message }) => {
    issues.push({ path: pathOf(['content', ...path]), message });
  });
  const name = draftedMutationOf({ content });
  const gather = name === null ? undefined : gathersOfDrafts[name];
  if (issues.length > 0 || name === null || gather === undefined)
    throw new InvalidInput('the draft is not what the API takes', issues);
  return gather((read as Record<string, never>)[name] as never);
}
