import { Buffer, shape } from 'harfbuzzjs';
import { hasRightToLeft } from '../../domain/bidi.ts';
import type { FontBook, OpenFont } from './font-book.ts';

/** The fonts at hand lack some of a picture's characters, or there is a text that is written from right to left. */
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
  text: string;
}

/** Pieces of a text, each in the font that has its characters. What has no glyph anywhere is added to `missing`. */
function piecesOf(written: string, bold: boolean, fonts: FontBook, missing: Set<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const character of written) {
    const last = pieces.at(-1);
    if (unseen.test(character) && last !== undefined) {
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
    else pieces.push({ font, text: character });
  }
  return pieces;
}

/** The outlines of a piece, of an em of 1 and from 0 on, and how far it goes. */
function outlinesOf(
  { font: { font, unitsPerEm }, text: written }: Piece,
  from: number,
  missing: Set<string>,
) {
  const buffer = new Buffer();
  buffer.addText(written);
  buffer.guessSegmentProperties();
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
    if (hasRightToLeft(written))
      throw new NotDrawable(
        'A text in this picture is written from right to left, which is drawn as SVG alone.',
      );
    const bold = attribute(attributes, 'font-weight') !== undefined;
    let end = 0;
    const paths: string[] = [];
    for (const piece of piecesOf(written, bold, fonts, missing)) {
      const made = outlinesOf(piece, end, missing);
      paths.push(...made.paths);
      end = made.end;
    }
    const size = Number(attribute(attributes, 'font-size') ?? 12);
    const fitted = attribute(attributes, 'textLength');
    const across = fitted === undefined || end === 0 ? size : Number(fitted) / end;
    return `<g class="${attribute(attributes, 'class') ?? ''}" transform="translate(${attribute(attributes, 'x') ?? 0} ${attribute(attributes, 'y') ?? 0}) scale(${across} ${size})">${paths.join('')}</g>`;
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
