import { z } from 'zod';
import type { Run } from './run.ts';
import type { StandingHold } from './write-port.ts';

const text = z.string();
const holdRow = z
  .tuple([text, text, text, text, text])
  .transform(
    ([id, recordId, reason, by, recordedAt]): StandingHold => ({ id, recordId, reason, by, recordedAt }),
  );

/** The holds that were not released, the oldest first. */
export async function standingHolds(run: Run): Promise<readonly StandingHold[]> {
  return (await run('standing-holds')).map((row) => holdRow.parse(row));
}

/** Those of them that keep any of the records. */
export async function holdsOn(run: Run, ids: readonly string[]): Promise<readonly StandingHold[]> {
  const wanted = new Set(ids);
  return (await standingHolds(run)).filter(({ recordId }) => wanted.has(recordId));
}
