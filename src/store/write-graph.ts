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

function nodeRow(change: Change): { readonly id: string; readonly properties: Parameters } {
  const { draft, before, node, version, firstRecordedAt, position } = change;
  const place = `${firstRecordedAt}#${String(position).padStart(9, '0')}`;
  const { withdrawnAt, ...others } = node.properties;
  const said = {
    ...others,
    recordedAt: firstRecordedAt,
    position,
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

/** Writes properties of nodes of one type, new ones and such as are there. */
export function writeNodes(
  run: Run,
  type: RecordType,
  rows: readonly { readonly id: string; readonly properties: Parameters }[],
): Promise<void> {
  return runBatches(run, `write-${writers[type]}`, 'rows', rows);
}

/** Takes nodes out of a view, with their links; what hung on them must be counted anew. */
export async function removeNodes(run: Run, drafts: readonly Draft[]): Promise<void> {
  for (const type of recordTypes) {
    if (type === 'Hold') continue;
    const ids = drafts.filter((draft) => draft.type === type).map(({ id }) => id);
    await runBatches(run, `remove-${writers[type]}`, 'ids', ids);
  }
}

/** Writes the slugs that changes have, and leaves all else as it is: what is counted, too. */
export async function rewriteSlugs(run: Run, changes: readonly Change[]): Promise<void> {
  for (const [type, some] of Map.groupBy(changes, ({ draft }) => draft.type)) {
    const rows = some.map(nodeRow).map(({ id, properties: { slug = null, columns = null } }) => ({
      id,
      properties: { slug, columns },
    }));
    await writeNodes(run, type, rows);
  }
}

/** Writes the nodes as they now are, with all their links; what is counted of them comes later (`refreshFacets`). */
export async function writeNodesAndLinks(run: Run, changes: readonly Change[]): Promise<void> {
  for (const type of recordTypes) {
    const some = changes.filter((change) => change.draft.type === type);
    if (some.length === 0) continue;
    const revised = some.filter((change) => change.before !== null).map((change) => change.draft.id);
    // What a hold is on it names, and does not link to: it is no part of the graph that is read.
    if (type !== 'Hold') await runBatches(run, `unlink-${writers[type]}`, 'ids', revised);
    await writeNodes(run, type, some.map(nodeRow));
  }
  await writeLinks(run, changes);
}

/** Writes the links that go out from records, and the dates that they lead to. */
export async function writeLinks(
  run: Run,
  changes: readonly Pick<Change, 'draft' | 'node'>[],
): Promise<void> {
  await runBatches(run, 'write-dates', 'rows', dateNodes(changes.map((change) => change.node)));
  const byStatement = new Map<string, Parameters[]>();
  for (const { draft, node } of changes) {
    for (const { statement, to, properties } of node.links) {
      byStatement.set(statement, [...(byStatement.get(statement) ?? []), { from: draft.id, to, properties }]);
    }
  }
  for (const [statement, rows] of byStatement) await runBatches(run, statement, 'links', rows);
}
