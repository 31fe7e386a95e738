import type { Entry } from './state.ts';
import { entitiesIn } from './visibility.ts';
import type { RecordMethod } from './vocabulary.ts';

/** That a record named another from an instant on, and how that was recorded. */
export interface Naming {
  readonly by: string;
  readonly from: string;
  readonly method: RecordMethod;
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

/** A claim or an entity, when it was recorded first, and what named it ever, each by its first naming. */
export interface Named {
  readonly firstRecordedAt: string;
  readonly namings: readonly Naming[];
}

/**
 * Of claims and entities that came with what is hidden alone, and that something visible named later: the first naming by
 * which the public has them. That of another one of these counts from when the public has that one. Whoever was nobody's
 * at first stood in public from the start.
 */
export function shownSince(
  named: ReadonlyMap<string, Named>,
  isHidden: (id: string) => boolean,
): ReadonlyMap<string, Naming | null> {
  const since = new Map<string, Naming>();
  const isNobodys = ({ namings, firstRecordedAt }: Named) =>
    !namings.some(({ from }) => from <= firstRecordedAt);
  const waiting = new Map([...named].filter(([, one]) => !isNobodys(one)));
  const counted = (naming: Naming): Naming | null => {
    if (isHidden(naming.by)) return null;
    if (!waiting.has(naming.by)) return naming;
    const own = since.get(naming.by);
    if (own === undefined) return null;
    return own.from > naming.from ? own : naming;
  };
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    for (const [id, { namings }] of waiting) {
      const [first] = namings
        .flatMap((naming) => counted(naming) ?? [])
        .sort((a, b) => (a.from === b.from ? (a.by < b.by ? -1 : 1) : a.from < b.from ? -1 : 1));
      const known = since.get(id);
      if (first === undefined || (known !== undefined && known.from <= first.from)) continue;
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
