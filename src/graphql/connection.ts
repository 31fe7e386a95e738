import type { Page, PageRequest, Position } from '../store/query.ts';
import { BadArgument } from './bad-argument.ts';
import { type CursorScope, decodeCursor, encodeCursor } from './cursor.ts';
import { once } from './once.ts';

/** The arguments of a Relay connection; a list that only goes forward has the first two. */
export interface PagingArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A list as it can be had: page by page, and counted. */
export interface ListSource<Item> {
  page(request: PageRequest): Promise<Page<Item>>;
  /** How many there are; null beyond 10,000. */
  count(): Promise<number | null>;
}

export interface Edge<Item> {
  readonly item: Item;
  readonly position: Position;
  readonly scope: CursorScope;
}

/**
 * One page of a list. Nothing is read until a field of it is asked for, so that what was not asked is not
 * paid for, and what was is read in one wave.
 */
export interface Connection<Item> {
  edges(): Promise<readonly Edge<Item>[]>;
  hasNextPage(): Promise<boolean>;
  hasPreviousPage(): Promise<boolean>;
  totalCount(): Promise<number | null>;
}

const largestPage = 100;
const defaultPage = 20;

/**
 * The page of `source` that the arguments ask for.
 * @throws BadArgument for sizes and combinations that make no page, InvalidCursor for a cursor of another list
 */
export function connect<Item>(
  args: PagingArguments,
  scope: CursorScope,
  source: ListSource<Item>,
  defaultFirst: number = defaultPage,
): Connection<Item> {
  const request = pageRequestOf(args, scope, defaultFirst);
  const page = once(() => source.page(request));
  // The item that the list begins with, seen in the direction of travel. Where it is not on this page, something lies
  // before the page. It is read beside the page, not after it.
  const outset = once(() => source.page({ limit: 1, beyond: null, backward: request.backward }));

  async function somethingAhead(): Promise<boolean> {
    return (await page()).more;
  }
  async function somethingBehind(): Promise<boolean> {
    if (request.beyond === null) return false;
    const [here, start] = await Promise.all([page(), outset()]);
    const nearest = request.backward ? here.items.at(-1) : here.items[0];
    const first = start.items[0];
    return first !== undefined && first.position.id !== nearest?.position.id;
  }

  return {
    edges: async () => (await page()).items.map(({ item, position }) => ({ item, position, scope })),
    hasNextPage: request.backward ? somethingBehind : somethingAhead,
    hasPreviousPage: request.backward ? somethingAhead : somethingBehind,
    totalCount: () => source.count(),
  };
}

/** The cursor of one item of a page. */
export function cursorOf(edge: Edge<unknown>): string {
  return encodeCursor(edge.scope, edge.position);
}

function pageRequestOf(args: PagingArguments, scope: CursorScope, defaultFirst: number): PageRequest {
  const { first = null, after = null, last = null, before = null } = args;
  if (first !== null && last !== null) throw new BadArgument('last', 'either first or last', last);
  if (last !== null && after !== null) throw new BadArgument('after', 'before beside last', after);
  if (last === null && before !== null) throw new BadArgument('before', 'last beside it', before);
  checkSize('first', first);
  checkSize('last', last);
  if (last !== null) {
    const beyond = before === null ? null : decodeCursor(scope, before, 'before');
    return { limit: last, beyond, backward: true };
  }
  const beyond = after === null ? null : decodeCursor(scope, after, 'after');
  return { limit: first ?? defaultFirst, beyond, backward: false };
}

function checkSize(argument: string, size: number | null): void {
  if (size === null || (Number.isInteger(size) && size >= 0 && size <= largestPage)) return;
  throw new BadArgument(argument, `a whole number from 0 to ${largestPage}`, size);
}
