import type { Issue } from '../domain/errors.ts';
import { PassagePlaces } from '../domain/passage-places.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { ofType } from './of-type.ts';
import { stateOf, unerased } from './reanchoring.ts';

/** One version of a source has one text: where two passages begin at one place, the longer goes on from the shorter. */
export async function conflictingPassages(
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  // What was compared with the text is true of it, whatever was recorded before.
  const own = ofType(records, 'Passage').filter(({ state }) => !records.texts.has(state.version));
  if (own.length === 0) return [];
  const there = await view.reader.passagesAt(own.map(({ state }) => state));
  const others = await unerased(
    there.filter((id) => !records.paths.has(id)),
    view,
  );
  const places = new PassagePlaces();
  for (const [id, current] of others) places.conflictOf(id, stateOf(current));
  return own.flatMap(({ id, path, state }): readonly Issue[] => {
    const other = places.conflictOf(id, state);
    if (other === null) return [];
    const where = records.paths.get(other) ?? other;
    const message = `expected the words that stand there: ${where} has others at the same place of the same version`;
    return [{ path: `${path}.exact`, message }];
  });
}
