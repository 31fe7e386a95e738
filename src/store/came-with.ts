import { namedIn } from '../domain/shown-since.ts';
import type { CameWith } from '../domain/visibility.ts';
import type { Run } from './run.ts';
import { pastEntries } from './seen-states.ts';

/**
 * Of some records, whether they named an entity in the recording that it came with; of none else. It is read from all their
 * states: a record that is older than an entity may have come to name it since.
 * @param firstRecorded when an entity was recorded first
 */
export async function cameWith(
  full: Run,
  ids: readonly string[],
  firstRecorded: (id: string) => string | undefined,
): Promise<CameWith> {
  const found = new Set<string>();
  for (const [id, states] of await pastEntries(full, ids))
    for (const { entry, from, version } of states)
      for (const entity of namedIn(entry, version))
        if (from === firstRecorded(entity)) found.add(`${id} ${entity}`);
  return (id, entity) => found.has(`${id} ${entity}`);
}

/** A record as far as it tells what came with it. */
interface Dated {
  readonly entities: readonly string[];
  readonly version: number;
  readonly firstRecordedAt: string;
}

/** The same of whole graphs, by their records' ids; `full` is read for those alone that were revised. */
export async function cameWithIn(full: Run, records: ReadonlyMap<string, Dated>): Promise<CameWith> {
  const firstRecorded = (id: string) => records.get(id)?.firstRecordedAt;
  const isNoYounger = (id: string, entity: string) =>
    (firstRecorded(id) ?? '') <= (firstRecorded(entity) ?? '');
  const revised = [...records].flatMap(([id, { entities, version }]) =>
    version > 1 && entities.some((one) => isNoYounger(id, one)) ? [id] : [],
  );
  const ofRevised = await cameWith(full, revised, firstRecorded);
  return (id, entity) =>
    (records.get(id)?.version ?? 1) > 1 ? ofRevised(id, entity) : isNoYounger(id, entity);
}
