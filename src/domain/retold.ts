import type { DossierEntry } from './dossier.ts';
import { type DossierReading, isOrigin } from './dossier-reading.ts';

/**
 * The current relays by which alone a stance is known here, outermost only, affirmations left out: what they pass on was
 * said of another claim, or took another side, or is not recorded.
 */
export function retoldIn(reading: DossierReading): readonly DossierEntry[] {
  const relays = reading.current.filter((entry) => !isOrigin(entry) && !reading.isGone(entry));
  const relayed = new Set(relays.map(({ attributedToId }) => attributedToId));
  return relays.filter((relay) => {
    if (relay.stance === 'AFFIRMS' || relayed.has(relay.id)) return false;
    const origin = reading.originOf(relay);
    return origin?.claimId !== relay.claimId || origin.stance !== relay.stance;
  });
}
