import { OnrecordError } from '../../domain/errors.ts';
import type { RecordType } from '../../domain/ids.ts';
import { canonicalJson } from '../../domain/log.ts';
import type { Run } from '../run.ts';
import type { FoundNode } from './check-nodes.ts';
import type { ExpectedFacets, Facets } from './expected-facets.ts';
import { type ProblemCode, type Report, shown } from './problem.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  chain: 'CHAIN_WRONG',
  clusterId: 'CLUSTER_WRONG',
  clusterMembers: 'CLUSTER_WRONG',
  otherNames: 'CLUSTER_WRONG',
  lineage: 'LINEAGE_WRONG',
};

/** Lists other than chains are sets: no order is promised. */
function comparable(name: string, value: unknown): string {
  return canonicalJson(Array.isArray(value) && name !== 'chain' ? [...value].sort() : (value ?? null));
}

/** Counts the ids anew; where one of them cannot be read, that one is reported and the others are counted. */
async function counted(
  run: Run,
  type: RecordType,
  ids: readonly string[],
  expected: ExpectedFacets,
  report: Report,
): Promise<Facets> {
  try {
    return await expected(run, type, ids);
  } catch (error) {
    if (error instanceof OnrecordError) throw error;
    const [id] = ids;
    if (id !== undefined && ids.length === 1) {
      report(
        'NODE_UNREADABLE',
        id,
        `it cannot be read, or something that it hangs on cannot: ${String(error).slice(0, 300)}`,
      );
      return new Map();
    }
    const half = Math.ceil(ids.length / 2);
    const first = await counted(run, type, ids.slice(0, half), expected, report);
    return new Map([...first, ...(await counted(run, type, ids.slice(half), expected, report))]);
  }
}

/** Compares what is kept with nodes for lists to filter and order by with the same counted anew. */
export async function checkFacets(
  run: Run,
  type: RecordType,
  nodes: readonly FoundNode[],
  expected: ExpectedFacets,
  report: Report,
): Promise<void> {
  const facets = await counted(
    run,
    type,
    nodes.map(({ id }) => id),
    expected,
    report,
  );
  for (const { id, properties, links } of nodes) {
    const wanted = facets.get(id);
    if (!wanted) continue;
    for (const [name, value] of Object.entries(wanted)) {
      if (comparable(name, value) === comparable(name, properties[name])) continue;
      report(
        codes[name] ?? 'FACET_WRONG',
        id,
        `${name}: expected ${shown(value)}; came ${shown(properties[name])}`,
      );
    }
    if (type !== 'Assertion') continue;
    const readIn = links.filter((link) => link.type === 'READ_IN').map((link) => link.to);
    if (comparable('readIn', wanted['readInIds']) !== comparable('readIn', readIn)) {
      report(
        'LINK_MISSING',
        id,
        `expected the links READ_IN to ${shown(wanted['readInIds'])}; came ${shown(readIn)}`,
      );
    }
  }
}
