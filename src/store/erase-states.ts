import { z } from 'zod';
import { isInViews, typeOfId } from '../domain/ids.ts';
import { referencesIn } from '../domain/redaction.ts';
import type { Entry, Erasure } from '../domain/state.ts';
import { entitiesIn, type IsHidden, needsOwnView } from '../domain/visibility.ts';
import { type Change, storedStates } from './change.ts';
import { firstShown } from './first-shown.ts';
import { cameInHiding } from './hidden-leads.ts';
import { shownToAll } from './named-once.ts';
import { recordedByIds } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import {
  hiddenIn,
  hiddenToday,
  type PastEntry,
  pastEntries,
  quotedOrNamedIn,
  seenStates,
  shownStates,
} from './seen-states.ts';
import { heldWhile, keptSpans, spansOfSource, spansUntil } from './shown-while.ts';
import { later, overlaps, type Span } from './spans.ts';
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

/** What hides a record where all of it is hidden, and goes with what it said; none where nothing of that hides it. */
function whatHides({ type, state }: Entry, sourceOf: ReadonlyMap<string, string>): readonly string[] {
  if (type === 'ClaimRelation') return state.assertedBy;
  if (type !== 'Assertion') return [];
  return [...distinct(state.passages.flatMap((id) => sourceOf.get(id) ?? []))].sort();
}

/** While a source is hidden from nobody, where it is hidden at times; the last span is open where it is not from then on. */
function spansOf(states: readonly PastEntry[]): Pick<Erasure, 'shownWhile'> {
  if (!states.some(({ entry }) => needsOwnView(entry))) return {};
  return { shownWhile: keptSpans(spansOfSource(states)) };
}

/**
 * While an assertion is hidden from nobody, where it was hidden at times: its words are named no more. The last span begins with
 * the erasure, and is open, whatever hides it from then on.
 */
function spansOfWords(
  [first]: readonly PastEntry[],
  { spans, until }: Pick<Known, 'spans' | 'until'>,
): Pick<Erasure, 'shownWhile'> {
  const shown = first ? spansUntil(spans(first.entry.id), [first.from, until]) : null;
  return shown === null ? {} : { shownWhile: [...keptSpans(shown), [until]] };
}

/** The entities that a record named while it was shown to everybody. */
function showedIn(states: readonly PastEntry[], spans: readonly Span[], until: string): ReadonlySet<string> {
  const shown = heldWhile(states).filter(([, [from, end]]) =>
    overlaps([from, end < until ? end : until], spans),
  );
  return new Set(shown.flatMap(([entry]) => entitiesIn(entry)));
}

/** What is known of the entities that erased records named. */
interface Known {
  readonly isHidden: IsHidden;
  readonly spans: (id: string) => readonly Span[];
  /** Whether it came with something hidden, or was recorded first in hiding: what showed it must not be forgotten. */
  readonly wasInHiding: IsHidden;
  /** Whether the public has it since something named it later: what did must not be forgotten. */
  readonly cameOutLater: IsHidden;
  readonly firstRecorded: (id: string) => string | undefined;
  readonly until: string;
}

/** Whom an erased record named, in any version, and its tombstone does not: the hidden, and those whom it alone may show. */
function lostBy(
  tombstone: Entry,
  states: readonly PastEntry[],
  { isHidden, spans, wasInHiding, cameOutLater, firstRecorded, until }: Known,
): Pick<Erasure, 'named' | 'showed' | 'namedSince'> {
  const left = distinct(entitiesIn(tombstone));
  const first = new Map<string, PastEntry>();
  for (const state of states)
    for (const id of entitiesIn(state.entry)) if (!first.has(id)) first.set(id, state);
  const lost = [...first.keys()].filter((id) => !left.includes(id)).sort();
  const shown = showedIn(states, spans(tombstone.id), until);
  const came = (id: string) => first.get(id)?.from === firstRecorded(id);
  const named = lost.filter((id) => isHidden(id) || (!shown.has(id) && (came(id) || cameOutLater(id))));
  // Whom it hides now that it is hidden it shows again where it is seen again.
  const showed = lost.filter((id) => shown.has(id) && (isHidden(id) || wasInHiding(id)));
  const namedSince = distinct([...left, ...named, ...showed]).flatMap((entity) => {
    const { version = 1 } = first.get(entity) ?? {};
    return version === 1 ? [] : [{ entity, version }];
  });
  return {
    ...(named.length === 0 ? {} : { named }),
    ...(showed.length === 0 ? {} : { showed }),
    ...(namedSince.length === 0 ? {} : { namedSince }),
  };
}

/**
 * What erases a record at an instant, with the versions of it that were none for the public, as it sees the record now, what
 * hides it where nothing else tells, and whom it named that is hidden or is shown by it: what they said goes, and nobody could
 * know afterwards.
 */
export async function erasedAsSeen(
  full: Run,
  entries: readonly Entry[],
  at: Date,
): Promise<readonly Entry[]> {
  const until = at.toISOString();
  const erasing = entries.filter(({ type, state }) => isInViews(type) && state.erased !== undefined);
  if (erasing.length === 0) return entries;
  const ids = erasing.map(({ id }) => id);
  const states = await pastEntries(full, ids);
  const past = [...states.values()].flat().map(({ entry }) => entry);
  const isHidden = await hiddenToday(full, past);
  const sourceOf = await sourcesOfPassages(
    full,
    distinct(past.flatMap(({ type, state }) => (type === 'Assertion' ? state.passages : []))),
  );
  const entities = distinct(past.flatMap(entitiesIn));
  const stored = await storedStates(full, entities);
  const inHiding = await cameInHiding(full, entities);
  const since = await firstShown(full, entities);
  const named = await firstShown(full, [...ids, ...quotedOrNamedIn(past)]);
  // All that named somebody would be read for it, and most name nobody.
  const counting = ids.filter(
    (id) => typeOfId(id) !== 'Entity' || states.get(id)?.some(({ entry }) => entitiesIn(entry).length > 0),
  );
  const known: Known = {
    isHidden,
    spans: await shownToAll(full, counting),
    wasInHiding: (id) => inHiding.has(id) || since.has(id),
    cameOutLater: (id) => since.has(id),
    firstRecorded: (id) => stored.get(id)?.firstRecordedAt,
    until,
  };
  return entries.map((entry) => {
    const { erased } = entry.state;
    const some = states.get(entry.id) ?? [];
    const last = some.at(-1)?.entry;
    // What is hidden is seen again when what it rests on is.
    const rests = new Set(last !== undefined && isHidden(entry.id) ? referencesIn(last) : []);
    const had = shownStates(some, (id) => isHidden(id) && !rests.has(id));
    const own = named.get(entry.id)?.from ?? '';
    const seen = new Set(seenStates(had, ({ from }) => hiddenIn(later(from, own), isHidden, named)));
    const unseen = some.filter((state) => !seen.has(state)).map(({ version }) => version);
    if (erased === undefined || !isInViews(entry.type)) return entry;
    const hiddenBy = last === undefined ? [] : whatHides(last, sourceOf);
    const kept = {
      ...(unseen.length === 0 ? {} : { unseen }),
      ...(entry.type === 'Entity' && isHidden(entry.id) ? { hidden: true } : {}),
      ...(hiddenBy.length === 0 ? {} : { hiddenBy }),
      ...lostBy(entry, some, known),
      ...(entry.type === 'Source' ? spansOf(some) : {}),
      ...(entry.type === 'Assertion' ? spansOfWords(some, known) : {}),
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
