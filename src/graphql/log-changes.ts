import { type ChangeKind, changeKindOf } from '../domain/change-kind.ts';
import type { AnyRecord } from '../domain/model.ts';
import type { Revision } from '../domain/revision.ts';
import type { Page, PageRequest } from '../store/query.ts';
import type { Change, LogPlace } from '../store/store.ts';
import type { GraphqlContext } from './context.ts';
import { publicRecord } from './public-record.ts';

/** One change of the log as its reader sees it. */
export interface LogChange {
  readonly recordedAt: string;
  readonly kind: ChangeKind;
  /** The record as it is now, which is that of everyone judged the same. */
  readonly record: AnyRecord;
  /** The record that was written. */
  readonly recordId: string;
  /** Null where nothing was recorded of it. */
  readonly revision: Revision | null;
}

/** Which changes are asked for. */
export interface ChangesWanted {
  /** Those at this instant or later; the empty text is before all. */
  readonly since: string;
  readonly kinds: ReadonlySet<ChangeKind>;
}

/** Sorts after every id: at this place of an instant nothing of it was seen yet. */
const afterEveryId = '~';
/** How many changes are read from the log at once; most of them, or none, may be such as are asked for. */
const readAtOnce = 200;

/** The revision that a record was left with at an instant, of those that the reader sees. */
async function revisionAt(
  recordId: string,
  recordedAt: string,
  { loaders }: GraphqlContext,
): Promise<Revision | null> {
  const beyond = { key: recordedAt, id: afterEveryId };
  const { items } = await loaders.revisionPage({ limit: 1, beyond, backward: false }, recordId);
  const revision = items[0]?.item;
  return revision?.recordedAt === recordedAt ? revision : null;
}

async function asSeen(change: Change, context: GraphqlContext): Promise<LogChange | null> {
  const { recordId, recordedAt } = change;
  const [record, revision] = await Promise.all([
    publicRecord(recordId, context),
    revisionAt(recordId, recordedAt, context),
  ]);
  return record && { recordedAt, recordId, record, revision, kind: changeKindOf(revision) };
}

/** A page of what changed, the last first. What its reader does not see is passed over, and neither told nor counted. */
export async function changesPage(
  { since, kinds }: ChangesWanted,
  { limit, beyond }: PageRequest,
  context: GraphqlContext,
): Promise<Page<LogChange>> {
  const { reader } = context;
  const found: LogChange[] = [];
  let place: LogPlace =
    beyond === null ? await reader.logPlace() : { recordedAt: beyond.key, recordId: beyond.id };
  while (found.length <= limit) {
    const changes = await reader.changesBefore(place, since, readAtOnce);
    const last = changes.at(-1);
    if (last === undefined) break;
    place = { recordedAt: last.recordedAt, recordId: last.recordId };
    const seen = changes.filter(({ isSeen, isNew }) => isSeen && (kinds.has('RECORDED') || !isNew));
    // A page is seldom as long as what is read at once.
    for (let start = 0; start < seen.length && found.length <= limit; ) {
      const some = seen.slice(start, start + limit + 1 - found.length);
      start += some.length;
      const told = await Promise.all(some.map((one) => asSeen(one, context)));
      found.push(...told.filter((one) => one !== null).filter(({ kind }) => kinds.has(kind)));
    }
  }
  const items = found
    .slice(0, limit)
    .map((item) => ({ item, position: { key: item.recordedAt, id: item.recordId } }));
  return { items, more: found.length > limit };
}
