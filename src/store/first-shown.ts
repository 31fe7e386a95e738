import { typeOfId } from '../domain/ids.ts';
import {
  isOf,
  type Named,
  type Naming,
  namedIn,
  type OwnState,
  restsOn,
  shownSince,
} from '../domain/shown-since.ts';
import type { Entry } from '../domain/state.ts';
import type { IsHidden } from '../domain/visibility.ts';
import { storedStates } from './change.ts';
import { namersOnce } from './named-once.ts';
import { namingBefore } from './naming-before.ts';
import { idsFor, standingOf } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { hiddenToday, isUnseen, type PastEntry, pastEntries } from './seen-states.ts';
import { rowsOfBatches } from './write-batches.ts';

/** What is hidden with others, and named by nobody: see `isOf`. */
const ofOthers: readonly (string | null)[] = ['ClaimRelation', 'Review', 'ReplyRequest', 'IdentityJudgement'];
const isOfOthers = (id: string): boolean => ofOthers.includes(typeOfId(id));
const isNamed = (id: string): boolean => ['Claim', 'Entity'].includes(typeOfId(id) ?? '');
const nothingIsHidden: IsHidden = () => false;

/**
 * Of some records those that may have come with what is hidden: all that is of others, and the claims and entities but those
 * that are seen not to have.
 */
async function uncertain(full: Run, ids: readonly string[]): Promise<readonly string[]> {
  const decidedByOthers = ids.filter(isNamed);
  const shown = new Set(await idsFor(full, 'shown-when-recorded', decidedByOthers));
  return [...decidedByOthers.filter((id) => !shown.has(id)), ...ids.filter(isOfOthers)];
}

/** Of some records those that may have come to rest on something visible: such as rest on others and were revised. */
async function revisedResting(full: Run, ids: readonly string[]): Promise<readonly string[]> {
  const resting = ids.filter((id) => ['SourceVersion', 'Passage', 'Assertion'].includes(typeOfId(id) ?? ''));
  return idsFor(
    full,
    'revised-among',
    resting.map((id) => `${id}/2`),
  );
}

type States = ReadonlyMap<string, readonly PastEntry[]>;
type Namings = ReadonlyMap<string, readonly Naming[]>;

const namingBy = (
  by: string,
  states: readonly PastEntry[],
  index: number,
  isHidden: IsHidden,
): readonly Naming[] => {
  const state = states[index];
  if (state === undefined) return [];
  const { entry, from, method } = state;
  const until = states[index + 1]?.from ?? null;
  // What is revised keeps the place that it was recorded at first, which says nothing of this recording.
  const position = index === 0 ? entry.position : null;
  return [{ by, from, until, method, position, isUnseen: isUnseen(state, isHidden) }];
};

/** The namings in the states of some records, by what they name. */
function namingsIn(states: States, isHidden: IsHidden): Namings {
  const found = new Map<string, Naming[]>();
  for (const [by, some] of states)
    some.forEach(({ entry, version }, index) => {
      for (const id of distinct(namedIn(entry, version)))
        found.set(id, [...(found.get(id) ?? []), ...namingBy(by, some, index, isHidden)]);
    });
  return found;
}

/** A document is named by the source that it is. */
function ownSources(states: readonly PastEntry[]): readonly Naming[] {
  return states.flatMap(({ entry }, index) =>
    entry.type === 'Entity' && entry.state.source !== undefined
      ? namingBy(entry.state.source, states, index, nothingIsHidden)
      : [],
  );
}

/** The states of a record that rests on others. */
function ownStates(id: string, states: readonly PastEntry[], isHidden: IsHidden): readonly OwnState[] {
  return states.flatMap(({ entry }, index) =>
    namingBy(id, states, index, isHidden).map((naming) => ({ naming, rests: restsOn(entry) })),
  );
}

/** Which of what some states name are hidden today. What has one state is seen or hidden as that is. */
const hiddenInRevised = (full: Run, ...all: readonly States[]): Promise<IsHidden> =>
  hiddenToday(
    full,
    all.flatMap((states) =>
      [...states.values()].flatMap((some) => (some.length > 1 ? some.map(({ entry }) => entry) : [])),
    ),
  );

class Search {
  readonly named = new Map<string, Named>();
  readonly #hidden = new Map<string, boolean>();
  readonly #full: Run;

  constructor(full: Run) {
    this.#full = full;
  }

  readonly isHidden = (id: string): boolean => this.#hidden.get(id) ?? false;

  /** Learns what named some records, or what they are of, and the same of the claims and entities among these. */
  async goOn(ids: readonly string[], namersOf: (some: readonly string[]) => Promise<readonly string[]>) {
    for (let frontier = ids; frontier.length > 0; ) {
      const namers = await namersOf(frontier.filter(isNamed));
      const naming = await pastEntries(this.#full, namers);
      const own = await pastEntries(this.#full, frontier);
      const isHidden = await hiddenInRevised(this.#full, naming, own);
      const namings = namingsIn(naming, isHidden);
      for (const [id, { firstRecordedAt }] of await storedStates(this.#full, frontier)) {
        const states = own.get(id) ?? [];
        const all = [...(namings.get(id) ?? []), ...ownSources(states)];
        const of = isNamed(id)
          ? {}
          : {
              of: states.slice(-1).flatMap(({ entry }) => isOf(entry)),
              own: ownStates(id, states, isHidden),
            };
        this.named.set(id, { firstRecordedAt, namings: all, ...of });
      }
      const rests = frontier.flatMap(
        (id) => this.named.get(id)?.own?.flatMap((one) => one.rests.flat()) ?? [],
      );
      const by = distinct(
        frontier.flatMap((id) => {
          const { namings: some = [], of = [] } = this.named.get(id) ?? {};
          return [...some.map((one) => one.by), ...of];
        }),
      );
      const all = distinct([...by, ...rests]);
      for (const { id, hidden } of (await standingOf(this.#full, [...frontier, ...all])).values())
        this.#hidden.set(id, hidden);
      const isNext = (id: string) => !this.named.has(id) && !this.isHidden(id);
      frontier = [
        ...(await uncertain(this.#full, by.filter(isNext))),
        ...(await revisedResting(this.#full, distinct(rests).filter(isNext))),
      ];
    }
  }
}

/**
 * By what the public has those of some records that were recorded first in hiding (see `shownSince`), as it may see them
 * today: what named them, or a later state of their own; none of the others.
 */
export async function firstShown(full: Run, ids: readonly string[]): Promise<ReadonlyMap<string, Naming>> {
  const search = new Search(full);
  const namers = async (some: readonly string[]): Promise<readonly string[]> => [
    ...(await idsFor(full, 'hanging-on-records', some)),
    ...[...(await namersOnce(full, some)).values()].flat(),
    ...(await idsFor(full, 'revised-beside', some)),
  ];
  const asked = [...(await uncertain(full, distinct(ids))), ...(await revisedResting(full, distinct(ids)))];
  await search.goOn(asked, namers);
  const since = shownSince(search.named, search.isHidden);
  const waited = distinct(asked.flatMap((id) => [id, ...(search.named.get(id)?.of ?? [])]));
  const lost = waited.filter((id) => isNamed(id) && !search.isHidden(id) && since.get(id) === null);
  if (lost.length > 0) {
    // What once named them, and names them no more, is found in former states alone.
    await search.goOn(lost, async (some) => [...(await namers(some)), ...(await namingBefore(full, some))]);
  }
  const all = lost.length === 0 ? since : shownSince(search.named, search.isHidden);
  return new Map([...all].flatMap(([id, naming]) => (naming === null ? [] : [[id, naming] as const])));
}

/** By whom those of some records that say who recorded them were recorded, as the public has them by what named them. */
export async function recordersOf(
  full: Run,
  since: ReadonlyMap<string, Naming>,
): Promise<ReadonlyMap<string, string>> {
  const some = [...since].filter(([id]) => isOfOthers(id));
  if (some.length === 0) return new Map();
  const rows = await rowsOfBatches(full, 'recorders-of-records', distinct(some.map(([, { by }]) => by)));
  const recorders = new Map(rows.map(([id, recordedAt, by]) => [`${id} ${recordedAt}`, String(by)]));
  return new Map(
    some.flatMap(([id, { by, from }]) => {
      const recorder = recorders.get(`${by} ${from}`);
      return recorder === undefined ? [] : [[id, recorder] as const];
    }),
  );
}

/**
 * The records of which others may tell by what the public has them, now that some came to be seen or hidden: the claims and
 * entities that these lead to, now or once, over any number of links, as far as it can be another for them, and what is of those.
 */
export async function countedByNaming(full: Run, turned: readonly string[]): Promise<readonly string[]> {
  const seen = new Set(turned);
  const namings = new Map<string, Set<string>>();
  for (let frontier = turned; frontier.length > 0; ) {
    const found = namingsIn(await pastEntries(full, frontier), nothingIsHidden);
    for (const [id, some] of found)
      namings.set(id, new Set([...(namings.get(id) ?? []), ...some.map(({ from }) => from)]));
    const of = await idsFor(full, 'of-claims-and-entities', [...found.keys()]);
    frontier = distinct([...found.keys(), ...of]).filter((id) => !seen.has(id));
    for (const id of frontier) seen.add(id);
  }
  const stored = await storedStates(full, [...namings.keys()]);
  const open = new Set(await uncertain(full, [...stored.keys()]));
  const counted = [...stored.values()].flatMap(({ id, version, firstRecordedAt }) =>
    version > 1 || open.has(id) || namings.get(id)?.has(firstRecordedAt) ? id : [],
  );
  return [...counted, ...[...seen].filter(isOfOthers)];
}

/**
 * Of the claims and entities that some records name now, and what hangs on those, such as may be the public's since another
 * instant by that: whoever a record showed once may be seen, and named by nothing that the public has.
 */
export async function mayCountByNaming(full: Run, written: readonly Entry[]): Promise<readonly string[]> {
  const named = await uncertain(
    full,
    distinct(written.flatMap((entry) => namedIn(entry, Number.POSITIVE_INFINITY))),
  );
  return named.length === 0 ? [] : [...named, ...(await countedByNaming(full, named))];
}
