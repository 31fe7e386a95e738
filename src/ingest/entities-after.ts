import { z } from 'zod';
import { type Anonymity, anonymities, type EntityKind, entityKinds } from '../domain/vocabulary.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { ofType } from './of-type.ts';

/** An entity by itself, whoever it is judged to be. */
interface OwnEntity {
  readonly kind: EntityKind;
  readonly anonymity: Anonymity;
}

const state = z.object({ kind: z.enum(entityKinds), anonymity: z.enum(anonymities) });

/** The entities of the ids as they will stand: as the bundle has them, or else as they are recorded; by id. */
export async function entitiesAfter(
  ids: readonly string[],
  records: BundleRecords,
  view: RecordingView,
): Promise<ReadonlyMap<string, OwnEntity>> {
  const own = new Map(
    ofType(records, 'Entity').map(({ id, state: { kind, anonymity } }) => [id, { kind, anonymity }]),
  );
  const outside = [...new Set(ids)].filter((id) => !own.has(id));
  const stored = outside.length === 0 ? [] : await view.currentStates(outside);
  return new Map<string, OwnEntity>([
    ...own,
    ...[...stored].map(([id, { payload }]) => [id, state.parse(JSON.parse(payload))] as const),
  ]);
}
