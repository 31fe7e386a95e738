import { builder } from '../builder.ts';

builder.objectType('EdtfDate', {
  description: 'A date as far as it is known, with how it was written. No day is ever made up.',
  fields: (t) => ({
    edtf: t.expose('edtf', { type: 'EDTF', description: 'The date as it was resolved.' }),
    earliest: t.expose('earliest', {
      type: 'Date',
      nullable: true,
      description: 'The first day that it may be, qualifiers (~ ?) put aside; null where it is open.',
    }),
    latest: t.expose('latest', {
      type: 'Date',
      nullable: true,
      description: 'The last day that it may be, qualifiers (~ ?) put aside; null where it is open.',
    }),
    original: t.exposeString('original', { nullable: true, description: 'As it was written: "12月9日".' }),
    resolvedAgainst: t.exposeString('resolvedAgainst', {
      nullable: true,
      description: 'What it was resolved by: "published 2023-12-18~".',
    }),
  }),
});
