import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InvalidCursor } from '../domain/errors.ts';
import type { Position } from '../store/query.ts';

/** What a cursor is bound to: used in any other list it is refused, never read from the start. */
export interface CursorScope {
  /** The name of the list's order. */
  readonly order: string;
  /** The field, what it hangs on, and the filter; compared by a hash of their JSON. */
  readonly list: readonly unknown[];
}

const wire = z.strictObject({ o: z.string(), f: z.string(), k: z.string(), i: z.string(), s: z.string() });

/** A keyset cursor: base64url of JSON with the order, a hash of list and filter, the item's order key, its id. */
export function encodeCursor(scope: CursorScope, position: Position): string {
  const content = {
    o: scope.order,
    f: fingerprint(scope),
    k: position.key,
    i: position.id,
    s: seal(scope, position),
  };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/**
 * Where a cursor stands.
 * @throws InvalidCursor where it is none of ours, or of another list, filter or order
 */
export function decodeCursor(scope: CursorScope, cursor: string, argument: string): Position {
  const content = wire.safeParse(parsed(cursor));
  if (!content.success)
    throw new InvalidCursor(`${argument}: this is not a cursor that this service gave out`);
  const { o, f, k, i, s } = content.data;
  if (o !== scope.order) {
    throw new InvalidCursor(`${argument}: the cursor is of a list in the order ${o}, not ${scope.order}`);
  }
  if (f !== fingerprint(scope)) {
    throw new InvalidCursor(
      `${argument}: the cursor is of another list, or of the list under another filter`,
    );
  }
  const position = { key: k, id: i };
  // An order key that was changed would be read from somewhere else in the list, or from its start.
  if (s !== seal(scope, position))
    throw new InvalidCursor(`${argument}: this is not a cursor that this service gave out`);
  return position;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Whatever is no JSON is no cursor either; the caller says so.
    return null;
  }
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
}

const fingerprint = ({ list }: CursorScope): string => digest(list);
const seal = ({ order, list }: CursorScope, { key, id }: Position): string => digest([order, list, key, id]);
