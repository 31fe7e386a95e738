import type { DossierEntry } from './dossier.ts';
import { type DossierReading, isHeld, isOrigin } from './dossier-reading.ts';
import type { Identity } from './identity.ts';
import { isRetracted } from './taken-back.ts';

/**
 * The current relays by which alone a stance is known here, outermost only, affirmations left out: what they pass on was
 * said of another claim, or took another side, or is not recorded, or was taken back while the relay vouches for it.
 */
export function retoldIn(reading: DossierReading, identity: Identity): readonly DossierEntry[] {
  const relays = reading.current.filter((entry) => !isOrigin(entry) && !reading.isGone(entry));
  const relayed = new Set(relays.map(({ attributedToId }) => attributedToId));
  return relays.filter((relay) => {
    if (relay.stance === 'AFFIRMS' || relayed.has(relay.id)) return false;
    const origin = reading.originOf(relay);
    if (origin?.claimId !== relay.claimId || origin.stance !== relay.stance) return true;
    const isBack = (entry: DossierEntry) => isRetracted(entry, reading, identity);
    return isHeld(relay) && isBack(origin) && !isBack(relay);
  });
}
