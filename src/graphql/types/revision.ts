import { may } from '../../domain/caller.ts';
import { changesOf, type Revision, revisionKindOf, revisionKinds } from '../../domain/revision.ts';
import { builder } from '../builder.ts';
import { type Connection, connect, type PagingArguments } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { RecordMethod } from './assertion-enums.ts';
import { enumOf } from './enum-of.ts';
import { FieldChange } from './field-change.ts';
import { forwardPaging } from './paging-args.ts';

const RevisionKind = enumOf('RevisionKind', 'What a revision did to a record.', revisionKinds, {
  RECORDED: 'It recorded it for the first time.',
  REVISED: 'It changed some of it.',
  WITHDRAWN: 'It withdrew it, with a reason.',
  REINSTATED: 'It took a withdrawal back.',
});

builder.objectType('Revision', {
  description:
    'One state that a record has had: who gave it that state, when, and what was different before.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: '1 when the record was recorded, one more with each.' }),
    kind: t.field({ type: RevisionKind, description: 'What it did.', resolve: revisionKindOf }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was recorded, which is from when on it held.',
    }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: 'When the next one took its place; null while it holds.',
    }),
    by: t.exposeString('by', { description: 'Who recorded it, as the log names them.' }),
    callerId: t.id({
      nullable: true,
      description:
        'Who recorded it, by what no other has and no change of name changes: it tells two of one name apart, to ' +
        'editors. Null to all others, and where nobody but `by` stands behind it.',
      resolve: ({ callerId }, _, { caller }) =>
        callerId !== '' && may(caller, 'READ_HIDDEN') ? callerId : null,
    }),
    method: t.expose('method', { type: RecordMethod, description: 'How it came to be.' }),
    title: t.exposeString('title', { description: 'What the log says of the recording, in a line.' }),
    activityId: t.exposeID('activityId', {
      description: 'The activity in the log; it is the same for all that was recorded with it.',
    }),
    changes: t.field({
      type: [FieldChange],
      description:
        'What differs from the state before, to the letter of what was recorded (ids in it are plain); of the first ' +
        'revision all that was recorded, with nothing before it.',
      resolve: (revision) => [...changesOf(revision)],
    }),
  }),
});

const description =
  'The states that it has had, the last one first. One that another record replaced keeps its own.';

/** The revisions of a record, all of which have them by the same argument and in the same order. */
function revisionsOf(
  field: string,
  id: string,
  page: PagingArguments,
  { loaders }: GraphqlContext,
): Connection<Revision> {
  return connect(
    page,
    { order: 'LAST_FIRST', list: [field, id] },
    {
      page: (request) => loaders.revisionPage(request, id),
      count: () => loaders.revisionCount.load(id),
    },
  );
}

const ofRecord = { type: 'RevisionConnection', description, args: forwardPaging } as const;

builder.interfaceField('Entity', 'revisions', (t) =>
  t.field({
    ...ofRecord,
    resolve: ({ id }, page, context) => revisionsOf('Entity.revisions', id, page, context),
  }),
);

for (const type of [
  'Assertion',
  'Claim',
  'ClaimRelation',
  'ConfidentialIdentity',
  'Draft',
  'IdentityJudgement',
  'Passage',
  'ReplyRequest',
  'Review',
  'Source',
  'SourceVersion',
] as const) {
  builder.objectField(type, 'revisions', (t) =>
    t.field({
      ...ofRecord,
      resolve: ({ id }, page, context) => revisionsOf(`${type}.revisions`, id, page, context),
    }),
  );
}
