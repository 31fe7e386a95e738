import type * as drawing from '../domain/claim-graph.ts';
import type { AnyRecord, Assertion, BareAssertion, Source } from '../domain/model.ts';
import type { Trail, TrailStep } from '../domain/trail.ts';
import type { Searchable } from '../store/store.ts';
import type { GraphRecord } from './graph-records.ts';

export type { GraphEdge } from '../domain/claim-graph.ts';
export type { Corroboration, OriginGroup } from '../domain/corroboration.ts';
export type { EdtfDate } from '../domain/edtf-date.ts';
export type { Position } from '../domain/positions.ts';
export type { TimelineEvent } from '../domain/timeline.ts';
export type { LogChange } from './log-changes.ts';

/** What the types of the API are resolved from, where that is no record of the domain's as it stands. */

/** A record that the API shows; what an assertion led to may be still to be asked for. */
export type PublicRecord = AnyRecord | BareAssertion;

/** A claim's text in one language. */
export interface ClaimText {
  readonly text: string;
  readonly language: string;
  readonly translated: boolean;
}

/** A trail with the records that it was drawn from, so that its steps need no look-up. */
export interface ProvenanceTrail {
  readonly trail: Trail;
  readonly records: TrailRecords;
}

/** What a trail's steps name. */
export interface TrailRecords {
  readonly assertions: ReadonlyMap<string, Assertion>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A step with the records of its trail. */
export interface ProvenanceStep {
  readonly step: TrailStep;
  readonly records: TrailRecords;
}

/** One find of a search, with what was looked for. */
export interface SearchHit {
  readonly record: Searchable;
  readonly query: string;
  /** The reader's; null where none is said. */
  readonly language: string | null;
}

/** A node of a claim graph with the record behind it; null where that is not at hand. */
export interface GraphNode {
  readonly drawn: drawing.GraphNode;
  readonly behind: GraphRecord | null;
}

export interface ClaimGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly drawing.GraphEdge[];
  readonly truncated: boolean;
  readonly relaysBeyond?: number;
  /** The claim in its middle; null where that was erased, so that nothing is left to embed. */
  readonly middle: { readonly slug: string; headline(language: string | null | undefined): string } | null;
}

/** Where and how a claim graph may be embedded. */
export interface Embed {
  readonly url: string;
  readonly svgUrl: string;
  readonly html: string;
  readonly oembedUrl: string;
}
