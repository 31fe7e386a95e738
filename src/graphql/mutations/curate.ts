import {
  decidingCopy,
  decidingDerivation,
  decidingRelation,
  judging,
  relating,
  reviewing,
} from '../../ingest/curate.ts';
import { builder } from '../builder.ts';
import { RelationKind, RelationStatus, ReviewRating } from '../types/claim-enums.ts';
import { Verdict } from '../types/identity-judgement.ts';
import { DerivationKind } from '../types/source-enums.ts';
import { askedFields, defineMutation } from './define-mutation.ts';
import { DateInput, EntityRefInput, LocalizedTextInput } from './record-inputs.ts';
import { targetFields, targetOf } from './target.ts';

defineMutation({
  name: 'relateClaims',
  description: 'Says how one claim bears on another, and why; proposed until an editor confirms it.',
  action: 'RECORD',
  input: builder.inputType('RelateClaimsInput', {
    description: 'A relation between two claims.',
    fields: (t) => ({
      ...askedFields(t),
      kind: t.field({ type: RelationKind, required: true, description: 'How the one bears on the other.' }),
      from: t.id({ required: true, description: 'The claim that does it.' }),
      to: t.id({ required: true, description: 'The claim that it is done to.' }),
      reason: t.field({ type: [LocalizedTextInput], required: true, description: 'Why.' }),
      assertedBy: t.idList({ description: "Those in the text who draw it; none when it is the editors'." }),
    }),
  }),
  gather: ({ kind, from, to, reason, assertedBy }) =>
    relating({ kind, from, to, reason, status: 'PROPOSED', assertedBy: assertedBy ?? [] }),
  success: {
    name: 'ClaimsRelated',
    field: 'relation',
    type: 'ClaimRelation',
    description: 'A relation was proposed.',
  },
});

const decision = (t: Parameters<typeof targetFields>[0]) => ({
  ...askedFields(t),
  ...targetFields(t),
  status: t.field({ type: RelationStatus, required: true, description: 'What is decided.' }),
  reason: t.field({ type: [LocalizedTextInput], description: 'Why, in the place of the reason recorded.' }),
});

defineMutation({
  name: 'decideRelation',
  description: 'Confirms or rejects a relation between claims, or leaves it open again.',
  action: 'JUDGE',
  input: builder.inputType('DecideRelationInput', {
    description: 'What is decided of a relation.',
    fields: decision,
  }),
  gather: ({ id, expectedVersion, status, reason }) =>
    decidingRelation(targetOf({ id, expectedVersion }), status, reason ?? null),
  success: {
    name: 'RelationDecided',
    field: 'relation',
    type: 'ClaimRelation',
    description: 'A relation was decided upon.',
  },
});

defineMutation({
  name: 'decideDerivation',
  description: 'Confirms or rejects that a source derives from another, or leaves it open again.',
  action: 'JUDGE',
  input: builder.inputType('DecideDerivationInput', {
    description: 'What is decided of a derivation; the record to change is the source that derives.',
    fields: (t) => ({
      ...decision(t),
      kind: t.field({ type: DerivationKind, required: true, description: 'How it derives.' }),
      from: t.id({ required: true, description: 'The source that it derives from.' }),
    }),
  }),
  gather: ({ id, expectedVersion, kind, from, status, reason }) =>
    decidingDerivation(targetOf({ id, expectedVersion }), { kind, from }, status, reason ?? null),
  success: {
    name: 'DerivationDecided',
    field: 'source',
    type: 'Source',
    description: 'A derivation was decided upon.',
  },
});

defineMutation({
  name: 'decideCopy',
  description: 'Says that an assertion is a copy of another, or that it is none.',
  action: 'JUDGE',
  input: builder.inputType('DecideCopyInput', {
    description: 'What is decided of a copy; the record to change is the assertion that copies.',
    fields: (t) => ({
      ...askedFields(t),
      ...targetFields(t),
      copyOf: t.id({ description: 'The assertion that it copies; null where it copies none.' }),
      reason: t.string({
        required: true,
        description:
          'Why. Whoever confirms a copy that a machine proposed, which joins no origins until then, gives a reason of their own.',
      }),
    }),
  }),
  gather: ({ id, expectedVersion, copyOf, reason }) =>
    decidingCopy(targetOf({ id, expectedVersion }), copyOf ?? null, reason),
  success: {
    name: 'CopyDecided',
    field: 'assertion',
    type: 'Assertion',
    description: 'A copy was decided upon.',
  },
});

defineMutation({
  name: 'reviewClaim',
  description: "Records a published fact-check's verdict on a claim.",
  action: 'RECORD',
  input: builder.inputType('ReviewClaimInput', {
    description: 'A verdict that was published.',
    fields: (t) => ({
      ...askedFields(t),
      claim: t.id({ required: true, description: 'The claim that was checked.' }),
      reviewer: t.field({ type: EntityRefInput, required: true, description: 'Who checked it.' }),
      rating: t.string({ required: true, description: "The verdict in the reviewer's words." }),
      normalized: t.field({ type: ReviewRating, required: true, description: 'In terms that all share.' }),
      url: t.field({ type: 'URL', description: 'Where the review stands.' }),
      publishedOn: t.field({ type: DateInput, description: 'When it was published.' }),
    }),
  }),
  gather: ({ claim, reviewer, rating, normalized, url, publishedOn }) =>
    reviewing({ claim, reviewer, rating, normalized, url, publishedOn }),
  success: { name: 'ClaimReviewed', field: 'review', type: 'Review', description: 'A review was recorded.' },
});

defineMutation({
  name: 'judgeIdentity',
  description:
    'Judges whether two entities, or two assertions, are one. Records are never merged: judged anew, with another ' +
    'verdict, it is undone, and the earlier verdict stays in its history.',
  action: 'JUDGE',
  input: builder.inputType('JudgeIdentityInput', {
    description: 'A verdict on two records.',
    fields: (t) => ({
      ...askedFields(t),
      between: t.idList({ required: true, description: 'The two.' }),
      verdict: t.field({ type: Verdict, required: true, description: 'Whether they are one.' }),
      reason: t.field({ type: [LocalizedTextInput], required: true, description: 'Why.' }),
      expectedVersion: t.int({
        description: 'The version of the judgement that stands between the two; null where none does.',
      }),
    }),
  }),
  gather: ({ between, verdict, reason, expectedVersion }) =>
    judging({ between, verdict, reason, expectedVersion: expectedVersion ?? null }),
  success: {
    name: 'IdentityJudged',
    field: 'judgement',
    type: 'IdentityJudgement',
    description: 'A judgement was recorded.',
  },
});
