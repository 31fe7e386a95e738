import type { Html } from '../html.ts';

/** What embeds say in somebody else's page, in one language. Names and stances come marked up. */
export interface EmbedWords {
  /** "As it stood on 26 Nov 2026, 20:31:05 UTC." */
  pinned(instant: string): string;
  /** "Version 3, at the end of its time (26 Nov 2026, 20:31:05 UTC)." */
  pinnedVersion(version: number, instant: string): string;
  /** Of the version that holds: it has no end yet. */
  currentVersion(version: number): string;
  readonly unchanged: string;
  /** The same where not all of a claim was looked through. */
  readonly unchangedHere: string;
  readonly since: string;
  /** Of a live embed. */
  readonly changes: string;
  said(who: Html): Html;
  reported(who: Html): Html;
  replaced(who: Html): Html;
  revised(who: Html): Html;
  reinstated(who: Html): Html;
  withdrawn(who: Html, reason: string | null): Html;
  claimRevised(version: number): string;
  contradicted(headline: Html): Html;
  contradictionRejected(headline: Html): Html;
  corrected(headline: Html): Html;
  correctionRejected(headline: Html): Html;
  /** How this claim bears on another, or that on it: “supported by”. */
  related(how: string, headline: Html): Html;
  relatedNoMore(how: string, headline: Html): Html;
  /** Heads two claims that cannot both be true. */
  readonly contradiction: string;
  reviewed(who: string, rating: Html): Html;
  status(then: string, now: string): string;
  headline(now: Html): Html;
  readonly otherwise: string;
  /** Null where they were not counted. */
  moreCame(count: number | null): string;
  claimWithdrawn(date: string): string;
  readonly affirming: string;
  readonly denying: string;
  readonly silent: string;
  readonly nobodyAffirms: string;
  readonly nobodyDenies: string;
  readonly noRevision: string;
  readonly noRevisionHint: string;
  /** Of a contradiction's embed. */
  readonly noContradiction: string;
  relationRejected(date: string): string;
  /** Of a pinned embed of something else than a claim: no such moment. */
  readonly noMoment: string;
  readonly noMomentHint: string;
  readonly recordAsItStands: string;
  /** What came since to the record itself, and to the claims on its face. */
  recordRevised(version: number): string;
  claimErased(date: string): string;
  readonly claimRecorded: string;
  /** Of a claim that it shows now and did not then, and the other way round. */
  readonly listedSince: string;
  readonly listedNoMore: string;
  counts(then: number, now: number): string;
  /** Where a record was that was erased. */
  readonly recordErased: string;
  /** Of the markup that is offered. */
  readonly live: string;
  readonly liveHint: string;
  /** The same of a speaker, a source, a contradiction, a search. */
  readonly liveRecordHint: string;
  readonly pinnedNow: string;
  /** On a page of the past. */
  readonly pinnedThen: string;
  readonly pinnedHint: string;
  readonly asFrame: string;
  readonly asElement: string;
  readonly preview: string;
  readonly asItStands: string;
  /** Where a claim was that was erased. */
  readonly erased: string;
  erasedOn(date: string): string;
  /** In place of a past that cannot be shown now, above the record as it stands. */
  notNow(instant: string): string;
}
