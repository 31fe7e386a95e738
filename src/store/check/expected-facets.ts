import { clustersOf, compareIds, conflictsOf, unmasks } from '../../domain/clusters.ts';
import type { RecordType } from '../../domain/ids.ts';
import { givesMachineAVoice, mixesKinds } from '../../domain/voices.ts';
import { withArticle } from '../../domain/with-article.ts';
import { assertionFacets } from '../assertion-facets.ts';
import { claimFacets } from '../claim-facets.ts';
import { type ClusterFacets, clusterFacets } from '../cluster-facets.ts';
import { readerOver } from '../graph-store.ts';
import type { Run } from '../run.ts';
import { lineageOf } from '../source-facets.ts';
import type { Chains } from './check-chains.ts';
import type { GraphIndex } from './graph-index.ts';
import type { Report } from './problem.ts';

/** What is counted of records, counted anew, by their ids. */
export type Facets = ReadonlyMap<string, Readonly<Record<string, unknown>>>;
export type ExpectedFacets = (run: Run, type: RecordType, ids: readonly string[]) => Promise<Facets>;

function clusters(index: GraphIndex, report: Report) {
  const judgements = [...index.judgements].sort((a, b) => compareIds(a.place, b.place));
  for (const [a, b] of conflictsOf(judgements)) {
    report('JUDGEMENT_CONFLICT', a, `judged the same as ${b}, by however many steps, and different too`);
  }
  const facets = new Map<string, ClusterFacets>();
  for (const cluster of clustersOf(index.entities.values(), judgements)) {
    const hidden = cluster.find(({ anonymity }) => anonymity === 'PROTECTED');
    if (hidden && unmasks(cluster))
      report('SOURCE_UNMASKED', hidden.id, `judged the same as one who is named: ${cluster[0]?.id}`);
    const machine = cluster.find(({ kind }) => kind === 'MACHINE');
    const others = cluster
      .filter(({ kind }) => kind !== 'MACHINE')
      .map(({ id, kind }) => `${id}, ${withArticle(kind)}`);
    if (machine && givesMachineAVoice(cluster))
      report(
        'MACHINE_AS_SOMEBODY',
        machine.id,
        `expected no machine to be judged the same as what is none; it is as ${others.join('; ')}`,
      );
    else if (mixesKinds(cluster) && cluster[0])
      report(
        'KINDS_MIXED',
        cluster[0].id,
        `expected those who are judged the same to be of one kind; they are ${cluster.map(({ id, kind }) => `${id}, a ${kind}`).join('; ')}`,
      );
    for (const [id, some] of clusterFacets(cluster)) facets.set(id, some);
  }
  return facets;
}

/** Readies the counting anew of everything that is kept with records for lists to filter and order by. */
export function expectFacets(
  index: GraphIndex,
  { chains, supersededBy }: Chains,
  report: Report,
): ExpectedFacets {
  const facetsOfEntities = clusters(index, report);
  const clusterOf = (id: string): string => facetsOfEntities.get(id)?.clusterId ?? id;
  const membersOf = (id: string | null) =>
    id === null ? [] : (facetsOfEntities.get(id)?.clusterMembers ?? []);
  const isCurrent = (id: string): boolean =>
    index.assertions.get(id)?.withdrawn === false && !supersededBy.has(id);
  const speaking = new Set<string>();
  for (const [id, { speaker }] of index.assertions) if (isCurrent(id)) speaking.add(clusterOf(speaker));
  const parents = new Map([...index.sources].map(([id, source]) => [id, source.parents]));

  async function ofAssertions(run: Run, ids: readonly string[]): Promise<Facets> {
    // One that no reader could be given says so by this.
    await readerOver(run).assertionsByIds(ids);
    const facets = await assertionFacets(run, ids, chains);
    return new Map(
      facets.map(({ id, properties }) => [
        id,
        {
          ...properties,
          current: isCurrent(id),
          supersededById: supersededBy.get(id) ?? null,
        },
      ]),
    );
  }

  return async (run, type, ids) => {
    if (type === 'Assertion') return ofAssertions(run, ids);
    if (type === 'Claim') {
      const rows = await claimFacets(run, ids);
      return new Map(rows.map(({ id, properties }) => [id, { ...properties }]));
    }
    if (type === 'Entity') {
      return new Map(
        ids.map((id) => [id, { ...facetsOfEntities.get(id), speaks: speaking.has(clusterOf(id)) }]),
      );
    }
    if (type === 'Source') {
      return new Map(
        ids.map((id) => [
          id,
          {
            lineage: lineageOf(id, parents),
            publisherMembers: membersOf(index.sources.get(id)?.publisher ?? null),
          },
        ]),
      );
    }
    return new Map();
  };
}
