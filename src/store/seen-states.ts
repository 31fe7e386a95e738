import { z } from 'zod';
import { typeOfId } from '../domain/ids.ts';
import { canonicalJson } from '../domain/log.ts';
import { redacted, referencesIn } from '../domain/redaction.ts';
import { type Naming, statesSince } from '../domain/shown-since.ts';
import { type Entry, isWithdrawn } from '../domain/state.ts';
import { type IsHidden, restsOnHidden } from '../domain/visibility.ts';
import { type RecordMethod, recordMethods } from '../domain/vocabulary.ts';
import { entryOf, standingOf } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

const knownMethod = z.enum(recordMethods);

/** A state that a record has had. */
export interface PastEntry {
  readonly version: number;
  readonly entry: Entry;
  /** How it was recorded. */
  readonly method: RecordMethod;
  /** Since when it had it. */
  readonly from: string;
}

/** A value without the ids of what is hidden, wherever in it. */
function withoutHidden(value: unknown, isHidden: IsHidden): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const isShown = (one: unknown) => typeof one !== 'string' || !isHidden(one);
  if (Array.isArray(value)) return value.filter(isShown).map((one) => withoutHidden(one, isHidden));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      isShown(one) ? [[name, withoutHidden(one, isHidden)] as const] : [],
    ),
  );
}

/** A state as the public is shown it, as text: a past one names nobody who is hidden since the present one names them no more. */
export const shownText = (entry: Entry, isHidden: IsHidden): string =>
  canonicalJson(withoutHidden(redacted(entry, isHidden, () => undefined).entry.state, isHidden));

type StateSeen = Pick<PastEntry, 'version' | 'entry'>;

/** By what the public has those of some records that were recorded first in hiding, by their ids (`firstShown`). */
export type Since = ReadonlyMap<string, Naming>;

/**
 * Whether a state is none that the public has, whatever it has of the record: it rested on what is hidden. Of a record that was
 * erased its tombstone tells. Claims and entities rest on nothing, and a source is seen as its access is today.
 */
export function isUnseen({ version, entry }: StateSeen, isHidden: IsHidden): boolean {
  const { erased } = entry.state;
  if (erased === undefined) return restsOnHidden(entry, isHidden);
  return !['Source', 'Claim', 'Entity'].includes(entry.type) && (erased.unseen?.includes(version) ?? false);
}

/** The states of a record that the public has, if it has the record: but those that rested on what is hidden. */
export const shownStates = <State extends StateSeen>(
  states: readonly State[],
  isHidden: IsHidden,
): readonly State[] => states.filter((state) => !isUnseen(state, isHidden));

/**
 * The states of one record, the oldest first, of those that the public has, that are versions for it: its first, and each that
 * differs as the public sees it from the one before. Of a record that was erased, where all say the same, those are that differed
 * when it was.
 * @param isHiddenIn see `hiddenIn`
 */
export function seenStates<State extends StateSeen>(
  states: readonly State[],
  isHiddenIn: (state: State) => IsHidden,
): readonly State[] {
  let last: string | null = null;
  return states.filter((state) => {
    const { version, entry } = state;
    const text = shownText(entry, isHiddenIn(state));
    const { erased } = entry.state;
    const isSeen = last === null || (erased ? !erased.unseen?.includes(version) : text !== last);
    last = text;
    return isSeen;
  });
}

/** What the public is not told of in a state of an instant: what is hidden, and which assertions and passages it has since later alone. */
export const hiddenIn =
  (from: string, isHidden: IsHidden, since: Since): IsHidden =>
  (id) =>
    isHidden(id) || (since.get(id)?.from ?? '') > from;

/** The assertions that some states name and the passages that they quote, which the public may have since later than these. */
export const quotedOrNamedIn = (entries: readonly Entry[]): readonly string[] =>
  distinct(
    entries.flatMap(referencesIn).filter((id) => {
      const type = typeOfId(id);
      return type === 'Assertion' || type === 'Passage';
    }),
  );

/** A record's states as the public has them that has the record by a naming: the first since then, and so recorded. */
function entriesSince(states: readonly PastEntry[], naming: Naming | undefined): readonly PastEntry[] {
  return statesSince(states, ({ from }) => from, naming?.from).map((state) =>
    naming === undefined || state.from >= naming.from
      ? state
      : { ...state, from: naming.from, method: naming.method },
  );
}

/**
 * The states of a record that are versions for the public.
 * @param since of the record, and of the assertions that it names
 */
export function versionsSeen(
  states: readonly PastEntry[],
  isHidden: IsHidden,
  since: Since,
): readonly PastEntry[] {
  const naming = since.get(states[0]?.entry.id ?? '');
  return seenStates(entriesSince(shownStates(states, isHidden), naming), ({ from }) =>
    hiddenIn(from, isHidden, since),
  );
}

/**
 * Since when a record is withdrawn as the public has it, that is withdrawn since an instant: no sooner than in the first state
 * of its own in which it sees that. What an erased record said of it is known no more; that counts from the next state it sees.
 */
export function withdrawnAsSeen(
  states: readonly PastEntry[],
  isHidden: IsHidden,
  naming: Naming | undefined,
  since: string | null,
): string | null {
  if (since === null) return null;
  const shown = entriesSince(shownStates(states, isHidden), naming);
  if (shown.at(-1)?.entry.state.erased !== undefined)
    return shown.find(({ from }) => from >= since)?.from ?? since;
  const standing = shown.findLastIndex(({ entry }) => !isWithdrawn(entry));
  return shown[standing + 1]?.from ?? since;
}

/** How many versions for the public a record's states are (`versionsSeen`), and how the last of them was recorded; null where there is none. */
export function seenHistory(
  states: readonly PastEntry[],
  isHidden: IsHidden,
  since: Since,
): Pick<PastEntry, 'version' | 'method'> | null {
  const seen = versionsSeen(states, isHidden, since);
  const last = seen.at(-1);
  return last ? { version: seen.length, method: last.method } : null;
}

/** All states that records have had, the oldest first, by their ids. */
export async function pastEntries(
  run: Run,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly PastEntry[]>> {
  const rows = await rowsOfBatches(run, 'states-of-records', distinct(ids));
  const states = rows.map((row) => ({
    version: Number(row[2]),
    method: knownMethod.parse(row[5]),
    entry: entryOf(String(row[0]), Number(row[4]), String(row[3])),
    from: String(row[6]),
  }));
  return Map.groupBy(
    states.sort((a, b) => a.version - b.version),
    ({ entry }) => entry.id,
  );
}

/** Whether the public may see records today, these and all that they refer to; of what is not there: that it may. */
export async function hiddenToday(full: Run, entries: readonly Entry[]): Promise<IsHidden> {
  const ids = distinct(entries.flatMap((entry) => [entry.id, ...referencesIn(entry)]));
  const standing = await standingOf(full, ids);
  return (id) => standing.get(id)?.hidden ?? false;
}
