import { type RecordType, recordTypes } from '../domain/ids.ts';
import type { Draft } from '../domain/state.ts';
import type { Parameters } from '../engine/engine.ts';
import { type Change, formerState } from './change.ts';
import { columnsOf } from './columns.ts';
import { dateNodes } from './record-nodes.ts';
import type { Run } from './run.ts';
import { runBatches } from './write-batches.ts';

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
  ReplyRequest: 'reply-requests',
  Hold: 'holds',
};

/**
 * A property that says since when: a revision that leaves a record withdrawn does not withdraw it anew. One that was
 * erased is withdrawn since then: when it was before cannot be told any more.
 */
function keepsWithdrawal({ draft, before }: Change): boolean {
  if (draft.state.erased !== undefined) return false;
  if (before === null || draft.type !== 'Assertion' || draft.state.withdrawn === undefined) return false;
  return formerState(before)['withdrawn'] !== undefined;
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

/** Writes the nodes as they now are, with all their links; what is counted of them comes later (`refreshFacets`). */
export async function writeNodesAndLinks(
  run: Run,
  changes: readonly Change[],
  recordedAt: string,
): Promise<void> {
  for (const type of recordTypes) {
    const some = changes.filter((change) => change.draft.type === type);
    if (some.length === 0) continue;
    const revised = some.filter((change) => change.before !== null).map((change) => change.draft.id);
    // What a hold is on it names, and does not link to: it is no part of the graph that is read.
    if (type !== 'Hold') await runBatches(run, `unlink-${writers[type]}`, 'ids', revised);
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
