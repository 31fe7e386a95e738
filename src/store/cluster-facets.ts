import { clustersOf, conflictsOf } from '../domain/clusters.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { IdentityJudgement } from '../domain/model.ts';
import { judgementRow } from './between-rows.ts';
import type { Run } from './run.ts';
import { rowsOfBatches, runBatches } from './write-batches.ts';
import { idsIn, type Written } from './written.ts';

/** Two records are judged the same, by however many steps, and different too; a person must say which. */
export class ConflictingJudgements extends OnrecordError {
  constructor(pair: readonly [string, string]) {
    super('CONFLICTING_JUDGEMENTS', `${pair[0]} and ${pair[1]} would be judged both the same and different`, {
      ids: pair,
    });
  }
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
 * Throws ConflictingJudgements where the judgements cannot stand together.
 */
export async function refreshClusters(run: Run, written: readonly Written[]): Promise<readonly string[]> {
  const judged = written.flatMap(({ draft, before }) =>
    draft.type === 'IdentityJudgement' ? [...draft.state.between, ...idsIn(before?.['between'])] : [],
  );
  const assertions = judged.filter((id) => id.startsWith('Assertion_'));
  if (assertions.length > 0) {
    const { judgements } = await reach(run, 'judgements-of-assertions', assertions);
    const [conflict] = conflictsOf(judgements);
    if (conflict) throw new ConflictingJudgements(conflict);
  }
  const entities = judged.filter((id) => id.startsWith('Entity_'));
  if (entities.length === 0) return [];
  const { ids, judgements } = await reach(run, 'judgements-of-entities', entities);
  const [conflict] = conflictsOf(judgements);
  if (conflict) throw new ConflictingJudgements(conflict);
  const clusters = clustersOf(ids, judgements);
  const members = new Map<string, string[]>();
  for (const [id, cluster] of [...clusters].sort())
    members.set(cluster, [...(members.get(cluster) ?? []), id]);
  await runBatches(
    run,
    'set-entity-facets',
    'rows',
    [...clusters].map(([id, clusterId]) => ({
      id,
      properties: { clusterId, clusterMembers: members.get(clusterId) ?? [id] },
    })),
  );
  return [...ids];
}
