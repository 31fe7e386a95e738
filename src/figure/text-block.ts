import { isolatedLines, runsRightToLeft } from '../domain/bidi.ts';
import type { Box, Glyph, TextRun } from './drawing.ts';
import { glyphOf } from './glyphs.ts';
import { isUnsettled, type Tie } from './graph-view.ts';
import { textWidth } from './text-width.ts';
import { type Tone, toneOf } from './theme.ts';
import { wrapText } from './wrap.ts';

export interface TextStyle {
  readonly size: number;
  readonly maxLines: number;
  readonly language: string;
  readonly bold?: boolean;
  readonly tone?: Tone;
}

export interface TextBlock {
  readonly runs: readonly TextRun[];
  readonly height: number;
  readonly complete: boolean;
}

/** From what share of its room on a line is held to its reckoned width: fonts differ by that much and more. */
const FULL = 0.8;

export const lineHeight = (size: number): number => Math.round(size * 1.4);

function fittedIn(room: number, width: number): { readonly fitted?: number } {
  return width > room * FULL ? { fitted: Math.min(width, room) } : {};
}

/** Text broken to a width, its first line's top at `y`. */
export function textBlock(text: string, x: number, y: number, width: number, style: TextStyle): TextBlock {
  const { size, maxLines, language, bold = false, tone = 'text' } = style;
  const wrapped = wrapText(text, size, width, maxLines, bold);
  const rightToLeft = runsRightToLeft(text);
  const step = lineHeight(size);
  const runs = isolatedLines(wrapped.lines).map((line, index) => ({
    text: line,
    x: rightToLeft ? x + width : x,
    baseline: y + index * step + Math.round(step * 0.76),
    size,
    bold,
    tone,
    rightToLeft,
    language,
    ...fittedIn(width, textWidth(line, size, bold)),
  }));
  return { runs, height: runs.length * step, complete: wrapped.complete };
}

export const GLYPH_SIZE = 12;
const PADDING = 4;

/** How wide a line of an edge's label is, glyph and word. */
export function edgeLabelWidth(word: string, size: number): number {
  return Math.ceil(textWidth(word, size, true)) + GLYPH_SIZE + 3 * PADDING;
}

/** How high the label of an edge is. */
export const edgeLabelHeight = (lines: number, size: number): number => 18 + (lines - 1) * lineHeight(size);

/**
 * Glyph and words on a ground of their own, in a frame of dashes where they are of what nobody vouches for today; a line is cut
 * only where the room is smaller than its `edgeLabelWidth`.
 */
export function edgeLabel(
  tie: Tie,
  lines: readonly string[],
  full: string,
  language: string,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  size: number,
): Box {
  const tone = toneOf(tie.kind);
  const inner = place.width - GLYPH_SIZE - 3 * PADDING;
  const step = lineHeight(size);
  const top = place.y + (place.height - lines.length * step) / 2;
  const style = { size, maxLines: 1, language, bold: true, tone };
  const runs = lines.flatMap(
    (line, index) =>
      textBlock(line, place.x + GLYPH_SIZE + 2 * PADDING, top + index * step, inner, style).runs,
  );
  const glyph: Glyph = {
    name: glyphOf(tie.kind),
    x: place.x + PADDING,
    y: top + (step - GLYPH_SIZE) / 2,
    size: GLYPH_SIZE,
    tone,
  };
  const frame = isUnsettled(tie) ? 'UNSETTLED' : 'LABEL';
  return { ...place, role: 'label', frame, full, runs, glyphs: [glyph] };
}
