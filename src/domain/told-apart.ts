import { DisjointSets } from './disjoint-sets.ts';
import type { DossierEntry } from './dossier.ts';
import { type DossierReading, holderOf } from './dossier-reading.ts';
import { identityOf } from './identity.ts';
import type { Entity } from './model.ts';
import { joinUnnamed } from './origin-groups.ts';

/**
 * Tells those apart, by a key, who hold these and can be told apart by how they are called. Of several without a name who may
 * be one, and are called the same, readers could not tell who is who, and would take them for several.
 */
export function toldApart(
  entries: readonly DossierEntry[],
  reading: DossierReading,
  calledAs: (entity: Entity) => string,
): (entry: DossierEntry) => string {
  const unnamed = new Set(
    entries.filter((entry) => entry.onBehalfOf === null && entry.speaker.anonymity !== 'NAMED'),
  );
  if (unnamed.size < 2) return (entry) => holderOf(entry).clusterId;
  const perhapsOne = new DisjointSets();
  const supposed = identityOf(reading.dossier, 'SAME');
  for (const { id, speaker } of unnamed) perhapsOne.join(id, `voice:${supposed(speaker.id)}`);
  joinUnnamed(perhapsOne, [...unnamed], reading, supposed);
  return (entry) =>
    unnamed.has(entry)
      ? JSON.stringify([perhapsOne.find(entry.id), calledAs(entry.speaker)])
      : holderOf(entry).clusterId;
}
