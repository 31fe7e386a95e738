import { isInViews, type RecordType, recordTypes, typeOfId } from '../domain/ids.ts';
import { type Entry, isWithdrawn } from '../domain/state.ts';
import type { Parameter, Parameters } from '../engine/engine.ts';
import { type Change, formerState } from './change.ts';
import { columnsOf } from './columns.ts';
import type { RecordNode } from './node-links.ts';
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
  ConfidentialIdentity: 'confidential-identities',
  Draft: 'drafts',
};

/** A record's node as it is to stand, and where it stands among the others. */
export interface PlacedNode {
  readonly entry: Entry;
  readonly node: RecordNode;
  readonly version: number;
  /** The instant of the first recording. */
  readonly recordedAt: string;
  /** The place in the bundle or call of the first recording. */
  readonly position: number;
  /** There is a node already, whose links are taken away first. */
  readonly revised: boolean;
  /** It says already since when it is withdrawn: a revision that leaves a record withdrawn does not withdraw it anew. */
  readonly keepsWithdrawal: boolean;
}

/** A record that was erased is withdrawn since then: when it was before cannot be told any more. */
function keepsWithdrawal({ entry, before }: Change): boolean {
  if (entry.state.erased !== undefined) return false;
  if (before === null || !isWithdrawn(entry)) return false;
  return formerState(before)['withdrawn'] !== undefined;
}

function placed(change: Change): PlacedNode {
  const { entry, node, version, before, firstRecordedAt, position } = change;
  return {
    entry,
    node,
    version,
    recordedAt: firstRecordedAt,
    position,
    revised: before !== null,
    keepsWithdrawal: keepsWithdrawal(change),
  };
}

function nodeRow({ entry, node, version, recordedAt, position, ...known }: PlacedNode): {
  readonly id: string;
  readonly properties: Parameters;
} {
  const { withdrawnAt, ...others } = node.properties;
  const said = { ...others, recordedAt, position, version };
  return {
    id: entry.id,
    properties: {
      ...said,
      ...columnsOf(entry.type, { ...said, id: entry.id }),
      ...(withdrawnAt === undefined || known.keepsWithdrawal ? {} : { withdrawnAt }),
      place: placeOf(recordedAt, position),
      ...(known.revised ? {} : firstFacets(entry)),
    },
  };
}

/** Where a record stands among all: by when it was recorded first, and by its place in that recording. */
export function placeOf(recordedAt: string, position: number): string {
  return `${recordedAt}#${String(position).padStart(9, '0')}`;
}

/** What is counted of a record before anything is known of it; `refreshFacets` then counts. */
function firstFacets({ type, id }: Entry): Parameters {
  if (type === 'Entity') return { clusterId: id, clusterMembers: [id], speaks: false };
  if (type === 'Source') return { lineage: [id], publisherMembers: [] };
  // It has not lapsed, so that what stands beside it is counted anew for it only where it is found that it has.
  if (type === 'Claim')
    return { status: 'NO_CONTEST_RECORDED', assertionCountKey: '0'.repeat(9), relatedIds: [] };
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
export async function removeNodes(run: Run, entries: readonly Entry[]): Promise<void> {
  for (const type of recordTypes) {
    if (!isInViews(type)) continue;
    const ids = entries.filter((entry) => entry.type === type).map(({ id }) => id);
    await runBatches(run, `remove-${writers[type]}`, 'ids', ids);
  }
}

/** Writes the slugs that changes have, and leaves all else as it is: what is counted, too. */
export async function rewriteSlugs(run: Run, changes: readonly Change[]): Promise<void> {
  for (const [type, some] of Map.groupBy(changes, ({ entry }) => entry.type)) {
    const rows = some
      .map((change) => nodeRow(placed(change)))
      .map(({ id, properties: { slug = null, columns = null } }) => ({
        id,
        properties: { slug, columns },
      }));
    await writeNodes(run, type, rows);
  }
}

/** Writes entities that stand where they stood, but for how often they are told of; what is counted of them stays. */
export function recountEntities(run: Run, changes: readonly Change[]): Promise<void> {
  const rows = changes.map((change) => {
    const { id, properties } = nodeRow(placed(change));
    // By the names of all who are judged the same.
    const { searchText: _, ...others } = properties;
    return { id, properties: others };
  });
  return writeNodes(run, 'Entity', rows);
}

/** Whether links go out from records of the type: from what stands beside the views, from confidential identities alone. */
function isLinked(type: RecordType): boolean {
  return isInViews(type) || type === 'ConfidentialIdentity';
}

/** Takes away the links that go out from records. */
export async function unlinkRecords(run: Run, ids: readonly string[]): Promise<void> {
  for (const [type, some] of Map.groupBy(ids, (id) => typeOfId(id)))
    if (type !== null && isLinked(type)) await runBatches(run, `unlink-${writers[type]}`, 'ids', some);
}

/** Writes the nodes as they now are, with all their links; what is counted of them comes later (`refreshFacets`). */
export function writeNodesAndLinks(run: Run, changes: readonly Change[]): Promise<void> {
  return writePlacedNodes(run, changes.map(placed));
}

/** `writeNodesAndLinks` for records that were recorded at different instants. */
export async function writePlacedNodes(run: Run, nodes: readonly PlacedNode[]): Promise<void> {
  for (const type of recordTypes) {
    const some = nodes.filter(({ entry }) => entry.type === type);
    if (some.length === 0) continue;
    const revised = some.filter((one) => one.revised).map(({ entry }) => entry.id);
    if (isLinked(type)) await runBatches(run, `unlink-${writers[type]}`, 'ids', revised);
    await writeNodes(run, type, some.map(nodeRow));
  }
  await writeLinks(run, nodes);
}

/** Writes the links that go out from records, and the dates that they lead to. */
export async function writeLinks(
  run: Run,
  nodes: readonly Pick<PlacedNode, 'entry' | 'node'>[],
): Promise<void> {
  await runBatches(run, 'write-dates', 'rows', dateNodes(nodes.map(({ node }) => node)));
  const byStatement = new Map<string, Parameter[]>();
  for (const { entry, node } of nodes) {
    for (const { statement, to, properties } of node.links) {
      const links = byStatement.get(statement);
      const link = properties === undefined ? [entry.id, to] : [entry.id, to, properties];
      if (links) links.push(link);
      else byStatement.set(statement, [link]);
    }
  }
  for (const [statement, links] of byStatement) await runBatches(run, statement, 'links', links);
}
