import type { GraphEdgeKind } from '../domain/vocabulary.ts';
import type { Glyph } from './drawing.ts';
import { number } from './xml.ts';

/** Shapes drawn in a cell of 12 by 12, stroked, never taken from a font: a font may lack them, or colour them. */
const SHAPES = {
  check: 'M2 6.5L5 9.5L10.5 2.5',
  cross: 'M2.5 2.5L9.5 9.5M9.5 2.5L2.5 9.5',
  question: 'M3.5 4C3.5 .9 8.7 .9 8.7 4C8.7 6 6.1 6 6.1 8M6.1 10.2L6.1 10.6',
  closed: 'M2 4.5H10V10.5H2ZM4 4.5V3C4 .6 8 .6 8 3V4.5',
  dots: 'M2 6H2.4M5.8 6H6.2M9.6 6H10',
  back: 'M5 2L2 5L5 8M2 5H7.5C11 5 11 10 7.5 10H6',
  speech: 'M1.5 2H10.5V8H6L3.5 10.5V8H1.5Z',
  clash: 'M2 4.2H10M2 7.8H10M8.4 1.5L3.6 10.5',
  plus: 'M6 2V10M2 6H10',
  narrow: 'M1.5 2.5H10.5L7.2 6.5V10.5L4.8 9V6.5Z',
  info: 'M6 5.5V10M6 2.3V2.7M4.5 10H7.5M4.5 5.5H6',
  arrow: 'M1.5 6H10M7 3L10 6L7 9',
  waves: 'M1.5 4.5C3.5 2.5 4.5 2.5 6 4.2S8.5 6 10.5 4M1.5 8.5C3.5 6.5 4.5 6.5 6 8.2S8.5 10 10.5 8',
  pencil: 'M2 10L2.7 7.5L8.5 1.7L10.3 3.5L4.5 9.3Z',
  copy: 'M4 1.5H10.5V8H4ZM4 4H1.5V10.5H8V8',
  machine: 'M2 4H10V10.5H2ZM6 4V1.5M4.5 6.6V7.4M7.5 6.6V7.4M.6 6V8.5M11.4 6V8.5',
  warning: 'M6 1.2L11.3 10.6H.7ZM6 4.6V7.2M6 8.7V9',
  person: 'M6 1.4C8.8 1.4 8.8 5.6 6 5.6S3.2 1.4 6 1.4ZM1.5 11C1.5 6 10.5 6 10.5 11',
} as const;

export type GlyphName = keyof typeof SHAPES;

const GLYPH_OF: Readonly<Record<GraphEdgeKind, GlyphName>> = {
  AFFIRMS: 'check',
  DENIES: 'cross',
  DOUBTS: 'question',
  DECLINES_TO_COMMENT: 'closed',
  NO_RESPONSE: 'dots',
  RETRACTS: 'back',
  RELAYS: 'speech',
  MADE_IN: 'arrow',
  PUBLISHED_BY: 'arrow',
  DERIVED_FROM: 'copy',
  CONTRADICTS: 'clash',
  SUPPORTS: 'plus',
  QUALIFIES: 'narrow',
  EXPLAINS: 'info',
  CAUSES: 'arrow',
  NEAR_VARIANT: 'waves',
  CORRECTS: 'pencil',
};

export const glyphOf = (kind: GraphEdgeKind): GlyphName => GLYPH_OF[kind];

/** A glyph where it stands. An unnamed person is an outline in dashes: someone, not known who. */
export function glyphMarkup(glyph: Glyph): string {
  const scale = glyph.size / 12;
  const dash = glyph.name === 'person' ? ' stroke-dasharray="2 1.3"' : '';
  return `<path class="s-${glyph.tone}" fill="none" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"${dash} transform="translate(${number(glyph.x)} ${number(glyph.y)})${scale === 1 ? '' : ` scale(${number(scale)})`}" d="${SHAPES[glyph.name]}"/>`;
}
