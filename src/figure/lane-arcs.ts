import type { Curve, Point } from './drawing.ts';
import { lineTo } from './drawing.ts';

/** A stretch of a vertical track, from the highest to the lowest of what an arc joins. */
export interface Span {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

/** The track of each span: spans on one track do not meet, and shorter ones lie nearer to the lane. */
export function assignTracks(spans: readonly Span[]): {
  readonly tracks: Map<string, number>;
  readonly count: number;
} {
  const taken: Span[][] = [];
  const tracks = new Map<string, number>();
  const sorted = [...spans].sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top);
  for (const span of sorted) {
    let track = taken.findIndex((row) =>
      row.every((other) => span.bottom < other.top - 4 || span.top > other.bottom + 4),
    );
    if (track < 0) {
      track = taken.length;
      taken.push([]);
    }
    taken[track]?.push(span);
    tracks.set(span.id, track);
  }
  return { tracks, count: taken.length };
}

/** From one point out to the track at `x`, along it and back in, its corners rounded. */
export function arcCurves(start: Point, end: Point, x: number): Curve[] {
  const down = Math.sign(end.y - start.y);
  const radius = Math.min(6, Math.abs(end.y - start.y) / 2, Math.abs(x - start.x), Math.abs(x - end.x));
  const inward = (point: Point) => Math.sign(point.x - x) * radius;
  const corner: Point = { x, y: start.y };
  const other: Point = { x, y: end.y };
  const before = { x: x + inward(start), y: start.y };
  const after = { x, y: start.y + down * radius };
  const near = { x, y: end.y - down * radius };
  const out = { x: x + inward(end), y: end.y };
  return [
    lineTo(start, before),
    [corner, corner, after],
    lineTo(after, near),
    [other, other, out],
    lineTo(out, end),
  ];
}
