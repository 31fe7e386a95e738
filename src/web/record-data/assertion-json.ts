import type { AnchoredData, DateData, NamedData, SourcedData, StatedData } from './assertion-fields.ts';
import { both } from './both.ts';
import { type ClaimRow, claimAddress, claimNamed } from './claim-row.ts';

/** Whoever is named, with what is to be known of its bearer. */
export const who = ({ id, slug, kind, anonymity, nameEn, nameZh }: NamedData) => ({
  id,
  slug,
  kind,
  anonymity,
  name: both(nameEn, nameZh),
});
/** Null where there is nothing to make it of. */
export const maybe = <Value, Made>(value: Value | null, make: (value: Value) => Made): Made | null =>
  value === null ? null : make(value);

/** A date as precise as it is known, and as it was written. */
export const when = ({ edtf, original, resolvedAgainst }: DateData) => ({ edtf, original, resolvedAgainst });

/** A source as a citation needs it. */
export const sourceOf = (source: SourcedData) => ({
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

/** Exact words, with where they stand. */
export const quotationOf = (passage: AnchoredData) => ({
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

/** One occasion, whole. `address` is that of the page of what it is about. */
export function assertionOf(said: StatedData, address: string): object {
  return {
    id: said.id,
    address: `${address}?said=${said.id}#${said.id}`,
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

/** An assertion among those of several claims: with the claim that it is of. */
export function assertionWithClaim(said: StatedData & { readonly claim: ClaimRow }, base: string) {
  return { claim: claimNamed(said.claim, base), ...assertionOf(said, claimAddress(said.claim.slug, base)) };
}

/** What stands, own statements apart from what passes on another's, and what stands no more, so that nobody counts it. */
export function setApart<Said extends StatedData, Told>(all: readonly Said[], told: (said: Said) => Told) {
  const standing = all.filter((said) => !hasLapsed(said));
  return {
    own: standing.filter(({ attributedTo }) => attributedTo === null).map(told),
    passedOn: standing.filter(({ attributedTo }) => attributedTo !== null).map(told),
    standsNoMore: all.filter(hasLapsed).map(told),
  };
}

/** Whether it was withdrawn, or another record replaced it. */
function hasLapsed({ withdrawnAt, supersededBy }: StatedData): boolean {
  return withdrawnAt !== null || supersededBy !== null;
}
