import { z } from 'zod';
import { isInViews } from '../domain/ids.ts';
import type { Entry } from '../domain/state.ts';
import { entitiesIn, type IsHidden } from '../domain/visibility.ts';
import type { Change } from './change.ts';
import { recordedByIds } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { hiddenToday, pastEntries, seenStates, shownText } from './seen-states.ts';
import { rowsOfBatches, runBatches } from './write-batches.ts';

const payloadRow = z.tuple([z.string(), z.number(), z.string()]);

/** The dates that a payload names, wherever in it. */
function edtfsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'edtf' && typeof one === 'string' ? [one] : edtfsIn(one),
  );
}

/** The source of each of some passages, by the passage. */
async function sourcesOfPassages(full: Run, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const passages = (await recordedByIds(full, ids)).values();
  const versionOf = new Map(
    [...passages].flatMap(({ entry: { type, id, state } }) =>
      type === 'Passage' ? [[id, state.version] as const] : [],
    ),
  );
  const versions = await recordedByIds(full, [...versionOf.values()]);
  return new Map(
    [...versionOf].flatMap(([id, version]) => {
      const { entry } = versions.get(version) ?? {};
      return entry?.type === 'SourceVersion' ? [[id, entry.state.source] as const] : [];
    }),
  );
}

/** What hid a record, all of it together, and goes with what it said; none where that is not what hid it. */
function whatHid(
  { type, state }: Entry,
  isHidden: IsHidden,
  sourceOf: ReadonlyMap<string, string>,
): readonly string[] {
  const all = (ids: readonly string[]) => (ids.every(isHidden) ? ids : []);
  if (type === 'ClaimRelation') return all(state.assertedBy);
  if (type !== 'Assertion') return [];
  return [...distinct(all(state.passages).flatMap((id) => sourceOf.get(id) ?? []))].sort();
}

/**
 * What erases a record, with the versions of it that were none for the public, as it sees the record now, what hid it
 * where nothing else tells, and the hidden whom it named: what they said goes, and nobody could know afterwards.
 */
export async function erasedAsSeen(full: Run, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const erasing = entries.filter(({ type, state }) => isInViews(type) && state.erased !== undefined);
  if (erasing.length === 0) return entries;
  const states = await pastEntries(
    full,
    erasing.map(({ id }) => id),
  );
  const past = [...states.values()].flat().map(({ entry }) => entry);
  const isHidden = await hiddenToday(full, past);
  const sourceOf = await sourcesOfPassages(
    full,
    distinct(past.flatMap(({ type, state }) => (type === 'Assertion' ? state.passages : []))),
  );
  return entries.map((entry) => {
    const { erased } = entry.state;
    const some = states.get(entry.id) ?? [];
    const seen = new Set(seenStates(some, (one) => shownText(one, isHidden)));
    const unseen = some.filter((state) => !seen.has(state)).map(({ version }) => version);
    if (erased === undefined) return entry;
    const left = new Set(entitiesIn(entry));
    const named = distinct(some.flatMap((state) => entitiesIn(state.entry)))
      .filter((id) => !left.has(id) && isHidden(id))
      .sort();
    const last = some.at(-1)?.entry;
    const hiddenBy = last === undefined ? [] : whatHid(last, isHidden, sourceOf);
    const kept = {
      ...(unseen.length === 0 ? {} : { unseen }),
      ...(entry.type === 'Entity' && isHidden(entry.id) ? { hidden: true } : {}),
      ...(hiddenBy.length === 0 ? {} : { hiddenBy }),
      ...(named.length === 0 ? {} : { named }),
    };
    return { ...entry, state: { ...entry.state, erased: { ...erased, ...kept } } } as Entry;
  });
}

/**
 * Destroys all that was recorded before of the records that these changes erase: each state's payload gives way to what
 * stands in its place, its salt is gone, and its commitment stays; what bundles said of it is forgotten. A date goes that nothing says any more.
 */
export async function eraseFormerStates(
  run: Run,
  changes: readonly Change[],
  activityId: string,
): Promise<void> {
  const erasing = changes.filter(({ entry, before }) => entry.state.erased !== undefined && before !== null);
  if (erasing.length === 0) return;
  const ids = erasing.map(({ entry }) => entry.id);
  const payloads = await rowsOfBatches(run, 'payloads-of-records', ids);
  const edtfs = distinct(payloads.flatMap((row) => edtfsIn(JSON.parse(payloadRow.parse(row)[2]))));
  const rows = erasing.map(({ entry, version, payload }) => ({ id: entry.id, version, payload }));
  await runBatches(run, 'erase-former-states', 'rows', rows, { activityId });
  await runBatches(run, 'forget-editions', 'ids', ids);
  if (edtfs.length === 0) return;
  const said = new Map(edtfs.map((edtf) => [`"edtf":${JSON.stringify(edtf)}`, edtf]));
  for (const [text] of await run('texts-still-said', { texts: [...said.keys()] })) said.delete(String(text));
  await runBatches(run, 'forget-dates', 'edtfs', [...said.values()]);
}
