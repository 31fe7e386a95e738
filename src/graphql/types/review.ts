import type { Review } from '../../domain/model.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { present } from '../present.ts';
import { byRecording, recordedPosition, wholeList } from '../whole-list.ts';
import { ReviewRating } from './claim-enums.ts';
import { forwardPaging } from './paging-args.ts';

builder.objectType('Review', {
  description: "A published fact-check's verdict on a claim.",
  interfaces: ['Node'],
  fields: (t) => ({
    claim: t.field({
      type: 'Claim',
      description: 'The claim that was checked.',
      resolve: ({ claimId }, _, { loaders }) => present(loaders.claim.load(claimId), claimId),
    }),
    reviewer: t.field({
      type: 'Entity',
      description: 'Who checked it.',
      resolve: ({ reviewerId }, _, { loaders }) => present(loaders.entity(reviewerId), reviewerId),
    }),
    rating: t.exposeString('rating', { description: "The verdict in the reviewer's words." }),
    normalized: t.expose('normalized', {
      type: ReviewRating,
      description: 'The verdict in terms that all reviews share.',
    }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Where the review stands.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'EdtfDate',
      nullable: true,
      description: 'When it was published.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn, which is our doing; null while it stands.',
    }),
    withdrawalReason: t.exposeString('withdrawalReason', {
      nullable: true,
      description: 'Why it was withdrawn.',
    }),
  }),
});

builder.objectFields('Claim', (t) => ({
  latestReview: t.field({
    type: 'Review',
    nullable: true,
    description:
      'The review published last; of those without a date the one recorded last; none that was withdrawn.',
    resolve: async ({ id }, _, { loaders }) =>
      [...(await loaders.reviews.load(id))].sort(byPublication).at(-1) ?? null,
  }),
  reviews: t.field({
    type: 'ReviewConnection',
    description:
      'What fact-checkers published on it, in the order of recording; those withdrawn are left out.',
    args: forwardPaging,
    resolve: ({ id }, page, { loaders }) =>
      connect(
        page,
        { order: 'AS_RECORDED', list: ['Claim.reviews', id] },
        wholeList(async () => [...(await loaders.reviews.load(id))].sort(byRecording), recordedPosition),
      ),
  }),
}));

function byPublication(a: Review, b: Review): number {
  const [dayOfA, dayOfB] = [a.publishedOn?.latest ?? '', b.publishedOn?.latest ?? ''];
  if (dayOfA !== dayOfB) return dayOfA < dayOfB ? -1 : 1;
  return byRecording(a, b);
}
