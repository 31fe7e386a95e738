import { pick } from '../../domain/localize.ts';
import type { Assertion, ReplyRequest } from '../../domain/model.ts';
import { replyStateOf, standingReply } from '../../domain/reply-state.ts';
import { replyStates } from '../../domain/vocabulary.ts';
import { builder } from '../builder.ts';
import type { Loaders } from '../loaders.ts';
import { present } from '../present.ts';
import { enumOf } from './enum-of.ts';
import { ofRecord } from './language-arg.ts';

const ReplyState = enumOf('ReplyState', 'What came of a request for a reply.', replyStates, {
  OPEN: 'No answer is recorded.',
  ANSWERED: 'It was answered, be it by declining to comment.',
  NO_RESPONSE: 'No answer had come by the deadline, which is recorded as an answer.',
});

/** The answer that stands, by as many steps as others took its place. */
async function replyTo({ replyId }: ReplyRequest, loaders: Loaders): Promise<Assertion | null> {
  const found = new Map<string, Assertion>();
  let next = replyId;
  while (next !== null && !found.has(next)) {
    const one = await loaders.assertion.load(next);
    if (one) found.set(next, one);
    next = one?.supersededById ?? null;
  }
  return standingReply(replyId, (id) => found.get(id));
}

builder.objectType('ReplyRequest', {
  description:
    'That someone was asked for a reply to a claim, or to an assertion of it, and what came of it.',
  interfaces: ['Node'],
  fields: (t) => ({
    claim: t.field({
      type: 'Claim',
      description: 'The claim that they were asked about.',
      resolve: ({ claimId }, _, { loaders }) => present(loaders.claim.load(claimId), claimId),
    }),
    assertion: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'The assertion that was put to them; null where it was the claim itself.',
      resolve: ({ assertionId }, _, { loaders }) =>
        assertionId === null ? null : loaders.assertion.load(assertionId),
    }),
    to: t.field({
      type: 'Entity',
      description: 'Who was asked.',
      resolve: ({ toId }, _, { loaders }) => present(loaders.entity(toId), toId),
    }),
    channel: t.exposeString('channel', { nullable: true, description: 'How they were asked.' }),
    question: t.string({
      nullable: true,
      description: 'What they were asked.',
      args: ofRecord,
      resolve: ({ question }, { language }) => pick(question, language)?.text ?? null,
    }),
    askedOn: t.expose('askedOn', {
      type: 'EdtfDate',
      nullable: true,
      description: 'When they were asked.',
    }),
    deadline: t.expose('deadline', { type: 'DateTime', description: 'Until when they were to answer.' }),
    by: t.exposeString('by', { description: 'Who asked.' }),
    state: t.field({
      type: ReplyState,
      description: 'What came of it.',
      resolve: async (request, _, { loaders }) => replyStateOf(await replyTo(request, loaders)),
    }),
    reply: t.field({
      type: 'Assertion',
      nullable: true,
      description:
        'The answer that stands, an assertion by whom was asked or on its behalf; null while there is none, and where ' +
        'it was withdrawn.',
      resolve: (request, _, { loaders }) => replyTo(request, loaders),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was first recorded here.' }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn, for it should not have been recorded; null while it stands.',
    }),
    withdrawalReason: t.exposeString('withdrawalReason', {
      nullable: true,
      description: 'Why it was withdrawn.',
    }),
  }),
});

builder.objectField('Claim', 'replyRequests', (t) =>
  t.field({
    type: ['ReplyRequest'],
    description:
      'Who was asked for a reply to it, or to an assertion of it, in the order of recording; what was withdrawn is left out.',
    resolve: async ({ id }, _, { loaders }) => [...(await loaders.replyRequests.load(id))],
  }),
);

builder.objectField('Assertion', 'replyRequests', (t) =>
  t.field({
    type: ['ReplyRequest'],
    description:
      'Who was asked for a reply to it, in the order of recording; what was withdrawn is left out.',
    resolve: async ({ id }, _, { loaders }) => [...(await loaders.replyRequests.load(id))],
  }),
);
