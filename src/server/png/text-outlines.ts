import { Buffer, Direction, shape } from 'harfbuzzjs';
import { hasRightToLeft } from '../../domain/bidi.ts';
import type { FontBook, OpenFont } from './font-book.ts';
import { inVisualOrder, stretchesOf } from './visual-order.ts';

/** The fonts at hand lack some of a picture's characters. */
export class NotDrawable extends Error {}

const text = /<text ([^>]*)>([^<]*)<\/text>/g;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
/** What needs no glyph: spaces, and what only joins or directs others. */
const unseen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]$/u;
interface Piece {
  readonly font: OpenFont;
  readonly level: number;
  text: string;
}

/**
 * Pieces of a text that runs in one direction, each in the font that has its characters. What has no glyph anywhere is added
 * to `missing`. Letters that join stay in one font as far as that has them.
 */
function piecesOf(
  written: string,
  level: number,
  bold: boolean,
  fonts: FontBook,
  missing: Set<string>,
): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const character of written) {
    const last = pieces.at(-1);
    const joins = level % 2 === 1 && last?.font.font.nominalGlyph(character.codePointAt(0) ?? 0);
    if (last !== undefined && (joins || unseen.test(character))) {
      last.text += character;
      continue;
    }
    const plain = fonts.fontFor(unseen.test(character) ? ' ' : character);
    if (plain === null) {
      if (!unseen.test(character)) missing.add(character);
      continue;
    }
    const font = bold ? fonts.boldOf(plain, character) : plain;
    if (last?.font === font) last.text += character;
    else pieces.push({ font, level, text: character });
  }
  return pieces;
}

/** The outlines of a piece, of an em of 1 and from 0 on, and how far it goes. */
function outlinesOf(
  { font: { font, unitsPerEm }, level, text: written }: Piece,
  from: number,
  missing: Set<string>,
) {
  const buffer = new Buffer();
  buffer.addText(written);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
  shape(font, buffer);
  const places = buffer.getGlyphPositions();
  let at = from;
  const paths: string[] = [];
  for (const [index, { codepoint, cluster }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
    const character = String.fromCodePoint(written.codePointAt(cluster) ?? 0x20);
    // The glyph of number 0 is the box.
    if (codepoint === 0 && !unseen.test(character)) missing.add(character);
    const path = codepoint === 0 ? '' : font.glyphToPath(codepoint);
    const scale = 1 / unitsPerEm;
    if (path !== '')
      paths.push(
        `<path transform="translate(${at + xOffset * scale} ${-yOffset * scale}) scale(${scale} ${-scale})" d="${path}"/>`,
      );
    at += xAdvance * scale;
  }
  return { paths, end: at };
}

const attribute = (attributes: string, name: string) =>
  new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];

/**
 * A figure with its texts drawn as outlines and its colours plain, so that whoever paints it needs neither fonts nor
 * custom properties. Throws NotDrawable, which names what is missing: a box in place of a character would be a lie.
 */
export function withOutlines(svg: string, fonts: FontBook): string {
  const missing = new Set<string>();
  const drawn = svg.replace(text, (_, attributes: string, escaped: string) => {
    const written = escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
    const runsLeft = attribute(attributes, 'direction') === 'rtl';
    const stretches =
      runsLeft || hasRightToLeft(written)
        ? stretchesOf(written, runsLeft ? 'rtl' : 'ltr')
        : [{ text: written, level: 0 }];
    const bold = attribute(attributes, 'font-weight') !== undefined;
    let end = 0;
    const paths: string[] = [];
    const pieces = stretches.flatMap(({ text, level }) => piecesOf(text, level, bold, fonts, missing));
    for (const piece of inVisualOrder(pieces)) {
      const made = outlinesOf(piece, end, missing);
      paths.push(...made.paths);
      end = made.end;
    }
    const size = Number(attribute(attributes, 'font-size') ?? 12);
    const fitted = attribute(attributes, 'textLength');
    const across = fitted === undefined || end === 0 ? size : Number(fitted) / end;
    // A text that runs to the left begins at its right edge.
    const x = Number(attribute(attributes, 'x') ?? 0) - (runsLeft ? end * across : 0);
    return `<g class="${attribute(attributes, 'class') ?? ''}" transform="translate(${x} ${attribute(attributes, 'y') ?? 0}) scale(${across} ${size})">${paths.join('')}</g>`;
  });
  if (missing.size > 0) {
    const some = [...missing].slice(0, 12);
    throw new NotDrawable(
      `The fonts of this machine lack ${missing.size} of the characters in this picture (${some.join(' ')}${missing.size > some.length ? ' …' : ''}). Install a font that has them, such as Noto Sans CJK, or take the SVG.`,
    );
  }
  return drawn.replace(/<style>[^<]*<\/style>/, (style) =>
    style.replace(/;(?:fill|stroke):var\(--[a-z]+\)/g, ''),
  );
}
