import { z } from 'zod';
import { InvalidInput, NotFound, NotPossible } from '../domain/errors.ts';
import { type RecordType, typeOfId } from '../domain/ids.ts';
import type { Source } from '../domain/model.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import { textFault } from '../domain/text-faults.ts';
import { slugAfterErasure, tombstoneOf } from '../domain/tombstone.ts';
import { isSourceHidden } from '../domain/visibility.ts';
import type {
  Decide,
  GoingAlong,
  Preview,
  Receipt,
  Recording,
  RecordingView,
  StoreWriter,
} from '../store/write-port.ts';
import { issuesOf } from './parse-bundle.ts';

/** A text that goes into the log: NFC, no control characters, something in it. */
const reasonText = z
  .string()
  .trim()
  .min(1, { error: 'expected why; nothing came' })
  .max(2_000, { error: 'expected at most 2000 characters' })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the check that there are none
  .refine((value) => !/[\u0000-\u001f\u007f]/.test(value), { error: 'expected one line of text' })
  .transform((value) => value.normalize('NFC'));

/** Why something is done that cannot be done without saying so. Throws InvalidInput where it says nothing. */
export function reasonOf(reason: string): string {
  const parsed = reasonText.safeParse(reason);
  const fault = parsed.success ? textFault(parsed.data) : null;
  if (parsed.success && fault === null) return parsed.data;
  const messages = parsed.success
    ? [fault ?? '']
    : issuesOf(parsed.error, reason).map(({ message }) => message);
  throw new InvalidInput(
    'nothing was done',
    messages.map((message) => ({ path: '--reason', message })),
  );
}

export interface EraseRequest {
  readonly ids: readonly string[];
  /** Kept in the log: it must not repeat what is erased. */
  readonly reason: string;
  readonly by: string;
  /** Absent where nobody but `by` stands behind it. */
  readonly callerId?: string;
  /** Unlike any other request's. */
  readonly requestKey: string;
}

/** What an erasure destroyed, or would. */
export interface Erased {
  /** What went along: it says the same on the account of a record that was named. */
  readonly along: readonly GoingAlong[];
}

/** How whatever goes along is to the record that it goes along with. */
export function tieOf({ id, with: record }: GoingAlong): string {
  return typeOfId(id) === 'Draft'
    ? `${id}, from which ${record} was published`
    : `${id}, which says who ${record} is`;
}

async function expectNoHold(
  ids: readonly string[],
  along: readonly GoingAlong[],
  view: RecordingView,
): Promise<void> {
  const [hold] = await view.holdsOn([...ids, ...along.map(({ id }) => id)]);
  if (hold === undefined) return;
  const tie = along.find(({ id }) => id === hold.recordId);
  const held = tie === undefined ? hold.recordId : `${tieOf(tie)}, would be erased with it and`;
  const why = `${held} is on hold (${hold.id}, by ${hold.by}: ${hold.reason}): nothing was erased`;
  throw new NotPossible(why, [hold.recordId, hold.id]);
}

/** The slugs after their erasure of those that had an address, of which no two have one. */
async function addressesAfter(
  records: readonly ({ readonly id: string; readonly slug: string } | null)[],
  bySlugs: (slugs: readonly string[]) => Promise<readonly unknown[]>,
): Promise<readonly (readonly [id: string, slug: string])[]> {
  const slugs = records.flatMap((one) =>
    one === null ? [] : [[one.id, slugAfterErasure(one.slug)] as const],
  );
  const taken = await bySlugs(slugs.map(([, slug]) => slug));
  return slugs.filter((_, index) => (taken[index] ?? null) === null);
}

/**
 * The slugs of claims and sources whose addresses are to say that something was erased there. What is hidden has no address
 * that anybody may know of. Nor does whoever spoke keep one: by a name that is easily guessed, what it said would be found.
 */
async function slugsAfter(
  ids: readonly string[],
  { reader, recordedAt }: RecordingView,
): Promise<ReadonlyMap<string, string>> {
  const at = new Date(recordedAt);
  const isShown = (source: Source) => !isSourceHidden(source, at);
  const of = (type: RecordType) => ids.filter((id) => typeOfId(id) === type);
  const claims = (await reader.claimsByIds(of('Claim'))).filter((one) => one !== null && one.slug !== one.id);
  const sources = (await reader.sourcesByIds(of('Source'))).filter((one) => one !== null && isShown(one));
  return new Map([
    ...(await addressesAfter(claims, (slugs) => reader.claimsBySlugs(slugs))),
    ...(await addressesAfter(sources, (slugs) => reader.sourcesBySlugs(slugs))),
  ]);
}

async function tombstones(ids: readonly string[], reason: string, view: RecordingView) {
  const states = await view.currentStates(ids);
  const slugs = await slugsAfter(ids, view);
  return ids.map((id, position) => {
    const type = typeOfId(id);
    const current = states.get(id);
    if (type === null || current === undefined) throw new NotFound('a record', id);
    const entry = recordedEntry(type, id, position, current.payload);
    if (entry === null) throw new NotPossible('it cannot be read; run `onrecord check`', [id]);
    if (entry.type === 'Hold' && entry.state.released === undefined)
      throw new NotPossible(`${id} is a hold that stands: release it first`, [id]);
    if (entry.state.erased !== undefined) throw new NotPossible(`${id} is erased already`, [id]);
    return tombstoneOf(entry, { reason }, slugs.get(id));
  });
}

/**
 * Decides an erasure, and hands it to whoever records or previews it. What goes along is as the decision had it last:
 * it may be called more than once. Throws InvalidInput.
 */
function erasing<Outcome>(
  { ids, reason, by, callerId, requestKey }: EraseRequest,
  carryOut: (recording: Recording, decide: Decide) => Promise<Outcome>,
): Promise<Outcome & Erased> {
  const why = reasonOf(reason);
  const named = [...new Set(ids)];
  let along: readonly GoingAlong[] = [];
  const decide: Decide = async (view) => {
    along = await view.goingAlong(named);
    await expectNoHold(named, along, view);
    return {
      // Those that were named first: of them the refusal is, where there is one.
      entries: await tombstones([...named, ...along.map(({ id }) => id)], why, view),
      about: named.length === 1 ? (named[0] ?? null) : null,
    };
  };
  const recording: Recording = { requestKey, inputHash: null, by, callerId, method: 'HUMAN', title: 'erase' };
  return carryOut(recording, decide).then((outcome) => ({ ...outcome, along }));
}

/**
 * Erases records, in one Activity: every payload that was ever recorded of them and its salt are destroyed; the
 * commitments stay, and a tombstone stands in each one's place. With them goes what says the same on their own account:
 * the drafts that they were published from, and who an entity is. Other records that say the same are not touched.
 * Throws InvalidInput, NotFound, NotPossible; nothing is then erased.
 */
export function eraseRecords(writer: StoreWriter, request: EraseRequest): Promise<Receipt & Erased> {
  return erasing(request, (recording, decide) => writer.record(recording, decide));
}

/** What `eraseRecords` would do, and throws what it would; nothing is erased. */
export function previewErasure(writer: StoreWriter, request: EraseRequest): Promise<Preview & Erased> {
  return erasing(request, (recording, decide) => writer.preview(recording, decide));
}
