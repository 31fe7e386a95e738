import type { Dossier } from '../domain/dossier.ts';
import { headlineOf } from '../domain/headline.ts';
import { nameOf, pick } from '../domain/localize.ts';
import type { Claim, Entity, Source } from '../domain/model.ts';

/** The record behind a node of a claim graph, and what stands on the node in a language. */
export interface GraphRecord {
  readonly record: Claim | Source | Entity;
  /** In the language asked for; in the original's where none is. */
  label(language: string | null | undefined): string;
}

/** The records that a graph is drawn from, by id; of entities only those that readers see for their cluster. */
export function graphRecords(dossiers: Iterable<Dossier>): ReadonlyMap<string, GraphRecord> {
  const records = new Map<string, GraphRecord>();
  for (const dossier of dossiers) {
    const { claim, entries, publishers, sources } = dossier;
    records.set(claim.id, {
      record: claim,
      label: (language) => headlineOf(dossier, language ?? claim.language),
    });
    for (const source of sources) {
      records.set(source.id, {
        record: source,
        label: (language) => pick(source.title, language ?? source.language)?.text ?? '',
      });
    }
    for (const entity of [...entries.map(({ speaker }) => speaker), ...publishers]) {
      if (entity.id !== entity.clusterId) continue;
      records.set(entity.id, { record: entity, label: (language) => nameOf(entity, language) });
    }
  }
  return records;
}
