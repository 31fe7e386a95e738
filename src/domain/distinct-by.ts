import type { DossierEntry } from './dossier.ts';

/** The first of each, in the order given. */
export function distinctBy(
  entries: readonly DossierEntry[],
  keyOf: (entry: DossierEntry) => string,
): DossierEntry[] {
  const keys = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}
