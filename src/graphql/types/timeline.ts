import { dayOfEvent, type TimelineEvent, timelineOfClaim, timelineOfEntity } from '../../domain/timeline.ts';
import { timelineEventKinds } from '../../domain/vocabulary.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { present } from '../present.ts';
import { wholeList } from '../whole-list.ts';
import { TimelineEventKind } from './narrative-enums.ts';
import { forwardPaging } from './paging-args.ts';

builder.objectType('TimelineEvent', {
  description: 'Something that happened to a claim, or is said to have happened.',
  fields: (t) => ({
    date: t.expose('date', {
      type: 'EdtfDate',
      nullable: true,
      description: 'When; null where that is not known, and such events stand last.',
    }),
    kind: t.expose('kind', { type: TimelineEventKind, description: 'What happened.' }),
    claim: t.field({
      type: 'Claim',
      description: 'The claim that it is of.',
      resolve: ({ claimId }, _, { loaders }) => present(loaders.claim.load(claimId), claimId),
    }),
    assertion: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'The assertion that it is of, where it is of one.',
      resolve: ({ assertionId }, _, { loaders }) =>
        assertionId === null ? null : loaders.bareAssertion(assertionId),
    }),
    review: t.field({
      type: 'Review',
      nullable: true,
      description: 'The review that it is of, where it is of one.',
      resolve: async ({ reviewId }, _, { loaders }) => {
        if (reviewId === null) return null;
        const record = await loaders.record.load(reviewId);
        return record?.type === 'Review' ? record : null;
      },
    }),
  }),
});

builder.objectField('Claim', 'timeline', (t) =>
  t.field({
    type: 'TimelineEventConnection',
    description:
      'What happened to it, by earliest day, then kind, then id; what may have been at any day up to one stands at that one.',
    args: forwardPaging,
    resolve: ({ id }, page, { loaders }) =>
      connect<TimelineEvent>(
        page,
        { order: 'EARLIEST', list: ['Claim.timeline', id] },
        wholeList(async () => timelineOfClaim(await present(loaders.dossier.load(id), id)), placeOf),
      ),
  }),
);

builder.interfaceField('Entity', 'timeline', (t) =>
  t.field({
    type: 'TimelineEventConnection',
    description:
      'What is said to have happened around it, by earliest day, then kind, then id; what may have been at any day up to one stands at that one.',
    args: forwardPaging,
    resolve: ({ id }, page, { loaders }) =>
      connect<TimelineEvent>(
        page,
        { order: 'EARLIEST', list: ['Entity.timeline', id] },
        wholeList(async () => {
          const [claims, reviews] = await Promise.all([
            loaders.datedClaims.load(id),
            loaders.reviewsAbout.load(id),
          ]);
          return timelineOfEntity(claims, reviews);
        }, placeOf),
      ),
  }),
);

/** Where an event stands: `compareEvents` spelled as a text. */
function placeOf(event: TimelineEvent) {
  const { kind, id } = event;
  const day = dayOfEvent(event);
  const place = String(timelineEventKinds.indexOf(kind)).padStart(2, '0');
  return { key: `${day === null ? '1' : `0${day}`} ${place}`, id };
}
