import { builder } from '../builder.ts';
import { present } from '../present.ts';

const interfaces: ('Entity' | 'Node')[] = ['Entity', 'Node'];

builder.objectType('Affiliation', {
  description: 'What a person belongs to, as of a date.',
  fields: (t) => ({
    organization: t.field({
      type: 'Entity',
      description: 'The body that the person belongs to.',
      resolve: ({ organizationId }, _, { loaders }) =>
        present(loaders.entity(organizationId), organizationId),
    }),
    role: t.exposeString('role', { nullable: true, description: 'What the person is there.' }),
    asOf: t.expose('asOf', { type: 'EdtfDate', nullable: true, description: 'When that was so.' }),
  }),
});

builder.objectType('Person', {
  description: 'One person, named or described.',
  interfaces,
  fields: (t) => ({
    affiliations: t.field({
      type: ['Affiliation'],
      description: 'What the person belongs to, as of a date each, as far as it is known.',
      resolve: async ({ id }, _, { loaders }) => [...(await loaders.affiliations.load(id))],
    }),
  }),
});

builder.objectType('Document', {
  description: 'A document as a speaker: it speaks its own words only.',
  interfaces,
  fields: (t) => ({
    source: t.field({
      type: 'Source',
      nullable: true,
      description: 'The source that it is.',
      resolve: ({ sourceId }, _, { loaders }) => (sourceId === null ? null : loaders.source.load(sourceId)),
    }),
  }),
});

builder.objectType('Organization', { description: 'A company, an authority, a publication.', interfaces });
builder.objectType('Group', {
  description: 'Several people without a body of their own: "several engineers".',
  interfaces,
});
builder.objectType('Machine', {
  description: 'A program that speaks, such as a chatbot; nobody’s witness.',
  interfaces,
});
builder.objectType('Thing', {
  description: 'What is spoken of and does not speak: a product, a technique.',
  interfaces,
});
builder.objectType('Unknown', {
  description: 'Stands where the text does not say whose words they are; never counted as an origin.',
  interfaces,
});
builder.objectType('Redacted', {
  description: 'An entity that is known, but not shown to this viewer.',
  interfaces,
});
