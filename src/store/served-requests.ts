import { z } from 'zod';
import { OnrecordError, RequestKeyReused } from '../domain/errors.ts';
import type { Run } from './run.ts';
import type { Receipt, Recording } from './write-port.ts';

const requestRow = z.tuple([
  z.string().nullable(),
  z.string().nullable(),
  z.number().nullable(),
  z.string().nullable(),
]);

/** What a request with the same key was answered, where there was one. */
interface Served {
  readonly activityId: string | null;
  /** How many records stood as they were, where that was the answer; null for a request not yet served. */
  readonly unchanged: number | null;
  readonly about: string | null;
}

/** Takes a request's key for it, or tells what it was answered. Throws RequestKeyReused for another input than then. */
export async function claimRequest(run: Run, { requestKey, inputHash }: Recording): Promise<Served> {
  const [row] = await run('claim-request', { key: requestKey, inputHash: inputHash ?? '' });
  const [activityId, firstHash, unchanged, about] = requestRow.parse(row);
  const served = activityId !== null || unchanged !== null;
  if (served && inputHash !== null && firstHash !== inputHash) throw new RequestKeyReused();
  return { activityId, unchanged, about: about || null };
}

/** The receipt of an Activity, again. */
export async function repeated(run: Run, activityId: string, about: string | null): Promise<Receipt> {
  const [row] = await run('receipt-of-activity', { id: activityId });
  if (!row)
    throw new OnrecordError('LOG_BROKEN', `the log has no activity ${activityId}`, { ids: [activityId] });
  const [recordedAt, added, revised, unchanged] = z
    .tuple([z.string(), z.number(), z.number(), z.number()])
    .parse(row);
  return { activityId, recordedAt, added, revised, unchanged, about };
}
