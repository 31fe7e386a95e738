import type { FieldNode } from 'graphql';
import { nameOf, pick } from '../../domain/localize.ts';
import type { Entity } from '../../domain/model.ts';
import { builder } from '../builder.ts';
import { connect, type PagingArguments } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { assertionFilterOf, entityFilterOf } from '../filters.ts';
import { type Bringers, broughtByWhatIsAsked } from '../foresight.ts';
import { assertionsOf, claimsOf } from '../lists.ts';
import { onlyOne } from '../only-one.ts';
import { publicTypeOf } from '../public-type.ts';
import { AssertionOrder } from './assertion-enums.ts';
import { Anonymity, EntityKind, NameKind } from './entity-enums.ts';
import { AssertionFilter, EntityFilter, IdOrSlug } from './filter-inputs.ts';
import { ofRecord } from './language-arg.ts';
import { forwardPaging, paging } from './paging-args.ts';

builder.objectType('Name', {
  description: 'One spelling of a name.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The name as it is spelled.' }),
    language: t.expose('language', {
      type: 'BCP47',
      nullable: true,
      description: 'The language it is of, where of one.',
    }),
    kind: t.expose('kind', { type: NameKind, description: 'What kind of name it is.' }),
  }),
});

builder.interfaceType('Entity', {
  description:
    'Whoever or whatever speaks or is spoken of. A Machine is a speaker like any other and is never mistaken for a ' +
    'person. All who are judged the same are shown as one, which any of their ids or slugs finds.',
  interfaces: ['Node'],
  resolveType: publicTypeOf,
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its readable and stable name.' }),
    kind: t.expose('kind', { type: EntityKind, description: 'What it is.' }),
    name: t.string({
      description: 'Its name in a language; falls back to its own.',
      args: ofRecord,
      resolve: (entity, { language }) => nameOf(entity, language),
    }),
    names: t.field({
      type: ['Name'],
      description: 'Every spelling, with its language and kind.',
      resolve: ({ names }) => [...names],
    }),
    description: t.string({
      nullable: true,
      description: 'What it is, in a few words; who an unnamed one is, as far as the text says.',
      args: ofRecord,
      resolve: ({ description, names }, { language }) =>
        pick(description, language ?? names.find(({ kind }) => kind === 'NAME')?.language)?.text ?? null,
    }),
    anonymous: t.boolean({
      description: 'Whether it is unnamed, for whatever reason.',
      resolve: ({ anonymity }) => anonymity !== 'NAMED',
    }),
    anonymity: t.expose('anonymity', { type: Anonymity, description: 'Whether and why it has no name.' }),
    wikidata: t.exposeString('wikidata', { nullable: true, description: 'Its Wikidata Q-number.' }),
    assertions: t.field({
      type: 'AssertionConnection',
      description: 'What it said and passed on; the current ones unless the filter says otherwise.',
      args: {
        filter: t.arg({ type: AssertionFilter, description: 'Which of them.' }),
        orderBy: t.arg({ type: AssertionOrder, defaultValue: 'SAID_NEWEST', description: 'In which order.' }),
        ...paging,
      },
      resolve: ({ id }, args, context, { fieldNodes }) => assertionsOfEntity(id, args, context, fieldNodes),
    }),
    claimsAbout: t.field({
      type: 'ClaimConnection',
      description: 'The claims that are about it, in the order of recording.',
      args: forwardPaging,
      resolve: (entity, page, context) =>
        claimsOf(context, 'Entity.claimsAbout', entity.id, { by: 'about', order: 'AS_RECORDED' }, page),
    }),
  }),
});

interface AssertionsArguments extends PagingArguments {
  readonly filter?: (typeof AssertionFilter)['$inferInput'] | null | undefined;
  readonly orderBy?: (typeof AssertionOrder)['$inferType'] | null | undefined;
}

function assertionsOfEntity(
  id: string,
  args: AssertionsArguments,
  context: GraphqlContext,
  asked: readonly FieldNode[],
) {
  const { filter, orderBy, ...page } = args;
  const list = { by: 'speaker', filter: assertionFilterOf(filter), order: orderBy ?? 'SAID_NEWEST' } as const;
  return assertionsOf(context, 'Entity.assertions', id, list, page, { asked });
}

const bringers: Bringers<Entity> = {
  assertions: async (id, args, context, node) => {
    const edges = await assertionsOfEntity(id, args, context, [node]).edges();
    // Who was judged the same as another is shown as one of them, whose list is asked for by that one's id.
    const speaker = edges.map(({ item }) => item.speaker).find((one) => one.id === id);
    return speaker?.clusterId === id ? speaker : null;
  },
};

builder.queryField('entity', (t) =>
  t.field({
    type: 'Entity',
    nullable: true,
    description: 'One entity, by the id or slug of any who are judged the same; null where nothing is.',
    args: { by: t.arg({ type: IdOrSlug, required: true, description: 'By what to find it.' }) },
    resolve: async (_, { by }, context, info) => {
      const { loaders } = context;
      const { key, value } = onlyOne('by', by);
      if (key === 'slug') return loaders.entityBySlug(value);
      const entity = await broughtByWhatIsAsked('Entity', value, bringers, context, info);
      return entity ?? loaders.entity(value);
    },
  }),
);

builder.queryField('speakers', (t) =>
  t.field({
    type: 'EntityConnection',
    description: 'The entities with at least one assertion, in the order of recording.',
    args: { filter: t.arg({ type: EntityFilter, description: 'Which of them.' }), ...paging },
    resolve: (_, { filter, ...page }, { reader }) => {
      const wanted = entityFilterOf(filter);
      return connect(
        page,
        { order: 'AS_RECORDED', list: ['speakers', wanted] },
        {
          page: (request) => reader.listSpeakers(wanted, request),
          count: () => reader.countSpeakers(wanted),
        },
      );
    },
  }),
);
