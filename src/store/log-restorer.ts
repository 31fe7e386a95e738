import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AsidesHead } from '../domain/aside.ts';
import { OnrecordError, StoreHalfRestored, StoreNotEmpty, StoreVersionMismatch } from '../domain/errors.ts';
import { typeOfId } from '../domain/ids.ts';
import { type Activity, hashBeforeTheFirst } from '../domain/log.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import { needsOwnView } from '../domain/visibility.ts';
import type { Engine } from '../engine/engine.ts';
import { activityProperties, keepAsides, writeAsides } from './asides.ts';
import { type Change, formerState, type StoredState, storedStates } from './change.ts';
import { refreshFacets } from './facets.ts';
import { logHead } from './log-pages.ts';
import type { LoggedState, LogRestorer, RestoredActivity } from './log-port.ts';
import { withFullView } from './make-full-view.ts';
import { randomSalt } from './random-salt.ts';
import { recordNode } from './record-nodes.ts';
import { refreshPublic, touchedBy } from './refresh-public.ts';
import type { Run } from './run.ts';
import { splitViews } from './split-views.ts';
import type { Statements } from './statements.ts';
import { type Views, viewState, viewsIn } from './views.ts';
import { runBatches } from './write-batches.ts';
import { writeNodesAndLinks } from './write-graph.ts';
import { putStates, stateNode } from './write-states.ts';

const clearedAtOnce = 2_000;
const clearedRow = z.tuple([z.number()]);

/** Whether a restore of the store is under way, or came to no end. */
export async function isHalfRestored(engine: Pick<Engine, 'read'>, statements: Statements): Promise<boolean> {
  return (await engine.read(statements.get('half-restored'))).length > 0;
}

const recordOf = (stateId: string): string => stateId.slice(0, stateId.lastIndexOf('/'));

function toChange(state: LoggedState, before: StoredState | null, recordedAt: string): Change {
  const id = recordOf(state.id);
  const type = typeOfId(id);
  const entry =
    type === null || state.payload === null ? null : recordedEntry(type, id, state.position, state.payload);
  if (entry === null || state.payload === null) {
    throw new OnrecordError('STATE_UNREADABLE', `${state.id} is no state that this program knows`, {
      ids: [id],
    });
  }
  const node = recordNode(entry, state.method, recordedAt);
  return {
    entry,
    payload: state.payload,
    before,
    version: state.version,
    node,
    firstRecordedAt: before?.firstRecordedAt ?? recordedAt,
    position: before?.position ?? state.position,
  };
}

/** A state that says nothing, for it was left out: it keeps its place in the log, and no record stands for it. */
async function putBackLeftOut(
  run: Run,
  states: readonly LoggedState[],
  { id, sequence, recordedAt }: Activity,
): Promise<void> {
  if (states.length === 0) return;
  const rows = states.map(({ id: stateId, activityId: _, ...properties }) => ({
    id: stateId,
    properties: { ...properties, of: recordOf(stateId), to: null },
  }));
  const ids = states.filter(({ version }) => version > 1).map(({ id: stateId }) => recordOf(stateId));
  await runBatches(run, 'close-states', 'ids', ids, { to: recordedAt });
  await runBatches(run, 'write-states', 'rows', rows, { activityId: id });
  await run('leave-identities-out', { upTo: sequence });
}

/** What was recorded then, written as it was then: nodes, links, states, counts, the request and its activity. */
async function putBackOne(
  views: Views,
  { activity, hash, states: all }: RestoredActivity,
  copiedAtMost: number | undefined,
): Promise<void> {
  let run = views.public;
  const { id: activityId, requestKey, inputHash, recordedAt } = activity;
  await run('claim-request', { key: requestKey, inputHash });
  await run('lock-head', { requestKey });
  const states = all.filter(({ payload }) => payload !== null);
  const ids = states.map(({ id }) => recordOf(id));
  const before = await storedStates(run, ids);
  const at = new Date(recordedAt);
  const { split: wasSplit, nextEmbargoEnd } = await viewState(run);
  let split = wasSplit;
  // Before anything was recorded, the public saw what an embargo had ended of.
  if (split && nextEmbargoEnd !== null && nextEmbargoEnd <= recordedAt) {
    const justBefore = new Date(at.getTime() - 1).toISOString();
    await refreshPublic(views, [], at, { recordedAt: justBefore, activityId: '' });
  }
  const changes = states.map((state, index) =>
    toChange(state, before.get(ids[index] ?? '') ?? null, recordedAt),
  );
  if (!split && changes.some(({ entry }) => needsOwnView(entry))) {
    await splitViews(views, copiedAtMost);
    split = true;
  }
  if (split) run = views.full;
  await writeNodesAndLinks(run, changes);
  await run('open-activity', { id: activityId, by: activity.by, recordedAt });
  const nodes = changes.map((change, place) => {
    const { index = place, salt = null, commitment = '', erasedBy = null, method = '' } = states[place] ?? {};
    return stateNode(change, { index, salt, commitment, method, recordedAt, erasedBy });
  });
  await putStates(run, changes, nodes, activityId, recordedAt);
  const leftOut = all.filter(({ payload }) => payload === null);
  await putBackLeftOut(run, leftOut, activity);
  await refreshFacets(
    run,
    changes.map(({ entry, before: old }) => ({ entry, before: old && formerState(old) })),
  );
  if (split) await refreshPublic(views, changes.map(touchedBy), at, { recordedAt, activityId });
  await run('append-activity', {
    id: activityId,
    properties: activityProperties(activity, hash),
    requestKey,
  });
}

/** The restoring side of the one store, on either engine. */
export function createLogRestorer(
  engine: Engine,
  statements: Statements,
  copiedAtMost?: number,
): LogRestorer {
  const write = <Result>(work: (run: Run, views: Views) => Promise<Result>): Promise<Result> =>
    engine.write((transaction) => {
      const views = viewsIn(transaction, statements);
      return work(views.public, views);
    });

  /** In a transaction of the run that began last; of any other, StoreHalfRestored. */
  const writeAs = <Result>(
    restoring: string,
    work: (run: Run, views: Views) => Promise<Result>,
  ): Promise<Result> =>
    write(async (run, views) => {
      const [[holder] = []] = await run('go-on-restoring');
      if (holder !== restoring) throw new StoreHalfRestored();
      return work(run, views);
    });

  async function clear(restoring: string): Promise<void> {
    for (let cleared = clearedAtOnce; cleared === clearedAtOnce; ) {
      cleared = await writeAs(restoring, async (run) => {
        const [row] = await run('clear-half-restored', { limit: clearedAtOnce });
        return clearedRow.parse(row)[0];
      });
    }
    await writeAs(restoring, (run) => run('rewind-head', { hash: hashBeforeTheFirst }));
  }

  /** In a transaction where there are so many asides and not already so many more. */
  const afterAsides = (
    restoring: string,
    after: number,
    more: number,
    work: (run: Run, head: AsidesHead) => Promise<void>,
  ): Promise<void> =>
    writeAs(restoring, async (run) => {
      const head = await logHead(run);
      // As with activities: it was done before.
      if (head === null || head.asides === after + more) return;
      if (head.asides !== after)
        throw new OnrecordError('LOG_MOVED', `expected ${after} asides; there are ${head.asides}`);
      await work(run, head);
    });

  return {
    async begin() {
      const restoring = randomUUID();
      const anew = await write(async (run) => {
        // Whoever begins beside it waits here.
        const [head] = await run('lock-head', { requestKey: restoring });
        if (!head) throw new StoreVersionMismatch('the store is not migrated; run `onrecord migrate`');
        const half = (await run('half-restored')).length > 0;
        if (!half && (await run('anything-recorded')).length > 0) throw new StoreNotEmpty();
        await run('begin-restore', { run: restoring });
        if (!half) await run('rewind-head', { hash: hashBeforeTheFirst });
        return half;
      });
      if (anew) await clear(restoring);
      return restoring;
    },
    putBack: (restoring, activities) =>
      withFullView(
        (work) => writeAs(restoring, (_, views) => work(views)),
        () => new Date(),
        () =>
          writeAs(restoring, async (run, views) => {
            const [first, last] = [activities[0], activities.at(-1)];
            if (first === undefined || last === undefined) return;
            const head = await logHead(run);
            // The reply to the commit was lost, and the work is done again.
            if (head?.sequence === last.activity.sequence && head.hash === last.hash) return;
            if (head?.sequence !== first.activity.sequence - 1 || head.hash !== first.activity.previousHash) {
              throw new OnrecordError(
                'LOG_MOVED',
                `expected the log at ${first.activity.sequence - 1}:${first.activity.previousHash}; it is at ${head?.sequence}:${head?.hash}: something else was recorded meanwhile`,
              );
            }
            for (const one of activities) await putBackOne(views, one, copiedAtMost);
          }),
      ),
    putBackAsides: (restoring, asides) =>
      afterAsides(restoring, (asides[0]?.number ?? 1) - 1, asides.length, (run) => writeAsides(run, asides)),
    keepAsides: (restoring, after, contents) =>
      afterAsides(restoring, after, contents.length, async (run, head) => {
        await keepAsides(run, head, contents, randomSalt);
      }),
    end: (restoring) =>
      write(async (run) => {
        await run('end-restore', { run: restoring });
        if ((await run('half-restored')).length > 0) throw new StoreHalfRestored();
      }),
  };
}
