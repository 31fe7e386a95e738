import type { DossierEntry } from './dossier.ts';
import { bySaid, isCurrent, isHeld } from './dossier-reading.ts';
import type { Stance } from './vocabulary.ts';

/** What one has held on one claim, over time. */
export interface Position {
  readonly claimId: string;
  /** Its own statements and what it vouched for, in said order; at least one. */
  readonly heldIds: readonly string[];
  /** The latest. */
  readonly stance: Stance;
  /** It has held more than one stance. */
  readonly changed: boolean;
}

/** Whether an assertion is the voice of that cluster: its own, or that of one who speaks for it. */
export function isVoiceOf(clusterId: string, { speaker, onBehalfOf }: DossierEntry): boolean {
  return speaker.clusterId === clusterId || onBehalfOf?.clusterId === clusterId;
}

/**
 * What an entity, or whoever speaks for it, has held on each claim: its current origins and what it endorsed, never
 * what it merely passed on. `entries` may be of any claims and speakers. In the order in which it first spoke.
 */
export function positionsOf(clusterId: string, entries: Iterable<DossierEntry>): readonly Position[] {
  const held = [...entries]
    .filter((entry) => isCurrent(entry) && isHeld(entry) && isVoiceOf(clusterId, entry))
    .sort(bySaid);
  const byClaim = Map.groupBy(held, ({ claimId }) => claimId);
  // Grouping keeps the order of the first of each, which is the order of the positions.
  return [...byClaim].flatMap(([claimId, assertions]) => {
    const latest = assertions.at(-1);
    if (!latest) return [];
    const changed = new Set(assertions.map(({ stance }) => stance)).size > 1;
    return [{ claimId, heldIds: assertions.map(({ id }) => id), stance: latest.stance, changed }];
  });
}

/**
 * The assertions by which a speaker's stance on a claim, or that of the body spoken for, became another than it
 * was, and those by which it was taken back; in said order.
 */
export function changesIn(entries: Iterable<DossierEntry>): readonly DossierEntry[] {
  const latest = new Map<string, Stance>();
  return [...entries]
    .filter((entry) => isCurrent(entry) && isHeld(entry))
    .sort(bySaid)
    .filter(({ claimId, speaker, onBehalfOf, stance }) => {
      const voices = onBehalfOf ? [speaker, onBehalfOf] : [speaker];
      const keys = voices.map(({ clusterId }) => JSON.stringify([claimId, clusterId]));
      const isChange = keys.some((key) => (latest.get(key) ?? stance) !== stance);
      for (const key of keys) latest.set(key, stance);
      return isChange || stance === 'RETRACTS';
    });
}
