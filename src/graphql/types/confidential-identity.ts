import { nameOf } from '../../domain/localize.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { present } from '../present.ts';
import { byRecording, recordedPosition, wholeList } from '../whole-list.ts';
import { ofRecord } from './language-arg.ts';
import { forwardPaging } from './paging-args.ts';

builder.objectType('ConfidentialIdentity', {
  description:
    'Who someone is whom the record does not name. It exists for those alone who may read identities: for all others ' +
    'there is none, by its id either.',
  interfaces: ['Node'],
  fields: (t) => ({
    entity: t.field({
      type: 'Entity',
      description: 'Whose identity it is.',
      resolve: ({ entityId }, _, { loaders }) => present(loaders.entity(entityId), entityId),
    }),
    name: t.string({
      description: 'What they are called in a language; falls back to its own.',
      args: ofRecord,
      resolve: (identity, { language }) => nameOf(identity, language),
    }),
    names: t.field({
      type: ['Name'],
      description: 'Every spelling, with its language and kind.',
      resolve: ({ names }) => [...names],
    }),
    note: t.exposeString('note', { nullable: true, description: 'How it is known, how to reach them.' }),
    by: t.exposeString('by', { description: 'Who attached it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was first recorded here.' }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn; null while it stands.',
    }),
    withdrawalReason: t.exposeString('withdrawalReason', {
      nullable: true,
      description: 'Why it was withdrawn.',
    }),
  }),
});

builder.interfaceField('Entity', 'confidentialIdentities', (t) =>
  t.field({
    type: 'ConfidentialIdentityConnection',
    description:
      'Who it is, where that is known and confidential, in the order of recording; withdrawn ones are left out. For ' +
      'those alone who may read identities: for all others there is none.',
    args: forwardPaging,
    resolve: ({ id }, page, { loaders }) =>
      connect(
        page,
        { order: 'AS_RECORDED', list: ['Entity.confidentialIdentities', id] },
        wholeList(async () => [...(await loaders.identities.load(id))].sort(byRecording), recordedPosition),
      ),
  }),
);
