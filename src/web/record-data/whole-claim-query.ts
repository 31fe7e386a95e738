import { z } from 'zod';
import {
  claimNatures,
  claimStatuses,
  provenanceStepKinds,
  recordMethods,
  relationKinds,
  relationStatuses,
  renderings,
  replyStates,
  reviewRatings,
} from '../../domain/vocabulary.ts';
import { date, dateFields, named, sourced, stated, withFragments } from './assertion-fields.ts';
import { bothOf, inBoth, maybeBothOf } from './both.ts';
import { listWithin, type NodeOf } from './data-list.ts';

const text = z.string();

/** What a claim is apart from its lists. */
export const claimCoreQuery = withFragments(`query ClaimData($by: IdOrSlug!) {
  claim(by: $by) {
    id slug version status nature language erasedAt
    ${inBoth('headline')}
    texts { language text translated }
    concerns { ${dateFields} } dateImpossible
    about { ...Named }
    corroboration {
      ${inBoth('sentence')}
      independentOrigins independentOriginsAtMost assertions sources deniedBy declinedBy unnamedOrigins machineOrigins
    }
    replyRequests { id state askedOn { ${dateFields} } deadline channel to { ...Named } reply { id } }
  }
}`);

const core = z.object({
  id: text,
  slug: text,
  /** Of one that was erased nothing is handed out. */
  erasedAt: text.nullable(),
  version: z.number(),
  status: z.enum(claimStatuses),
  nature: z.enum(claimNatures),
  language: text,
  ...bothOf('headline'),
  texts: z.array(z.object({ language: text, text, translated: z.boolean() })),
  concerns: date.nullable(),
  dateImpossible: z.boolean(),
  about: z.array(named),
  corroboration: z
    .object({
      ...bothOf('sentence'),
      independentOrigins: z.number(),
      independentOriginsAtMost: z.number(),
      assertions: z.number(),
      sources: z.number(),
      deniedBy: z.number(),
      declinedBy: z.number(),
      unnamedOrigins: z.number(),
      machineOrigins: z.number(),
    })
    .nullable(),
  replyRequests: z.array(
    z.object({
      id: text,
      state: z.enum(replyStates),
      askedOn: date.nullable(),
      deadline: text,
      channel: text.nullable(),
      to: named,
      reply: z.object({ id: text }).nullable(),
    }),
  ),
});
export const claimCoreAnswer = z.object({ claim: core.nullable() });
export type ClaimCore = z.infer<typeof core>;

const inClaim = 'claim(by: { id: $id })';

/** Every occasion, those that stand no more included. */
export const claimAssertions = listWithin(
  inClaim,
  'ClaimAssertions',
  `assertions(filter: { withdrawn: null }, orderBy: SAID_OLDEST)`,
  '...Stated',
  stated,
);

const link = z.object({
  kind: z.enum(provenanceStepKinds),
  assertion: z.object({ id: text }).nullable(),
  speaker: named.nullable(),
  source: sourced.nullable(),
  passage: z.object({ id: text, exact: text, language: text, rendering: z.enum(renderings) }).nullable(),
});
const step = link.extend({ seen: z.boolean(), ...maybeBothOf('weakness') });
const stepFields =
  'kind assertion { id } speaker { ...Named } source { ...Sourced } passage { id exact language rendering } seen ' +
  inBoth('weakness');

export const claimTrails = listWithin(
  inClaim,
  'ClaimTrails',
  'howDoWeKnow',
  `complete origin { id } weakestLink { ${stepFields} } steps { ${stepFields} }`,
  z.object({
    complete: z.boolean(),
    origin: z.object({ id: text }),
    weakestLink: step.nullable(),
    steps: z.array(step),
  }),
);

const end = `{ id slug ${inBoth('headline')} }`;
const related = z.object({ id: text, slug: text, ...bothOf('headline') });

export const claimRelations = listWithin(
  inClaim,
  'ClaimRelations',
  `relations(status: [CONFIRMED, PROPOSED])`,
  `id kind status ${inBoth('reason')} proposedBy recordedAt version from ${end} to ${end}`,
  z.object({
    id: text,
    kind: z.enum(relationKinds),
    status: z.enum(relationStatuses),
    ...bothOf('reason'),
    proposedBy: text,
    recordedAt: text,
    version: z.number(),
    from: related,
    to: related,
  }),
);

export const claimReviews = listWithin(
  inClaim,
  'ClaimReviews',
  'reviews',
  `id rating normalized url version publishedOn { ${dateFields} } reviewer { ...Named }`,
  z.object({
    id: text,
    rating: text,
    normalized: z.enum(reviewRatings),
    url: text.nullable(),
    version: z.number(),
    publishedOn: date.nullable(),
    reviewer: named,
  }),
);

export const claimRevisions = listWithin(
  inClaim,
  'ClaimRevisions',
  'revisions',
  'version kind recordedAt until method by title',
  z.object({
    version: z.number(),
    kind: text,
    recordedAt: text,
    until: text.nullable(),
    method: z.enum(recordMethods),
    by: text,
    title: text,
  }),
);

export type TrailOfClaim = NodeOf<typeof claimTrails>;
export type RelationOfClaim = NodeOf<typeof claimRelations>;
export type ReviewOfClaim = NodeOf<typeof claimReviews>;
export type RevisionOfClaim = NodeOf<typeof claimRevisions>;

/** All that is recorded of a claim, read to the end of every list, and when that was. */
export interface WholeClaim {
  readonly claim: ClaimCore;
  readonly assertions: readonly z.infer<typeof stated>[];
  readonly trails: readonly TrailOfClaim[];
  readonly relations: readonly RelationOfClaim[];
  readonly reviews: readonly ReviewOfClaim[];
  readonly revisions: readonly RevisionOfClaim[];
  readonly retrievedAt: string;
}
