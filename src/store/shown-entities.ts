import { typeOfId } from '../domain/ids.ts';
import { namedIn } from '../domain/shown-since.ts';
import { entitiesIn } from '../domain/visibility.ts';
import { distinct } from './run.ts';
import type { PastEntry } from './seen-states.ts';
import { both, merged, openEnd, type Span } from './spans.ts';

type States = ReadonlyMap<string, readonly PastEntry[]>;

/** That a record named an entity for some time. */
interface Naming {
  readonly by: string;
  readonly span: Span;
  /** Whether whoever was shown the record was shown the entity by it: a tombstone also tells whom it hid. */
  readonly shows: boolean;
}

const isEntity = (id: string): boolean => typeOfId(id) === 'Entity';

/** What named each entity, and while it did; a document is named by the source that it is. */
function namingsIn(states: States): ReadonlyMap<string, readonly Naming[]> {
  const found = new Map<string, Naming[]>();
  const add = (entity: string, naming: Naming) => found.set(entity, [...(found.get(entity) ?? []), naming]);
  for (const [by, some] of states)
    some.forEach(({ entry, from, version }, index) => {
      const span: Span = [from, some[index + 1]?.from ?? openEnd];
      const shown = [...entitiesIn(entry), ...(entry.state.erased?.showed ?? [])];
      for (const id of distinct(namedIn(entry, version)))
        if (isEntity(id)) add(id, { by, span, shows: shown.includes(id) });
      if (entry.type === 'Entity' && entry.state.source !== undefined)
        add(by, { by: entry.state.source, span, shows: true });
    });
  return found;
}

/**
 * While the entities among some records were shown to everybody, given all that named them ever: those that nothing came with
 * always, the others while something was that had shown them. It is the visibility of entities (`hiddenEntities`) as it was at
 * each time.
 * @param shownWhile while a record was shown that is no entity
 */
export function spansOfEntities(
  states: States,
  shownWhile: (id: string) => readonly Span[],
): ReadonlyMap<string, readonly Span[]> {
  const namings = namingsIn(states);
  const found = new Map<string, readonly Span[]>();
  const spansOf = (id: string) => (isEntity(id) ? (found.get(id) ?? []) : shownWhile(id));
  const shownBy = ({ by, span }: Naming): readonly Span[] => {
    const spans = spansOf(by);
    const [first] = merged(both([span], spans));
    return first === undefined ? [] : both(spans, [[first[0], openEnd]]);
  };
  // Whoever is affiliated with others shows these: until nothing more comes of it.
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    for (const [id, [first]] of states) {
      if (!isEntity(id) || first === undefined) continue;
      const some = namings.get(id) ?? [];
      const spans: readonly Span[] = some.some(({ span }) => span[0] <= first.from)
        ? merged(some.filter(({ shows }) => shows).flatMap(shownBy))
        : [[first.from, openEnd]];
      if (JSON.stringify(spans) === JSON.stringify(found.get(id) ?? [])) continue;
      found.set(id, spans);
      goesOn = true;
    }
  }
  return found;
}
