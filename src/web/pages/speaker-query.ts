import { z } from 'zod';
import { commitments, nameKinds, recordMethods, stances, verdicts } from '../../domain/vocabulary.ts';
import { cited, citedFragment } from './cited.ts';
import { paged, pagedFields } from './connection.ts';
import { headed, headedFragment } from './headed.ts';
import { history, revisionFields } from './part.ts';
import { attributedTo, quotedFragment, said, saidFragment } from './said.ts';
import { who, whoFragment } from './who.ts';

/** The lists of a speaker's page, as its address names them. */
export const speakerLists = ['said', 'passed-on', 'positions', 'about'] as const;
/** Those that can be narrowed to one stance. */
export const narrowableLists: readonly SpeakerList[] = ['said', 'passed-on'];
export type SpeakerList = (typeof speakerLists)[number];

/** What a speaker's page is made of, as anyone may ask for it: all lists from their start, or one of them from somewhere on. */
export const speakerQuery = `query SpeakerPage(
  $by: IdOrSlug!, $language: BCP47!, $first: Int!, $after: String, $stance: [Stance!],
  $said: Boolean!, $passedOn: Boolean!, $positions: Boolean!, $about: Boolean!
) {
  entity(by: $by) {
    erasedAt
    ...Who
    version wikidata
    description(language: $language)
    names { text language kind }
    ... on Person { affiliations { role asOf { edtf } organization { ...Who } } }
    ... on Document { source { ...Cited } }
    judgements { verdict method reason(language: $language) between { id ... on Entity { ...Who } } }
    said: assertions(filter: { origin: true, stance: $stance }, first: $first, after: $after) @include(if: $said) {
      ${pagedFields}
      edges { node { ...Said claim { ...Headed } } }
    }
    passedOn: assertions(filter: { origin: false, stance: $stance }, first: $first, after: $after) @include(if: $passedOn) {
      ${pagedFields}
      edges { node { ...Said claim { ...Headed } attributedTo { speaker { ...Who } } } }
    }
    positions(first: $first, after: $after) @include(if: $positions) {
      ${pagedFields}
      edges { node {
        stance stanceCertain changed onBehalfOf { ...Who }
        claim { ...Headed }
        held { id stance commitment saidOn { edtf } speaker { ...Who } source { ...Cited } attributedTo { id } }
      } }
    }
    claimsAbout(first: $first, after: $after) @include(if: $about) {
      ${pagedFields}
      edges { node { ...Headed } }
    }
    revisions(first: 20) { totalCount edges { node { ${revisionFields} } } }
  }
}
${headedFragment}
${saidFragment}
${quotedFragment}
${whoFragment}
${citedFragment}`;

const text = z.string();

const position = z.object({
  stance: z.enum(stances),
  stanceCertain: z.boolean(),
  changed: z.boolean(),
  onBehalfOf: who.nullable(),
  claim: headed,
  held: z.array(
    z.object({
      id: text,
      stance: z.enum(stances),
      commitment: z.enum(commitments),
      saidOn: z.object({ edtf: text }).nullable(),
      speaker: who,
      source: cited.nullable(),
      attributedTo: z.object({ id: text }).nullable(),
    }),
  ),
});

const speaker = who.extend({
  erasedAt: text.nullable(),
  version: z.number(),
  wikidata: text.nullable(),
  description: text.nullable(),
  names: z.array(z.object({ text, language: text.nullable(), kind: z.enum(nameKinds) })),
  affiliations: z
    .array(z.object({ role: text.nullable(), asOf: z.object({ edtf: text }).nullable(), organization: who }))
    .optional(),
  source: cited.nullish(),
  judgements: z.array(
    z.object({
      verdict: z.enum(verdicts),
      method: z.enum(recordMethods),
      reason: text,
      between: z.array(z.union([who, z.object({ id: text })])),
    }),
  ),
  said: paged(said.extend({ claim: headed })).optional(),
  passedOn: paged(said.extend({ claim: headed, attributedTo })).optional(),
  positions: paged(position).optional(),
  claimsAbout: paged(headed).optional(),
  revisions: history,
});

/** The answer to `speakerQuery`; `entity` is null where there is none that whoever asks may see. */
export const speakerAnswer = z.object({ entity: speaker.nullable() });

export type SpeakerData = z.infer<typeof speaker>;
export type PositionData = z.infer<typeof position>;
