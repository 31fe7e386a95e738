import type { ClaimGraph, GraphEdge, GraphNode } from './claim-graph.ts';
import {
  type DrawnRelations,
  edgesOfClaim,
  edgesOfRelations,
  edgesOfSource,
  type GraphMaterial,
  graphNodeId,
  lineageOf,
} from './claim-graph-edges.ts';
import { type DatedNode, nodesOf } from './claim-graph-nodes.ts';
import { compareIds } from './clusters.ts';

export type { GraphMaterial } from './claim-graph-edges.ts';

/** How far to go, in edges from the root, and how many nodes to keep at most. */
export interface GraphExtent {
  readonly depth: number;
  readonly maxNodes: number;
  /** Confirmed ones only unless said otherwise. */
  readonly relations?: DrawnRelations;
  /** Whether a source at the last step brings its publisher, which is one step farther; it does not unless said so. */
  readonly publishersOfAll?: boolean;
}

/** A node as it was come upon: a speaker or source is expanded only on the claim that it was reached by. */
interface Visit {
  readonly node: string;
  readonly claimId: string;
}

interface FoundNode extends DatedNode {
  readonly id: string;
  readonly distance: number;
}

/**
 * The claim graph around one claim. A claim leads to those who hold something towards it, to its sources and to
 * the claims related to it; a source to its publisher, to what it derives from and to where the claim was read; a
 * speaker to whoever relays it, or it relays, on that claim, and never to its other claims. Nearest first, then
 * newest, then by id; beyond `maxNodes` the rest is left out and the graph says so. Empty where the root's dossier
 * is not there. What is not in the material is not drawn.
 */
export function claimGraphOf(rootClaimId: string, material: GraphMaterial, extent: GraphExtent): ClaimGraph {
  if (!material.dossiers.has(rootClaimId)) return { nodes: [], edges: [], truncated: false };
  const known = nodesOf(material);
  const distances = distancesFrom(rootClaimId, material, known, extent);
  const found: FoundNode[] = [];
  for (const [id, distance] of distances) {
    const node = known.get(id);
    if (node) found.push({ recordedAt: node.recordedAt, draw: node.draw, id, distance });
  }
  found.sort(
    (a, b) => a.distance - b.distance || compareIds(b.recordedAt, a.recordedAt) || compareIds(a.id, b.id),
  );
  const nodes: readonly GraphNode[] = found.slice(0, extent.maxNodes).map(({ draw }) => draw());
  const beyond = relaysBeyond(nodes, distances, material, known);
  return {
    nodes,
    edges: edgesAmong(nodes, material, extent),
    truncated: found.length > nodes.length,
    ...(beyond > 0 ? { relaysBeyond: beyond } : {}),
  };
}

/** How many pass on what is said in the graph and are too far to be in it, which those left out for their number are not. */
function relaysBeyond(
  nodes: readonly GraphNode[],
  distances: ReadonlyMap<string, number>,
  { dossiers }: GraphMaterial,
  known: ReadonlyMap<string, DatedNode>,
): number {
  const drawn = new Set(nodes.map(({ id }) => id));
  const beyond = new Set<string>();
  for (const dossier of dossiers.values()) {
    if (!drawn.has(graphNodeId('CLAIM', dossier.claim.id))) continue;
    const relays = Map.groupBy(
      edgesOfClaim(dossier).filter(({ kind }) => kind === 'RELAYS'),
      ({ to }) => to,
    );
    // A set is walked on to what is added on the way.
    const reached = new Set([...relays.keys()].filter((node) => drawn.has(node)));
    for (const node of reached) for (const { from } of relays.get(node) ?? []) reached.add(from);
    for (const node of reached) if (!distances.has(node) && known.has(node)) beyond.add(node);
  }
  return beyond.size;
}

/** How many edges each node is away from the root, as far as the extent goes. */
function distancesFrom(
  rootClaimId: string,
  material: GraphMaterial,
  known: ReadonlyMap<string, DatedNode>,
  { depth, relations = 'CONFIRMED', publishersOfAll = false }: GraphExtent,
): ReadonlyMap<string, number> {
  const neighboursOf = neighboursIn(material, relations);
  const distances = new Map<string, number>();
  const passed = new Map<string, Set<string>>();
  let visits: readonly Visit[] = [{ node: graphNodeId('CLAIM', rootClaimId), claimId: rootClaimId }];
  for (let distance = 0; distance <= depth && visits.length > 0; distance++) {
    const fresh = visits.filter(({ node, claimId }) => {
      const passedOnClaim = passed.get(claimId) ?? new Set();
      passed.set(claimId, passedOnClaim);
      if (passedOnClaim.has(node) || !known.has(node)) return false;
      passedOnClaim.add(node);
      return true;
    });
    for (const { node } of fresh) if (!distances.has(node)) distances.set(node, distance);
    visits = fresh.flatMap(neighboursOf);
  }
  if (publishersOfAll)
    for (const { node } of visits)
      if (isPublisher(node) && known.has(node) && !distances.has(node)) distances.set(node, depth + 1);
  return distances;
}

const isPublisher = (node: string) => node.startsWith(graphNodeId('PUBLISHER', ''));

/** What each node leads to on a claim; what is the same for all visits of a claim is worked out once. */
function neighboursIn(
  material: GraphMaterial,
  relations: DrawnRelations,
): (visit: Visit) => readonly Visit[] {
  const ways = new Map<string, ReadonlyMap<string, readonly Visit[]>>();
  return ({ node, claimId }) => {
    let waysOfClaim = ways.get(claimId);
    if (!waysOfClaim) {
      waysOfClaim = waysOn(claimId, material, relations);
      ways.set(claimId, waysOfClaim);
    }
    return waysOfClaim.get(node) ?? [];
  };
}

function waysOn(
  claimId: string,
  material: GraphMaterial,
  relations: DrawnRelations,
): ReadonlyMap<string, readonly Visit[]> {
  const ways = new Map<string, Visit[]>();
  const dossier = material.dossiers.get(claimId);
  if (!dossier) return ways;
  const lead = (from: string, to: string, onClaim = claimId) => {
    const visit = { node: to, claimId: onClaim };
    const visits = ways.get(from);
    if (visits) visits.push(visit);
    else ways.set(from, [visit]);
  };
  for (const { from, to } of edgesOfClaim(dossier)) {
    lead(from, to);
    lead(to, from);
  }
  const claimNode = graphNodeId('CLAIM', claimId);
  for (const { fromId, toId } of edgesOfRelations(dossier, material, relations).map(endsOf)) {
    const other = fromId === claimId ? toId : fromId;
    lead(claimNode, graphNodeId('CLAIM', other), other);
  }
  const lineage = lineageOf(dossier);
  for (const source of dossier.sources) {
    for (const { from, to, kind } of edgesOfSource(source, material)) {
      lead(from, to);
      if (kind === 'DERIVED_FROM' && lineage.has(source.id)) lead(to, from);
    }
  }
  return ways;
}

function endsOf({ from, to }: GraphEdge): { readonly fromId: string; readonly toId: string } {
  const idIn = (node: string) => node.slice(node.indexOf(':') + 1);
  return { fromId: idIn(from), toId: idIn(to) };
}

/** Of two records that make the same edge one that stands and is confirmed counts for more. */
const weightOf = ({ status, withdrawn = false }: GraphEdge) =>
  (withdrawn ? 0 : 2) + (status === 'CONFIRMED' ? 1 : 0);

/**
 * Every edge between two kept nodes, once, as it stands where it was withdrawn too, and as confirmed where it is that beside
 * being proposed; what was said on a claim only where the claim itself is kept.
 */
function edgesAmong(
  nodes: readonly GraphNode[],
  material: GraphMaterial,
  { relations = 'CONFIRMED' }: GraphExtent,
): readonly GraphEdge[] {
  const kept = new Set(nodes.map(({ id }) => id));
  const drawn = new Map<string, Map<string, GraphEdge[]>>();
  for (const dossier of material.dossiers.values()) {
    const isDrawn = kept.has(graphNodeId('CLAIM', dossier.claim.id));
    const candidates = [
      ...(isDrawn ? [...edgesOfClaim(dossier), ...edgesOfRelations(dossier, material, relations)] : []),
      ...dossier.sources.flatMap((source) => edgesOfSource(source, material)),
    ];
    for (const edge of candidates) {
      const { from, to } = edge;
      if (!kept.has(from) || !kept.has(to)) continue;
      const leading = drawn.get(from) ?? new Map<string, GraphEdge[]>();
      drawn.set(from, leading);
      const between = leading.get(to) ?? [];
      leading.set(to, between);
      const at = between.findIndex((one) => one.kind === edge.kind && one.stance === edge.stance);
      const known = between[at];
      if (known === undefined) between.push(edge);
      else if (weightOf(edge) > weightOf(known)) between[at] = edge;
    }
  }
  const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => compareIds(a, b);
  const byKind = (a: GraphEdge, b: GraphEdge) =>
    compareIds(a.kind, b.kind) || compareIds(a.stance ?? '', b.stance ?? '');
  return [...drawn]
    .sort(byId)
    .flatMap(([, leading]) => [...leading].sort(byId).flatMap(([, between]) => between.sort(byKind)));
}
