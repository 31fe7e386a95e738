import type { DossierEntry } from '../domain/dossier.ts';
import type { Issue } from '../domain/errors.ts';
import type { EntryOf } from '../domain/state.ts';
import { isSourceHidden } from '../domain/visibility.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { isAssertion } from './chain-rules.ts';

const expected =
  'expected a source: all else that is recorded of it stands in hidden sources, and what has no source of its own ' +
  'would be shown to everybody; name the one that it was made in';

/** Whether assertions were made in a hidden source, by their entries' and the store's sources. */
async function madeInHidden(records: BundleRecords, view: RecordingView) {
  const at = new Date(view.recordedAt);
  const hidden = new Map(
    records.entries.flatMap((entry) =>
      entry.type === 'Source' ? [[entry.id, isSourceHidden(entry.state, at)] as const] : [],
    ),
  );
  const outside = [
    ...new Set(records.entries.filter(isAssertion).flatMap(({ state }) => state.source ?? [])),
  ];
  for (const source of await view.reader.sourcesByIds(outside.filter((id) => !hidden.has(id)))) {
    if (source === null) continue;
    const { access, embargoedUntil } = source;
    hidden.set(source.id, isSourceHidden({ access, embargoedUntil: embargoedUntil ?? undefined }, at));
  }
  return ({ state }: EntryOf<'Assertion'>): boolean => hidden.get(state.source ?? '') ?? false;
}

/** The claims of which the store has assertions, all of them made or read in hidden sources. */
async function hiddenClaims(claimIds: readonly string[], view: RecordingView): Promise<ReadonlySet<string>> {
  const at = new Date(view.recordedAt);
  const found = new Set<string>();
  for (const dossier of await view.reader.dossiers(claimIds)) {
    if (dossier === null || dossier.entries.length === 0) continue;
    const hidden = new Set(
      dossier.sources
        .filter(({ access, embargoedUntil }) =>
          isSourceHidden({ access, embargoedUntil: embargoedUntil ?? undefined }, at),
        )
        .map(({ id }) => id),
    );
    const isHidden = ({ sourceId, readInIds }: DossierEntry): boolean =>
      sourceId === null
        ? readInIds.length > 0 && readInIds.every((id) => hidden.has(id))
        : hidden.has(sourceId);
    if (dossier.entries.every(isHidden)) found.add(dossier.claim.id);
  }
  return found;
}

/**
 * What has neither a source nor words is as public as can be: recorded without a thought beside what is hidden, it would
 * show a hidden claim, or whoever stands behind a hidden relay.
 */
export async function exposing(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const own = records.entries.filter(isAssertion);
  const bare = own.filter(({ state }) => state.source === undefined && state.passages.length === 0);
  if (bare.length === 0) return [];
  const known = await view.currentStates(bare.map(({ id }) => id));
  const fresh = bare.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return [];
  const isHidden = await madeInHidden(records, view);
  const claims = await hiddenClaims([...new Set(fresh.map(({ state }) => state.claim))], view);
  const isBare = new Set(bare.map(({ id }) => id));
  const allHidden = (of: readonly EntryOf<'Assertion'>[] | undefined): boolean =>
    of?.every(isHidden) ?? false;
  const relays = Map.groupBy(own, ({ state }) => state.attributedTo ?? '');
  const beside = Map.groupBy(
    own.filter(({ id }) => !isBare.has(id)),
    ({ state }) => state.claim,
  );
  return fresh.flatMap(({ id, state }): readonly Issue[] => {
    const exposes =
      allHidden(relays.get(id)) || allHidden(beside.get(state.claim)) || claims.has(state.claim);
    return exposes ? [{ path: `${records.paths.get(id)}.source`, message: expected }] : [];
  });
}
