import type { Issue } from '../domain/errors.ts';
import { PassagePlaces } from '../domain/passage-places.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { ofType } from './of-type.ts';
import { passagesOf, stateOf } from './reanchoring.ts';

/** One version of a source has one text: where two passages begin at one place, the longer goes on from the shorter. */
export async function conflictingPassages(
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  // What was compared with the text is true of it, whatever was recorded before.
  const own = ofType(records, 'Passage').filter(({ state }) => !records.texts.has(state.version));
  if (own.length === 0) return [];
  const sourceOf = new Map(ofType(records, 'SourceVersion').map(({ id, state }) => [id, state.source]));
  const outside = [...new Set(own.map(({ state }) => state.version))].filter((id) => !sourceOf.has(id));
  const versions = await view.reader.recordsByIds(outside);
  for (const one of versions) if (one?.type === 'SourceVersion') sourceOf.set(one.id, one.sourceId);
  const sources = new Set(own.flatMap(({ state }) => sourceOf.get(state.version) ?? []));
  const places = new PassagePlaces();
  for (const source of sources) {
    for (const [id, current] of await passagesOf(source, view))
      if (!records.paths.has(id)) places.conflictOf(id, stateOf(current));
  }
  return own.flatMap(({ id, path, state }): readonly Issue[] => {
    const other = places.conflictOf(id, state);
    if (other === null) return [];
    const where = records.paths.get(other) ?? other;
    const message = `expected the words that stand there: ${where} has others at the same place of the same version`;
    return [{ path: `${path}.exact`, message }];
  });
}
