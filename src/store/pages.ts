import { z } from 'zod';
import type { Parameters, Row } from '../engine/engine.ts';
import { afterEveryKey } from './narrowing.ts';
import type { Page, PageRequest, Position } from './query.ts';

/** Totals are exact to this many; beyond it they are not counted. */
export const countedTo = 10_000;

interface Direction {
  readonly keyDescending: boolean;
  readonly idDescending: boolean;
}

/** The parameters of `fragments/page.cypher`; one more row than wanted tells whether there is more. */
export function pageParameters(page: PageRequest, order: Direction): Parameters {
  return {
    limit: page.limit + 1,
    beyondKey: page.beyond?.key ?? '',
    beyondId: page.beyond?.id ?? '',
    keyDescending: order.keyDescending !== page.backward,
    idDescending: order.idDescending !== page.backward,
  };
}

/** The parameters of a list whose last comes first, and that is never paged backward. */
export function lastFirstParameters({ beyond, limit }: PageRequest): Parameters {
  return { latest: beyond?.key ?? afterEveryKey, beyondId: beyond?.id ?? '', limit: limit + 1 };
}

/** An item of a list, with where it stands in it. */
export interface Placed<Item> {
  readonly item: Item;
  readonly position: Position;
}

/** The order of a list by descending keys, and by ascending ids where those are the same. */
export function lastFirst({ position: a }: Placed<unknown>, { position: b }: Placed<unknown>): number {
  if (a.key !== b.key) return a.key < b.key ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

export function toPage<Item>(found: readonly Placed<Item>[], page: PageRequest): Page<Item> {
  const items = found.slice(0, page.limit);
  return { items: page.backward ? items.reverse() : items, more: found.length > page.limit };
}

/** A total as lists give it: null where it is not counted. */
export const total = z.number().transform((count) => (count > countedTo ? null : count));

/** What one of several lists hangs on, by its number. */
export type Anchor = { readonly key: number; readonly ids: readonly string[] };

export function anchorsOf(ids: readonly (readonly string[])[]): readonly Anchor[] {
  return ids.map((some, key) => ({ key, ids: [...new Set(some)] }));
}

/** Rows that lead with an anchor's number and an order key, as one page for each anchor. */
export function pagesOf<Item extends { readonly id: string }>(
  anchors: number,
  rows: readonly Row[],
  page: PageRequest,
  parse: (row: Row) => Item,
): readonly Page<Item>[] {
  const found = Array.from({ length: anchors }, (): Placed<Item>[] => []);
  for (const row of rows) {
    const item = parse(row);
    found[Number(row[0])]?.push({ item, position: { key: String(row[1]), id: item.id } });
  }
  return found.map((some) => toPage(some, page));
}

export function totalsOf(anchors: number, rows: readonly Row[]): readonly (number | null)[] {
  const totals: (number | null)[] = Array.from({ length: anchors }, () => 0);
  for (const row of rows) totals[Number(row[0])] = total.parse(row[1]);
  return totals;
}
