import type { SourcedAssertion } from '../../domain/model.ts';
import { warningsOf } from '../../domain/warnings.ts';
import { currentAssertions } from '../../store/query.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { assertionFilterOf } from '../filters.ts';
import { type Bringers, broughtByWhatIsAsked } from '../foresight.ts';
import { assertionsOf } from '../lists.ts';
import { trailOfAssertion } from '../trails.ts';
import { whole } from '../whole.ts';
import {
  AssertionOrder,
  Basis,
  Commitment,
  Directness,
  Modality,
  RecordMethod,
  Stance,
} from './assertion-enums.ts';
import { AssertionFilter } from './filter-inputs.ts';
import { forwardPaging, paging } from './paging-args.ts';

builder.objectType('Assertion', {
  description:
    'One speaker taking one position on one claim, on one occasion. "A reports that B said X" is two assertions of the ' +
    "same claim: A's, attributed to B's. Chains may have any length.",
  interfaces: ['Node'],
  fields: (t) => ({
    claim: t.expose('claim', { type: 'Claim', description: 'The claim that it takes a position on.' }),
    speaker: t.field({
      type: 'Entity',
      description: 'Who takes it.',
      resolve: ({ speaker }, _, { loaders }) => loaders.shown(speaker),
    }),
    speakerAsNamed: t.exposeString('speakerAsNamed', {
      nullable: true,
      description: 'The speaker as the text names it.',
    }),
    role: t.exposeString('role', {
      nullable: true,
      description:
        'The speaker’s role or affiliation as of then, as the text gives it: "OpenAI spokesperson".',
    }),
    onBehalfOf: t.field({
      type: 'Entity',
      nullable: true,
      description: 'The body spoken for; a leaker, a product or a mere employee speaks for none.',
      resolve: ({ onBehalfOf }, _, { loaders }) => onBehalfOf && loaders.shown(onBehalfOf),
    }),
    stance: t.expose('stance', {
      type: Stance,
      description: 'The position taken; a relay carries the one that it passes on.',
    }),
    commitment: t.expose('commitment', {
      type: Commitment,
      description: 'What a relay adds of its own; an origin endorses.',
    }),
    modality: t.expose('modality', {
      type: Modality,
      description: 'How sure the speaker makes it out to be.',
    }),
    condition: t.exposeString('condition', {
      nullable: true,
      description: "What a conditional one hangs on, in the text's words.",
    }),
    directness: t.expose('directness', { type: Directness, description: 'How much of it is quoted.' }),
    cue: t.exposeString('cue', {
      nullable: true,
      description: 'The reporting words as written: 表示, said.',
    }),
    prompt: t.exposeString('prompt', {
      nullable: true,
      description: 'The question or request that it answers, where the text gives it.',
    }),
    inResponseTo: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'What it answers.',
      resolve: ({ inResponseToId }, _, { loaders }) =>
        inResponseToId === null ? null : loaders.assertion.load(inResponseToId),
    }),
    basis: t.expose('basis', { type: Basis, description: 'How the speaker knows, as far as the text says.' }),
    basedOn: t.field({
      type: ['Source'],
      description: 'The documents, pictures or data that it rests on, seen or not.',
      resolve: (assertion, _, { loaders }) => loaders.ofWhole(assertion, ({ basedOn }) => [...basedOn]),
    }),
    passages: t.field({
      type: ['Passage'],
      description: 'The exact words that it was read in.',
      resolve: (assertion, _, { loaders }) => loaders.ofWhole(assertion, ({ passages }) => [...passages]),
    }),
    source: t.field({
      type: 'Source',
      nullable: true,
      description:
        'Where it was made or published; its passages say where it was read. Null when nothing is known of it.',
      resolve: (assertion, _, { loaders }) => loaders.sourceOf(assertion),
    }),
    saidOn: t.expose('saidOn', { type: 'EdtfDate', nullable: true, description: 'When it was said.' }),
    saidIn: t.expose('saidIn', {
      type: 'BCP47',
      nullable: true,
      description: 'The language that it was said in, where known.',
    }),
    attributedTo: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'The assertion that this one passes on; null for an origin.',
      resolve: ({ attributedToId }, _, { loaders }) =>
        attributedToId === null ? null : loaders.assertion.load(attributedToId),
    }),
    relayedBy: t.field({
      type: 'AssertionConnection',
      description: 'Those that pass this one on, or what it replaced.',
      args: forwardPaging,
      resolve: async (assertion, page, context) => {
        const list = { by: 'attributedTo', filter: currentAssertions, order: 'AS_RECORDED' } as const;
        const standsFor = await context.loaders.inPlaceOf(assertion);
        return assertionsOf(context, 'Assertion.relayedBy', assertion.id, list, page, { standsFor });
      },
    }),
    copyOf: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'The one whose wording or figure it takes over without naming where from: a judgement.',
      resolve: ({ copyOfId }, _, { loaders }) =>
        copyOfId === null ? null : loaders.assertion.load(copyOfId),
    }),
    copyReason: t.exposeString('copyReason', { nullable: true, description: 'Why it is taken for a copy.' }),
    trail: t.field({
      type: 'ProvenanceTrail',
      nullable: true,
      description: 'The way from where it was read to what it rests on.',
      resolve: async ({ id }, _, { loaders }) =>
        trailOfAssertion(await loaders.trailOfAssertion.load(id), id),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was first recorded here.' }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the record was withdrawn here, as against the stance RETRACTS, which is the speaker’s act.',
    }),
    withdrawalReason: t.exposeString('withdrawalReason', {
      nullable: true,
      description: 'Why the record was withdrawn.',
    }),
    supersedes: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'The record that this one replaces.',
      resolve: ({ supersedesId }, _, { loaders }) =>
        supersedesId === null ? null : loaders.assertion.load(supersedesId),
    }),
    supersededBy: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'The record that replaces this one.',
      resolve: ({ supersededById }, _, { loaders }) =>
        supersededById === null ? null : loaders.assertion.load(supersededById),
    }),
    method: t.expose('method', { type: RecordMethod, description: 'How the record came to be.' }),
    warnings: t.field({
      type: ['Warning'],
      description: 'What is doubtful about it.',
      resolve: (assertion, _, { loaders }) => loaders.ofWhole(assertion, (whole) => [...warningsOf(whole)]),
    }),
    version: t.exposeInt('version', { description: '1 when recorded, one more with each correction.' }),
  }),
});

const bringers: Bringers<SourcedAssertion> = {
  trail: async (id, _, { loaders }) => {
    const { tops } = await loaders.trailOfAssertion.load(id);
    return tops.find((one) => one.id === id) ?? null;
  },
};

builder.queryField('assertion', (t) =>
  t.field({
    type: 'Assertion',
    nullable: true,
    description: 'One assertion, withdrawn or not; null where nothing is.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: async (_, { id }, context, info) => {
      const assertion = await broughtByWhatIsAsked('Assertion', id, bringers, context, info);
      return assertion ?? context.loaders.assertion.load(id);
    },
  }),
);

builder.queryField('assertions', (t) =>
  t.field({
    type: 'AssertionConnection',
    description: 'Assertions; the current ones unless the filter says otherwise.',
    args: {
      filter: t.arg({ type: AssertionFilter, description: 'Which of them.' }),
      orderBy: t.arg({ type: AssertionOrder, defaultValue: 'SAID_NEWEST', description: 'In which order.' }),
      ...paging,
    },
    resolve: (_, { filter, orderBy, ...page }, { reader, loaders }) => {
      const query = {
        anchor: null,
        filter: assertionFilterOf(filter),
        order: orderBy ?? 'SAID_NEWEST',
      } as const;
      return connect(
        page,
        { order: query.order, list: ['assertions', query.filter] },
        {
          page: async (request) => loaders.atHand(whole(await reader.listAssertions(query, request))),
          count: async () => whole(await reader.countAssertions(query)),
        },
      );
    },
  }),
);
