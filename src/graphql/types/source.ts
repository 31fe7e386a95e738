import { pick } from '../../domain/localize.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { recordAt } from '../erased-at.ts';
import { sourceFilterOf } from '../filters.ts';
import { onlyOne } from '../only-one.ts';
import { allPresent, present } from '../present.ts';
import { byRecording, recordedPosition, wholeList } from '../whole-list.ts';
import { RecordMethod } from './assertion-enums.ts';
import { RelationStatus } from './claim-enums.ts';
import { SourceBy, SourceFilter } from './filter-inputs.ts';
import { ofRecord } from './language-arg.ts';
import { forwardPaging, paging } from './paging-args.ts';
import { DerivationKind, SourceAccess, SourceKind } from './source-enums.ts';

builder.objectType('Source', {
  description:
    'A place where things are said: an article, a post, terms of use, a statement, an interview, an internal document, ' +
    'a screenshot.',
  interfaces: ['Node'],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its readable and stable name.' }),
    kind: t.expose('kind', { type: SourceKind, description: 'What it is.' }),
    title: t.string({
      description: 'What it is called; falls back to the original language.',
      args: ofRecord,
      resolve: ({ title, language: original }, { language }) => pick(title, language ?? original)?.text ?? '',
    }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Its address.' }),
    publisher: t.field({
      type: 'Entity',
      nullable: true,
      description: 'Who published it.',
      resolve: ({ publisherId }, _, { loaders }) =>
        publisherId === null ? null : loaders.entity(publisherId),
    }),
    authors: t.field({
      type: ['Entity'],
      description: 'Who wrote it.',
      resolve: ({ authorIds }, _, { loaders }) => allPresent(authorIds.map((id) => loaders.entity(id))),
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'EdtfDate',
      nullable: true,
      description: 'When it was published.',
    }),
    inForce: t.expose('inForce', {
      type: 'EdtfDate',
      nullable: true,
      description: 'When it was in force, for terms, rules and laws.',
    }),
    language: t.expose('language', { type: 'BCP47', nullable: true, description: 'The language it is in.' }),
    derivedFrom: t.field({
      type: ['SourceDerivation'],
      description:
        'The sources that it comes from; those that are only proposed too, never those that were rejected.',
      resolve: ({ derivedFrom }) => derivedFrom.filter(({ status }) => status !== 'REJECTED'),
    }),
    versions: t.field({
      type: 'SourceVersionConnection',
      description: 'Its text at different moments, in the order of recording.',
      args: forwardPaging,
      resolve: ({ id }, page, { loaders }) =>
        connect(
          page,
          { order: 'AS_RECORDED', list: ['Source.versions', id] },
          wholeList(async () => [...(await loaders.versions.load(id))].sort(byRecording), recordedPosition),
        ),
    }),
    passages: t.field({
      type: 'PassageConnection',
      description: 'What is quoted of it, by where it starts.',
      args: forwardPaging,
      resolve: ({ id }, page, { loaders }) =>
        connect(
          page,
          { order: 'START', list: ['Source.passages', id] },
          {
            page: (request) => loaders.passagePage(request, id),
            count: () => loaders.passageCount.load(id),
          },
        ),
    }),
    derivatives: t.field({
      type: 'SourceConnection',
      description:
        'What comes from it, one step, those that were rejected left out; how each does, its own `derivedFrom` says.',
      args: forwardPaging,
      resolve: ({ id }, page, { loaders }) =>
        connect(
          page,
          { order: 'AS_RECORDED', list: ['Source.derivatives', id] },
          wholeList(async () => {
            const ids = await loaders.derivatives.load(id);
            const found = await allPresent(ids.map((one) => loaders.source.load(one)));
            return found.sort(byRecording);
          }, recordedPosition),
        ),
    }),
    seen: t.exposeBoolean('seen', { description: 'False where it is known only through another source.' }),
    access: t.expose('access', { type: SourceAccess, description: 'Who may see it.' }),
    embargoedUntil: t.expose('embargoedUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Of an EMBARGOED one: from when it is public; null where that is not set.',
    }),
    disclaimer: t.field({
      type: 'Passage',
      nullable: true,
      description: 'What it says of its own content.',
      resolve: ({ disclaimerId }, _, { loaders }) =>
        disclaimerId === null ? null : loaders.passage.load(disclaimerId),
    }),
  }),
});

builder.objectType('SourceDerivation', {
  description: 'That one source comes from another, and how far that is agreed upon.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DerivationKind, description: 'How it comes from it.' }),
    from: t.field({
      type: 'Source',
      description: 'The source that it comes from.',
      resolve: ({ fromId }, _, { loaders }) => present(loaders.source.load(fromId), fromId),
    }),
    status: t.expose('status', {
      type: RelationStatus,
      description: 'How far it is agreed upon; one that is only proposed makes a trail incomplete.',
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it is taken to come from it.',
      args: ofRecord,
      resolve: ({ reason }, { language }) => pick(reason, language)?.text ?? null,
    }),
    method: t.expose('method', { type: RecordMethod, description: 'How the record of it came to be.' }),
  }),
});

builder.objectType('SourceVersion', {
  description: "A source's text at one moment, known by its hash.",
  interfaces: ['Node'],
  fields: (t) => ({
    source: t.field({
      type: 'Source',
      description: 'The source whose text it is.',
      resolve: ({ sourceId }, _, { loaders }) => present(loaders.source.load(sourceId), sourceId),
    }),
    sha256: t.exposeString('sha256', {
      description: 'SHA-256 over the text in Unicode NFC with LF line ends, in hex.',
    }),
    retrievedAt: t.expose('retrievedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was retrieved.',
    }),
    retrievedFrom: t.expose('retrievedFrom', {
      type: 'URL',
      nullable: true,
      description: 'The address that it was retrieved from.',
    }),
    archivedAt: t.expose('archivedAt', {
      type: 'URL',
      nullable: true,
      description: 'Where an archived copy stands.',
    }),
    length: t.exposeInt('length', { nullable: true, description: 'Its length in Unicode code points.' }),
  }),
});

builder.queryField('source', (t) =>
  t.field({
    type: 'Source',
    nullable: true,
    description: 'One source; null where nothing is.',
    args: { by: t.arg({ type: SourceBy, required: true, description: 'By what to find it.' }) },
    resolve: (_, { by }, { loaders }) => {
      const { key, value } = onlyOne('by', by);
      if (key === 'id') return loaders.source.load(value);
      if (key === 'slug') return recordAt(value, (slug) => loaders.sourceBySlug.load(slug));
      return loaders.sourceByUrl.load(value);
    },
  }),
);

builder.queryField('sources', (t) =>
  t.field({
    type: 'SourceConnection',
    description: 'Sources, in the order of recording.',
    args: { filter: t.arg({ type: SourceFilter, description: 'Which of them.' }), ...paging },
    resolve: (_, { filter, ...page }, { reader, loaders }) => {
      const wanted = sourceFilterOf(filter);
      return connect(
        page,
        { order: 'AS_RECORDED', list: ['sources', wanted] },
        {
          page: async (request) => loaders.atHand(await reader.listSources(wanted, request)),
          count: () => reader.countSources(wanted),
        },
      );
    },
  }),
);
