import { createHash } from 'node:crypto';

/**
 * Text as versions are hashed and passages anchored: Unicode NFC with LF line ends, positions counted in code
 * points (W3C Web Annotation, TextPositionSelector).
 */

/** What surrounds a passage, as a W3C TextQuoteSelector has it. */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix?: string | null | undefined;
  readonly suffix?: string | null | undefined;
}

const SURROGATE = /[\ud800-\udfff]/;

/** The text in NFC with LF line ends; nothing else is changed. */
export function toText(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** The SHA-256, in lower-case hex, of the UTF-8 of `toText(raw)`. */
export function sha256OfText(raw: string): string {
  return createHash('sha256').update(toText(raw), 'utf8').digest('hex');
}

/** How many code points a text has. */
export function codePointLength(text: string): number {
  return SURROGATE.test(text) ? countCodePoints(text, 0, text.length) : text.length;
}

/** The code points from `start` up to but without `end`; what lies beyond the text's ends is left out. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const from = Math.max(0, start);
  if (end <= from) return '';
  if (!SURROGATE.test(text)) return text.slice(from, end);
  const unitStart = skipCodePoints(text, 0, from);
  return text.slice(unitStart, skipCodePoints(text, unitStart, end - from));
}

/** The offsets, in code points, of every place where `exact` stands, overlapping ones too; none for an empty one. */
export function findOccurrences(text: string, exact: string): number[] {
  const offsets: number[] = [];
  if (exact === '') return offsets;
  let counted = 0;
  let offset = 0;
  for (let unit = text.indexOf(exact); unit !== -1; unit = text.indexOf(exact, unit + 1)) {
    // Half a character is no place: a lone surrogate is never found inside a whole one.
    if (splitsPair(text, unit) || splitsPair(text, unit + exact.length)) continue;
    offset += countCodePoints(text, counted, unit);
    counted = unit;
    offsets.push(offset);
  }
  return offsets;
}

/** The offsets, in code points, of every place where `exact` stands with `prefix` right before and `suffix` right after it. */
export function anchor(text: string, selector: QuoteSelector): number[] {
  if (selector.exact === '') return [];
  const prefix = selector.prefix ?? '';
  const before = codePointLength(prefix);
  const found = findOccurrences(text, prefix + selector.exact + (selector.suffix ?? ''));
  return found.map((offset) => offset + before);
}

function splitsPair(text: string, unit: number): boolean {
  return isLow(text.charCodeAt(unit)) && isHigh(text.charCodeAt(unit - 1));
}

function countCodePoints(text: string, from: number, to: number): number {
  let count = to - from;
  for (let unit = from + 1; unit < to; unit++) if (splitsPair(text, unit)) count--;
  return count;
}

/** The unit at which the code point stands that is `count` code points on from `unit`. */
function skipCodePoints(text: string, unit: number, count: number): number {
  let at = unit;
  for (let left = count; left > 0 && at < text.length; left--) at += splitsPair(text, at + 1) ? 2 : 1;
  return at;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
