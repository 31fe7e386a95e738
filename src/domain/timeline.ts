import { compareIds } from './clusters.ts';
import type { Dossier, DossierEntry } from './dossier.ts';
import { isCurrent, isOrigin } from './dossier-reading.ts';
import { type EdtfDate, edtfDate } from './edtf-date.ts';
import type { Claim, Review } from './model.ts';
import { changesIn } from './positions.ts';
import { type TimelineEventKind, timelineEventKinds } from './vocabulary.ts';

/** Something that happened to a claim, or is said to have happened. */
export interface TimelineEvent {
  /** `${kind}:${id of the record that it is of}`: stable, and unique within a timeline. */
  readonly id: string;
  readonly kind: TimelineEventKind;
  /** Null where it is not known; such events stand last. */
  readonly date: EdtfDate | null;
  readonly claimId: string;
  readonly assertionId: string | null;
  readonly reviewId: string | null;
}

/**
 * A claim's timeline: when it is said to hold (CONCERNS), who said it (SAID) and denied or doubted it (DENIED), who
 * passed that on (REPORTED), when a speaker certainly took another side or took one back (CHANGED), reviews, when it was first
 * recorded here, and what was withdrawn since. A statement that is no longer current, or a review that was withdrawn, is
 * only there as WITHDRAWN.
 */
export function timelineOfClaim({ claim, entries, reviews }: Dossier): readonly TimelineEvent[] {
  const current = entries.filter(isCurrent);
  return [
    ...concernsEvents(claim),
    ...current
      .filter((entry) => entry.stance !== 'RETRACTS' || !isOrigin(entry))
      .map((entry) => assertionEvent(kindOf(entry), saidOn(entry), entry)),
    ...changesIn(current).map((entry) => assertionEvent('CHANGED', saidOn(entry), entry)),
    ...reviews.filter(({ withdrawnAt }) => withdrawnAt === null).map(reviewEvent),
    event('RECORDED', dayOf(claim.recordedAt), claim.id, claim.id),
    ...entries
      .filter(({ withdrawnAt }) => withdrawnAt !== null)
      .map((entry) =>
        assertionEvent('WITHDRAWN', entry.withdrawnAt === null ? null : dayOf(entry.withdrawnAt), entry),
      ),
    ...reviews.flatMap(({ withdrawnAt, claimId, id }) =>
      withdrawnAt === null ? [] : [event('WITHDRAWN', dayOf(withdrawnAt), claimId, id, { reviewId: id })],
    ),
  ].sort(compareEvents);
}

/** What is said to have happened around an entity: what the claims about it concern, where that has a date, and their reviews that stand. */
export function timelineOfEntity(
  claims: Iterable<Claim>,
  reviews: Iterable<Review>,
): readonly TimelineEvent[] {
  return [...[...claims].flatMap(concernsEvents), ...[...reviews].map(reviewEvent)].sort(compareEvents);
}

/** Where an event stands: at its earliest day; where that is open ("by 18 December"), at the latest that it can have been. */
export function dayOfEvent({ date }: TimelineEvent): string | null {
  return date?.earliest ?? date?.latest ?? null;
}

/** By that day, unknown ones last; then kind, in the order of the vocabulary; then id. Total. */
export function compareEvents(a: TimelineEvent, b: TimelineEvent): number {
  const [first, second] = [dayOfEvent(a), dayOfEvent(b)];
  return (
    Number(first === null) - Number(second === null) ||
    compareIds(first ?? '', second ?? '') ||
    timelineEventKinds.indexOf(a.kind) - timelineEventKinds.indexOf(b.kind) ||
    compareIds(a.id, b.id)
  );
}

function kindOf(entry: DossierEntry): TimelineEventKind {
  if (!isOrigin(entry)) return 'REPORTED';
  return entry.stance === 'DENIES' || entry.stance === 'DOUBTS' ? 'DENIED' : 'SAID';
}

function event(
  kind: TimelineEventKind,
  date: EdtfDate | null,
  claimId: string,
  recordId: string,
  of: { readonly assertionId?: string; readonly reviewId?: string } = {},
): TimelineEvent {
  const { assertionId = null, reviewId = null } = of;
  return { id: `${kind}:${recordId}`, kind, date, claimId, assertionId, reviewId };
}

function assertionEvent(kind: TimelineEventKind, date: EdtfDate | null, entry: DossierEntry): TimelineEvent {
  return event(kind, date, entry.claimId, entry.id, { assertionId: entry.id });
}

function reviewEvent(review: Review): TimelineEvent {
  return event('REVIEWED', review.publishedOn, review.claimId, review.id, { reviewId: review.id });
}

function concernsEvents(claim: Claim): readonly TimelineEvent[] {
  return claim.concerns === null ? [] : [event('CONCERNS', claim.concerns, claim.id, claim.id)];
}

function saidOn(entry: DossierEntry): EdtfDate | null {
  if (entry.saidEdtf === null) return null;
  return {
    edtf: entry.saidEdtf,
    earliest: entry.saidEarliest,
    latest: entry.saidLatest,
    original: entry.saidOriginal,
    resolvedAgainst: entry.saidResolvedAgainst,
  };
}

/** The UTC day of an instant. */
function dayOf(instant: string): EdtfDate {
  return edtfDate({ edtf: instant.slice(0, 10) });
}
