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
  /** Whether the date stands as it was written and cannot be true; its words say so. */
  readonly impossible: boolean;
}

/** What an edge is, as far as it is written and drawn. */
export type Tie = Pick<GraphEdge, 'kind' | 'status' | 'withdrawn' | 'stance'>;

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
/** Whether it passes on a stance that nobody here holds as it is passed on. */
export const isPassedOn = (tie: Tie): boolean => tie.stance !== undefined;
/** Whether it is only proposed: confirmed by nobody. */
export const isProposed = (tie: Tie): boolean => tie.status === 'PROPOSED';
/** Whether what it stands for was withdrawn. */
export const isWithdrawn = ({ withdrawn = false }: Tie): boolean => withdrawn;
/** Whether nobody vouches for it today: it is drawn in dashes, and its words say why. */
export const isUnsettled = (tie: Tie): boolean => isProposed(tie) || isWithdrawn(tie);
/** Edges of one kind that stand alike are drawn and labelled as one. */
export const tieKey = (tie: Tie): string =>
  [
    tie.kind,
    ...(tie.stance === undefined ? [] : [tie.stance]),
    ...(isProposed(tie) ? ['proposed'] : []),
    ...(isWithdrawn(tie) ? ['withdrawn'] : []),
  ].join(' ');
export const isSymmetric = (kind: GraphEdgeKind): boolean => symmetric.has(kind);

function dateOf({ date, dateImpossible = false }: GraphNode, messages: Messages) {
  const text = date ? cleanText(dateText(date.edtf, messages)) : '';
  const impossible = dateImpossible && text !== '';
  return { date: impossible ? messages.impossible(text) : text, impossible };
}

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
      ...dateOf(node, messages),
    });
  }
  const edges = new Map<string, GraphEdge>();
  for (const edge of graph.edges) {
    if (edge.from === edge.to || !byId.has(edge.from) || !byId.has(edge.to)) continue;
    const ends = isSymmetric(edge.kind) ? [edge.from, edge.to].sort() : [edge.from, edge.to];
    const key = JSON.stringify([edge.kind, edge.stance, ...ends]);
    // What somebody confirmed is confirmed, though it was proposed as well; what stands stands, though it was withdrawn as well.
    const known = edges.get(key);
    if (!known || isUnsettled(known)) edges.set(key, edge);
  }
  const nodes = [...byId.values()];
  const focus =
    nodes.filter(({ kind }) => kind === 'CLAIM').length > 1
      ? nodes.find(({ kind }) => kind === 'CLAIM')
      : undefined;
  return { nodes, edges: [...edges.values()], byId, focus: focus?.id ?? null };
}
