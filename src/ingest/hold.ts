import { NotFound, NotPossible } from '../domain/errors.ts';
import { idOf, typeOfId } from '../domain/ids.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import type { Entry } from '../domain/state.ts';
import type { Receipt, RecordingView, StandingHold, StoreWriter } from '../store/write-port.ts';
import { reasonOf } from './erase.ts';

export interface HoldRequest {
  /** Of the record; to release, of the record or of the hold itself. */
  readonly id: string;
  readonly reason: string;
  readonly by: string;
  /** Absent where nobody but `by` stands behind it. */
  readonly callerId?: string;
  /** Unlike any other request's, and not to be guessed: the hold's id is made from it. */
  readonly requestKey: string;
}

async function newHold(
  { id, by, requestKey }: HoldRequest,
  reason: string,
  view: RecordingView,
): Promise<Entry> {
  const type = typeOfId(id);
  const current = (await view.currentStates([id])).get(id);
  if (type === null || type === 'Hold' || current === undefined) throw new NotFound('a record', id);
  if (recordedEntry(type, id, 0, current.payload)?.state.erased !== undefined)
    throw new NotPossible(`${id} was erased: there is nothing to hold`, [id]);
  return { type: 'Hold', id: idOf('Hold', requestKey, id), position: 0, state: { record: id, reason, by } };
}

/**
 * Puts a hold on a record, which keeps it from being erased or withdrawn until every hold on it is released.
 * Throws InvalidInput, NotFound, NotPossible.
 */
export function placeHold(writer: StoreWriter, request: HoldRequest): Promise<Receipt> {
  const reason = reasonOf(request.reason);
  return writer.record(
    {
      requestKey: request.requestKey,
      inputHash: null,
      by: request.by,
      callerId: request.callerId,
      method: 'HUMAN',
      title: 'hold',
    },
    async (view) => ({ entries: [await newHold(request, reason, view)], about: request.id }),
  );
}

/** The one hold that is meant: by its own id, or the only one on a record. */
async function holdMeant(id: string, view: RecordingView): Promise<StandingHold> {
  const recordId = typeOfId(id) === 'Hold' ? await heldBy(id, view) : id;
  const standing = await view.holdsOn([recordId]);
  const meant = typeOfId(id) === 'Hold' ? standing.filter((hold) => hold.id === id) : standing;
  const [first, ...others] = meant;
  if (first === undefined) throw new NotPossible(`${id} is not on hold`, [id]);
  if (others.length === 0) return first;
  const ids = meant.map((hold) => hold.id);
  throw new NotPossible(`expected the hold to release: there are ${ids.join(', ')}`, [id, ...ids]);
}

async function heldBy(id: string, view: RecordingView): Promise<string> {
  const current = (await view.currentStates([id])).get(id);
  const hold = current && recordedEntry('Hold', id, 0, current.payload);
  if (hold?.type !== 'Hold') throw new NotFound('a hold', id);
  return hold.state.record;
}

/** Releases a hold; that it was there stays in the log. Throws InvalidInput, NotFound, NotPossible. */
export function releaseHold(
  writer: StoreWriter,
  { id, reason, by, callerId, requestKey }: HoldRequest,
): Promise<Receipt> {
  const why = reasonOf(reason);
  return writer.record(
    { requestKey, inputHash: null, by, callerId, method: 'HUMAN', title: 'release hold' },
    async (view) => {
      const hold = await holdMeant(id, view);
      const state = { record: hold.recordId, reason: hold.reason, by: hold.by };
      return {
        entries: [
          { type: 'Hold', id: hold.id, position: 0, state: { ...state, released: { reason: why, by } } },
        ],
        about: hold.recordId,
      };
    },
  );
}
