import {
  approvalHolds,
  type Draft,
  type DraftApproval,
  draftStatuses,
  isApproved,
} from '../../domain/draft.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { RecordMethod } from './assertion-enums.ts';
import { enumOf } from './enum-of.ts';
import { forwardPaging } from './paging-args.ts';

const DraftStatus = enumOf('DraftStatus', 'How far a draft has come.', draftStatuses, {
  OPEN: 'It is being written, or read.',
  PUBLISHED: 'What it says is on record.',
  DISCARDED: 'It was given up, or erased.',
});

const Approval = builder
  .objectRef<{ readonly approval: DraftApproval; readonly draft: Draft }>('DraftApproval')
  .implement({
    description: 'That a second person has read a draft and approved of it.',
    fields: (t) => ({
      by: t.string({ description: 'Who.', resolve: ({ approval }) => approval.by.name }),
      version: t.int({
        description: 'The version that was approved.',
        resolve: ({ approval }) => approval.version,
      }),
      approvedAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ approval }) => approval.at }),
      holds: t.boolean({
        description: 'Whether it is of what the draft says now: a later save makes it void.',
        resolve: ({ approval, draft }) => approvalHolds(approval, draft),
      }),
    }),
  });

builder.objectType('Draft', {
  description:
    'Something that is written down and not on record. To whoever may not see it it is not there: whoever began it sees ' +
    'it, and editors do.',
  interfaces: ['Node'],
  fields: (t) => ({
    status: t.expose('status', { type: DraftStatus, description: 'How far it has come.' }),
    content: t.expose('content', {
      type: 'JSON',
      description:
        'What it says: to the letter what `saveDraft` took as `content`, defaults filled in, so that it can be given to it ' +
        'again. Ids in it are plain. Empty where it was erased.',
    }),
    method: t.expose('method', {
      type: RecordMethod,
      description: 'How it came to be, which what is published of it keeps.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'A note for colleagues; never published.' }),
    begunBy: t.string({ description: 'Who began it.', resolve: ({ writers }) => writers[0]?.name ?? '' }),
    writers: t.stringList({
      description: 'Everyone who saved any version of it, the one who began it first.',
      resolve: ({ writers }) => writers.map(({ name }) => name),
    }),
    savedBy: t.string({ description: 'Who saved what it says now.', resolve: ({ savedBy }) => savedBy.name }),
    savedVersion: t.exposeInt('savedVersion', {
      description: 'The version in which what it says now was saved.',
    }),
    approvals: t.field({
      type: [Approval],
      description: 'Every approval that there was, the oldest first.',
      resolve: (draft) => draft.approvals.map((approval) => ({ approval, draft })),
    }),
    isApproved: t.boolean({
      description: 'Whether a second person has approved what it says now.',
      resolve: isApproved,
    }),
    publishedAs: t.field({
      type: 'Node',
      nullable: true,
      description: 'The record that it was published as; null while it is not.',
      resolve: ({ published }, _, { loaders }) =>
        published === undefined ? null : loaders.record.load(published.as),
    }),
    publishedBy: t.string({
      nullable: true,
      description: 'Who published it; null while it is not.',
      resolve: ({ published }) => published?.by.name ?? null,
    }),
    discardReason: t.string({
      nullable: true,
      description: 'Why it was discarded; null where it was not.',
      resolve: ({ discarded }) => discarded?.reason ?? null,
    }),
    discardedBy: t.string({
      nullable: true,
      description: 'Who discarded it; null where nobody did, and it may have been erased.',
      resolve: ({ discarded }) => discarded?.by?.name ?? null,
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was first saved.' }),
  }),
});

builder.queryField('drafts', (t) =>
  t.field({
    type: 'DraftConnection',
    description: 'The drafts that the caller may see, in the order in which they were begun.',
    args: {
      status: t.arg({
        type: [DraftStatus],
        description: 'Only those that have come so far; OPEN ones where nothing is said, null for all.',
        defaultValue: ['OPEN'],
      }),
      mine: t.arg.boolean({ defaultValue: false, description: 'Only those that the caller began.' }),
      ...forwardPaging,
    },
    resolve: (_, { status = null, mine, ...page }, { reader, caller }) => {
      const own = caller?.id ?? '';
      const filter = { status: status && [...new Set(status)].sort(), author: mine ? own : null };
      return connect(
        page,
        { order: 'AS_BEGUN', list: ['Query.drafts', filter, own] },
        { page: (request) => reader.listDrafts(filter, request), count: () => reader.countDrafts(filter) },
      );
    },
  }),
);
