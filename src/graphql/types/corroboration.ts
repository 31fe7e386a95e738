import { corroborationSentence } from '../../domain/corroboration-sentence.ts';
import { pick } from '../../domain/localize.ts';
import { builder } from '../builder.ts';
import { allPresent, present } from '../present.ts';
import { ofService } from './language-arg.ts';

builder.objectType('Corroboration', {
  description:
    'How well a claim is supported by the current assertions that affirm it. Two origins belong together when their ' +
    'speakers are the same entity (as judged) or speak for the same body, or the assertions are copies one of the other ' +
    'or judged the same: the count is of the groups that remain. Machines and Unknown never count; nor does an origin ' +
    'of basis UNSTATED, whose speaker also relays this claim, beside one with another speaker; nor an endorsing relay; ' +
    'nor what its speaker later RETRACTS.',
  fields: (t) => ({
    assertions: t.exposeInt('assertions', { description: 'How many affirm it, origins and relays.' }),
    sources: t.exposeInt('sources', { description: 'How many sources they were made in.' }),
    independentOrigins: t.exposeInt('independentOrigins', {
      description: 'How many independent origins there are at least.',
    }),
    independentOriginsAtMost: t.exposeInt('independentOriginsAtMost', {
      description: 'How many there would be, were every unsure judgement "different".',
    }),
    unnamedOrigins: t.exposeInt('unnamedOrigins', {
      description: 'How many of the independent origins are unnamed.',
    }),
    machineOrigins: t.exposeInt('machineOrigins', {
      description: 'How many origins are machines; they are not among the independent ones.',
    }),
    deniedBy: t.exposeInt('deniedBy', {
      description:
        'How many entities deny it; two that are perhaps one are two, and a denial that was taken back is none.',
    }),
    declinedBy: t.exposeInt('declinedBy', { description: 'How many entities declined to comment on it.' }),
    origins: t.field({
      type: ['OriginGroup'],
      description: 'The independent origins, at most 50.',
      resolve: ({ origins }) => [...origins],
    }),
    circular: t.field({
      type: t.listRef(t.listRef('Source')),
      description: 'Sources that lead back to themselves.',
      resolve: ({ circular }, _, { loaders }) =>
        Promise.all(circular.map((ids) => allPresent(ids.map((id) => loaders.source.load(id))))),
    }),
    sentence: t.string({
      description:
        'All of it in a sentence: "9 reports, 1 independent origin, unnamed; denied by ByteDance". ' +
        'Names in it that are written from right to left stand between isolates (U+2068, U+2069).',
      args: ofService,
      resolve: (corroboration, { language }) => corroborationSentence(corroboration, language),
    }),
  }),
});

builder.objectType('OriginGroup', {
  description: 'Origins that belong together and count as one.',
  fields: (t) => ({
    representative: t.field({
      type: 'Assertion',
      description:
        'Whoever the others copy, else the one said first; of those that nothing orders the one recorded first.',
      resolve: ({ representativeId }, _, { loaders }) =>
        present(loaders.bareAssertion(representativeId), representativeId),
    }),
    assertions: t.field({
      type: ['Assertion'],
      description: 'All of them, the representative first.',
      resolve: ({ memberIds }, _, { loaders }) =>
        allPresent(memberIds.map((id) => loaders.bareAssertion(id))),
    }),
    reason: t.string({
      description: 'Why they count as one.',
      args: ofService,
      resolve: ({ reason }, { language }) => pick(reason, language ?? 'en')?.text ?? '',
    }),
  }),
});
