import type { ClaimGraph, GraphEdge, GraphNode } from '../domain/claim-graph.ts';
import { type GraphEdgeKind, stances, symmetricRelationKinds } from '../domain/vocabulary.ts';
import { dateText } from './date-text.ts';
import { labelIn, type Messages } from './messages.ts';
import { cleanText } from './xml.ts';

/** A node with the words that stand for it in the reader's language. */
export interface ViewNode {
  readonly node: GraphNode;
  readonly id: string;
  readonly kind: GraphNode['kind'];
  readonly label: string;
  readonly language: string;
  readonly date: string;
}

/** A graph ready to be placed: no id twice, no edge twice, none that leads nowhere or to itself. */
export interface GraphView {
  readonly nodes: readonly ViewNode[];
  readonly edges: readonly GraphEdge[];
  readonly byId: ReadonlyMap<string, ViewNode>;
  /** The claim that the graph is drawn around: nodes come nearest first. */
  readonly focus: string | null;
}

const stanceKinds: ReadonlySet<GraphEdgeKind> = new Set(stances);
const symmetric: ReadonlySet<GraphEdgeKind> = new Set(symmetricRelationKinds);

export const isStance = (kind: GraphEdgeKind): boolean => stanceKinds.has(kind);
export const isSymmetric = (kind: GraphEdgeKind): boolean => symmetric.has(kind);

export function graphView(graph: ClaimGraph, language: string, messages: Messages): GraphView {
  const byId = new Map<string, ViewNode>();
  for (const node of graph.nodes) {
    if (byId.has(node.id)) continue;
    const label = labelIn(node.labels, language);
    byId.set(node.id, {
      node,
      id: node.id,
      kind: node.kind,
      label: cleanText(label.text) || '—',
      language: label.language,
      date: node.date ? cleanText(dateText(node.date.edtf, messages)) : '',
    });
  }
  const edges = new Map<string, GraphEdge>();
  for (const edge of graph.edges) {
    if (edge.from === edge.to || !byId.has(edge.from) || !byId.has(edge.to)) continue;
    const ends = isSymmetric(edge.kind) ? [edge.from, edge.to].sort() : [edge.from, edge.to];
    const key = JSON.stringify([edge.kind, ...ends]);
    if (!edges.has(key)) edges.set(key, edge);
  }
  const nodes = [...byId.values()];
  const focus =
    nodes.filter(({ kind }) => kind === 'CLAIM').length > 1
      ? nodes.find(({ kind }) => kind === 'CLAIM')
      : undefined;
  return { nodes, edges: [...edges.values()], byId, focus: focus?.id ?? null };
}
