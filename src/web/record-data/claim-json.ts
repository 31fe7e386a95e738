import { assertionOf, maybe, setApart, sourceOf, when, who } from './assertion-json.ts';
import { type Both, both, maybeBoth } from './both.ts';
import type { ClaimCore, RelationOfClaim, TrailOfClaim, WholeClaim } from './whole-claim-query.ts';

/** The name of the shape; another shape gets another name. */
export const claimFormat = 'onrecord-claim/1';

/** Words that go with whatever leaves the service. */
export interface Attribution {
  /** Ready for print. */
  readonly citation: Both;
  readonly rights: Both;
}

function stepOf(step: TrailOfClaim['steps'][number]): object {
  return {
    kind: step.kind,
    assertion: step.assertion?.id ?? null,
    speaker: maybe(step.speaker, who),
    source: maybe(step.source, sourceOf),
    quotation: step.passage,
    seen: step.seen,
    weakness: maybeBoth(step.weaknessEn, step.weaknessZh),
  };
}

const trailOf = ({ complete, origin, weakestLink, steps }: TrailOfClaim) => ({
  origin: origin.id,
  complete,
  weakestLink: maybe(weakestLink, stepOf),
  steps: steps.map(stepOf),
});

function relationOf(relation: RelationOfClaim, address: (slug: string) => string): object {
  const end = (claim: RelationOfClaim['from']) => ({
    id: claim.id,
    slug: claim.slug,
    address: address(claim.slug),
    headline: both(claim.headlineEn, claim.headlineZh),
  });
  const { id, kind, status, reasonEn, reasonZh, proposedBy, recordedAt, version, from, to } = relation;
  return {
    id,
    kind,
    status,
    reason: both(reasonEn, reasonZh),
    proposedBy,
    recordedAt,
    version,
    from: end(from),
    to: end(to),
  };
}

function supportOf({ corroboration }: ClaimCore): object | null {
  if (corroboration === null) return null;
  const { sentenceEn, sentenceZh, ...counts } = corroboration;
  return { sentence: both(sentenceEn, sentenceZh), ...counts };
}

/**
 * All that is recorded of a claim as one JSON document; its shape is described in docs/downloads.md.
 */
export function claimJson(whole: WholeClaim, base: string, { citation, rights }: Attribution): string {
  const { claim } = whole;
  const addressOf = (slug: string) => `${base}/claims/${encodeURIComponent(slug)}`;
  const address = addressOf(claim.slug);
  const { own, passedOn, standsNoMore } = setApart(whole.assertions, (said) => assertionOf(said, address));
  const { headlineEn, headlineZh, id, slug, version, status, nature, language, texts } = claim;
  return `${JSON.stringify(
    {
      format: claimFormat,
      retrievedAt: whole.retrievedAt,
      address,
      id,
      slug,
      version,
      status,
      nature,
      language,
      headline: both(headlineEn, headlineZh),
      texts,
      concerns: maybe(claim.concerns, when),
      dateImpossible: claim.dateImpossible,
      about: claim.about.map(who),
      corroboration: supportOf(claim),
      whoSaid: own,
      whoReported: passedOn,
      standsNoMore,
      howDoWeKnow: whole.trails.map(trailOf),
      relations: whole.relations.map((relation) => relationOf(relation, addressOf)),
      reviews: whole.reviews.map(({ publishedOn, reviewer, ...review }) => ({
        ...review,
        publishedOn: maybe(publishedOn, when),
        reviewer: who(reviewer),
      })),
      replyRequests: claim.replyRequests.map(({ askedOn, to, reply, ...request }) => ({
        ...request,
        askedOn: maybe(askedOn, when),
        to: who(to),
        reply: reply?.id ?? null,
      })),
      revisions: whole.revisions,
      citation,
      rights,
    },
    null,
    2,
  )}\n`;
}
