import { reinstating, withdrawing } from '../../ingest/withdraw.ts';
import { builder } from '../builder.ts';
import { askedFields, defineMutation } from './define-mutation.ts';
import { targetFields, targetOf } from './target.ts';

defineMutation({
  name: 'withdrawAssertion',
  description:
    'Withdraws an assertion that should not have been recorded: it stays, marked with the reason, and counts no more. ' +
    '(The stance RETRACTS is the speaker taking it back.) `preview` says what that would take down.',
  action: 'WITHDRAW',
  input: builder.inputType('WithdrawAssertionInput', {
    description: 'Which assertion to withdraw, and why.',
    fields: (t) => ({
      ...askedFields(t),
      ...targetFields(t),
      reason: t.string({ required: true, description: 'Why; readers see it.' }),
    }),
  }),
  gather: ({ id, expectedVersion, reason }) =>
    withdrawing('Assertion', targetOf({ id, expectedVersion }), reason),
  success: {
    name: 'AssertionWithdrawn',
    field: 'assertion',
    type: 'Assertion',
    description: 'An assertion was withdrawn.',
  },
});

defineMutation({
  name: 'reinstateAssertion',
  description: 'Takes the withdrawal of an assertion back; both stay in its history.',
  action: 'WITHDRAW',
  input: builder.inputType('ReinstateAssertionInput', {
    description: 'Which assertion stands again.',
    fields: (t) => ({ ...askedFields(t), ...targetFields(t) }),
  }),
  gather: ({ id, expectedVersion }) => reinstating('Assertion', targetOf({ id, expectedVersion })),
  success: {
    name: 'AssertionReinstated',
    field: 'assertion',
    type: 'Assertion',
    description: 'An assertion stands again.',
  },
});

defineMutation({
  name: 'withdrawReview',
  description:
    'Withdraws a review that should not have been recorded: it stays by its id, marked with the reason, and the claim ' +
    'is not reviewed by it any more.',
  action: 'WITHDRAW',
  input: builder.inputType('WithdrawReviewInput', {
    description: 'Which review to withdraw, and why.',
    fields: (t) => ({
      ...askedFields(t),
      ...targetFields(t),
      reason: t.string({ required: true, description: 'Why; readers see it.' }),
    }),
  }),
  gather: ({ id, expectedVersion, reason }) =>
    withdrawing('Review', targetOf({ id, expectedVersion }), reason),
  success: {
    name: 'ReviewWithdrawn',
    field: 'review',
    type: 'Review',
    description: 'A review was withdrawn.',
  },
});

defineMutation({
  name: 'reinstateReview',
  description: 'Takes the withdrawal of a review back; both stay in its history.',
  action: 'WITHDRAW',
  input: builder.inputType('ReinstateReviewInput', {
    description: 'Which review stands again.',
    fields: (t) => ({ ...askedFields(t), ...targetFields(t) }),
  }),
  gather: ({ id, expectedVersion }) => reinstating('Review', targetOf({ id, expectedVersion })),
  success: {
    name: 'ReviewReinstated',
    field: 'review',
    type: 'Review',
    description: 'A review stands again.',
  },
});

defineMutation({
  name: 'withdrawReplyRequest',
  description:
    'Withdraws a request for a reply that should not have been recorded, as when nobody was asked: it stays by its id, ' +
    'marked with the reason, and stands with the claim no more. An answer that was recorded with it is withdrawn apart.',
  action: 'WITHDRAW',
  input: builder.inputType('WithdrawReplyRequestInput', {
    description: 'Which request to withdraw, and why.',
    fields: (t) => ({
      ...askedFields(t),
      ...targetFields(t),
      reason: t.string({ required: true, description: 'Why; readers see it.' }),
    }),
  }),
  gather: ({ id, expectedVersion, reason }) =>
    withdrawing('ReplyRequest', targetOf({ id, expectedVersion }), reason),
  success: {
    name: 'ReplyRequestWithdrawn',
    field: 'replyRequest',
    type: 'ReplyRequest',
    description: 'A request for a reply was withdrawn.',
  },
});

defineMutation({
  name: 'reinstateReplyRequest',
  description: 'Takes the withdrawal of a request for a reply back; both stay in its history.',
  action: 'WITHDRAW',
  input: builder.inputType('ReinstateReplyRequestInput', {
    description: 'Which request stands again.',
    fields: (t) => ({ ...askedFields(t), ...targetFields(t) }),
  }),
  gather: ({ id, expectedVersion }) => reinstating('ReplyRequest', targetOf({ id, expectedVersion })),
  success: {
    name: 'ReplyRequestReinstated',
    field: 'replyRequest',
    type: 'ReplyRequest',
    description: 'A request for a reply stands again.',
  },
});
