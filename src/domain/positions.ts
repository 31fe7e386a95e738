import type { DossierEntry } from './dossier.ts';
import { bySaid, holderOf, isCurrent, isHeld, isSaidBefore, takesSide } from './dossier-reading.ts';
import type { Stance } from './vocabulary.ts';

/** What one voice has held on one claim, over time. */
export interface Position {
  readonly claimId: string;
  /** The cluster of the body whose position it is, where it was taken for one; null for an own. */
  readonly bodyId: string | null;
  /** Its own statements and what it vouched for, in said order as far as that is known; at least one. */
  readonly heldIds: readonly string[];
  /**
   * The last side that it took, or that it took its side back; that it declined to comment or did not respond only where
   * it did neither. Where the dates do not tell which was the last, the one that stands last in `heldIds`.
   */
  readonly stance: Stance;
  /** Whether the dates tell that this was the last stance. */
  readonly isStanceCertain: boolean;
  /** Whether it certainly took one side after another, or took one back. */
  readonly changed: boolean;
}

/** Whether an assertion is the voice of that cluster: its own, or that of one who speaks for it. */
export function isVoiceOf(clusterId: string, { speaker, onBehalfOf }: DossierEntry): boolean {
  return speaker.clusterId === clusterId || onBehalfOf?.clusterId === clusterId;
}

/**
 * What an entity, or whoever speaks for it, has held on each claim: its current origins and what it endorsed, never
 * what it merely passed on. What it said for a body is that body's, and stands apart from its own. `entries` may be of any
 * claims and speakers. In the order in which it first spoke.
 */
export function positionsOf(clusterId: string, entries: Iterable<DossierEntry>): readonly Position[] {
  const held = [...entries]
    .filter((entry) => isCurrent(entry) && isHeld(entry) && isVoiceOf(clusterId, entry))
    .sort(bySaid);
  // Grouping keeps the order of the first of each, which is the order of the positions.
  return [...Map.groupBy(held, voiceKey).values()].flatMap((assertions) => {
    const views = assertions.filter(isView);
    const last = lastOf(views.length > 0 ? views : assertions);
    const latest = last.at(-1);
    if (!latest) return [];
    const holder = holderOf(latest).clusterId;
    return [
      {
        claimId: latest.claimId,
        bodyId: holder === clusterId ? null : holder,
        heldIds: assertions.map(({ id }) => id),
        stance: latest.stance,
        isStanceCertain: last.every(({ stance }) => stance === latest.stance),
        changed: hasChanged(views),
      },
    ];
  });
}

/** What says how one sees a claim; declining to comment and silence leave that as it was. */
function isView(entry: DossierEntry): boolean {
  return takesSide(entry) || entry.stance === 'RETRACTS';
}

/** Those that the dates do not place before another, in the order given; all of one stance where there is but one. */
function lastOf(statements: readonly DossierEntry[]): readonly DossierEntry[] {
  if (statements.every(({ stance }) => stance === statements[0]?.stance)) return statements;
  const takenBack = new Set(
    statements
      .filter(({ stance }) => stance === 'RETRACTS')
      .map((retraction) => takenBackBy(retraction, statements)),
  );
  return statements.filter(
    (entry) => !takenBack.has(entry) && !statements.some((other) => isSaidBefore(entry, other)),
  );
}

/** Whose retraction it is had taken a side before: where one statement of theirs can be that, the dates need not tell. */
function takenBackBy(
  retraction: DossierEntry,
  statements: readonly DossierEntry[],
): DossierEntry | undefined {
  const { clusterId } = holderOf(retraction);
  const sides = statements.filter(
    (one) => takesSide(one) && holderOf(one).clusterId === clusterId && !isSaidBefore(retraction, one),
  );
  return sides.length === 1 ? sides[0] : undefined;
}

function hasChanged(views: readonly DossierEntry[]): boolean {
  // What is taken back had been said, whether that is recorded or not.
  if (views.some(({ stance }) => stance === 'RETRACTS')) return true;
  return views.some((view) =>
    views.some((other) => other.stance !== view.stance && isSaidBefore(view, other)),
  );
}

/**
 * The assertions by which a voice's view of a claim (a speaker's own, or that of a body spoken for) certainly became another
 * than it was, and those by which it was taken back; in said order. Of several of one date the first.
 */
export function changesIn(entries: Iterable<DossierEntry>): readonly DossierEntry[] {
  const views = [...entries]
    .filter((entry) => isCurrent(entry) && isHeld(entry) && isView(entry))
    .sort(bySaid);
  const byVoice = Map.groupBy(views, voiceKey);
  return views.filter(
    (view) => view.stance === 'RETRACTS' || isChange(view, byVoice.get(voiceKey(view)) ?? []),
  );
}

function voiceKey(entry: DossierEntry): string {
  return JSON.stringify([entry.claimId, holderOf(entry).clusterId]);
}

/** Whether another view was certainly held before it, and none like it may have been held in between. */
function isChange(view: DossierEntry, ofVoice: readonly DossierEntry[]): boolean {
  // Said order keeps what is certain, so the last of these is the one after which the least can have been.
  const before = ofVoice.findLast((other) => other.stance !== view.stance && isSaidBefore(other, view));
  if (!before) return false;
  return ofVoice.every((other) => {
    if (other === view || other.stance !== view.stance) return true;
    const isLaterOfOneDate = other.saidEdtf === view.saidEdtf && bySaid(view, other) < 0;
    return isLaterOfOneDate || isSaidBefore(other, before) || isSaidBefore(view, other);
  });
}
