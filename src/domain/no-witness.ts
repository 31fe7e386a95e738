import type { DossierEntry } from './dossier.ts';
import { type DossierReading, isOrigin } from './dossier-reading.ts';
import type { Identity } from './identity.ts';
import { machineAccountsIn } from './known-by-machine.ts';
import { isStandIn } from './stand-in.ts';
import { isDisowned } from './taken-back.ts';

/**
 * Why words have nobody behind them who counts. ACCOUNTS: that they were said is known by machines' accounts alone.
 * WITHDRAWN: they were copied from what was recorded, and is no more.
 */
export type NoWitness = 'MACHINES' | 'ACCOUNTS' | 'UNKNOWN' | 'REDACTED' | 'RETRACTED' | 'WITHDRAWN';

/**
 * Why an assertion has no witness behind it, whatever else it has; null where it has one. A copy is as good a witness as what
 * it copies: whoever takes over the words of a machine, of an unknown speaker, or words that were taken back or whose record
 * was withdrawn, is none of what they say, and says it all the same.
 */
export function noWitnessOf(
  entry: DossierEntry,
  reading: DossierReading,
  identity: Identity,
): NoWitness | null {
  for (const one of [entry, ...reading.wordsFrom(entry)]) {
    const reason = one !== entry && reading.isGone(one) ? 'WITHDRAWN' : ownReason(one, reading, identity);
    if (reason !== null) return reason;
  }
  return null;
}

/** Whether it is none only because of what it copies. */
export function isFallenCopy(entry: DossierEntry, reading: DossierReading, identity: Identity): boolean {
  return (
    isOrigin(entry) &&
    ownReason(entry, reading, identity) === null &&
    noWitnessOf(entry, reading, identity) !== null
  );
}

function ownReason(entry: DossierEntry, reading: DossierReading, identity: Identity): NoWitness | null {
  const { speaker } = entry;
  if (speaker.kind === 'MACHINE') return isOrigin(entry) ? 'MACHINES' : 'ACCOUNTS';
  if (speaker.kind === 'UNKNOWN') return 'UNKNOWN';
  if (isStandIn(speaker)) return 'REDACTED';
  // What is taken back is known of this claim alone.
  if (entry.claimId === reading.dossier.claim.id && isDisowned(entry, reading, identity)) return 'RETRACTED';
  return machineAccountsIn(reading).has(entry.id) ? 'ACCOUNTS' : null;
}
