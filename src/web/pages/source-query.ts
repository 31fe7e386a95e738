import { z } from 'zod';
import {
  commitments,
  derivationKinds,
  recordMethods,
  relationStatuses,
  sourceAccesses,
  sourceKinds,
  stances,
} from '../../domain/vocabulary.ts';
import { cited, citedFragment } from './cited.ts';
import { counted, paged, pagedFields } from './connection.ts';
import { headed, headedFragment } from './headed.ts';
import { history, revisionFields } from './part.ts';
import { quotedForFields, quotedForShape } from './quoted-for.ts';
import { attributedTo, quoted, quotedFragment } from './said.ts';
import { who, whoFragment } from './who.ts';

/** The lists of a source's page, as its address names them. */
export const sourceLists = ['passages', 'claims', 'derivatives'] as const;
export type SourceList = (typeof sourceLists)[number];

/** Which source a readable name is of: the lists of claims are narrowed by its id. */
export const sourceIdQuery = `query SourceId($slug: String!) {
  source(by: { slug: $slug }) { id }
}`;
export const sourceIdAnswer = z.object({ source: z.object({ id: z.string() }).nullable() });

/** What a source's page is made of, as anyone may ask for it: all lists from their start, or one of them from somewhere on. */
export const sourceQuery = `query SourcePage(
  $id: ID!, $language: BCP47!, $first: Int!, $after: String, $passages: Boolean!, $claims: Boolean!, $derivatives: Boolean!
) {
  source(by: { id: $id }) {
    ...Cited
    erasedAt version kind access embargoedUntil seen language
    publisher { ...Who }
    authors { ...Who }
    publishedOn { edtf }
    inForce { edtf }
    disclaimer { ...Quoted }
    versions(first: 20) { totalCount edges { node { id sha256 length retrievedAt retrievedFrom archivedAt } } }
    derivedFrom { kind status method reason(language: $language) from { ...Cited } }
    passages(first: $first, after: $after) @include(if: $passages) {
      ${pagedFields}
      edges { node { ...Quoted id prefix suffix start end verification { found } version { sha256 }
        ${quotedForFields}
      } }
    }
    derivatives(first: $first, after: $after) @include(if: $derivatives) {
      ${pagedFields}
      edges { node { ...Cited derivedFrom { kind status method reason(language: $language) from { id } } } }
    }
    revisions(first: 20) { totalCount edges { node { ${revisionFields} } } }
  }
  claims(filter: { source: [$id] }, first: $first, after: $after) @include(if: $claims) {
    ${pagedFields}
    edges { node {
      ...Headed
      assertions(filter: { source: [$id] }, first: 5, orderBy: SAID_OLDEST) {
        totalCount
        edges { node { id stance commitment speaker { ...Who } attributedTo { speaker { ...Who } } } }
      }
    } }
  }
}
${headedFragment}
${quotedFragment}
${whoFragment}
${citedFragment}`;

const text = z.string();
const date = z.object({ edtf: text }).nullable();

const passage = quoted.extend({
  id: text,
  prefix: text.nullable(),
  suffix: text.nullable(),
  start: z.number().nullable(),
  end: z.number().nullable(),
  verification: quoted.shape.verification.extend({ found: text.nullable() }),
  version: z.object({ sha256: text }).nullable(),
  ...quotedForShape,
});

const derivation = z.object({
  kind: z.enum(derivationKinds),
  status: z.enum(relationStatuses),
  method: z.enum(recordMethods),
  reason: text.nullable(),
});

const source = cited.extend({
  erasedAt: text.nullable(),
  version: z.number(),
  kind: z.enum(sourceKinds),
  access: z.enum(sourceAccesses),
  embargoedUntil: text.nullable(),
  seen: z.boolean(),
  language: text.nullable(),
  publisher: who.nullable(),
  authors: z.array(who),
  publishedOn: date,
  inForce: date,
  disclaimer: quoted.nullable(),
  versions: counted(
    z.object({
      id: text,
      sha256: text,
      length: z.number().nullable(),
      retrievedAt: text.nullable(),
      retrievedFrom: text.nullable(),
      archivedAt: text.nullable(),
    }),
  ),
  derivedFrom: z.array(derivation.extend({ from: cited })),
  passages: paged(passage).optional(),
  derivatives: paged(
    cited.extend({ derivedFrom: z.array(derivation.extend({ from: z.object({ id: text }) })) }),
  ).optional(),
  revisions: history,
});

const claimIn = headed.extend({
  assertions: counted(
    z.object({
      id: text,
      stance: z.enum(stances),
      commitment: z.enum(commitments),
      speaker: who,
      attributedTo,
    }),
  ),
});

/** The answer to `sourceQuery`; `source` is null where there is none that whoever asks may see. */
export const sourceAnswer = z.object({ source: source.nullable(), claims: paged(claimIn).optional() });

export type SourceData = z.infer<typeof source>;
export type DerivationData = z.infer<typeof derivation>;
export type DerivativeData = NonNullable<SourceData['derivatives']>['edges'][number]['node'];
export type PassageData = z.infer<typeof passage>;
export type ClaimsData = z.infer<typeof sourceAnswer>['claims'];
export type ClaimInData = z.infer<typeof claimIn>;
