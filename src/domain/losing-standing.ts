import type { Dossier } from './dossier.ts';
import { readDossier } from './dossier-reading.ts';

function standing(dossier: Dossier): readonly string[] {
  const { current, isGone } = readDossier(dossier);
  return current.filter((entry) => !isGone(entry)).map(({ id }) => id);
}

/**
 * The assertions of a claim that stand before and no longer stand after: withdrawn, replaced, or resting on a link that
 * is withdrawn; in said order. None of a claim that is new.
 */
export function losingStanding(before: Dossier | null, after: Dossier): readonly string[] {
  if (before === null) return [];
  const left = new Set(standing(after));
  return standing(before).filter((id) => !left.has(id));
}
