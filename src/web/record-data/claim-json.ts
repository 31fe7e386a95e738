import type { AnchoredData, DateData, NamedData, SourcedData, StatedData } from './assertion-fields.ts';
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

const who = ({ id, slug, kind, anonymity, nameEn, nameZh }: NamedData) => ({
  id,
  slug,
  kind,
  anonymity,
  name: both(nameEn, nameZh),
});
const maybe = <Value, Made>(value: Value | null, make: (value: Value) => Made): Made | null =>
  value === null ? null : make(value);

const when = ({ edtf, original, resolvedAgainst }: DateData) => ({ edtf, original, resolvedAgainst });

const sourceOf = (source: SourcedData) => ({
  id: source.id,
  slug: source.slug,
  kind: source.sourceKind,
  title: both(source.titleEn, source.titleZh),
  url: source.url,
  language: source.writtenIn,
  publishedOn: maybe(source.publishedOn, when),
  publisher: maybe(source.publisher, who),
  authors: source.authors.map(who),
  seen: source.seen,
});

/** In each language that one is recorded in; null where none is. */
const translated = (en: string | null, zh: string | null) =>
  en === null && zh === null ? null : { ...(en === null ? {} : { en }), ...(zh === null ? {} : { zh }) };

const quotationOf = (passage: AnchoredData) => ({
  id: passage.id,
  revision: passage.revision,
  exact: passage.exact,
  language: passage.language,
  /** Whether these are the speaker's own words. */
  rendering: passage.rendering,
  translation: translated(passage.translationEn, passage.translationZh),
  verification: passage.verification.state,
  start: passage.start,
  end: passage.end,
  readIn: maybe(passage.version, ({ sha256, archivedAt, retrievedAt, source }) => ({
    sha256,
    archivedAt,
    retrievedAt,
    source: sourceOf(source),
  })),
});

function assertionOf(said: StatedData, address: string): object {
  return {
    id: said.id,
    address: `${address}#${said.id}`,
    version: said.version,
    stance: said.stance,
    commitment: said.commitment,
    modality: said.modality,
    condition: said.condition,
    directness: said.directness,
    basis: said.basis,
    method: said.method,
    speaker: who(said.speaker),
    speakerAsNamed: said.speakerAsNamed,
    role: said.role,
    onBehalfOf: maybe(said.onBehalfOf, who),
    attributedTo: maybe(said.attributedTo, ({ id, speaker }) => ({ id, speaker: who(speaker) })),
    cue: said.cue,
    prompt: said.prompt,
    saidOn: maybe(said.saidOn, when),
    saidIn: said.saidIn,
    source: maybe(said.source, sourceOf),
    basedOn: said.basedOn.map(sourceOf),
    quotations: said.passages.map(quotationOf),
    warnings: said.warnings.map(({ code, messageEn, messageZh }) => ({
      code,
      message: both(messageEn, messageZh),
    })),
    recordedAt: said.recordedAt,
    supersedes: said.supersedes?.id ?? null,
    supersededBy: said.supersededBy?.id ?? null,
    withdrawnAt: said.withdrawnAt,
    withdrawalReason: said.withdrawalReason,
  };
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

/** Whether it counts no more: it was withdrawn, or another record replaced it. */
export function standsNoMore({ withdrawnAt, supersededBy }: StatedData): boolean {
  return withdrawnAt !== null || supersededBy !== null;
}

/**
 * All that is recorded of a claim as one JSON document; its shape is described in docs/downloads.md. What stands no more
 * is apart from what stands, so that nobody counts it.
 */
export function claimJson(whole: WholeClaim, base: string, { citation, rights }: Attribution): string {
  const { claim } = whole;
  const addressOf = (slug: string) => `${base}/claims/${encodeURIComponent(slug)}`;
  const address = addressOf(claim.slug);
  const standing = whole.assertions.filter((said) => !standsNoMore(said));
  const made = (all: readonly StatedData[]) => all.map((said) => assertionOf(said, address));
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
      about: claim.about.map(who),
      corroboration: supportOf(claim),
      whoSaid: made(standing.filter(({ attributedTo }) => attributedTo === null)),
      whoReported: made(standing.filter(({ attributedTo }) => attributedTo !== null)),
      standsNoMore: made(whole.assertions.filter(standsNoMore)),
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
