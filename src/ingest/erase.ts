import { z } from 'zod';
import { InvalidInput, NotFound, NotPossible } from '../domain/errors.ts';
import { typeOfId } from '../domain/ids.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import { tombstoneOf } from '../domain/tombstone.ts';
import type { Receipt, RecordingView, StoreWriter } from '../store/write-port.ts';
import { issuesOf } from './parse-bundle.ts';

/** A text that goes into the log: NFC, no control characters, something in it. */
const reasonText = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the check that there are none
  .refine((value) => !/[\u0000-\u001f\u007f]/.test(value), { error: 'expected one line of text' })
  .transform((value) => value.normalize('NFC'));

/** Why something is done that cannot be done without saying so. Throws InvalidInput where it says nothing. */
export function reasonOf(reason: string): string {
  const parsed = reasonText.safeParse(reason);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(
    'nothing was done',
    issuesOf(parsed.error, reason).map(({ message }) => ({ path: '--reason', message })),
  );
}

export interface EraseRequest {
  readonly ids: readonly string[];
  /** Kept in the log: it must not repeat what is erased. */
  readonly reason: string;
  readonly by: string;
  /** Unlike any other request's. */
  readonly requestKey: string;
}

async function tombstones(ids: readonly string[], reason: string, view: RecordingView) {
  const [hold] = await view.holdsOn(ids);
  if (hold) {
    const why = `${hold.recordId} is on hold (${hold.id}, by ${hold.by}: ${hold.reason}): nothing was erased`;
    throw new NotPossible(why, [hold.recordId, hold.id]);
  }
  const states = await view.currentStates(ids);
  return ids.map((id, position) => {
    const type = typeOfId(id);
    const current = states.get(id);
    if (type === null || current === undefined) throw new NotFound('a record', id);
    const entry = recordedEntry(type, id, position, current.payload);
    if (entry === null) throw new NotPossible('it cannot be read; run `onrecord check`', [id]);
    if (entry.type === 'Hold' && entry.state.released === undefined)
      throw new NotPossible(`${id} is a hold that stands: release it first`, [id]);
    if (entry.state.erased !== undefined) throw new NotPossible(`${id} is erased already`, [id]);
    return tombstoneOf(entry, { reason });
  });
}

/**
 * Erases records, in one Activity: every payload that was ever recorded of them and its salt are destroyed; the
 * commitments stay, and a tombstone stands in each one's place. Other records that say the same are not touched.
 * Throws InvalidInput, NotFound, NotPossible; nothing is then erased.
 */
export function eraseRecords(
  writer: StoreWriter,
  { ids, reason, by, requestKey }: EraseRequest,
): Promise<Receipt> {
  const why = reasonOf(reason);
  const distinct = [...new Set(ids)];
  return writer.record(
    { requestKey, inputHash: null, by, method: 'HUMAN', title: 'erase' },
    async (view) => ({
      entries: await tombstones(distinct, why, view),
      about: distinct.length === 1 ? (distinct[0] ?? null) : null,
    }),
  );
}
