import { pick } from '../../domain/localize.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { present } from '../present.ts';
import type { ProvenanceTrail } from '../shapes.ts';
import { trailsOf } from '../trails.ts';
import { wholeList } from '../whole-list.ts';
import { Stance } from './assertion-enums.ts';
import { ofService } from './language-arg.ts';
import { ProvenanceStepKind } from './narrative-enums.ts';
import { trailPaging } from './paging-args.ts';

builder.objectType('ProvenanceTrail', {
  description: 'The way from where an assertion was read to what it rests on.',
  fields: (t) => ({
    steps: t.field({
      type: ['ProvenanceStep'],
      description: 'The steps in order, from where it was read to what it rests on.',
      resolve: ({ trail, records }) => trail.steps.map((step) => ({ step, records })),
    }),
    origin: t.field({
      type: 'Assertion',
      description: 'The assertion at the end of the chain; where the chain breaks off, the last one known.',
      resolve: ({ trail, records }, _, { loaders }) =>
        records.assertions.get(trail.originId) ??
        present(loaders.assertion.load(trail.originId), trail.originId),
    }),
    complete: t.boolean({
      description: 'False where a link is unseen, unverified, withdrawn or known only by report.',
      resolve: ({ trail }) => trail.complete,
    }),
    weakestLink: t.field({
      type: 'ProvenanceStep',
      nullable: true,
      description:
        'The weakest of its links: a withdrawn one, then an unknown speaker, one unseen, one only proposed, one ' +
        'unverified; of equals the one nearest the origin. Null where nothing is weak.',
      resolve: ({ trail, records }) => trail.weakestLink && { step: trail.weakestLink, records },
    }),
  }),
});

builder.objectType('ProvenanceStep', {
  description: 'One step of a trail.',
  fields: (t) => ({
    kind: t.field({
      type: ProvenanceStepKind,
      description: 'What the step is.',
      resolve: ({ step }) => step.kind,
    }),
    source: t.field({
      type: 'Source',
      nullable: true,
      description: 'The source that it leads to, or that it was said in.',
      resolve: ({ step: { sourceId }, records }, _, { loaders }) =>
        sourceId === null ? null : (records.sources.get(sourceId) ?? loaders.source.load(sourceId)),
    }),
    passage: t.field({
      type: 'Passage',
      nullable: true,
      description: 'The words that it was read in.',
      resolve: ({ step }) => step.passage,
    }),
    assertion: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'The assertion that was made in it.',
      resolve: ({ step: { assertionId }, records }, _, { loaders }) =>
        assertionId === null
          ? null
          : (records.assertions.get(assertionId) ?? loaders.assertion.load(assertionId)),
    }),
    speaker: t.field({
      type: 'Entity',
      nullable: true,
      description: 'Who spoke in it.',
      resolve: ({ step: { speakerId, assertionId }, records }, _, { loaders }) => {
        if (speakerId === null) return null;
        const speaker = assertionId === null ? undefined : records.assertions.get(assertionId)?.speaker;
        return speaker?.id === speakerId ? loaders.shown(speaker) : loaders.entity(speakerId);
      },
    }),
    seen: t.boolean({
      description: 'False where it is known only by report.',
      resolve: ({ step }) => step.seen,
    }),
    weakness: t.string({
      nullable: true,
      description: 'What is weak about it, in words; null where nothing is.',
      args: ofService,
      resolve: ({ step }, { language }) =>
        step.weakness && (pick(step.weakness, language ?? 'en')?.text ?? null),
    }),
  }),
});

builder.objectField('Claim', 'howDoWeKnow', (t) =>
  t.field({
    type: 'ProvenanceTrailConnection',
    description:
      'A trail for each assertion that nobody here relays: complete before incomplete, seen before unseen, shorter first.',
    args: {
      ...trailPaging,
      stance: t.arg({
        type: [Stance],
        description:
          'Only trails that end at an origin with one of these stances; all where nothing is said.',
      }),
    },
    resolve: ({ id }, { stance, ...page }, { loaders }) =>
      connect(
        page,
        { order: 'TRAIL', list: ['Claim.howDoWeKnow', id, stance ?? null] },
        wholeList(async () => {
          const trails = trailsOf(await loaders.trailOfClaim.load(id));
          return stance
            ? trails.filter((trail) => stance.some((one) => one === stanceOfOrigin(trail)))
            : trails;
        }, trailPosition),
        fewTrails,
      ),
  }),
);

const fewTrails = 5;

/** What the origin holds, and so every relay of it. */
function stanceOfOrigin({ trail, records }: ProvenanceTrail): string | undefined {
  return records.assertions.get(trail.originId)?.stance;
}

/** Where a trail stands among others: `compareTrails` spelled as a text. */
function trailPosition({ trail }: ProvenanceTrail) {
  const ranks = [Number(!trail.complete), Number(!trail.seen)].join('');
  const length = String(trail.steps.length).padStart(6, '0');
  const place = String(trail.position).padStart(9, '0');
  return { key: `${ranks} ${length} ${trail.recordedAt} ${place}`, id: trail.id };
}
