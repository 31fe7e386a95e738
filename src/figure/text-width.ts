/**
 * How wide text will be drawn, without a browser: nothing can be measured where the service runs. Latin from
 * Helvetica's metrics (Arial and Liberation Sans share them); East Asian wide characters are one em (UAX #11).
 */

/** Advance widths of U+0020..U+007E in thousandths of an em. */
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;
const ZERO = /\p{Mn}|\p{Me}|\p{Cf}|\p{Variation_Selector}/u;
const PICTURE = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f|\u20e3/u;
const FULL_EM = new Set([...'—―…‥→←↔①②③④⑤⑥⑦⑧⑨⑩※•●○■□◆★☆']);
/** Clusters whose first code unit says all: nothing combines, joins or pairs in these ranges. */
const PLAIN =
  /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u3000-\u3029\u3030-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uffe6]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text in pieces that a reader sees as one character each (UAX #29): no pair and no combining mark is split. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), (piece) => piece.segment);
}

function codePointWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return (ASCII[code - 0x20] ?? 556) / 1000;
  if (ZERO.test(character)) return 0;
  if (WIDE.test(character) || FULL_EM.has(character)) return 1;
  // Chinese shares these marks with English: narrow in a Latin font, a full em where a Chinese one draws them.
  if (code >= 0x2018 && code <= 0x201f) return 1;
  if (code === 0xa0) return 0.278;
  if (code < 0x250) return /\p{Lu}/u.test(character) ? 0.78 : 0.6;
  if (code >= 0x370 && code < 0x590) return /\p{Lu}/u.test(character) ? 0.8 : 0.64;
  if (code >= 0xff61 && code <= 0xffdc) return 0.5;
  if (code >= 0x2010 && code <= 0x205f) return 0.6;
  if (code >= 0x590 && code < 0x900) return 0.66;
  if (code < 0x1100) return 0.85;
  return 1.05;
}

/** Whether it stands as one square in running Chinese or Japanese text. */
export function isWide(grapheme: string): boolean {
  return WIDE.test(String.fromCodePoint(grapheme.codePointAt(0) ?? 0x20));
}

/** The width of one cluster in em. */
export function graphemeWidth(grapheme: string): number {
  if (grapheme.length > 1 && PICTURE.test(grapheme)) return 1.35;
  if (grapheme.length === 1) return codePointWidth(grapheme);
  if (PICTURE.test(grapheme)) return 1.35;
  let width = 0;
  for (const character of grapheme) width += codePointWidth(character);
  return width;
}

/** The width in pixels at a font size; bold Latin is some 7 % wider, bold Chinese is not. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const grapheme of graphemes(text)) {
    const own = graphemeWidth(grapheme);
    width += bold && own < 1 ? own * 1.07 : own;
  }
  return width * size;
}
