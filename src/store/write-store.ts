import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { OnrecordError, StoreVersionMismatch } from '../domain/errors.ts';
import { type RecordType, recordTypes } from '../domain/ids.ts';
import {
  type Activity,
  canonicalJson,
  commitmentOf,
  hashBeforeTheFirst,
  hashOf,
  merkleRoot,
  recordedAfter,
} from '../domain/log.ts';
import type { Draft } from '../domain/state.ts';
import { recordMethods } from '../domain/vocabulary.ts';
import type { Engine, Parameters } from '../engine/engine.ts';
import { columnsOf } from './columns.ts';
import { refreshFacets } from './facets.ts';
import { readerOver } from './graph-store.ts';
import { dateNodes, type RecordNode, recordNode } from './record-nodes.ts';
import { distinct, type Run } from './run.ts';
import type { Statements } from './statements.ts';
import { batchSize, runBatches } from './write-batches.ts';
import type { Decide, Receipt, Recording, StoreWriter } from './write-port.ts';

const writers: Record<RecordType, string> = {
  Entity: 'entities',
  Source: 'sources',
  SourceVersion: 'versions',
  Passage: 'passages',
  Claim: 'claims',
  Assertion: 'assertions',
  ClaimRelation: 'relations',
  Review: 'reviews',
  IdentityJudgement: 'judgements',
};

const headRow = z.tuple([z.number(), z.string(), z.string().nullable()]);
const stateRow = z
  .tuple([z.string(), z.number(), z.string(), z.enum(recordMethods), z.string(), z.number()])
  .transform(([id, version, payload, method, firstRecordedAt, position]) => ({
    id,
    version,
    payload,
    method,
    firstRecordedAt,
    position,
  }));
type StoredState = z.output<typeof stateRow>;

interface Change {
  readonly draft: Draft;
  readonly payload: string;
  readonly before: StoredState | null;
  readonly version: number;
  readonly node: RecordNode;
}

async function storedStates(run: Run, ids: readonly string[]): Promise<Map<string, StoredState>> {
  const states = new Map<string, StoredState>();
  const wanted = distinct(ids);
  for (let start = 0; start < wanted.length; start += batchSize) {
    const rows = await run('current-states', { ids: wanted.slice(start, start + batchSize) });
    for (const row of rows) {
      const state = stateRow.parse(row);
      states.set(state.id, state);
    }
  }
  return states;
}

function kebab(type: string): string {
  return type.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
}

/** A property that says since when: a revision that leaves a record withdrawn does not withdraw it anew. */
function keepsWithdrawal({ draft, before }: Change): boolean {
  if (before === null || draft.type !== 'Assertion' || draft.state.withdrawn === undefined) return false;
  return formerState(before)['withdrawn'] !== undefined;
}

function formerState(stored: StoredState): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(stored.payload));
}

function nodeRow(change: Change, recordedAt: string): Parameters {
  const { draft, before, node, version } = change;
  const place = `${before?.firstRecordedAt ?? recordedAt}#${String(before?.position ?? draft.position).padStart(9, '0')}`;
  const { withdrawnAt, ...others } = node.properties;
  const said = {
    ...others,
    recordedAt: before?.firstRecordedAt ?? recordedAt,
    position: before?.position ?? draft.position,
    version,
  };
  return {
    id: draft.id,
    properties: {
      ...said,
      ...columnsOf(draft.type, { ...said, id: draft.id }),
      ...(withdrawnAt === undefined || keepsWithdrawal(change) ? {} : { withdrawnAt }),
      place,
      ...(before === null ? firstFacets(draft) : {}),
    },
  };
}

/** What is counted of a record before anything is known of it; `refreshFacets` then counts. */
function firstFacets({ type, id }: Draft): Parameters {
  if (type === 'Entity') return { clusterId: id, clusterMembers: [id], speaks: false };
  if (type === 'Source') return { lineage: [id], publisherMembers: [] };
  if (type === 'Claim') return { status: 'UNSOURCED', assertionCountKey: '0'.repeat(9), relatedIds: [] };
  if (type === 'Assertion') return { chain: [id], reaches: [], readInIds: [], current: true };
  return {};
}

async function writeNodesAndLinks(run: Run, changes: readonly Change[], recordedAt: string): Promise<void> {
  for (const type of recordTypes) {
    const some = changes.filter((change) => change.draft.type === type);
    if (some.length === 0) continue;
    const revised = some.filter((change) => change.before !== null).map((change) => change.draft.id);
    await runBatches(run, `unlink-${writers[type]}`, 'ids', revised);
    await runBatches(
      run,
      `write-${writers[type]}`,
      'rows',
      some.map((change) => nodeRow(change, recordedAt)),
    );
  }
  await runBatches(run, 'write-dates', 'rows', dateNodes(changes.map((change) => change.node)));
  const byStatement = new Map<string, Parameters[]>();
  for (const { draft, node } of changes) {
    for (const { statement, to, properties } of node.links) {
      byStatement.set(statement, [...(byStatement.get(statement) ?? []), { from: draft.id, to, properties }]);
    }
  }
  for (const [statement, rows] of byStatement) await runBatches(run, statement, 'links', rows);
}

async function writeStates(
  run: Run,
  changes: readonly Change[],
  activityId: string,
  recordedAt: string,
  method: string,
  makeSalt: () => string,
): Promise<string> {
  const revised = changes.filter((change) => change.before !== null).map((change) => change.draft.id);
  await runBatches(run, 'close-states', 'ids', revised, { to: recordedAt });
  const states = changes.map(({ draft, payload, before, version }, index) => {
    const salt = makeSalt();
    return {
      id: `${draft.id}/${version}`,
      properties: {
        of: draft.id,
        ofType: draft.type,
        version,
        index,
        payload,
        salt,
        commitment: commitmentOf(salt, payload),
        method,
        position: before?.position ?? draft.position,
        firstRecordedAt: before?.firstRecordedAt ?? recordedAt,
        from: recordedAt,
        to: null,
      },
    };
  });
  await runBatches(run, 'write-states', 'rows', states, { activityId });
  for (const type of recordTypes) {
    const links = states
      .filter((state) => state.properties.ofType === type)
      .map((state) => ({ from: state.id, to: state.properties.of }));
    await runBatches(run, `link-states-of-${kebab(type)}`, 'links', links);
  }
  return merkleRoot(states.map((state) => state.properties.commitment));
}

function toChange(
  draft: Draft,
  before: StoredState | null,
  method: string,
  recordedAt: string,
): Change | null {
  const payload = canonicalJson(draft.state);
  if (before?.payload === payload) return null;
  return {
    draft,
    payload,
    before,
    version: (before?.version ?? 0) + 1,
    node: recordNode(draft, method, recordedAt),
  };
}

/** Thrown so that the transaction is rolled back: what changes nothing leaves not even the request behind. */
class NothingToRecord extends Error {
  readonly receipt: Receipt;
  constructor(receipt: Receipt) {
    super('nothing of it is new');
    this.receipt = receipt;
  }
}

const randomSalt = (): string => randomBytes(32).toString('hex');

/**
 * The writing side of the one store, on either engine. `now` is asked once for each transaction, `makeSalt` (32 bytes
 * that nobody can guess, in hex) once for each state.
 */
export function createWriter(
  engine: Engine,
  statements: Statements,
  now: () => Date,
  makeSalt: () => string = randomSalt,
): StoreWriter {
  async function recordIn(run: Run, recording: Recording, decide: Decide): Promise<Receipt> {
    const [request] = await run('claim-request', { key: recording.requestKey });
    if (request?.[0]) return repeated(run, String(request[0]));
    const [headColumns] = await run('lock-head', { requestKey: recording.requestKey });
    if (!headColumns) throw new StoreVersionMismatch('the store is not migrated; run `onrecord migrate`');
    const [sequence, previousHash, lastRecordedAt] = headRow.parse(headColumns);

    const drafts = await decide({
      reader: readerOver(run),
      currentStates: (ids) => storedStates(run, ids),
    });
    const recordedAt = recordedAfter(lastRecordedAt, now());
    const before = await storedStates(
      run,
      drafts.map((draft) => draft.id),
    );
    const changes = drafts
      .map((draft) => toChange(draft, before.get(draft.id) ?? null, recording.method, recordedAt))
      .filter((change) => change !== null);
    const added = changes.filter((change) => change.before === null).length;
    const counts = { added, revised: changes.length - added, unchanged: drafts.length - changes.length };
    if (changes.length === 0) throw new NothingToRecord({ activityId: null, recordedAt: null, ...counts });

    const activityId = `Activity_${String(sequence + 1).padStart(12, '0')}`;
    await writeNodesAndLinks(run, changes, recordedAt);
    await run('open-activity', { id: activityId });
    const activity: Activity = {
      id: activityId,
      sequence: sequence + 1,
      recordedAt,
      by: recording.by,
      method: recording.method,
      title: recording.title,
      requestKey: recording.requestKey,
      changes: changes.length,
      merkleRoot: await writeStates(run, changes, activityId, recordedAt, recording.method, makeSalt),
      previousHash: sequence === 0 ? hashBeforeTheFirst : previousHash,
    };
    await refreshFacets(
      run,
      changes.map(({ draft, before: old }) => ({ draft, before: old && formerState(old) })),
    );
    const { id: _, ...properties } = activity;
    await run('append-activity', {
      id: activityId,
      properties: { ...properties, hash: hashOf(activity), ...counts },
      requestKey: recording.requestKey,
    });
    return { activityId, recordedAt, ...counts };
  }

  async function repeated(run: Run, activityId: string): Promise<Receipt> {
    const [row] = await run('receipt-of-activity', { id: activityId });
    if (!row)
      throw new OnrecordError('LOG_BROKEN', `the log has no activity ${activityId}`, { ids: [activityId] });
    const [recordedAt, added, revised, unchanged] = z
      .tuple([z.string(), z.number(), z.number(), z.number()])
      .parse(row);
    return { activityId, recordedAt, added, revised, unchanged };
  }

  return {
    async record(recording, decide) {
      try {
        return await engine.write((transaction) =>
          recordIn(
            (name, parameters) => transaction.run(statements.get(name), parameters),
            recording,
            decide,
          ),
        );
      } catch (error) {
        if (error instanceof NothingToRecord) return error.receipt;
        throw error;
      }
    },
  };
}
