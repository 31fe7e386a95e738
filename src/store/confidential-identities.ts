import { z } from 'zod';
import { typeOfId } from '../domain/ids.ts';
import type { AnyRecord, ConfidentialIdentity } from '../domain/model.ts';
import type { EntryOf } from '../domain/state.ts';
import { nameKinds } from '../domain/vocabulary.ts';
import { link, type RecordNode } from './node-links.ts';
import { optional, recorded, text, texts, toRecorded } from './rows.ts';
import { distinct, groupByFirst, type Run } from './run.ts';
import type { StoreReader } from './store.ts';

/** The node of a confidential identity, which stands beside the views; `recordedAt` is when it was withdrawn, where it is. */
export function identityNode({ state }: EntryOf<'ConfidentialIdentity'>, recordedAt: string): RecordNode {
  return {
    properties: {
      entityId: state.entity,
      nameTexts: state.names.map((name) => name.text),
      nameLanguages: state.names.map((name) => name.language ?? ''),
      nameKinds: state.names.map((name) => name.kind),
      note: state.note ?? null,
      by: state.by,
      withdrawnAt: state.withdrawn ? recordedAt : null,
      withdrawalReason: state.withdrawn?.reason ?? null,
    },
    links: link('confidential-identity-identifies-entity', state.entity),
  };
}

export const identityRow = z
  .tuple([...recorded, text, texts, texts, z.array(z.enum(nameKinds)), optional, text, optional, optional])
  .transform(
    (row): ConfidentialIdentity => ({
      type: 'ConfidentialIdentity',
      ...toRecorded(row[0], row[1], row[2], row[3]),
      entityId: row[4],
      names: row[5].map((name, index) => ({
        text: name,
        language: row[6][index] || null,
        kind: row[7][index] ?? 'NAME',
      })),
      note: row[8],
      by: row[9],
      withdrawnAt: row[10],
      withdrawalReason: row[11],
    }),
  );

const placeOf = ({ recordedAt, position, id }: ConfidentialIdentity): string =>
  `${recordedAt}#${String(position).padStart(9, '0')}#${id}`;

/** A reader for one who may read identities, in the view that `run` reads. */
export function withIdentities(reader: StoreReader, run: Run): StoreReader {
  return {
    ...reader,
    async recordsByIds(ids) {
      const wanted = distinct(ids.filter((id) => typeOfId(id) === 'ConfidentialIdentity'));
      const records = await reader.recordsByIds(ids);
      if (wanted.length === 0) return records;
      const rows = await run('confidential-identities-by-ids', { ids: wanted });
      const found = new Map<string, AnyRecord>(
        rows.map((row) => identityRow.parse(row[0])).map((identity) => [identity.id, identity]),
      );
      return ids.map((id, index) => found.get(id) ?? records[index] ?? null);
    },
    async identitiesOf(entityIds) {
      if (entityIds.length === 0) return [];
      const rows = await run('confidential-identities-of-entities', { ids: distinct(entityIds) });
      const groups = groupByFirst(rows, (row) => identityRow.parse(row[1]));
      return entityIds.map((id) =>
        [...(groups.get(id) ?? [])].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
      );
    },
  };
}
