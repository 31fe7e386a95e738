import { z } from 'zod';
import { recordTypes, typeOfId } from '../domain/ids.ts';
import { canonicalJson, digestOf } from '../domain/log.ts';
import { type Entry, isWithdrawn } from '../domain/state.ts';
import type { IsHidden } from '../domain/visibility.ts';
import type { Row } from '../engine/engine.ts';
import { type PublicRecord, publicRecords } from './public-states.ts';
import type { Recorded } from './recorded.ts';
import type { Visibility } from './refresh-visibility.ts';
import { distinct, type Run } from './run.ts';
import type { Change, LogPlace } from './store.ts';
import type { Views } from './views.ts';
import { rowsOfBatches } from './write-batches.ts';

/** The instant and the activity that a change of what the public sees is told with; no activity where the hour did it. */
export interface ToldWith {
  readonly recordedAt: string;
  readonly activityId: string;
}

/** The records of which the public sees something else than before, without that anything of them was recorded. */
interface Seen {
  readonly changed: readonly string[];
  /** Those of them that came to be seen. */
  readonly appeared: readonly string[];
}

const textsOf = (shown: readonly PublicRecord[]): ReadonlyMap<string, string> =>
  new Map(
    shown.map(({ entry, withdrawnAt }) => [entry.id, canonicalJson({ withdrawnAt, state: entry.state })]),
  );

/**
 * What the public saw of records before the visibility of some was another; of none where it is that of none.
 * @param told what the log tells of: what the public has since this very recording, and what is revised in it for all to see
 */
async function seenOtherwise(
  views: Views,
  records: ReadonlyMap<string, Recorded>,
  newIds: ReadonlySet<string>,
  told: ReadonlySet<string>,
  shown: readonly PublicRecord[],
  { flipped, isHidden, learn }: Visibility,
): Promise<Seen> {
  const turned = new Set(flipped.filter((id) => !newIds.has(id)));
  if (turned.size === 0) return { changed: [], appeared: [] };
  const wasHidden: IsHidden = (id) => turned.has(id) !== isHidden(id);
  const isOld = (id: string) => !newIds.has(id) && !told.has(id);
  const old = [...records.values()].filter(({ entry }) => isOld(entry.id) && !wasHidden(entry.id));
  const before = textsOf(await publicRecords(views.full, old, { isHidden: wasHidden, learn }));
  const after = textsOf(shown.filter(({ of }) => isOld(of.entry.id)));
  const changed = distinct([...before.keys(), ...after.keys()]).filter(
    (id) => before.get(id) !== after.get(id),
  );
  // A stand-in is nothing that was recorded.
  return { changed, appeared: changed.filter((id) => !before.has(id) && records.has(id)) };
}

async function claimsOf(run: Run, ids: readonly string[]): Promise<readonly string[]> {
  return (await rowsOfBatches(run, 'claims-of-changes', ids)).map(([, claimId]) => String(claimId));
}

/** A change of what the public sees, as it is kept: chained to the one before, so that an edit of either shows. */
export interface ViewChange extends ToldWith {
  readonly id: string;
  readonly claimIds: readonly string[];
  readonly assertionIds: readonly string[];
  readonly withdrawnIds: readonly string[];
  /** Empty for the first. */
  readonly previousHash: string;
}

export function hashOfViewChange(change: ViewChange): string {
  const { id, recordedAt, activityId, claimIds, assertionIds, withdrawnIds, previousHash } = change;
  return digestOf({ id, recordedAt, activityId, claimIds, assertionIds, withdrawnIds, previousHash });
}

/** What is to be told of a change, once it is known. */
export interface NotedChange {
  /** Writes it, once the public view stands; answers its hash, null where there is nothing to tell. */
  write(told: ToldWith, previousHash: string): Promise<string | null>;
}

/** Takes note, while the public view is brought to what the public may see, of what it is to be told of that. */
export async function noteViewChange(
  views: Views,
  records: ReadonlyMap<string, Recorded>,
  newIds: ReadonlySet<string>,
  toldByLog: readonly string[],
  shown: readonly PublicRecord[],
  visibility: Visibility,
  { recordedAt: now }: ToldWith,
): Promise<NotedChange> {
  const came = shown.flatMap(({ entry, shownSince }) => (shownSince === now ? [entry.id] : []));
  const isTold = new Set([...came, ...toldByLog]);
  const { changed, appeared } = await seenOtherwise(views, records, newIds, isTold, shown, visibility);
  const before = await claimsOf(views.public, changed);
  const withdrawn = new Set(shown.filter(({ entry }) => isWithdrawn(entry)).map(({ entry }) => entry.id));
  return {
    async write({ recordedAt, activityId }, previousHash) {
      const after = await claimsOf(views.public, changed);
      const isSeen = (id: string) => !visibility.isHidden(id);
      const claims = distinct([...before, ...after]);
      await visibility.learn(claims);
      const claimIds = claims.filter(isSeen).sort();
      const assertionIds = appeared.filter((id) => typeOfId(id) === 'Assertion').sort();
      if (claimIds.length + assertionIds.length === 0) return null;
      // Whoever saw them before they were hidden was not told of that.
      const withdrawnIds = assertionIds.filter((id) => withdrawn.has(id));
      const id = `ViewChange_${recordedAt}`;
      const change = { recordedAt, activityId, claimIds, assertionIds, withdrawnIds, previousHash };
      const hash = hashOfViewChange({ id, ...change });
      await views.public('write-view-change', { id, properties: { ...change, hash } });
      return hash;
    },
  };
}

const ids = z.array(z.string());
const row = z.tuple([z.string(), z.string(), ids, ids, ids]);

function shownChanges(rows: readonly Row[]): readonly Change[] {
  return rows
    .map((columns) => row.parse(columns))
    .flatMap(([at, activityId, claimIds, assertionIds, withdrawnIds]) => {
      const of =
        (type: 'Claim' | 'Assertion') =>
        (id: string): Change => ({
          ...{ recordedAt: at, recordId: id, activityId: activityId || `ViewChange_${at}`, type, version: 1 },
          ...{ isNew: type === 'Assertion', withdraws: withdrawnIds.includes(id), isSeen: true },
        });
      return [...assertionIds.map(of('Assertion')), ...claimIds.map(of('Claim'))];
    });
}

/** What the public was shown, or shown no more, after a place, as changes of the claims and assertions concerned. */
export async function viewChangesAfter(
  run: Run,
  { recordedAt, recordId }: LogPlace,
  limit: number,
): Promise<readonly Change[]> {
  const rows = await run('view-changes-after', { after: recordedAt, limit: limit + 1 });
  return shownChanges(rows).filter((change) => byPlace(change, { recordedAt, recordId }) > 0);
}

/** The same before a place and not before an instant. */
export async function viewChangesBefore(
  run: Run,
  { recordedAt, recordId }: LogPlace,
  since: string,
  limit: number,
): Promise<readonly Change[]> {
  const rows = await run('view-changes-before', { before: recordedAt, since, limit: limit + 1 });
  return shownChanges(rows).filter((change) => byPlace(change, { recordedAt, recordId }) < 0);
}

const lastRow = z.tuple([z.string(), z.string()]);

/** Changes in which an assertion that came to be seen later, once or again, is new then alone. */
export async function newWhenShown(run: Run, changes: readonly Change[]): Promise<readonly Change[]> {
  const [first] = changes;
  const ids = changes.flatMap(({ type, isNew, isSeen, recordId }) =>
    type === 'Assertion' && isNew && isSeen ? [recordId] : [],
  );
  if (first === undefined || ids.length === 0) return changes;
  const rows = await run('last-shown-after', { ids: distinct(ids), after: first.recordedAt });
  const last = new Map(rows.map((columns) => lastRow.parse(columns)));
  return changes.map((change) =>
    (last.get(change.recordId) ?? '') > change.recordedAt ? { ...change, isNew: false } : change,
  );
}

const sinceRow = z.tuple([z.string(), z.string(), z.string(), z.enum(recordTypes)]).transform(
  ([recordedAt, activityId, recordId, type]): Change => ({
    ...{ recordedAt, activityId, recordId, type, version: 1 },
    ...{ isNew: true, withdraws: false, isSeen: true },
  }),
);

/** What the public has since something named it after a place, as recorded then: the log has it where it was hidden. */
export async function shownSinceAfter(
  run: Run,
  { recordedAt, recordId }: LogPlace,
  limit: number,
): Promise<readonly Change[]> {
  const rows = await run('shown-since-after', { after: recordedAt, afterId: recordId, limit });
  return rows.map((columns) => sinceRow.parse(columns));
}

/** The same before a place and not before an instant. */
export async function shownSinceBefore(
  run: Run,
  { recordedAt, recordId }: LogPlace,
  since: string,
  limit: number,
): Promise<readonly Change[]> {
  const page = { before: recordedAt, beforeId: recordId, since, limit };
  return (await run('shown-since-before', page)).map((columns) => sinceRow.parse(columns));
}

const byPlace = (a: LogPlace, b: LogPlace): number => {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  return a.recordId < b.recordId ? -1 : a.recordId > b.recordId ? 1 : 0;
};

/** Two pages of one stretch of the log as one, in its order or against it; what both tell of a record at an instant once. */
export function mergedChanges(
  recorded: readonly Change[],
  shown: readonly Change[],
  limit: number,
  order: 'FORWARD' | 'BACKWARD' = 'FORWARD',
): readonly Change[] {
  const merged: Change[] = [];
  const sign = order === 'FORWARD' ? 1 : -1;
  for (const change of [...recorded, ...shown].sort((a, b) => sign * byPlace(a, b))) {
    const last = merged.at(-1);
    if (last === undefined || byPlace(last, change) !== 0) merged.push(change);
    else
      merged[merged.length - 1] = {
        ...last,
        isNew: (last.isSeen && last.isNew) || (change.isSeen && change.isNew),
        withdraws: last.withdraws || change.withdraws,
        isSeen: last.isSeen || change.isSeen,
      };
  }
  return merged.slice(0, limit);
}

/** The ids of records that are written for the first time. */
export function newAmong(
  written: readonly { readonly entry: Entry; readonly before: Entry | null }[],
): ReadonlySet<string> {
  return new Set(written.filter(({ before }) => before === null).map(({ entry }) => entry.id));
}
