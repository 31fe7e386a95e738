import { pick } from '../../domain/localize.ts';
import { verdicts } from '../../domain/vocabulary.ts';
import { builder } from '../builder.ts';
import { allPresent } from '../present.ts';
import { publicRecord } from '../public-record.ts';
import { RecordMethod } from './assertion-enums.ts';
import { enumOf } from './enum-of.ts';
import { ofRecord } from './language-arg.ts';

export const Verdict = enumOf('Verdict', 'Whether two records are one.', verdicts, {
  SAME: 'They are one.',
  DIFFERENT: 'They are two.',
  UNSURE: 'It is not known.',
});

builder.objectType('IdentityJudgement', {
  description:
    'Whether two entities, or two assertions, are one: by whom, when and why. The records themselves are never merged.',
  interfaces: ['Node'],
  fields: (t) => ({
    verdict: t.expose('verdict', { type: Verdict, description: 'What was judged.' }),
    between: t.field({
      type: ['Node'],
      description: 'The two; of an entity the one that readers see.',
      resolve: ({ betweenIds }, _, context) => allPresent(betweenIds.map((id) => publicRecord(id, context))),
    }),
    betweenIds: t.idList({
      description:
        "The two records' own ids, as judged: what is needed to judge them anew, and so to undo it.",
      resolve: ({ betweenIds }) => [...betweenIds],
    }),
    by: t.exposeString('by', { description: 'Who judged it.' }),
    method: t.expose('method', {
      type: RecordMethod,
      description: "How it came to be: a machine's is a guess that nobody has decided.",
    }),
    reason: t.string({
      description: 'Why.',
      args: ofRecord,
      resolve: ({ reason }, { language }) => pick(reason, language)?.text ?? '',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was first recorded here.' }),
  }),
});

builder.objectField('Assertion', 'judgements', (t) =>
  t.field({
    type: ['IdentityJudgement'],
    description: 'What was judged of whether it is one with another.',
    resolve: async ({ id }, _, { loaders }) => [...(await loaders.judgements.load(id))],
  }),
);

builder.interfaceField('Entity', 'judgements', (t) =>
  t.field({
    type: ['IdentityJudgement'],
    description: 'What was judged of whether it, or anyone judged to be it, is one with another.',
    resolve: async ({ id }, _, { loaders }) => [...(await loaders.judgementsOfCluster.load(id))],
  }),
);
