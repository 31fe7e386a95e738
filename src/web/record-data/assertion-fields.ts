import { z } from 'zod';
import {
  anonymities,
  bases,
  commitments,
  directnesses,
  entityKinds,
  modalities,
  recordMethods,
  renderings,
  sourceKinds,
  stances,
  verificationStates,
  warningCodes,
} from '../../domain/vocabulary.ts';
import { bothOf, inBoth, maybeBothOf } from './both.ts';

const text = z.string();

export const date = z.object({ edtf: text, original: text.nullable(), resolvedAgainst: text.nullable() });
export const dateFields = 'edtf original resolvedAgainst';

/** Whoever is named, in both languages. */
export const named = z.object({
  id: text,
  slug: text,
  kind: z.enum(entityKinds),
  anonymity: z.enum(anonymities),
  ...bothOf('name'),
});
const namedFragment = `fragment Named on Entity { id slug kind anonymity ${inBoth('name')} }`;

/** A source as a citation needs it. */
export const sourced = z.object({
  id: text,
  slug: text,
  sourceKind: z.enum(sourceKinds),
  url: text.nullable(),
  seen: z.boolean(),
  writtenIn: text.nullable(),
  publishedOn: date.nullable(),
  publisher: named.nullable(),
  authors: z.array(named),
  ...bothOf('title'),
});
const sourcedFragment = `fragment Sourced on Source {
  id slug sourceKind: kind url seen writtenIn: language publishedOn { ${dateFields} } publisher { ...Named } authors { ...Named } ${inBoth('title')}
}`;

/** The exact words, with where they stand. */
export const anchored = z.object({
  id: text,
  exact: text,
  language: text,
  rendering: z.enum(renderings),
  ...maybeBothOf('translation'),
  start: z.number().nullable(),
  end: z.number().nullable(),
  revision: z.number(),
  verification: z.object({ state: z.enum(verificationStates) }),
  version: z
    .object({
      id: text,
      sha256: text,
      archivedAt: text.nullable(),
      retrievedAt: text.nullable(),
      source: sourced,
    })
    .nullable(),
});
// A translation is of the language asked for or there is none: `zh` is served by whichever Chinese is recorded.
const anchoredFragment = `fragment Anchored on Passage {
  id exact language rendering translationEn: translation(language: "en") translationZh: translation(language: "zh") start end revision verification { state }
  version { id sha256 archivedAt retrievedAt source { ...Sourced } }
}`;

/** One occasion, whole. */
export const stated = z.object({
  id: text,
  version: z.number(),
  stance: z.enum(stances),
  commitment: z.enum(commitments),
  modality: z.enum(modalities),
  condition: text.nullable(),
  directness: z.enum(directnesses),
  basis: z.enum(bases),
  method: z.enum(recordMethods),
  speaker: named,
  speakerAsNamed: text.nullable(),
  role: text.nullable(),
  onBehalfOf: named.nullable(),
  attributedTo: z.object({ id: text, speaker: named }).nullable(),
  cue: text.nullable(),
  prompt: text.nullable(),
  saidOn: date.nullable(),
  saidIn: text.nullable(),
  source: sourced.nullable(),
  basedOn: z.array(sourced),
  passages: z.array(anchored),
  warnings: z.array(z.object({ code: z.enum(warningCodes), ...bothOf('message') })),
  recordedAt: text,
  supersedes: z.object({ id: text }).nullable(),
  supersededBy: z.object({ id: text }).nullable(),
  withdrawnAt: text.nullable(),
  withdrawalReason: text.nullable(),
});
const statedFragment = `fragment Stated on Assertion {
  id version stance commitment modality condition directness basis method
  speaker { ...Named } speakerAsNamed role onBehalfOf { ...Named } attributedTo { id speaker { ...Named } }
  cue prompt saidOn { ${dateFields} } saidIn
  source { ...Sourced } basedOn { ...Sourced } passages { ...Anchored }
  warnings { code ${inBoth('message')} }
  recordedAt supersedes { id } supersededBy { id } withdrawnAt withdrawalReason
}`;

/** Each before those that it is made of. */
const fragments = [statedFragment, anchoredFragment, sourcedFragment, namedFragment];

/** A document with those of the fragments above that it spreads, each once, as GraphQL wants them. */
export function withFragments(document: string): string {
  return fragments.reduce((whole, fragment) => {
    const [, name = ''] = /^fragment (\w+)/.exec(fragment) ?? [];
    return new RegExp(`\\.\\.\\.${name}\\b`).test(whole) ? `${whole}\n${fragment}` : whole;
  }, document);
}

export type DateData = z.infer<typeof date>;
export type NamedData = z.infer<typeof named>;
export type SourcedData = z.infer<typeof sourced>;
export type AnchoredData = z.infer<typeof anchored>;
export type StatedData = z.infer<typeof stated>;
