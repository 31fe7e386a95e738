import { graphemes, graphemeWidth, isWide } from './text-width.ts';

/** Kinsoku: no line begins with one of these … */
const NOT_FIRST = new Set([
  ...',.:;!?%)]}、。」』】〉》〕〗”’…‥—―·・ー~々ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ‰℃',
  ...'\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff05\uff09\uff3d\uff5d\uff5e',
]);
/** … and none ends with one of these. */
const NOT_LAST = new Set([...'([{「『【〈《〔〖“‘', ...'\uff08\uff3b\uff5b']);

/** What stands together: a word, or one wide character with the marks that cling to it. */
interface Unit {
  readonly pieces: string[];
  /** Whether a space was written before it. */
  readonly spaced: boolean;
}

/** Text in lines, and whether all of it is there. */
export interface Wrapped {
  readonly lines: readonly string[];
  readonly complete: boolean;
}

function units(text: string): Unit[] {
  const found: Unit[] = [];
  let spaced = false;
  let last: Unit | undefined;
  for (const piece of graphemes(text)) {
    if (piece === ' ' || piece === '\u3000') {
      spaced = true;
      continue;
    }
    const before = last?.pieces.at(-1);
    const bound =
      before !== undefined &&
      (NOT_LAST.has(before) || NOT_FIRST.has(piece) || (!spaced && !isWide(piece) && !isWide(before)));
    if (last && bound) {
      if (spaced) last.pieces.push(' ');
      last.pieces.push(piece);
    } else {
      last = { pieces: [piece], spaced };
      found.push(last);
    }
    spaced = false;
  }
  return found;
}

/** A unit that is wider than a line, cut as a last resort, and still with no mark at a line's wrong end where that can be had. */
function cut(unit: Unit, measure: (piece: string) => number, limit: number): Unit[] {
  const parts: Unit[] = [];
  let current: string[] = [];
  let width = 0;
  for (const piece of unit.pieces) {
    if (current.length > 0 && width + measure(piece) > limit) {
      let keep = current.length;
      const next = (at: number) => current[at] ?? piece;
      while (keep > 0 && (NOT_FIRST.has(next(keep)) || NOT_LAST.has(current[keep - 1] ?? ''))) keep -= 1;
      if (keep === 0 || current.length - keep > 3) keep = current.length;
      parts.push({ pieces: current.slice(0, keep), spaced: parts.length === 0 && unit.spaced });
      current = current.slice(keep);
      width = current.reduce((sum, kept) => sum + measure(kept), 0);
    }
    current.push(piece);
    width += measure(piece);
  }
  if (current.length > 0) parts.push({ pieces: current, spaced: parts.length === 0 && unit.spaced });
  return parts;
}

/** What of a line leaves room for an ellipsis, less any mark that would stand oddly before it. */
function shortened(line: string, measure: (piece: string) => number, limit: number): string {
  const pieces = graphemes(line);
  let width = pieces.reduce((sum, piece) => sum + measure(piece), 0);
  const clinging = (piece: string) =>
    piece === ' ' || NOT_LAST.has(piece) || /[,、:;\uff0c\uff1a\uff1b]/.test(piece);
  while (pieces.length > 0 && (width + measure('…') > limit || clinging(pieces.at(-1) ?? ''))) {
    width -= measure(pieces.pop() ?? '');
  }
  return `${pieces.join('')}…`;
}

/**
 * Breaks text between wide characters by kinsoku and elsewhere at spaces; a word is cut only where it fits no
 * line. Past `maxLines` the last line ends in an ellipsis. Nothing to show is one empty line.
 */
export function wrapText(text: string, size: number, width: number, maxLines: number, bold = false): Wrapped {
  const measure = (piece: string) => {
    const own = graphemeWidth(piece);
    return (bold && own < 1 ? own * 1.07 : own) * size;
  };
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const space = measure(' ');
  for (const unit of units(text)) {
    const total = unit.pieces.reduce((sum, piece) => sum + measure(piece), 0);
    const parts = total > width ? cut(unit, measure, width) : [unit];
    for (const part of parts) {
      const own = part.pieces.reduce((sum, piece) => sum + measure(piece), 0);
      const gap = part.spaced && line !== '' ? space : 0;
      // The second part of a cut unit always starts a line of its own: it was cut because it does not fit.
      if (line !== '' && (used + gap + own > width || part !== parts[0])) {
        lines.push(line);
        line = '';
        used = 0;
      }
      if (line !== '' && gap > 0) {
        line += ' ';
        used += gap;
      }
      line += part.pieces.join('');
      used += own;
    }
    if (lines.length >= maxLines) break;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  if (lines.length <= maxLines) return { lines, complete: true };
  const kept = lines.slice(0, maxLines);
  const last = kept.at(-1) ?? '';
  return { lines: [...kept.slice(0, -1), shortened(last, measure, width)], complete: false };
}
