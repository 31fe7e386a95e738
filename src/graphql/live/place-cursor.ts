import { z } from 'zod';
import { InvalidCursor } from '../../domain/errors.ts';
import type { LogPlace } from '../../store/store.ts';

const wire = z.strictObject({
  t: z.iso.datetime({ precision: 3 }),
  r: z.string().regex(/^[A-Z][A-Za-z]+_[0-9a-f]{32}$/),
  c: z
    .string()
    .regex(/^Claim_[0-9a-f]{32}$/)
    .optional(),
});

/** A place in the log as a cursor. It names what the listener was told, and counts nothing. */
export function encodePlace({ recordedAt, recordId, claimId }: LogPlace): string {
  return Buffer.from(JSON.stringify({ t: recordedAt, r: recordId, c: claimId })).toString('base64url');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Whatever is no JSON is no cursor either; the caller says so.
    return null;
  }
}

/**
 * The place that a cursor names; null where none is given.
 * @throws InvalidCursor for one that this service did not give out
 */
export function decodePlace(cursor: string | null | undefined): LogPlace | null {
  if (cursor === null || cursor === undefined) return null;
  const place = wire.safeParse(parsed(cursor));
  if (!place.success)
    throw new InvalidCursor('after: this is not a cursor that an event of this service had');
  const { t: recordedAt, r: recordId, c: claimId } = place.data;
  return { recordedAt, recordId, ...(claimId === undefined ? {} : { claimId }) };
}
