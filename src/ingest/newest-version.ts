import type { SourceVersion } from '../domain/model.ts';
import type { EntryOf } from '../domain/state.ts';

/** A version of a source as far as the order of versions needs it. */
interface Retrieved {
  readonly id: string;
  /**
   * When its text was retrieved; null where that is not known. Never later than it was recorded, so that one version with a
   * wrong instant is followed by whatever is recorded after it.
   */
  readonly instant: number | null;
  readonly recordedAt: string;
  readonly position: number;
}

function retrieved(retrievedAt: string | null, own: Omit<Retrieved, 'instant'>): Retrieved {
  const recorded = Date.parse(own.recordedAt);
  return { ...own, instant: retrievedAt === null ? null : Math.min(Date.parse(retrievedAt), recorded) };
}

const byRecording = (a: Retrieved, b: Retrieved): number =>
  a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : a.position - b.position;

/**
 * The newest text of a source, among the versions that are recorded and those about to be: the one recorded last, of those
 * that are not known to have been retrieved before another. Null where there is none.
 * @param recordedAt the instant of the recording that brings `entries`
 */
export function newestVersion(
  stored: readonly SourceVersion[],
  entries: readonly EntryOf<'SourceVersion'>[],
  recordedAt: string,
): string | null {
  const recorded = new Map(stored.map((version) => [version.id, version]));
  const all = new Map<string, Retrieved>();
  for (const version of stored) all.set(version.id, retrieved(version.retrievedAt, version));
  for (const { id, state, position } of entries)
    all.set(id, retrieved(state.retrievedAt ?? null, recorded.get(id) ?? { id, recordedAt, position }));
  let newest: string | null = null;
  let latest = Number.NEGATIVE_INFINITY;
  for (const { id, instant } of [...all.values()].sort(byRecording)) {
    if (instant !== null && instant < latest) continue;
    newest = id;
    latest = instant ?? latest;
  }
  return newest;
}
