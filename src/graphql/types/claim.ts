import type { FieldNode } from 'graphql';
import { isDateImpossible } from '../../domain/claim-status.ts';
import { corroborationOf } from '../../domain/corroboration.ts';
import { headlineOf } from '../../domain/headline.ts';
import { pick } from '../../domain/localize.ts';
import type { BareAssertion, Claim } from '../../domain/model.ts';
import { currentAssertions } from '../../store/query.ts';
import { builder } from '../builder.ts';
import { type Connection, connect, type PagingArguments } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { recordAt } from '../erased-at.ts';
import { assertionFilterOf, claimFilterOf } from '../filters.ts';
import { type Bringer, type Bringers, broughtByWhatIsAsked } from '../foresight.ts';
import { graphDepthOf } from '../graph-depth.ts';
import { assertionsOf } from '../lists.ts';
import { onlyOne } from '../only-one.ts';
import { allPresent, present } from '../present.ts';
import { whole } from '../whole.ts';
import { AssertionOrder } from './assertion-enums.ts';
import { ClaimNature, ClaimOrder, ClaimStatus } from './claim-enums.ts';
import { AssertionFilter, ClaimFilter, IdOrSlug } from './filter-inputs.ts';
import { ofRecord } from './language-arg.ts';
import { forwardPaging, paging } from './paging-args.ts';

builder.objectType('ClaimText', {
  description: "A claim's text in one language.",
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The text.' }),
    language: t.expose('language', { type: 'BCP47', description: 'Its language.' }),
    translated: t.exposeBoolean('translated', {
      description:
        'Whether it is a translation of the original; a translation is never to stand in quotation marks.',
    }),
  }),
});

builder.objectType('Claim', {
  description:
    'A proposition that someone can be right or wrong about, apart from every occasion on which it was said. ' +
    'It does not say whose it is: where it stands alone, show its headline.',
  interfaces: ['Node'],
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: 'Its readable and stable name: openai-suspended-bytedance-account.',
    }),
    text: t.string({
      description: 'The proposition, without whose it is; falls back to the original language.',
      args: ofRecord,
      resolve: (claim, { language }) => pick(claim.text, language ?? claim.language)?.text ?? '',
    }),
    texts: t.field({
      type: ['ClaimText'],
      description: 'The proposition in every language that it is recorded in, translations marked as such.',
      resolve: (claim) =>
        claim.text.map(({ text, language }) => ({ text, language, translated: language !== claim.language })),
    }),
    headline: t.string({
      description:
        'The claim with whose it is, for wherever it stands alone (titles, previews, embeds): ' +
        '"According to …, as reported by …: …". ' +
        'Names and texts in it that are written from right to left stand between isolates (U+2068, U+2069).',
      args: ofRecord,
      resolve: async (claim, { language }, { loaders }) =>
        headlineOf(await present(loaders.dossier.load(claim.id), claim.id), language ?? claim.language),
    }),
    language: t.expose('language', { type: 'BCP47', description: 'The language of the original.' }),
    nature: t.expose('nature', { type: ClaimNature, description: 'What kind of proposition it is.' }),
    about: t.field({
      type: ['Entity'],
      description: 'Whom and what it is about.',
      resolve: (claim, _, { loaders }) => allPresent(claim.aboutIds.map((id) => loaders.entity(id))),
    }),
    concerns: t.expose('concerns', {
      type: 'EdtfDate',
      nullable: true,
      description: 'When it is said to have been true or to have happened.',
    }),
    dateImpossible: t.boolean({
      description:
        'Whether its date stands as it was written and cannot be true, as a warning (CONCERNS_IMPOSSIBLE) of an assertion that stands says: where its headline stands, that is to be said beside it.',
      resolve: async ({ id }, _, { loaders }) =>
        isDateImpossible(await present(loaders.dossier.load(id), id)),
    }),
    status: t.expose('status', {
      type: ClaimStatus,
      description: 'How it stands by what is recorded here; never whether it is true.',
    }),
    assertions: t.field({
      type: 'AssertionConnection',
      description:
        'The occasions on which someone took a position on it; the current ones unless the filter says otherwise.',
      args: {
        filter: t.arg({ type: AssertionFilter, description: 'Which of them.' }),
        orderBy: t.arg({ type: AssertionOrder, defaultValue: 'SAID_NEWEST', description: 'In which order.' }),
        ...paging,
      },
      // The claim brings the number of its current assertions.
      resolve: (claim, args, context, { fieldNodes }) =>
        assertionsOfClaim(claim.id, args, context, {
          asked: fieldNodes,
          total: args.filter ? undefined : claim.assertionCount,
        }),
    }),
    whoSaid: t.field({
      type: 'AssertionConnection',
      description: 'The origins, of every stance: a claim is never shown without whoever denies it.',
      args: forwardPaging,
      resolve: ({ id }, page, context) => originsOf(id, page, context),
    }),
    whoReported: t.field({
      type: 'AssertionConnection',
      description: 'The relays: whoever passes on what another said.',
      args: forwardPaging,
      resolve: ({ id }, page, context) => relaysOf(id, page, context),
    }),
    firstAssertion: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'The earliest recorded here of those that are current; null where there is none.',
      resolve: async (claim, _, { loaders }) => {
        const list = { by: 'claim', filter: currentAssertions, order: 'AS_RECORDED' } as const;
        const first = await loaders.assertionPage(
          [list, { limit: 1, beyond: null, backward: false }],
          [claim.id],
        );
        return first.items[0]?.item ?? null;
      },
    }),
    corroboration: t.field({
      type: 'Corroboration',
      nullable: true,
      description:
        'How well it is supported by those who affirm it; null only where nothing is recorded of it.',
      resolve: async (claim, _, { loaders }) => {
        const dossier = await present(loaders.dossier.load(claim.id), claim.id);
        return dossier.entries.length === 0 ? null : corroborationOf(dossier);
      },
    }),
  }),
});

interface AssertionsArguments extends PagingArguments {
  readonly filter?: (typeof AssertionFilter)['$inferInput'] | null | undefined;
  readonly orderBy?: (typeof AssertionOrder)['$inferType'] | null | undefined;
}

function assertionsOfClaim(
  id: string,
  args: AssertionsArguments,
  context: GraphqlContext,
  known: { readonly asked: readonly FieldNode[]; readonly total?: number | undefined },
) {
  const { filter, orderBy, ...page } = args;
  const order = orderBy ?? 'SAID_NEWEST';
  const list = { by: 'claim', filter: assertionFilterOf(filter), order } as const;
  return assertionsOf(context, 'Claim.assertions', id, list, page, known);
}

function originsOf(id: string, page: PagingArguments, context: GraphqlContext) {
  const filter = { ...currentAssertions, origin: true };
  return assertionsOf(context, 'Claim.whoSaid', id, { by: 'claim', filter, order: 'AS_RECORDED' }, page);
}

function relaysOf(id: string, page: PagingArguments, context: GraphqlContext) {
  const filter = { ...currentAssertions, origin: false };
  return assertionsOf(context, 'Claim.whoReported', id, { by: 'claim', filter, order: 'AS_RECORDED' }, page);
}

async function claimOfFirst(list: Connection<BareAssertion>): Promise<Claim | null> {
  return (await list.edges())[0]?.item.claim ?? null;
}

const ofDossier: Bringer<Claim> = async (id, _, { loaders }) =>
  (await loaders.dossier.load(id))?.claim ?? null;

const bringers: Bringers<Claim> = {
  assertions: (id, args, context, node) =>
    claimOfFirst(assertionsOfClaim(id, args, context, { asked: [node] })),
  whoSaid: (id, args, context) => claimOfFirst(originsOf(id, args, context)),
  whoReported: (id, args, context) => claimOfFirst(relaysOf(id, args, context)),
  howDoWeKnow: async (id, _, { loaders }) => {
    const { assertions } = await loaders.trailOfClaim.load(id);
    return [...assertions.values()].find(({ claim }) => claim.id === id)?.claim ?? null;
  },
  headline: ofDossier,
  corroboration: ofDossier,
  dateImpossible: ofDossier,
  timeline: ofDossier,
  graph: async (id, { depth }, { loaders }) => {
    const near = await loaders.neighbourhood(graphDepthOf(depth), id);
    return near.find(({ claim }) => claim.id === id)?.claim ?? null;
  },
};

builder.queryField('claim', (t) =>
  t.field({
    type: 'Claim',
    nullable: true,
    description: 'One claim; null where nothing is.',
    args: { by: t.arg({ type: IdOrSlug, required: true, description: 'By what to find it.' }) },
    resolve: async (_, { by }, context, info) => {
      const { loaders } = context;
      const { key, value } = onlyOne('by', by);
      if (key === 'slug') return recordAt(value, (slug) => loaders.claimBySlug.load(slug));
      const claim = await broughtByWhatIsAsked('Claim', value, bringers, context, info);
      return claim ?? loaders.claim.load(value);
    },
  }),
);

builder.queryField('claims', (t) =>
  t.field({
    type: 'ClaimConnection',
    description: 'Claims.',
    args: {
      filter: t.arg({ type: ClaimFilter, description: 'Which of them.' }),
      orderBy: t.arg({ type: ClaimOrder, defaultValue: 'NEWEST', description: 'In which order.' }),
      ...paging,
    },
    resolve: (_, { filter, orderBy, ...page }, { reader, loaders }) => {
      const query = { anchor: null, filter: claimFilterOf(filter), order: orderBy ?? 'NEWEST' } as const;
      return connect(
        page,
        { order: query.order, list: ['claims', query.filter] },
        {
          page: async (request) => loaders.atHand(whole(await reader.listClaims(query, request))),
          count: async () => whole(await reader.countClaims(query)),
        },
      );
    },
  }),
);
