import type { Entry } from './state.ts';
import { entitiesIn } from './visibility.ts';
import type { RecordMethod } from './vocabulary.ts';

/** That a state of a record named another from an instant on, and how that was recorded. */
export interface Naming {
  readonly by: string;
  readonly from: string;
  /** When another state took the place of that one; null where none did. */
  readonly until: string | null;
  readonly method: RecordMethod;
  /** The place of the record that named it, among what was recorded with it; null where that was recorded before (`placesOfRevised`). */
  readonly position: number | null;
  /** Whether that state rested on what is hidden, so that the public has it not, though it may have the record. */
  readonly isUnseen?: boolean;
}

/** The records of which one is of, as a review of its claim: what is hidden of these hides it, and nothing else does. */
export function isOf({ type, state }: Entry): readonly string[] {
  switch (type) {
    case 'ClaimRelation':
      return [state.from, state.to];
    case 'Review':
    case 'ReplyRequest':
      return [state.claim];
    case 'IdentityJudgement':
      return state.between;
    default:
      return [];
  }
}

/** The claims and entities that a version of a record names, or named until it was erased. */
export function namedIn(entry: Entry, version: number): readonly string[] {
  const { named = [], showed = [], namedSince = [] } = entry.state.erased ?? {};
  const since = new Map(namedSince.map((one) => [one.entity, one.version]));
  const entities = [...entitiesIn(entry), ...named, ...showed];
  return [
    ...(entry.type === 'Assertion' ? [entry.state.claim] : []),
    ...entities.filter((id) => (since.get(id) ?? 1) <= version),
  ];
}

/** What a state of a record rests on: of each of these groups one that is seen; none of what is seen by its access alone. */
export function restsOn({ type, state }: Entry): readonly (readonly string[])[] {
  switch (type) {
    case 'Passage':
      return [[state.version]];
    case 'Assertion':
      return [state.passages];
    case 'ClaimRelation':
      return [[state.from], [state.to], state.assertedBy];
    case 'Review':
      return [[state.claim]];
    case 'ReplyRequest':
      return [[state.claim], state.assertion === undefined ? [] : [state.assertion]];
    case 'IdentityJudgement':
      return state.between.map((one) => [one]);
    default:
      return [];
  }
}

/** A state of a record's own, as what names it. */
export interface OwnState {
  readonly naming: Naming;
  /** What it rests on (`restsOn`). */
  readonly rests: readonly (readonly string[])[];
}

/** A record, when it was recorded first, and what named it ever, in whatever state. */
export interface Named {
  readonly firstRecordedAt: string;
  readonly namings: readonly Naming[];
  /** Of what is not named itself: what it is of (`isOf`). */
  readonly of?: readonly string[];
  /** Of such, its own states, the oldest first; one of what it is of, where nothing is said. */
  readonly own?: readonly OwnState[];
}

const isEarlier = (one: Naming, other: Naming): boolean =>
  one.from === other.from ? one.by < other.by : one.from < other.from;

/**
 * Of claims and entities that came with what is hidden alone, and that something visible named later: the first naming by
 * which the public has them. That of another one of these counts from when the public has that one. Whoever was nobody's
 * at first stood in public from the start. What is of some of these the public has since it has the last of them, and not
 * before the first of its own states that it has.
 */
export function shownSince(
  named: ReadonlyMap<string, Named>,
  isHidden: (id: string) => boolean,
): ReadonlyMap<string, Naming | null> {
  const since = new Map<string, Naming>();
  const isNobodys = ({ namings, firstRecordedAt, of }: Named) =>
    of === undefined && !namings.some(({ from }) => from <= firstRecordedAt);
  const waiting = new Map([...named].filter(([, one]) => !isNobodys(one)));
  const counted = (naming: Naming): Naming | null => {
    if (isHidden(naming.by) || naming.isUnseen) return null;
    if (!waiting.has(naming.by)) return naming;
    const own = since.get(naming.by);
    if (own === undefined) return null;
    if (own.from <= naming.from) return naming;
    // A state that another took the place of by then is none that the public has of it.
    return naming.until === null || naming.until > own.from ? own : null;
  };
  const earliest = (namings: readonly Naming[]): Naming | undefined =>
    namings.reduce<Naming | undefined>(
      (first, one) => (first && !isEarlier(one, first) ? first : one),
      undefined,
    );
  const firstOf = ({ namings }: Named): Naming | undefined =>
    earliest(namings.flatMap((naming) => counted(naming) ?? []));
  const restingSince = ({ naming, rests }: OwnState): Naming | undefined => {
    if (naming.isUnseen) return undefined;
    let last = naming;
    for (const group of rests) {
      const some = group.filter((id) => !isHidden(id));
      if (some.length === 0 || some.some((id) => !waiting.has(id))) continue;
      const first = earliest(some.flatMap((id) => since.get(id) ?? []));
      if (first === undefined) return undefined;
      if (isEarlier(last, first)) last = first;
    }
    return naming.until !== null && naming.until <= last.from ? undefined : last;
  };
  const ownOf = (id: string, { firstRecordedAt, own }: Named, of: readonly string[]): Naming | undefined => {
    const naming: Naming = { by: id, from: firstRecordedAt, until: null, method: 'HUMAN', position: 0 };
    const states = own ?? [{ naming, rests: of.map((one) => [one]) }];
    return earliest(states.flatMap((state) => restingSince(state) ?? []));
  };
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    for (const [id, one] of waiting) {
      const first = one.of === undefined ? firstOf(one) : ownOf(id, one, one.of);
      const known = since.get(id);
      if (first === undefined || (known !== undefined && !isEarlier(first, known))) continue;
      since.set(id, first);
      goesOn = true;
    }
  }
  return new Map(
    [...waiting].flatMap(([id, { firstRecordedAt }]) => {
      const first = since.get(id) ?? null;
      return first !== null && first.from <= firstRecordedAt ? [] : [[id, first] as const];
    }),
  );
}

/** The states of a record, the oldest first, as whoever has it since an instant knows them: all before are the last of them. */
export function statesSince<State>(
  states: readonly State[],
  fromOf: (state: State) => string,
  since: string | undefined,
): readonly State[] {
  if (since === undefined) return states;
  const before = states.filter((state) => fromOf(state) <= since);
  return [...before.slice(-1), ...states.slice(before.length)];
}
