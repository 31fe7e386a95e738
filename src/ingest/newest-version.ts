import type { SourceVersion } from '../domain/model.ts';
import type { EntryOf } from '../domain/state.ts';

/** A version of a source as far as the order of versions needs it. */
interface Dated {
  readonly id: string;
  /**
   * When the text was as it is: when it was retrieved, or else when it was recorded. Never later than that, so that one
   * version with a wrong instant is followed by whatever is recorded after it.
   */
  readonly instant: number;
  readonly recordedAt: string;
  readonly position: number;
}

function dated(retrievedAt: string | null, own: Omit<Dated, 'instant'>): Dated {
  const recorded = Date.parse(own.recordedAt);
  return { ...own, instant: retrievedAt === null ? recorded : Math.min(Date.parse(retrievedAt), recorded) };
}

const byInstant = (a: Dated, b: Dated): number =>
  a.instant - b.instant ||
  (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : a.position - b.position);

/**
 * The newest text of a source, among the versions that are recorded and those about to be: by when each was retrieved,
 * or recorded where it does not say or says a later instant; of two at one instant the one recorded later. Null where there is none.
 * @param recordedAt the instant of the recording that brings `entries`
 */
export function newestVersion(
  stored: readonly SourceVersion[],
  entries: readonly EntryOf<'SourceVersion'>[],
  recordedAt: string,
): string | null {
  const recorded = new Map(stored.map((version) => [version.id, version]));
  const all = new Map<string, Dated>();
  for (const version of stored) all.set(version.id, dated(version.retrievedAt, version));
  for (const { id, state, position } of entries)
    all.set(id, dated(state.retrievedAt ?? null, recorded.get(id) ?? { id, recordedAt, position }));
  return [...all.values()].sort(byInstant).at(-1)?.id ?? null;
}
