import type { EdtfDate } from './edtf-date.ts';
import type { GraphEdgeKind, GraphNodeKind, RelationStatus, Stance } from './vocabulary.ts';

/** The kind of record that a graph node stands for, and its id; enough to find it again. */
export interface GraphNode {
  /** `${kind}:${record id}`: one organization may stand as speaker and as publisher. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** The label by language tag; at least one. A claim's label is its headline, never the bare claim. */
  readonly labels: Readonly<Record<string, string>>;
  readonly date: EdtfDate | null;
  /** True for a claim whose date stands as it was written, though an assertion of it warns that it cannot be true. */
  readonly dateImpossible?: boolean;
  readonly recordId: string;
  /** True for a speaker that is a machine, is unnamed, or unknown: the picture tells them apart. */
  readonly machine?: boolean;
  readonly anonymous?: boolean;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;
  /**
   * How far it is agreed upon: of derivations and of relations between claims. Absent of all others, which are what
   * assertions and sources say of themselves and nobody's proposal. What was rejected is no edge.
   */
  readonly status?: Exclude<RelationStatus, 'REJECTED'>;
  /** True where the assertion that it stands for was withdrawn, and is kept for what rests on it. */
  readonly withdrawn?: boolean;
  /**
   * Of RELAYS that leads to a claim: the stance that is passed on by one who holds nothing, and that nobody in this graph
   * holds as it is passed on.
   */
  readonly stance?: Stance;
}

/**
 * What an embed draws: nearest first, then newest. `truncated` where nodes were left out for being too many;
 * `relaysBeyond` counts those who pass on what is drawn, over any number of steps, and stand farther than was asked for; absent where there are none.
 */
export interface ClaimGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly truncated: boolean;
  readonly relaysBeyond?: number;
}
