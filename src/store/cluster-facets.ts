import { clustersOf, compareIds, conflictsOf, type Member, otherNames, unmasks } from '../domain/clusters.ts';
import { NotPossible } from '../domain/errors.ts';
import type { IdentityJudgement, Name } from '../domain/model.ts';
import { searchText } from '../domain/search-text.ts';
import { judgementRow } from './between-rows.ts';
import { ownEntityRow } from './rows.ts';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches, runBatches } from './write-batches.ts';
import { idsIn, type Written } from './written.ts';

/** Two records are judged the same, by however many steps, and different too; a person must say which. */
export class ConflictingJudgements extends NotPossible {
  constructor(pair: readonly [string, string]) {
    super(
      `${pair[0]} and ${pair[1]} would be judged both the same and different`,
      pair,
      'CONFLICTING_JUDGEMENTS',
    );
  }
}

/** Someone who asked not to be named would be judged the same as someone who is named. */
export class SourceUnmasked extends NotPossible {
  constructor(ids: readonly string[]) {
    super(
      'expected nobody who is PROTECTED to be judged the same as someone who is NAMED: readers would learn who it is; ' +
        'such an identity belongs in a confidential identity',
      ids,
      'SOURCE_UNMASKED',
    );
  }
}

type NamedMember = Member & { readonly names: readonly Name[] };

/** What is kept with an entity of who else it is. */
export interface ClusterFacets {
  /** The id of the member that readers see. */
  readonly clusterId: string;
  readonly clusterMembers: readonly string[];
  /** Of the one that readers see: what the others are called, as JSON; null where there is nothing to add. */
  readonly otherNames: string | null;
  /** What it is searched by: its own names, and of the one that readers see those of all. */
  readonly searchText: string;
}

/** What is kept with each of a cluster's members, which stand in the order in which they are shown. */
export function clusterFacets(
  cluster: readonly NamedMember[],
): readonly (readonly [string, ClusterFacets])[] {
  const clusterMembers = cluster.map(({ id }) => id).sort(compareIds);
  return cluster.map(({ id, names }, index) => {
    const others = index === 0 ? otherNames(cluster) : [];
    return [
      id,
      {
        clusterId: cluster[0]?.id ?? id,
        clusterMembers,
        otherNames: others.length === 0 ? null : JSON.stringify(others),
        searchText: searchText(...[...names, ...others].map(({ text }) => text)),
      },
    ];
  });
}

/** The entities as they say themselves, without what others are called. */
async function membersOf(run: Run, ids: readonly string[]): Promise<readonly NamedMember[]> {
  const rows = await rowsOfBatches(run, 'entities-by-ids', ids);
  return rows.map((row) => {
    const { id, anonymity, names, recordedAt, position } = ownEntityRow.parse(row[0]);
    return { id, anonymity, names, place: `${recordedAt}#${String(position).padStart(9, '0')}` };
  });
}

function byRecording(a: IdentityJudgement, b: IdentityJudgement): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  return a.position - b.position;
}

/** Every judgement that SAME leads to from the ids, and every id on the way. */
async function reach(run: Run, statement: string, start: readonly string[]) {
  const ids = new Set(start);
  const judgements = new Map<string, IdentityJudgement>();
  let frontier = [...ids];
  while (frontier.length > 0) {
    const rows = await rowsOfBatches(run, statement, frontier);
    frontier = [];
    for (const row of rows) {
      const judgement = judgementRow.parse(row[1]);
      judgements.set(judgement.id, judgement);
      // A judgement that has been replaced still leads to those it once joined, so that they are parted.
      for (const id of judgement.betweenIds) {
        if (ids.has(id)) continue;
        ids.add(id);
        frontier.push(id);
      }
    }
  }
  const ordered = [...judgements.values()].sort(byRecording);
  return { ids, judgements: ordered.map(({ verdict, betweenIds }) => ({ verdict, between: betweenIds })) };
}

/**
 * Gives all entities that are judged the same one cluster, and says which entities' cluster may have changed.
 * Throws ConflictingJudgements where the judgements cannot stand together, SourceUnmasked where they would tell readers
 * who someone is who asked not to be named.
 */
export async function refreshClusters(run: Run, written: readonly Written[]): Promise<readonly string[]> {
  const judged = written.flatMap(({ entry, before }) =>
    entry.type === 'IdentityJudgement' ? [...entry.state.between, ...idsIn(before?.['between'])] : [],
  );
  const assertions = judged.filter((id) => id.startsWith('Assertion_'));
  if (assertions.length > 0) {
    const { judgements } = await reach(run, 'judgements-of-assertions', assertions);
    const [conflict] = conflictsOf(judgements);
    if (conflict) throw new ConflictingJudgements(conflict);
  }
  const entities = distinct([
    ...judged.filter((id) => id.startsWith('Entity_')),
    // Who is shown hangs on who is named, and what the one shown is called on what all are called.
    ...written.flatMap(({ entry, before }) => (entry.type === 'Entity' && before !== null ? [entry.id] : [])),
  ]);
  if (entities.length === 0) return [];
  const { ids, judgements } = await reach(run, 'judgements-of-entities', entities);
  const [conflict] = conflictsOf(judgements);
  if (conflict) throw new ConflictingJudgements(conflict);
  const clusters = clustersOf(await membersOf(run, [...ids]), judgements);
  const unmasked = clusters.find(unmasks);
  if (unmasked) throw new SourceUnmasked(unmasked.map(({ id }) => id));
  await runBatches(
    run,
    'set-entity-facets',
    'rows',
    clusters.flatMap(clusterFacets).map(([id, facets]) => ({ id, properties: { ...facets } })),
  );
  return [...ids];
}
