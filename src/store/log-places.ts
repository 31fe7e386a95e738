import { z } from 'zod';
import { OnrecordError } from '../domain/errors.ts';
import type { Run } from './run.ts';

/** A place in the log: after so many activities, the last of them recorded at an instant. */
export interface Place {
  readonly sequence: number;
  /** Null before the first. */
  readonly recordedAt: string | null;
}

const row = z.tuple([z.number(), z.string(), z.number(), z.number()]);
export type LoggedActivity = ReturnType<typeof toActivity>;

function toActivity([sequence, recordedAt, added, revised]: z.output<typeof row>) {
  return { sequence, recordedAt, added, revised };
}

/** Activities by their numbers in the log, in order; those that it does not have are left out. */
export async function activitiesBySequence(
  run: Run,
  sequences: readonly number[],
): Promise<readonly LoggedActivity[]> {
  const rows = await run('activities-by-sequence', { sequences });
  return rows.map((columns) => toActivity(row.parse(columns))).sort((a, b) => a.sequence - b.sequence);
}

/** How many places are looked at with one statement. */
const probes = 64;

/**
 * The last place in the log that is not after an instant. Recorded time rises with the sequence, so that it is found by
 * halving, 64 places at a time. `below` is a sequence that is known to be after the instant.
 */
export async function lastBefore(run: Run, instant: string, below: number): Promise<Place> {
  let found: Place = { sequence: 0, recordedAt: null };
  let end = below;
  while (end - found.sequence > 1) {
    const between = end - found.sequence - 1;
    const count = Math.min(probes, between);
    const sequences = Array.from(
      { length: count },
      (_, index) => found.sequence + Math.ceil(((index + 1) * between) / count),
    );
    const activities = await activitiesBySequence(run, sequences);
    if (activities.length === 0)
      throw new OnrecordError('LOG_BROKEN', `the log has no activities ${sequences.join(', ')}`);
    for (const { sequence, recordedAt } of activities) {
      if (recordedAt <= instant) found = { sequence, recordedAt };
      else end = Math.min(end, sequence);
    }
  }
  return found;
}
