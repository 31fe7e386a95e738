import { z } from 'zod';
import {
  claimStatuses,
  provenanceStepKinds,
  replyStates,
  type Stance,
  timelineEventKinds,
} from '../../domain/vocabulary.ts';
import { cited, citedFragment } from './cited.ts';
import { counted, list, paged, pagedFields } from './connection.ts';
import { contradictionSide, sideFragment } from './contradictions-query.ts';
import { drawn, drawnFields } from './drawn.ts';
import { headed, headedFragment } from './headed.ts';
import { dated, datedFields } from './impossible-date.ts';
import { history, revisionFields } from './part.ts';
import { attributedTo, quoted, quotedFragment, said, saidFragment, taken, takenFields } from './said.ts';
import { who, whoFragment } from './who.ts';

/** Most of what is asked of a claim is few; of lists that may be long a page shows so many, and says how many there are. */
const shown = 20;
/** Of so few the sides are told apart on the page; of more, each side is asked for by itself. */
const ofAll = 12;
/** So many of each side: a page of all sides is to stay light. */
const ofEachSide = 5;
/** So much of its timeline. */
const events = 12;

/**
 * The lists of a claim's page that can be followed to their end, as its address names them. Each has one side alone: those
 * who deny are asked for apart from those who affirm, so that however many there are of one, the other is there.
 */
export const claimLists = [
  'affirming',
  'denying',
  'silent',
  'reported',
  'reported-against',
  'contradictions',
  'related',
  'timeline',
] as const;
export type ClaimList = (typeof claimLists)[number];

/** How else two claims bear on each other. */
const bearings = ['CORRECTS', 'SUPPORTS', 'QUALIFIES', 'EXPLAINS', 'CAUSES', 'NEAR_VARIANT'] as const;

const listOf = (name: string, origin: boolean, stances: readonly Stance[], fields: string) =>
  `${name}: assertions(filter: { origin: ${origin}, stance: [${stances.join(', ')}] }, orderBy: SAID_OLDEST, first: $first, after: $after) @include(if: $${name}) { ${pagedFields} edges { node { ...Said${fields} } } }`;
const denying = ['DENIES', 'DOUBTS', 'RETRACTS'] as const;
const silent = ['DECLINES_TO_COMMENT', 'NO_RESPONSE'] as const;
const passedOn = ' attributedTo { speaker { ...Who } }';

/** What a claim's page is made of, as anyone may ask for it: all lists from their start, or one of them from somewhere on. */
export const claimQuery = `query ClaimPage(
  $by: IdOrSlug!, $language: BCP47!, $first: Int = ${ofEachSide}, $after: String,
  $all: Boolean = true, $affirming: Boolean = false, $denying: Boolean = false, $silent: Boolean = false,
  $reported: Boolean = false, $reportedAgainst: Boolean = false,
  $contradictions: Boolean = true, $related: Boolean = true, $timeline: Boolean = true, $events: Int = ${events}
) {
  claim(by: $by) {
    id slug version status language erasedAt
    headline(language: $language)
    texts { language text translated }
    ${datedFields}
    about { ...Who }
    corroboration { sentence(language: $language) }
    whoSaid(first: ${ofAll}) @include(if: $all) { totalCount edges { node { ...Said } } }
    whoReported(first: ${ofAll}) @include(if: $all) { totalCount edges { node { ...Said${passedOn} } } }
    ${listOf('affirming', true, ['AFFIRMS'], '')}
    ${listOf('denying', true, denying, '')}
    ${listOf('silent', true, silent, '')}
    ${listOf('reported', false, ['AFFIRMS'], passedOn)}
    ${listOf('reportedAgainst', false, [...denying, ...silent], passedOn)}
    affirmed: howDoWeKnow(first: 5, stance: [AFFIRMS]) { ...Trails }
    opposed: howDoWeKnow(first: 5, stance: [DENIES, DOUBTS, RETRACTS]) { ...Trails }
    unanswered: howDoWeKnow(first: 2, stance: [DECLINES_TO_COMMENT, NO_RESPONSE]) { ...Trails }
    relations(kind: [CONTRADICTS], status: [CONFIRMED, PROPOSED], first: $first, after: $after) @include(if: $contradictions) { ${pagedFields} edges { node {
      id ${drawnFields} reason(language: $language)
      from { id ...Side }
      to { id ...Side }
    } } }
    related: relations(kind: [${bearings.join(', ')}], status: [CONFIRMED, PROPOSED], first: $first, after: $after) @include(if: $related) { ${pagedFields} edges { node {
      id kind ${drawnFields} reason(language: $language)
      from { id ...Headed }
      to { id ...Headed }
    } } }
    reviews(first: ${shown}) { edges { node { rating url publishedOn { edtf } reviewer { ...Who } } } }
    replyRequests { state askedOn { edtf } to { ...Who } reply { id } }
    timeline(first: $events, after: $after) @include(if: $timeline) { ${pagedFields} edges { node {
      kind date { edtf }
      assertion { ${takenFields} speaker { ...Who } source { ...Cited } }
      review { rating reviewer { ...Who } }
    } } }
    revisions(first: ${shown}) { totalCount edges { node { ${revisionFields} } } }
  }
}
fragment Trails on ProvenanceTrailConnection {
  totalCount
  edges { node {
    complete
    origin { ${takenFields} speaker { ...Who } }
    weakestLink { ...Step }
    steps { ...Step seen weakness(language: $language) }
  } }
}
fragment Step on ProvenanceStep {
  kind
  assertion { id }
  speaker { ...Who }
  source { ...Cited }
  passage { id ...Quoted }
}
${sideFragment}
${headedFragment}
${saidFragment}
${quotedFragment}
${whoFragment}
${citedFragment}`;

const text = z.string();
const date = z.object({ edtf: text }).nullable();
const link = z.object({
  kind: z.enum(provenanceStepKinds),
  assertion: z.object({ id: text }).nullable(),
  speaker: who.nullable(),
  source: cited.nullable(),
  passage: quoted.extend({ id: text }).nullable(),
});
const step = link.extend({ seen: z.boolean(), weakness: text.nullable() });

const trails = counted(
  z.object({
    complete: z.boolean(),
    origin: taken.extend({ speaker: who }),
    weakestLink: link.nullable(),
    steps: z.array(step),
  }),
);
const relayed = said.extend({ attributedTo });
const bearing = headed.extend({ id: text });
const related = contradictionSide.extend({ id: text });

const claim = dated.extend({
  id: text,
  slug: text,
  version: z.number(),
  status: z.enum(claimStatuses),
  language: text,
  erasedAt: text.nullable(),
  headline: text,
  texts: z.array(z.object({ language: text, text, translated: z.boolean() })),
  about: z.array(who),
  corroboration: z.object({ sentence: text }).nullable(),
  whoSaid: counted(said).optional(),
  whoReported: counted(relayed).optional(),
  affirming: paged(said).optional(),
  denying: paged(said).optional(),
  silent: paged(said).optional(),
  reported: paged(relayed).optional(),
  reportedAgainst: paged(relayed).optional(),
  affirmed: trails,
  opposed: trails,
  unanswered: trails,
  relations: paged(drawn.extend({ id: text, reason: text, from: related, to: related })).optional(),
  related: paged(
    drawn.extend({ id: text, kind: z.enum(bearings), reason: text, from: bearing, to: bearing }),
  ).optional(),
  reviews: list(z.object({ rating: text, url: text.nullable(), publishedOn: date, reviewer: who })),
  replyRequests: z.array(
    z.object({
      state: z.enum(replyStates),
      askedOn: date,
      to: who,
      reply: z.object({ id: text }).nullable(),
    }),
  ),
  timeline: paged(
    z.object({
      kind: z.enum(timelineEventKinds),
      date,
      assertion: taken.extend({ speaker: who, source: cited.nullable() }).nullable(),
      review: z.object({ rating: text, reviewer: who }).nullable(),
    }),
  ).optional(),
  revisions: history,
});

/** What is asked where one side after the other is asked for, beside what was answered to the whole. */
export const eachSide = {
  ...{ all: false, affirming: true, denying: true, silent: true, reported: true, reportedAgainst: true },
  ...{ contradictions: false, related: false, timeline: false },
} as const;

/** Whether some who said it, or passed it on, did not come along: then whole sides may be missing. */
export function isCrowded({ whoSaid, whoReported }: ClaimData): boolean {
  return [whoSaid, whoReported].some((list) => list !== undefined && list.totalCount !== list.edges.length);
}

/** The sides of a claim all of whose lists came along whole. */
export function sidesOf(claim: ClaimData): ClaimData {
  const whole = <Node extends { readonly stance: Stance }>(
    list: { readonly edges: { node: Node }[] } | undefined,
    stances: readonly Stance[],
  ) => {
    const edges = (list?.edges ?? []).filter(({ node }) => stances.includes(node.stance));
    return { edges, totalCount: edges.length, pageInfo: { hasNextPage: false, endCursor: null } };
  };
  return {
    ...claim,
    affirming: whole(claim.whoSaid, ['AFFIRMS']),
    denying: whole(claim.whoSaid, denying),
    silent: whole(claim.whoSaid, silent),
    reported: whole(claim.whoReported, ['AFFIRMS']),
    reportedAgainst: whole(claim.whoReported, [...denying, ...silent]),
  };
}

/** The answer to `claimQuery`; `claim` is null where there is none that whoever asks may see. */
export const claimAnswer = z.object({ claim: claim.nullable() });

export type ClaimData = z.infer<typeof claim>;
export type ContradictionData = NonNullable<ClaimData['relations']>['edges'][number]['node'];
export type BearingData = NonNullable<ClaimData['related']>['edges'][number]['node'];
export type EventData = NonNullable<ClaimData['timeline']>['edges'][number]['node'];
export type TrailData = ClaimData['affirmed']['edges'][number]['node'];
