import { z } from 'zod';
import type { DossierEntry } from '../domain/dossier.ts';
import type { Issue } from '../domain/errors.ts';
import type { EntryOf } from '../domain/state.ts';
import { isSourceHidden } from '../domain/visibility.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { isAssertion } from './chain-rules.ts';
import { ofType } from './of-type.ts';

const expected =
  'expected a source: all else that is recorded of it stands in hidden sources, and what has no source of its own ' +
  'would be shown to everybody; name the one that it was made in';

const exposed =
  'expected words of a hidden source, or a public assertion that quotes them too: they stand in a public one and would be ' +
  'shown to everybody, and nobody quotes them but what is made in hidden sources';

/** Of some recorded sources those that are hidden. */
async function hiddenInStore(ids: readonly string[], view: RecordingView): Promise<readonly string[]> {
  const at = new Date(view.recordedAt);
  const sources = await view.reader.sourcesByIds(ids);
  return sources.flatMap((source) => (source !== null && isSourceHidden(source, at) ? [source.id] : []));
}

/** Of some sources those that are hidden, as the records say, or as the store does of what is not among them. */
async function hiddenSources(
  records: BundleRecords,
  ids: readonly string[],
  view: RecordingView,
): Promise<ReadonlySet<string>> {
  const at = new Date(view.recordedAt);
  const own = ofType(records, 'Source');
  const stated = new Set(own.map(({ id }) => id));
  const outside = [...new Set(ids)].filter((id) => !stated.has(id));
  return new Set([
    ...own.flatMap(({ id, state }) => (isSourceHidden(state, at) ? [id] : [])),
    ...(await hiddenInStore(outside, view)),
  ]);
}

/** Whether assertions were made in a hidden source. */
async function madeInHidden(records: BundleRecords, view: RecordingView) {
  const made = records.entries.filter(isAssertion).flatMap(({ state }) => state.source ?? []);
  const hidden = await hiddenSources(records, made, view);
  return ({ state }: EntryOf<'Assertion'>): boolean => state.source !== undefined && hidden.has(state.source);
}

/** The claims of which the store has assertions, all of them made or read in hidden sources. */
async function hiddenClaims(claimIds: readonly string[], view: RecordingView): Promise<ReadonlySet<string>> {
  const at = new Date(view.recordedAt);
  const found = new Set<string>();
  for (const dossier of await view.reader.dossiers(claimIds)) {
    if (dossier === null || dossier.entries.length === 0) continue;
    const hidden = new Set(
      dossier.sources.flatMap((source) => (isSourceHidden(source, at) ? [source.id] : [])),
    );
    const isHidden = ({ sourceId, readInIds }: DossierEntry): boolean =>
      sourceId === null
        ? readInIds.length > 0 && readInIds.every((id) => hidden.has(id))
        : hidden.has(sourceId);
    if (dossier.entries.every(isHidden)) found.add(dossier.claim.id);
  }
  return found;
}

const wordsOf = z.looseObject({ source: z.string().optional(), passages: z.array(z.string()).default([]) });

/** Of some assertions those that are recorded, that had words and no source, and were hidden with all of their words. */
async function robbedOfHidden(
  bare: readonly EntryOf<'Assertion'>[],
  known: ReadonlyMap<string, { readonly payload: string }>,
  view: RecordingView,
): Promise<ReadonlySet<string>> {
  const had = new Map(
    bare.flatMap(({ id }) => {
      const { source, passages } = wordsOf.parse(JSON.parse(known.get(id)?.payload ?? '{}'));
      return source === undefined && passages.length > 0 ? [[id, passages] as const] : [];
    }),
  );
  const ids = [...new Set([...had.values()].flat())];
  const sources = new Map(
    (await view.reader.recordsByIds(ids)).flatMap((one) =>
      one?.type === 'Passage' ? [[one.id, one.versionNode.sourceId] as const] : [],
    ),
  );
  const hidden = new Set(await hiddenInStore([...new Set(sources.values())], view));
  return new Set(
    [...had].flatMap(([id, passages]) =>
      passages.every((one) => hidden.has(sources.get(one) ?? '')) ? [id] : [],
    ),
  );
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
  const robbed = await robbedOfHidden(bare, known, view);
  const fresh = bare.filter(({ id }) => !known.has(id) || robbed.has(id));
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
      robbed.has(id) ||
      allHidden(relays.get(id)) ||
      allHidden(beside.get(state.claim)) ||
      claims.has(state.claim);
    return exposes ? [{ path: `${records.paths.get(id)}.source`, message: expected }] : [];
  });
}

/**
 * A quotation is as public as the text that it stands in: recorded for a hidden assertion alone, it would tell that there is
 * one, who recorded it and when.
 */
export async function exposedWords(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const isHidden = await madeInHidden(records, view);
  const quoted = { hidden: new Set<string>(), visible: new Set<string>() };
  for (const one of records.entries.filter(isAssertion))
    for (const id of one.state.passages) quoted[isHidden(one) ? 'hidden' : 'visible'].add(id);
  const alone = ofType(records, 'Passage').filter(
    ({ id }) => quoted.hidden.has(id) && !quoted.visible.has(id),
  );
  if (alone.length === 0) return [];
  const known = await view.currentStates(alone.map(({ id }) => id));
  const sources = new Map(ofType(records, 'SourceVersion').map(({ id, state }) => [id, state.source]));
  const outside = [...new Set(alone.map(({ state }) => state.version))].filter((id) => !sources.has(id));
  for (const one of await view.reader.recordsByIds(outside))
    if (one?.type === 'SourceVersion') sources.set(one.id, one.sourceId);
  const hidden = await hiddenSources(records, [...sources.values()], view);
  return alone.flatMap(({ id, path, state }): readonly Issue[] => {
    const source = sources.get(state.version);
    const isExposed = !known.has(id) && source !== undefined && !hidden.has(source);
    return isExposed ? [{ path: `${path}.version`, message: exposed }] : [];
  });
}
