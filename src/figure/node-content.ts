import type { Glyph, TextRun } from './drawing.ts';
import type { ViewNode } from './graph-view.ts';
import type { Sizes } from './lane-columns.ts';
import type { Messages } from './messages.ts';
import { GLYPH_SIZE, lineHeight, type TextBlock, textBlock } from './text-block.ts';
import type { Tone } from './theme.ts';

/** A node's words within its frame, placed from the frame's upper left corner. */
export interface NodeContent {
  readonly runs: readonly TextRun[];
  readonly glyphs: readonly Glyph[];
  readonly height: number;
  readonly complete: boolean;
}

const LINES = { SPEAKER: 6, CLAIM: 10, SOURCE: 6, PUBLISHER: 5 } as const;
/** Between a frame and the words in it, at each side. */
export const PAD_X = 7;
const PAD_Y = 6;

/** A glyph and the words beside it. */
interface Mark {
  readonly glyph: Glyph['name'];
  readonly word: string;
  readonly tone: Tone;
  readonly maxLines: number;
}

/** What tells a machine and an unnamed speaker from others, and a date that cannot be true from those that may. */
export function nodeMarks(view: ViewNode, messages: Messages): readonly Mark[] {
  const plain = { tone: 'muted', maxLines: 1 } as const;
  const speaks = view.kind === 'SPEAKER';
  return [
    ...(speaks && view.node.machine ? [{ glyph: 'machine' as const, word: messages.machine, ...plain }] : []),
    ...(speaks && view.node.anonymous
      ? [{ glyph: 'person' as const, word: messages.unnamed, ...plain }]
      : []),
    ...(view.impossible
      ? [{ glyph: 'warning' as const, word: view.date, tone: 'doubts' as const, maxLines: 4 }]
      : []),
  ];
}

/** Label, then what kind of speaker, then the date. */
export function nodeContent(
  view: ViewNode,
  width: number,
  sizes: Sizes,
  language: string,
  messages: Messages,
): NodeContent {
  const inner = width - 2 * PAD_X;
  const runs: TextRun[] = [];
  const glyphs: Glyph[] = [];
  let y = PAD_Y;
  const take = (block: TextBlock) => {
    runs.push(...block.runs);
    y += block.height;
    return block.complete;
  };
  const complete = take(
    textBlock(view.label, PAD_X, y, inner, {
      size: sizes.text,
      maxLines: LINES[view.kind],
      language: view.language,
      bold: view.kind === 'SPEAKER',
    }),
  );
  const small = { size: sizes.small, maxLines: 1, language, tone: 'muted' as const };
  for (const { glyph, word, tone, maxLines } of nodeMarks(view, messages)) {
    const size = GLYPH_SIZE;
    glyphs.push({ name: glyph, x: PAD_X, y: y + (lineHeight(sizes.small) - size) / 2, size, tone });
    take(textBlock(word, PAD_X + size + 4, y, inner - size - 4, { ...small, tone, maxLines }));
  }
  if (view.date && !view.impossible) take(textBlock(view.date, PAD_X, y, inner, { ...small, maxLines: 3 }));
  return { runs, glyphs, height: y + PAD_Y, complete };
}
