import { z } from 'zod';
import { isInViews, recordTypes } from '../domain/ids.ts';
import type { Row } from '../engine/engine.ts';
import { distinct, groupByFirst, type Run } from './run.ts';
import type { Change, LogPlace } from './store.ts';

const changeRow = z
  .tuple([z.string(), z.string(), z.string(), z.enum(recordTypes), z.number()])
  .transform(([recordedAt, activityId, recordId, type, version]) => ({
    recordedAt,
    activityId,
    recordId,
    type,
    version,
  }));

/** Sorts after every id. */
export const afterEveryId = '~';

function isWithdrawn(payload: unknown): boolean {
  return typeof payload === 'string' && 'withdrawn' in JSON.parse(payload);
}

/** Whether each revised assertion was withdrawn by the change, or reinstated, by record id and version. */
async function withdrawals(
  run: Run,
  ids: readonly string[],
): Promise<(id: string, version: number) => boolean> {
  const rows: readonly Row[] = ids.length === 0 ? [] : await run('history-of-records', { ids });
  // What was erased says so in every version; it was withdrawn by the last.
  const last = new Map<unknown, number>();
  for (const [id, , , version] of rows) last.set(id, Math.max(Number(version), last.get(id) ?? 0));
  const isErasedBefore = (row: Row) => String(row[4]).includes('"erased":{') && row[3] !== last.get(row[0]);
  const withdrawn = new Set(
    rows.filter((row) => isWithdrawn(row[4]) && !isErasedBefore(row)).map((row) => `${row[0]}/${row[3]}`),
  );
  return (id, version) => withdrawn.has(`${id}/${version}`);
}

async function changesOf(run: Run, rows: readonly Row[]): Promise<readonly Change[]> {
  const changes = rows.map((row) => changeRow.parse(row));
  const revised = changes.filter(({ type, version }) => type === 'Assertion' && version > 1);
  const isWithdrawnAt = await withdrawals(run, distinct(revised.map((change) => change.recordId)));
  return changes.map((change) => ({
    ...change,
    isNew: change.version === 1,
    // What is no part of what is read, as a draft, changes nothing that is.
    isSeen: isInViews(change.type),
    withdraws:
      isWithdrawnAt(change.recordId, change.version) && !isWithdrawnAt(change.recordId, change.version - 1),
  }));
}

/** What was recorded, change by change, in the order of the log or against it. */
export function changeReader(run: Run) {
  return {
    async logPlace(): Promise<LogPlace> {
      const [row] = await run('log-place');
      const [, recordedAt = ''] = [String(row?.[0] ?? ''), String(row?.[1] ?? '')].sort();
      return { recordedAt, recordId: afterEveryId };
    },

    async changesAfter({ recordedAt, recordId }: LogPlace, limit: number): Promise<readonly Change[]> {
      const rows = await run('changes-after', { after: recordedAt, afterId: recordId, limit });
      return changesOf(run, rows);
    },

    async changesBefore(
      { recordedAt, recordId }: LogPlace,
      since: string,
      limit: number,
    ): Promise<readonly Change[]> {
      const page = { before: recordedAt, beforeId: recordId, since, limit };
      return changesOf(run, await run('changes-before', page));
    },

    async claimsTouchedBy(recordIds: readonly string[]): Promise<readonly (readonly string[])[]> {
      if (recordIds.length === 0) return [];
      const rows = await run('claims-of-changes', { ids: distinct(recordIds) });
      const claims = groupByFirst(rows, (row) => String(row[1]));
      return recordIds.map((id) => [...distinct(claims.get(id) ?? [])].sort());
    },
  };
}
