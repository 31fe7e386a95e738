import { askingForReply, recordingReply } from '../../ingest/reply.ts';
import { builder } from '../builder.ts';
import { askedFields, defineMutation } from './define-mutation.ts';
import { DateInput, EntityRefInput, LocalizedTextInput } from './record-inputs.ts';
import { replyFields } from './reply-fields.ts';
import { targetOf } from './target.ts';

defineMutation({
  name: 'askForReply',
  description: 'Records that someone was asked for a reply to a claim, or to an assertion of it.',
  action: 'RECORD',
  input: builder.inputType('AskForReplyInput', {
    description: 'A request for a reply: about a claim or an assertion, one of them.',
    fields: (t) => ({
      ...askedFields(t),
      claim: t.id({ description: 'The claim that they are asked about.' }),
      assertion: t.id({ description: 'The assertion that is put to them.' }),
      to: t.field({ type: EntityRefInput, required: true, description: 'Who is asked.' }),
      channel: t.string({ description: 'How they are asked: "e-mail to the press office".' }),
      question: t.field({ type: [LocalizedTextInput], description: 'What they are asked.' }),
      askedOn: t.field({ type: DateInput, description: 'When they were asked.' }),
      deadline: t.field({ type: 'DateTime', required: true, description: 'Until when they are to answer.' }),
    }),
  }),
  gather: askingForReply,
  success: {
    name: 'ReplyAskedFor',
    field: 'replyRequest',
    type: 'ReplyRequest',
    description: 'A request for a reply was recorded.',
  },
});

defineMutation({
  name: 'recordReply',
  description:
    'Records the answer to a request for a reply, in one Activity: an assertion of its claim by whom was asked, or on ' +
    'its behalf. NO_RESPONSE says that none had come by the deadline, and is refused before it; an answer that comes ' +
    'late takes its place.',
  action: 'RECORD',
  input: builder.inputType('RecordReplyInput', {
    description: 'An answer; the record to change is the request.',
    fields: (t) => ({ ...askedFields(t), ...replyFields(t) }),
  }),
  gather: ({ id, expectedVersion, ...reply }) => recordingReply(targetOf({ id, expectedVersion }), reply),
  success: {
    name: 'ReplyRecorded',
    field: 'replyRequest',
    type: 'ReplyRequest',
    description: 'An answer was recorded with the request.',
  },
});
