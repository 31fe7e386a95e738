import { z } from 'zod';
import { namedIn } from '../domain/shown-since.ts';
import { entitiesIn, type NamedOnce } from '../domain/visibility.ts';
import type { Row } from '../engine/engine.ts';
import { storedStates } from './change.ts';
import { idsFor } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { type PastEntry, pastEntries } from './seen-states.ts';
import { heldWhile, shownWhile } from './shown-while.ts';
import { openEnd, overlaps, type Span } from './spans.ts';
import { batchSize, rowsOfBatches } from './write-batches.ts';
import { writeNodes } from './write-graph.ts';

const row = z.tuple([z.string(), z.array(z.string())]);

type Namers = ReadonlyMap<string, readonly string[]>;

const namersIn = (rows: readonly Row[]): Namers => new Map(rows.map((columns) => row.parse(columns)));

/** The records that named some entities and name them no more, by the entity; kept in the full view, as no link leads there. */
export async function namersOnce(full: Run, ids: readonly string[]): Promise<Namers> {
  return namersIn(await rowsOfBatches(full, 'entities-named-once', ids));
}

/** Keeps that records named entities, which are there, and name them no more. */
export async function keepNamers(full: Run, namers: Namers): Promise<void> {
  const known = await namersOnce(full, [...namers.keys()]);
  const rows = [...namers].flatMap(([id, some]) => {
    const before = known.get(id) ?? [];
    const all = distinct([...before, ...some]);
    return all.length === before.length ? [] : [{ id, properties: { onceNamedBy: all } }];
  });
  await writeNodes(full, 'Entity', rows);
}

/** That a record named an entity in some of its former states, or until it was erased. */
interface Former {
  readonly by: string;
  readonly spans: readonly Span[];
  /** Of an erased record, what its tombstone says of it. */
  readonly said?: 'SHOWED' | 'HID';
}

/** The entities that records named in states before the last of these, or until they were erased, by the entity. */
function formerIn(states: ReadonlyMap<string, readonly PastEntry[]>): ReadonlyMap<string, readonly Former[]> {
  const found = new Map<string, Former[]>();
  const add = (entity: string, one: Former) => found.set(entity, [...(found.get(entity) ?? []), one]);
  for (const [by, some] of states) {
    const last = some.at(-1)?.entry;
    if (last === undefined) continue;
    const spans = new Map<string, Span[]>();
    const left = entitiesIn(last);
    for (const [entry, span] of heldWhile(some).slice(0, -1))
      for (const id of distinct(entitiesIn(entry)))
        if (!left.includes(id)) spans.set(id, [...(spans.get(id) ?? []), span]);
    for (const [id, own] of spans) add(id, { by, spans: own });
    const { named = [], showed = [] } = last.state.erased ?? {};
    const ever = namedIn(last, some.length);
    for (const id of named) add(id, { by, spans: [], said: 'HID' });
    for (const id of showed) if (ever.includes(id)) add(id, { by, spans: [], said: 'SHOWED' });
  }
  return found;
}

/** The entities that a record named, and names no more. */
export function droppedIn(states: ReadonlyMap<string, readonly PastEntry[]>): Namers {
  return new Map([...formerIn(states)].map(([id, some]) => [id, some.map(({ by }) => by)]));
}

/** While some records were shown to everybody. */
export function shownToAll(
  full: Run,
  ids: readonly string[],
  once: (entities: readonly string[]) => Promise<Namers> = (entities) => namersOnce(full, entities),
): Promise<(id: string) => readonly Span[]> {
  return shownWhile(full, ids, async (entities) => [
    ...(await idsFor(full, 'hanging-on-records', entities)),
    ...[...(await once(entities)).values()].flat(),
  ]);
}

/**
 * What the former states of records say of the entities in them: whether everybody was shown, while these held, that the
 * record names them, and whether they came with it.
 * @param once what named entities once; what is kept of that, where nothing is said
 */
export async function namedOnceIn(
  full: Run,
  states: ReadonlyMap<string, readonly PastEntry[]>,
  once?: Namers,
): Promise<ReadonlyMap<string, readonly NamedOnce[]>> {
  const former = formerIn(states);
  const shown = await shownToAll(
    full,
    [...former.values()].flat().flatMap(({ by, said }) => (said === undefined ? by : [])),
    once && (async (entities) => new Map(entities.map((id) => [id, once.get(id) ?? []]))),
  );
  const stored = await storedStates(full, [...former.keys()]);
  return new Map(
    [...former].map(([id, some]) => {
      const first = stored.get(id)?.firstRecordedAt ?? openEnd;
      return [
        id,
        some.map(({ by, spans, said }) => ({
          by,
          isShown: said === 'SHOWED' || spans.some((span) => overlaps(span, shown(by))),
          cameWith: said === 'HID' || spans.some(([from]) => from === first),
        })),
      ];
    }),
  );
}

/** What named some entities once, of whatever is kept to have. */
export async function namedOnce(
  full: Run,
  namers: Namers,
): Promise<ReadonlyMap<string, readonly NamedOnce[]>> {
  return namedOnceIn(full, await pastEntries(full, distinct([...namers.values()].flat())));
}

/** Keeps of all that was revised whom it named once. */
export async function keepAllNamers(full: Run): Promise<void> {
  const revised = (await full('revised-records')).map(([id]) => String(id));
  for (let start = 0; start < revised.length; start += batchSize)
    await keepNamers(full, droppedIn(await pastEntries(full, revised.slice(start, start + batchSize))));
}
