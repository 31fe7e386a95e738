import type { Glyph, TextRun } from './drawing.ts';
import type { ViewNode } from './graph-view.ts';
import type { Sizes } from './lane-columns.ts';
import type { Messages } from './messages.ts';
import { GLYPH_SIZE, lineHeight, type TextBlock, textBlock } from './text-block.ts';

/** A node's words within its frame, placed from the frame's upper left corner. */
export interface NodeContent {
  readonly runs: readonly TextRun[];
  readonly glyphs: readonly Glyph[];
  readonly height: number;
  readonly complete: boolean;
}

const LINES = { SPEAKER: 6, CLAIM: 10, SOURCE: 6, PUBLISHER: 5 } as const;
const PAD_X = 7;
const PAD_Y = 6;

/** What tells a machine and an unnamed speaker from others: a glyph and a word, or nothing. */
export function speakerMarks(view: ViewNode, messages: Messages): { glyph: Glyph['name']; word: string }[] {
  if (view.kind !== 'SPEAKER') return [];
  return [
    ...(view.node.machine ? [{ glyph: 'machine' as const, word: messages.machine }] : []),
    ...(view.node.anonymous ? [{ glyph: 'person' as const, word: messages.unnamed }] : []),
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
  for (const { glyph, word } of speakerMarks(view, messages)) {
    const size = GLYPH_SIZE;
    glyphs.push({ name: glyph, x: PAD_X, y: y + (lineHeight(sizes.small) - size) / 2, size, tone: 'muted' });
    take(textBlock(word, PAD_X + size + 4, y, inner - size - 4, small));
  }
  if (view.date) take(textBlock(view.date, PAD_X, y, inner, { ...small, maxLines: 3 }));
  return { runs, glyphs, height: y + PAD_Y, complete };
}
