import type { GraphEdgeKind } from '../domain/vocabulary.ts';
import type { Box, Glyph, TextRun } from './drawing.ts';
import { glyphOf } from './glyphs.ts';
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

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of a paragraph by its first letter (UAX #9, P2). */
function runsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');
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
  const runs = wrapped.lines.map((line, index) => ({
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

/** How wide the label of an edge is, glyph and word, drawn on one line. */
export function edgeLabelWidth(word: string, size: number): number {
  return Math.ceil(textWidth(word, size, true)) + GLYPH_SIZE + 3 * PADDING;
}

/** Glyph and word on a ground of their own; cut only where the room is smaller than `edgeLabelWidth`. */
export function edgeLabel(
  kind: GraphEdgeKind,
  word: string,
  language: string,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  size: number,
): Box {
  const tone = toneOf(kind);
  const inner = place.width - GLYPH_SIZE - 3 * PADDING;
  const top = place.y + (place.height - lineHeight(size)) / 2;
  const block = textBlock(word, place.x + GLYPH_SIZE + 2 * PADDING, top, inner, {
    size,
    maxLines: 1,
    language,
    bold: true,
    tone,
  });
  const glyph: Glyph = {
    name: glyphOf(kind),
    x: place.x + PADDING,
    y: place.y + (place.height - GLYPH_SIZE) / 2,
    size: GLYPH_SIZE,
    tone,
  };
  return { ...place, role: 'label', frame: 'LABEL', full: word, runs: block.runs, glyphs: [glyph] };
}
