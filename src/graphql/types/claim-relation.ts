import { pick } from '../../domain/localize.ts';
import { relationStatuses } from '../../domain/vocabulary.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { idsOf } from '../filters.ts';
import { allPresent, present } from '../present.ts';
import { byRecording, recordedPosition, wholeList } from '../whole-list.ts';
import { RelationKind, RelationStatus } from './claim-enums.ts';
import { ofRecord } from './language-arg.ts';
import { forwardPaging } from './paging-args.ts';

builder.objectType('ClaimRelation', {
  description:
    'How one claim bears on another, and why. A contradiction is shown, never resolved by the machine.',
  interfaces: ['Node'],
  fields: (t) => ({
    kind: t.expose('kind', { type: RelationKind, description: 'How the one bears on the other.' }),
    from: t.field({
      type: 'Claim',
      description: 'The claim that does it; of a symmetric kind either of the two.',
      resolve: ({ fromId }, _, { loaders }) => present(loaders.claim.load(fromId), fromId),
    }),
    to: t.field({
      type: 'Claim',
      description: 'The claim that it is done to; of a symmetric kind the other of the two.',
      resolve: ({ toId }, _, { loaders }) => present(loaders.claim.load(toId), toId),
    }),
    reason: t.string({
      description: 'Why: which words, which dates.',
      args: ofRecord,
      resolve: ({ reason }, { language }) => pick(reason, language)?.text ?? '',
    }),
    status: t.expose('status', { type: RelationStatus, description: 'How far it is agreed upon.' }),
    assertedBy: t.field({
      type: ['Assertion'],
      description: "Those in the text who draw it; empty when it is the editors'.",
      resolve: ({ assertedByIds }, _, { loaders }) =>
        allPresent(assertedByIds.map((id) => loaders.assertion.load(id))),
    }),
    proposedBy: t.exposeString('proposedBy', { description: 'Who or what drew it here.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was first recorded here.' }),
  }),
});

builder.objectField('Claim', 'relations', (t) =>
  t.field({
    type: 'ClaimRelationConnection',
    description:
      'How it bears on other claims and they on it; the confirmed ones unless `status` says otherwise.',
    args: {
      kind: t.arg({
        type: [RelationKind],
        description: 'Of these kinds; of every kind where none is given.',
      }),
      status: t.arg({
        type: [RelationStatus],
        defaultValue: ['CONFIRMED'],
        description: 'Of these statuses; null is every one.',
      }),
      ...forwardPaging,
    },
    resolve: ({ id }, { kind, status, ...page }, { loaders }) =>
      connect(
        page,
        { order: 'AS_RECORDED', list: ['Claim.relations', id, kind ?? null, status ?? null] },
        wholeList(async () => {
          const relations = await loaders.relations.load(id);
          return relations
            .filter(
              (relation) =>
                (!kind || kind.includes(relation.kind)) && (!status || status.includes(relation.status)),
            )
            .sort(byRecording);
        }, recordedPosition),
      ),
  }),
);

builder.queryField('contradictions', (t) =>
  t.field({
    type: 'ClaimRelationConnection',
    description:
      'Claims that cannot both be true; the confirmed contradictions unless `status` says otherwise.',
    args: {
      about: t.arg.id({ description: 'Only between claims one of which is about this entity.' }),
      status: t.arg({
        type: [RelationStatus],
        defaultValue: ['CONFIRMED'],
        description: 'Of these statuses; null is every one.',
      }),
      ...forwardPaging,
    },
    resolve: (_, { about, status, ...page }, { reader }) => {
      const entity = about ?? null;
      if (entity !== null) idsOf('Entity', 'about', [entity]);
      const statuses = status ?? relationStatuses;
      return connect(
        page,
        { order: 'AS_RECORDED', list: ['contradictions', entity, statuses] },
        wholeList(
          async () => [...(await reader.contradictions(entity, statuses))].sort(byRecording),
          recordedPosition,
        ),
      );
    },
  }),
);
