import { typeOfId } from '../domain/ids.ts';
import type { Entry } from '../domain/state.ts';
import { idsFor } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { type PastEntry, pastEntries } from './seen-states.ts';
import { spansOfEntities } from './shown-entities.ts';
import { always, both, later, merged, openEnd, type Span } from './spans.ts';

/** Each of a record's states with the span that it held in. */
export function heldWhile(states: readonly PastEntry[]): readonly (readonly [Entry, Span])[] {
  return states.map(({ entry, from }, index) => [entry, [from, states[index + 1]?.from ?? openEnd]]);
}

/** While a source that said so was kept from nobody; of an erased one as is kept, since each state of it says what the last one does. */
export function spansOfSource(states: readonly PastEntry[]): readonly Span[] {
  const kept = states.at(-1)?.entry.state.erased?.shownWhile;
  if (kept !== undefined) return spansKept(kept);
  return heldWhile(states).flatMap(([{ type, state }, [from, until]]): readonly Span[] => {
    if (type !== 'Source' || state.access === 'CONFIDENTIAL') return [];
    if (state.access === 'PUBLIC') return [[from, until]];
    if (state.embargoedUntil === undefined) return [];
    const shown = later(from, new Date(state.embargoedUntil).toISOString());
    return shown < until ? [[shown, until]] : [];
  });
}

/** As a tombstone keeps spans: the last is open where it goes on. */
export const keptSpans = (spans: readonly Span[]): readonly (readonly string[])[] =>
  spans.map(([from, until]) => (until === openEnd ? [from] : [from, until]));

const spansKept = (kept: readonly (readonly string[])[]): readonly Span[] =>
  kept.map(([from = '', until = openEnd]) => [from, until]);

/** While a record was shown until an instant, none of it twice; null where it always was, since it was recorded. */
export function spansUntil(spans: readonly Span[], [start, end]: Span): readonly Span[] | null {
  const found = merged(both(spans, [[start, end]]));
  const [first] = found;
  return found.length === 1 && first?.[0] === start && first[1] === end ? null : found;
}

/** What a record that names entities stands on, in any of its states. */
function standsOn({ type, state }: Entry): readonly string[] {
  switch (type) {
    case 'SourceVersion':
      return [state.source];
    case 'Passage':
      return [state.version];
    case 'Assertion':
      return [
        ...(state.source === undefined ? [] : [state.source]),
        ...state.passages,
        ...(state.erased?.hiddenBy ?? []),
      ];
    case 'Review':
      return [state.claim];
    case 'ReplyRequest':
      return [state.claim, ...(state.assertion === undefined ? [] : [state.assertion])];
    case 'Entity':
      return state.source === undefined ? [] : [state.source];
    default:
      return [];
  }
}

/**
 * While some records were shown to everybody, as the states tell of them and of what they stand on, or, of entities, of what
 * named them. Of judgements nothing is told, as of what is not there.
 * @param namersOf the records that name some entities, or named them once
 */
export async function shownWhile(
  full: Run,
  ids: readonly string[],
  namersOf: (entities: readonly string[]) => Promise<readonly string[]>,
): Promise<(id: string) => readonly Span[]> {
  const states = new Map<string, readonly PastEntry[]>();
  const assertionsOf = new Map<string, readonly string[]>();
  for (let frontier = distinct(ids); frontier.length > 0; ) {
    const found = await pastEntries(full, frontier);
    for (const [id, some] of found) states.set(id, some);
    const claims = [...found].flatMap(([id, some]) => (some[0]?.entry.type === 'Claim' ? [id] : []));
    const next = [...found.values()].flat().flatMap(({ entry }) => standsOn(entry));
    for (const id of claims) {
      const some = await idsFor(full, 'assertions-of-records', [id]);
      assertionsOf.set(id, some);
      next.push(...some);
    }
    const entities = [...found.keys()].filter((id) => typeOfId(id) === 'Entity');
    if (entities.length > 0) next.push(...(await namersOf(entities)));
    frontier = distinct(next.filter((id) => !states.has(id)));
  }
  const known = new Map<string, readonly Span[]>();
  const of = (id: string): readonly Span[] => {
    const spans = known.get(id) ?? spansOf(states.get(id) ?? []);
    known.set(id, spans);
    return spans;
  };
  const ofAny = (some: readonly string[]) => some.flatMap(of);

  function spansOf(some: readonly PastEntry[]): readonly Span[] {
    const [first] = some;
    switch (first?.entry.type) {
      case 'Source':
        return spansOfSource(some);
      case 'Claim': {
        const assertions = assertionsOf.get(first.entry.id) ?? [];
        const came = assertions.filter((id) => (states.get(id)?.[0]?.from ?? openEnd) <= first.from);
        return came.length === 0 ? always : ofAny(assertions);
      }
      case 'Assertion': {
        const { entry } = some.at(-1) ?? first;
        if (entry.type === 'Assertion' && entry.state.erased !== undefined) {
          // Its words are named no more: what was until then is kept, and what hides it from then on.
          const { hiddenBy = [], shownWhile: kept } = entry.state.erased;
          const made = entry.state.source === undefined ? always : of(entry.state.source);
          const standing = both([[first.from, openEnd]], made);
          const since = both(standing, hiddenBy.length === 0 ? always : ofAny(hiddenBy));
          if (kept === undefined) return since;
          return spansKept(kept).flatMap((span) => (span[1] === openEnd ? both([span], since) : [span]));
        }
        return heldWhile(some).flatMap(([{ type, state }, span]) => {
          if (type !== 'Assertion') return [];
          const made = state.source === undefined ? always : of(state.source);
          return both(both([span], made), state.passages.length === 0 ? always : ofAny(state.passages));
        });
      }
      case 'Entity':
        return ofEntities.get(first.entry.id) ?? [];
      case 'SourceVersion':
      case 'Passage':
      case 'Review':
      case 'ReplyRequest':
        return standsOn(first.entry).map(of).reduce(both, always);
      default:
        return [];
    }
  }
  const ofEntities = spansOfEntities(states, of);
  return of;
}
