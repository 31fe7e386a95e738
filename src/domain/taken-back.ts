import type { DossierEntry } from './dossier.ts';
import { type DossierReading, holderOf, isOrigin } from './dossier-reading.ts';
import { type Identity, isRetracted } from './origin-groups.ts';
import type { Stance } from './vocabulary.ts';

/** The current origins of that stance which stand, not taken back. */
export function standingOf(
  stance: Stance,
  reading: DossierReading,
  identity: Identity,
): readonly DossierEntry[] {
  return reading.current.filter(
    (entry) => isOrigin(entry) && entry.stance === stance && !isRetracted(entry, reading, identity),
  );
}

/** The current origins of that stance which were taken back, of those holders of whom none of that stance stands again. */
export function takenBackOf(
  stance: Stance,
  reading: DossierReading,
  identity: Identity,
): readonly DossierEntry[] {
  const holder = (entry: DossierEntry) => identity(holderOf(entry).id);
  const again = new Set(standingOf(stance, reading, identity).map(holder));
  return reading.current.filter(
    (entry) =>
      isOrigin(entry) &&
      entry.stance === stance &&
      isRetracted(entry, reading, identity) &&
      !again.has(holder(entry)),
  );
}
