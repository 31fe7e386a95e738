import { type Derivation, pathBetween } from './derivation-path.ts';

type Text = string | null;
type SaidColumns = readonly [
  ...[string, string, string, Text, Text, readonly string[]],
  ...[string, string],
  readonly [string, string] | null,
];
type SourceColumns = readonly [string, string, Text, readonly string[], readonly [string, string] | null];
export type NeighbourhoodRow = readonly [
  ...[string, string, Text],
  ...[readonly SaidColumns[], readonly SourceColumns[]],
  readonly (readonly [string, string])[],
];

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly status: string | null;
}

interface Known {
  readonly kind: string;
  readonly recordedAt: string;
  readonly edtf: Text;
}

const DEPTH = 2;
const MOST_NODES = 200;

/** The answer to "what is around it", as the service gives it: the nearest nodes first, then the newest. */
export function neighbourhood(rootId: string, rows: readonly NeighbourhoodRow[]): object {
  const nodes = new Map<string, Known>();
  const edges = new Map<string, readonly Edge[]>();
  const ways = new Map<string, Map<string, { node: string; claim: string }[]>>();
  const ids = new Set(rows.map(([id]) => id));
  for (const row of rows) addClaim(row, ids, nodes, edges, ways);
  const distances = distancesFrom(rootId, ways);
  const found = [...distances]
    .flatMap(([id, distance]) => {
      const known = nodes.get(id);
      return known ? [{ id, distance, ...known }] : [];
    })
    .sort((a, b) => a.distance - b.distance || order(b.recordedAt, a.recordedAt) || order(a.id, b.id));
  const kept = found.slice(0, MOST_NODES);
  const keptIds = new Set(kept.map(({ id }) => id));
  const drawn = new Map<string, Edge>();
  for (const [claim, own] of edges) {
    for (const edge of own) {
      // What was said on a claim is drawn where the claim is; what a source is, wherever.
      if (!edge.from.startsWith('SOURCE') && !keptIds.has(`CLAIM:${claim}`)) continue;
      if (keptIds.has(edge.from) && keptIds.has(edge.to))
        drawn.set(`${edge.from} ${edge.to} ${edge.kind}`, edge);
    }
  }
  return {
    claim: {
      id: rootId,
      graph: {
        nodes: kept.map(({ id, kind, edtf }) => ({ id, kind, date: edtf === null ? null : { edtf } })),
        edges: [...drawn.values()].sort(
          (a, b) => order(a.from, b.from) || order(a.to, b.to) || order(a.kind, b.kind),
        ),
        truncated: found.length > kept.length,
      },
    },
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function addClaim(
  [claimId, recordedAt, edtf, said, sources, relations]: NeighbourhoodRow,
  ids: ReadonlySet<string>,
  nodes: Map<string, Known>,
  edges: Map<string, readonly Edge[]>,
  ways: Map<string, Map<string, { node: string; claim: string }[]>>,
): void {
  const claim = `CLAIM:${claimId}`;
  const own: Edge[] = [];
  const waysOfClaim = ways.get(claimId) ?? new Map<string, { node: string; claim: string }[]>();
  ways.set(claimId, waysOfClaim);
  const lead = (from: string, node: string, onClaim = claimId): void => {
    const steps = waysOfClaim.get(from);
    if (steps) steps.push({ node, claim: onClaim });
    else waysOfClaim.set(from, [{ node, claim: onClaim }]);
  };
  const both = (from: string, to: string, kind: string): void => {
    own.push({ from, to, kind, status: null });
    lead(from, to);
    lead(to, from);
  };
  nodes.set(claim, { kind: 'CLAIM', recordedAt, edtf });
  // A position is the body's where somebody speaks for one.
  const speakers = new Map(said.map((one) => [one[0], `SPEAKER:${one[8]?.[0] ?? one[6]}`]));
  const derivations = new Map(sources.map((source) => [source[0], source[3]]));
  const lineage = new Set<string>();
  for (const [id, stance, commitment, attributedTo, source, readIn, , spokenAt, body] of said) {
    const speaker = speakers.get(id) ?? '';
    nodes.set(speaker, { kind: 'SPEAKER', recordedAt: body?.[1] ?? spokenAt, edtf: null });
    const relayed = attributedTo === null ? undefined : speakers.get(attributedTo);
    if (attributedTo === null || commitment === 'ENDORSES' || relayed === undefined)
      both(speaker, claim, stance);
    if (relayed !== undefined && relayed !== speaker) both(speaker, relayed, 'RELAYS');
    if (source === null) continue;
    both(claim, `SOURCE:${source}`, 'MADE_IN');
    lineage.add(source);
    for (const read of readIn) {
      const path = pathBetween(read, source, derivations);
      if (path !== null) for (const id of [read, ...path.map(({ fromId }) => fromId)]) lineage.add(id);
    }
  }
  for (const [kind, otherId] of relations) {
    if (!ids.has(otherId)) continue;
    own.push({ from: claim, to: `CLAIM:${otherId}`, kind, status: 'CONFIRMED' });
    lead(claim, `CLAIM:${otherId}`, otherId);
    const back = ways.get(otherId) ?? new Map<string, { node: string; claim: string }[]>();
    ways.set(otherId, back);
    back.set(`CLAIM:${otherId}`, [...(back.get(`CLAIM:${otherId}`) ?? []), { node: claim, claim: claimId }]);
  }
  for (const [id, sourceAt, published, derived, publisher] of sources) {
    const source = `SOURCE:${id}`;
    nodes.set(source, { kind: 'SOURCE', recordedAt: sourceAt, edtf: published });
    if (publisher !== null) {
      const node = `PUBLISHER:${publisher[0]}`;
      nodes.set(node, { kind: 'PUBLISHER', recordedAt: publisher[1], edtf: null });
      own.push({ from: source, to: node, kind: 'PUBLISHED_BY', status: null });
      lead(source, node);
    }
    for (const json of derived) {
      const { fromId, status }: Derivation = JSON.parse(json);
      if (status === 'REJECTED') continue;
      own.push({ from: source, to: `SOURCE:${fromId}`, kind: 'DERIVED_FROM', status });
      lead(source, `SOURCE:${fromId}`);
      if (lineage.has(id)) lead(`SOURCE:${fromId}`, source);
    }
  }
  edges.set(claimId, own);
}

/** How many edges away each is; whoever is reached on a claim leads on along that claim alone. */
function distancesFrom(
  rootId: string,
  ways: ReadonlyMap<string, ReadonlyMap<string, readonly { node: string; claim: string }[]>>,
): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  const passed = new Set<string>();
  let visits: readonly { node: string; claim: string }[] = [{ node: `CLAIM:${rootId}`, claim: rootId }];
  for (let distance = 0; distance <= DEPTH; distance++) {
    const fresh = visits.filter(({ node, claim }) => {
      const key = `${node} ${claim}`;
      if (passed.has(key)) return false;
      passed.add(key);
      return true;
    });
    for (const { node } of fresh) if (!distances.has(node)) distances.set(node, distance);
    visits = fresh.flatMap(({ node, claim }) => ways.get(claim)?.get(node) ?? []);
  }
  return distances;
}
