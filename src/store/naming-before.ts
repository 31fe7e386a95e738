import { isInViews, typeOfId } from '../domain/ids.ts';
import type { Run } from './run.ts';
import { batchSize, rowsOfBatches } from './write-batches.ts';

const idInJson = /"([A-Za-z]+_[0-9a-f]{32})"/g;

function standsInViews(id: string): boolean {
  const type = typeOfId(id);
  return type !== null && isInViews(type);
}

/**
 * The records of the views that were revised and name, or once named, any of some: no link leads to what they named
 * once. All their states are read for it, a batch at a time and however many ids there are: an engine would look for
 * each id in each text.
 */
export async function namingBefore(full: Run, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const names = (payload: unknown): boolean =>
    [...String(payload).matchAll(idInJson)].some(([, id = '']) => wanted.has(id));
  const revised = (await full('revised-records')).map(([id]) => String(id)).filter(standsInViews);
  const found = new Set<string>();
  for (let start = 0; start < revised.length; start += batchSize) {
    const some = revised.slice(start, start + batchSize);
    for (const [id, , , payload] of await rowsOfBatches(full, 'states-of-records', some))
      if (names(payload)) found.add(String(id));
  }
  return [...found];
}
