import { z } from 'zod';
import type { Engine, Transaction } from '../engine/engine.ts';
import type { Run } from './run.ts';
import type { Statements } from './statements.ts';

/**
 * The two views of one store, in one transaction. What the public may see stands in one; all there is in the other,
 * under labels of its own, once there is anything to hide. The log and its states are there once, and both reach them.
 */
export interface Views {
  readonly public: Run;
  readonly full: Run;
}

/** How a store's views stand. */
export interface ViewState {
  /** Whether there is a full view. Without one nothing is hidden, and the public view is all there is. */
  readonly split: boolean;
  /** When the next embargo ends; null where none does. */
  readonly nextEmbargoEnd: string | null;
  /** When the public last came to see, or to see no longer, what was recorded before; null where it never did. */
  readonly turnedAt: string | null;
  /** Somebody makes the full view, or was cut off while they did. */
  readonly viewUnderWay: boolean;
}

export function viewsIn(transaction: Transaction, statements: Statements): Views {
  return {
    public: (name, parameters) => transaction.run(statements.get(name), parameters),
    full: (name, parameters) => transaction.run(statements.full.get(name), parameters),
  };
}

const text = z.string().nullable();
const row = z.tuple([z.boolean().nullable(), text, text, text]);

export async function viewState(run: Run): Promise<ViewState> {
  const [columns] = await run('views');
  const [split, nextEmbargoEnd, turnedAt, viewMaker] =
    columns === undefined ? [null, null, null, null] : row.parse(columns);
  return {
    ...{ split: split ?? false, nextEmbargoEnd: nextEmbargoEnd || null, turnedAt: turnedAt || null },
    viewUnderWay: (viewMaker || null) !== null,
  };
}

/** Runs statements on all there is: on the full view, where there is one. */
export async function runOfAll(engine: Engine, statements: Statements): Promise<Run> {
  const open: Run = (name, parameters) => engine.read(statements.get(name), parameters);
  if (!(await viewState(open)).split) return open;
  return (name, parameters) => engine.read(statements.full.get(name), parameters);
}
