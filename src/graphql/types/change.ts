import { changeKinds } from '../../domain/change-kind.ts';
import type { Claim } from '../../domain/model.ts';
import { builder } from '../builder.ts';
import { connect, type ListSource } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { changesPage } from '../log-changes.ts';
import { allPresent } from '../present.ts';
import { wholeList } from '../whole-list.ts';
import { enumOf } from './enum-of.ts';
import { forwardPaging } from './paging-args.ts';

const ChangeKind = enumOf('ChangeKind', 'What a change of the log did to a record.', changeKinds, {
  RECORDED: 'It recorded it for the first time.',
  REVISED: 'It changed some of it.',
  WITHDRAWN: 'It withdrew it, with a reason.',
  REINSTATED: 'It took a withdrawal back.',
  SHOWN:
    'Nothing of it was recorded: whoever reads it came to see it, or something else of it, as when an embargo ends.',
});

/** The claims that a change bears on, of which only those on the page are read. */
function claimsOf(recordId: string, { loaders }: GraphqlContext): ListSource<Claim> {
  const ids = wholeList(
    async () => await loaders.claimsTouched.load(recordId),
    (id) => ({ key: '', id }),
  );
  return {
    async page(request) {
      const { items, more } = await ids.page(request);
      const claims = await allPresent(items.map(({ item }) => loaders.claim.load(item)));
      return { items: claims.map((item) => ({ item, position: { key: '', id: item.id } })), more };
    },
    count: () => ids.count(),
  };
}

builder.objectType('Change', {
  description: 'One change of the log: what was done to one record, at one instant.',
  fields: (t) => ({
    kind: t.field({ type: ChangeKind, description: 'What it did.', resolve: ({ kind }) => kind }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was recorded, or came to be seen; the same for all that was recorded with it.',
    }),
    record: t.expose('record', {
      type: 'Node',
      description:
        'The record as it is now; of an entity that is judged the same as others the one of them all.',
    }),
    revision: t.expose('revision', {
      type: 'Revision',
      nullable: true,
      description: 'The state that it was given, by whom, and what differs; null where it is SHOWN.',
    }),
    claims: t.field({
      type: 'ClaimConnection',
      description:
        'The claims that it bears on, by their ids: what is said of them, where, by whom, how they relate.',
      args: forwardPaging,
      resolve: ({ recordId }, page, context) =>
        connect(page, { order: 'BY_ID', list: ['Change.claims', recordId] }, claimsOf(recordId, context)),
    }),
  }),
});

builder.queryField('changes', (t) =>
  t.field({
    type: 'ChangeConnection',
    description:
      'What changed, the last first: each record that was recorded, revised, withdrawn or reinstated, and what came to ' +
      'be seen. Of what is hidden from whoever asks nothing is told. They are not counted: totalCount is null. What is ' +
      'recorded while one pages stands before the first page.',
    args: {
      since: t.arg({
        type: 'DateTime',
        description: 'At this instant or later; null is from the beginning.',
      }),
      kind: t.arg({ type: [ChangeKind], description: 'Of these kinds; of every kind where none is given.' }),
      ...forwardPaging,
    },
    resolve: (_, { since, kind, ...page }, context) => {
      const from = since ? new Date(since).toISOString() : '';
      const kinds = changeKinds.filter((one) => !kind || kind.includes(one));
      const wanted = { since: from, kinds: new Set(kinds) };
      return connect(
        page,
        { order: 'LAST_FIRST', list: ['changes', from, kinds] },
        { page: (request) => changesPage(wanted, request, context), count: async () => null },
      );
    },
  }),
);
