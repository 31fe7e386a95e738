import type { DossierEntry } from './dossier.ts';
import { type DossierReading, holderOf, isHeld, isSaidBefore } from './dossier-reading.ts';
import type { Identity } from './identity.ts';
import { isRetracted } from './taken-back.ts';

/**
 * How one who both affirms a claim and is against it came from one to the other: against it SINCE they affirmed it, or
 * BEFORE; EITHER where the dates do not tell, as with positions.
 */
export type Turn = 'SINCE' | 'BEFORE' | 'EITHER';

/** What affirms it and stands: own statements, and relays that vouch. */
export function affirmingIn(reading: DossierReading, identity: Identity): readonly DossierEntry[] {
  return reading.reports.filter((entry) => isHeld(entry) && !isRetracted(entry, reading, identity));
}

/** How whoever holds these statements against the claim came to that; null where they do not affirm it. */
export function turnOf(
  against: readonly DossierEntry[],
  affirming: readonly DossierEntry[],
  identity: Identity,
): Turn | null {
  const holders = new Set(against.map((entry) => identity(holderOf(entry).id)));
  const own = affirming.filter((entry) => holders.has(identity(holderOf(entry).id)));
  if (own.length === 0) return null;
  if (against.some((entry) => own.every((other) => isSaidBefore(other, entry)))) return 'SINCE';
  if (own.some((entry) => against.every((other) => isSaidBefore(other, entry)))) return 'BEFORE';
  return 'EITHER';
}
