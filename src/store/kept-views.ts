import { z } from 'zod';
import { digestOf } from '../domain/log.ts';
import type { Run } from './run.ts';

/** What is kept of the views with the head of the log; each empty for none. */
export interface KeptViews {
  /** When the next embargo ends. */
  readonly nextEmbargoEnd: string;
  /** When the public last came to see, or to see no longer, what was recorded before. */
  readonly turnedAt: string;
  /** When the hour last let the public see something. */
  readonly shownAt: string;
  /** The hash of the last change of view that was kept. */
  readonly viewChangesHash: string;
}

const row = z
  .array(z.string().nullable())
  .length(5)
  .transform((columns) => columns.map((one) => one ?? ''))
  .transform(([nextEmbargoEnd = '', turnedAt = '', shownAt = '', viewChangesHash = '', seal = '']) => ({
    kept: { nextEmbargoEnd, turnedAt, shownAt, viewChangesHash } satisfies KeptViews,
    seal,
  }));

/**
 * The seal of what is kept of the views. It stands beside the log and not in it, as they do, since a restore makes them
 * again: so it shows an edit, and not one by somebody who seals anew.
 */
export function sealOf(kept: KeptViews): string {
  return digestOf(kept);
}

/** What is kept of the views, with its seal as it is there. */
export async function keptViews(run: Run): Promise<{ readonly kept: KeptViews; readonly seal: string }> {
  const [columns] = await run('views-kept');
  return row.parse(columns ?? [null, null, null, null, null]);
}

/** Keeps it, under its seal; from then on the store has both views. */
export async function keepViews(run: Run, kept: KeptViews): Promise<void> {
  await run('keep-views', { ...kept, viewsSeal: sealOf(kept) });
}
