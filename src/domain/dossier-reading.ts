import { compareIds } from './clusters.ts';
import type { Dossier, DossierEntry } from './dossier.ts';
import { type EdtfDate, isBefore } from './edtf-date.ts';
import type { Entity } from './model.ts';
import { followReplaced } from './replaced.ts';

/** Neither withdrawn nor replaced by a later record of the same. */
export function isCurrent(entry: DossierEntry): boolean {
  return entry.withdrawnAt === null && entry.supersededById === null;
}

/** Attributed to nobody: its speaker's own words, not passed on. */
export function isOrigin(entry: DossierEntry): boolean {
  return entry.attributedToId === null;
}

/** Whether it is of what somebody holds: an own statement, or a relay that vouches for what it relays. */
export function isHeld(entry: DossierEntry): boolean {
  return isOrigin(entry) || entry.commitment === 'ENDORSES';
}

/** Whether it is for or against: whoever declines or does not answer takes no side, and taking back is none either. */
export function takesSide({ stance }: DossierEntry): boolean {
  return stance === 'AFFIRMS' || stance === 'DENIES' || stance === 'DOUBTS';
}

/** Whether the dates settle that one was said before the other; of a date that is missing or qualified they never do. */
export function isSaidBefore(entry: DossierEntry, other: DossierEntry): boolean {
  if (entry.saidEdtf === null || other.saidEdtf === null) return false;
  // The bounds are at hand, and tell most pairs apart.
  if (entry.saidLatest === null || other.saidEarliest === null) return false;
  if (entry.saidLatest >= other.saidEarliest) return false;
  return isBefore(entry.saidEdtf, other.saidEdtf) === 'CERTAINLY';
}

/**
 * When it was said as text that sorts: its first day, where that is open the last; after every day where neither is
 * known. So nothing that was certainly said before another comes after it.
 */
export function saidKey(entry: Pick<DossierEntry, 'saidEarliest' | 'saidLatest'>): string {
  return entry.saidEarliest ?? entry.saidLatest ?? '~';
}

/** Recording order: instant, place in the bundle, id. */
export function byRecorded(
  a: Pick<DossierEntry, 'id' | 'recordedAt' | 'position'>,
  b: Pick<DossierEntry, 'id' | 'recordedAt' | 'position'>,
): number {
  return compareIds(a.recordedAt, b.recordedAt) || a.position - b.position || compareIds(a.id, b.id);
}

/**
 * The order in which things were said, as far as it is known; what has no date last, as it was recorded. Total, and so no
 * proof that one came before the other: `isSaidBefore` tells that.
 */
export function bySaid(a: DossierEntry, b: DossierEntry): number {
  return compareIds(saidKey(a), saidKey(b)) || byRecorded(a, b);
}

/** A dossier made easy to look things up in. Nothing in it depends on the order of the entries. */
export interface DossierReading {
  /** What led to an assertion that was replaced leads to what stands for it. */
  readonly dossier: Dossier;
  /** Every assertion that is known of, of this claim and of others. */
  readonly byId: ReadonlyMap<string, DossierEntry>;
  /** The claim's current assertions, of every stance, in said order. */
  readonly current: readonly DossierEntry[];
  /** Current, affirming, with no withdrawn link in the chain: what counts as a report of the claim. */
  readonly reports: readonly DossierEntry[];
  /** Current statements by which their own speakers take the claim back. */
  readonly retractions: readonly DossierEntry[];
  /** Whether it was withdrawn, or passes on one that was; what replaced a link stands for it. A copy of one stands. */
  readonly isGone: (entry: DossierEntry) => boolean;
  /**
   * What an assertion has its words from, nearest first: for an origin what it copies, for a relay the end of its chain,
   * and so on, as far as that is known. None for an origin that copies nothing.
   */
  readonly wordsFrom: (entry: DossierEntry) => readonly DossierEntry[];
  /** When a source was published; undefined where that is not known. */
  readonly publishedOn: (sourceId: string) => EdtfDate | undefined;
  /** The end of its chain as far as it is known; the entry itself for an origin. */
  readonly originOf: (entry: DossierEntry) => DossierEntry | null;
}

export function readDossier(recorded: Dossier): DossierReading {
  const dossier = followReplaced(recorded);
  const byId = new Map([...dossier.others, ...dossier.entries].map((entry) => [entry.id, entry]));
  const wordsFrom = (entry: DossierEntry) => {
    const passed = new Set([entry]);
    for (const one of passed) {
      const next = byId.get((isOrigin(one) ? one.copyOfId : one.chain.at(-1)) ?? '');
      if (next) passed.add(next);
    }
    passed.delete(entry);
    return [...passed];
  };
  const isGone = (entry: DossierEntry) =>
    entry.withdrawnAt !== null || entry.chain.some((id) => (byId.get(id)?.withdrawnAt ?? null) !== null);
  // Hardly anything is taken back, and nothing else asks.
  let published: ReadonlyMap<string, EdtfDate | null> | null = null;
  const publishedOn = () => {
    published ??= new Map(dossier.sources.map((source) => [source.id, source.publishedOn]));
    return published;
  };
  const current = dossier.entries.filter(isCurrent).sort(bySaid);
  return {
    dossier,
    byId,
    current,
    reports: current.filter((entry) => entry.stance === 'AFFIRMS' && !isGone(entry)),
    retractions: current.filter((entry) => entry.stance === 'RETRACTS' && isOrigin(entry)),
    isGone,
    wordsFrom,
    publishedOn: (sourceId) => publishedOn().get(sourceId) ?? undefined,
    originOf: (entry) => (isOrigin(entry) ? entry : (byId.get(entry.chain.at(-1) ?? '') ?? null)),
  };
}

/** Whose position an assertion is: the body spoken for, if any, else the speaker. */
export function holderOf(entry: DossierEntry): Entity {
  return entry.onBehalfOf ?? entry.speaker;
}
