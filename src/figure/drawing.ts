import type { GraphEdgeKind, GraphNodeKind } from '../domain/vocabulary.ts';
import type { GlyphName } from './glyphs.ts';
import type { Tone } from './theme.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of text. `x` is where it starts: its right end where it runs from right to left. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly tone: Tone;
  readonly rightToLeft: boolean;
  readonly language: string;
  /** The width that it may take, where it fills its room so far that another font than was reckoned with might not fit. */
  readonly fitted?: number;
}

export interface Glyph {
  readonly name: GlyphName;
  /** Its upper left corner; it is `size` wide and high. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly tone: Tone;
}

/** Whatever carries text. No two boxes overlap, and no line runs through one. */
export interface Box extends Rect {
  readonly role: 'title' | 'head' | 'node' | 'label' | 'note';
  /** The node that it draws or, in a list, names. */
  readonly node?: string;
  /** A frame drawn around it; without one it is bare text. */
  readonly frame?: GraphNodeKind | 'FOCUS' | 'LABEL' | 'UNSETTLED';
  /** The whole label, for a reader who points at it. */
  readonly full?: string;
  readonly runs: readonly TextRun[];
  readonly glyphs: readonly Glyph[];
}

/** A frame behind boxes, in lists: a claim with all that belongs to it. */
export interface Panel extends Rect {
  readonly focus: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cubic Bézier curve from where the last one ended. */
export type Curve = readonly [Point, Point, Point];

export interface Path {
  readonly kind: GraphEdgeKind;
  /** Drawn in dashes: only proposed, or withdrawn. */
  readonly unsettled: boolean;
  readonly from: string;
  readonly to: string;
  readonly start: Point;
  readonly curves: readonly Curve[];
  /** Which way the line points where it ends; a dot where it holds in both directions. */
  readonly arrow: 'left' | 'right' | 'dot' | 'none';
}

/** A figure before it is written down: everything placed, in pixels of its own width. */
export interface Drawing {
  readonly layout: 'lanes' | 'list';
  readonly width: number;
  readonly height: number;
  readonly panels: readonly Panel[];
  readonly boxes: readonly Box[];
  readonly paths: readonly Path[];
}

/** A straight piece, as a curve. */
export const lineTo = (from: Point, to: Point): Curve => [from, to, to];

/** A curve that leaves and arrives level, so that it reads as one stroke with what it joins. */
export function levelCurve(from: Point, to: Point): Curve {
  const middle = (from.x + to.x) / 2;
  return [{ x: middle, y: from.y }, { x: middle, y: to.y }, to];
}

/** Text and glyphs placed from a corner, moved to where that corner stands. */
export function movedBy(
  runs: readonly TextRun[],
  glyphs: readonly Glyph[],
  x: number,
  y: number,
): { runs: TextRun[]; glyphs: Glyph[] } {
  return {
    runs: runs.map((run) => ({ ...run, x: run.x + x, baseline: run.baseline + y })),
    glyphs: glyphs.map((glyph) => ({ ...glyph, x: glyph.x + x, y: glyph.y + y })),
  };
}
