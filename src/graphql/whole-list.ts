import type { Recorded } from '../domain/model.ts';
import type { Page, PageRequest, Position } from '../store/query.ts';
import type { ListSource } from './connection.ts';
import { once } from './once.ts';

/**
 * A list that the store hands over whole, paged in memory by the same kind of cursor as any other.
 * @param load the items, in order
 * @param positionOf where each stands; positions must rise with the order, compared as plain strings
 */
export function wholeList<Item>(
  load: () => Promise<readonly Item[]>,
  positionOf: (item: Item) => Position,
): ListSource<Item> {
  const loaded = once(load);
  return {
    page: async (request) => {
      const placed = (await loaded()).map((item) => ({ item, position: positionOf(item) }));
      return pageOf(placed, request);
    },
    count: async () => {
      const total = (await loaded()).length;
      return total > largestCount ? null : total;
    },
  };
}

type RecordedPlace = Pick<Recorded, 'id' | 'recordedAt' | 'position'>;

/** Where a record stands in the order of recording: when, then its place in its bundle, then its id. */
export function recordedPosition(record: RecordedPlace): Position {
  return { key: `${record.recordedAt} ${String(record.position).padStart(placeDigits, '0')}`, id: record.id };
}

/** The same order as `recordedPosition`, as a comparator. */
export function byRecording(a: RecordedPlace, b: RecordedPlace): number {
  return comparePositions(recordedPosition(a), recordedPosition(b));
}

const largestCount = 10_000;
const placeDigits = 9;

type Placed<Item> = { readonly item: Item; readonly position: Position };

function pageOf<Item>(placed: readonly Placed<Item>[], request: PageRequest): Page<Item> {
  const { beyond, backward, limit } = request;
  if (backward) {
    const rest = beyond ? placed.filter(({ position }) => comparePositions(position, beyond) < 0) : placed;
    return { items: rest.slice(Math.max(0, rest.length - limit)), more: rest.length > limit };
  }
  const rest = beyond ? placed.filter(({ position }) => comparePositions(position, beyond) > 0) : placed;
  return { items: rest.slice(0, limit), more: rest.length > limit };
}

function comparePositions(a: Position, b: Position): number {
  return comparePlain(a.key, b.key) || comparePlain(a.id, b.id);
}

function comparePlain(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
