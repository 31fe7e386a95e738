import type { GraphEdge } from '../domain/claim-graph.ts';
import type { GraphEdgeKind, GraphNodeKind } from '../domain/vocabulary.ts';
import { type GraphView, type Tie, tieKey, type ViewNode } from './graph-view.ts';
import type { Hop } from './lane-order.ts';

export type Side = 'left' | 'right';

/** What takes up room in a lane: a node, or the gap through which a longer line passes. */
interface LaneCell {
  readonly id: string;
  readonly lane: number;
  readonly view: ViewNode | null;
}

/** An edge between two lanes, from the left one to the right one, with the gaps that it passes through. */
export interface Link {
  readonly edge: GraphEdge;
  readonly chain: readonly string[];
  /** Whether the edge runs from right to left. */
  readonly reversed: boolean;
}

/** All edges of one kind, agreed upon alike, from one node to others of its lane: one label, one track, several ends. */
export interface Bus {
  readonly id: string;
  readonly lane: number;
  readonly tie: Tie;
  readonly from: string;
  readonly targets: readonly string[];
}

export interface LaneModel {
  readonly kinds: readonly GraphNodeKind[];
  readonly lanes: readonly (readonly string[])[];
  readonly cells: ReadonlyMap<string, LaneCell>;
  readonly links: readonly Link[];
  readonly hops: readonly (readonly Hop[])[];
  readonly buses: readonly Bus[];
  /** Arcs stand left of the speakers, where nothing else is, and right of all others. */
  arcSide(lane: number): Side;
}

const LANES: readonly GraphNodeKind[] = ['SPEAKER', 'CLAIM', 'SOURCE', 'PUBLISHER'];

/** Links to sources and publishers go without a label: the lane's head says what they are. */
export const isLabelled = (kind: GraphEdgeKind): boolean => kind !== 'MADE_IN' && kind !== 'PUBLISHED_BY';

/** The graph sorted into lanes; a lane without nodes is left out. */
export function laneModel(view: GraphView): LaneModel {
  const kinds = LANES.filter((kind) => view.nodes.some((node) => node.kind === kind));
  const lanes: string[][] = kinds.map(() => []);
  const cells = new Map<string, LaneCell>();
  for (const node of view.nodes) {
    const lane = kinds.indexOf(node.kind);
    cells.set(node.id, { id: node.id, lane, view: node });
    lanes[lane]?.push(node.id);
  }
  const laneOf = (id: string) => cells.get(id)?.lane ?? 0;
  const links: Link[] = [];
  const buses = new Map<string, { lane: number; tie: Tie; from: string; targets: string[] }>();
  for (const [index, edge] of view.edges.entries()) {
    const from = laneOf(edge.from);
    const to = laneOf(edge.to);
    if (from === to) {
      const id = JSON.stringify([tieKey(edge), edge.from]);
      const bus = buses.get(id) ?? { lane: from, tie: edge, from: edge.from, targets: [] };
      bus.targets.push(edge.to);
      buses.set(id, bus);
      continue;
    }
    const reversed = from > to;
    const [start, end] = reversed ? [edge.to, edge.from] : [edge.from, edge.to];
    const chain = [start];
    for (let lane = Math.min(from, to) + 1; lane < Math.max(from, to); lane += 1) {
      const id = JSON.stringify(['gap', index, lane]);
      cells.set(id, { id, lane, view: null });
      lanes[lane]?.push(id);
      chain.push(id);
    }
    links.push({ edge, chain: [...chain, end], reversed });
  }
  const hops: Hop[][] = kinds.slice(1).map(() => []);
  for (const { chain } of links) {
    chain.slice(1).forEach((right, index) => {
      const left = chain[index] ?? right;
      hops[laneOf(left)]?.push({ left, right });
    });
  }
  return {
    kinds,
    lanes,
    cells,
    links,
    hops,
    buses: [...buses].map(([id, bus]) => ({ id, ...bus })),
    arcSide: (lane) => (kinds[lane] === 'SPEAKER' ? 'left' : 'right'),
  };
}
