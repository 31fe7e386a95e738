import { z } from 'zod';
import { isInViews } from '../domain/ids.ts';
import type { Entry } from '../domain/state.ts';
import { entitiesIn, type IsHidden } from '../domain/visibility.ts';
import type { Change } from './change.ts';
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

/** Whether nothing that a tombstone names hides it: it was hidden by words, by who draws it, or by the source that it was. */
function losesWhatHides(tombstone: Entry, isHidden: IsHidden): boolean {
  switch (tombstone.type) {
    case 'Assertion':
      return tombstone.state.source === undefined || !isHidden(tombstone.state.source);
    case 'ClaimRelation':
      return !isHidden(tombstone.state.from) && !isHidden(tombstone.state.to);
    case 'Entity':
      return true;
    default:
      return false;
  }
}

/**
 * What erases a record, with the versions of it that were none for the public, as it sees the record now, that it
 * was hidden where nothing else tells, and the hidden whom it named: what they said goes, and nobody could know afterwards.
 */
export async function erasedAsSeen(full: Run, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const erasing = entries.filter(({ type, state }) => isInViews(type) && state.erased !== undefined);
  if (erasing.length === 0) return entries;
  const states = await pastEntries(
    full,
    erasing.map(({ id }) => id),
  );
  const isHidden = await hiddenToday(
    full,
    [...states.values()].flat().map(({ entry }) => entry),
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
    const hides = isHidden(entry.id) && losesWhatHides(entry, isHidden);
    const kept = {
      ...(unseen.length === 0 ? {} : { unseen }),
      ...(hides ? { hidden: true } : {}),
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
