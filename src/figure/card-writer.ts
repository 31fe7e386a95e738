import type { Box, Glyph, Panel, Path, TextRun } from './drawing.ts';
import { edgeWord, edgeWords, labelLines } from './edge-words.ts';
import type { Tie, ViewNode } from './graph-view.ts';
import type { LayoutContext } from './layout-context.ts';
import { nodeMarks } from './node-content.ts';
import {
  edgeLabel,
  edgeLabelHeight,
  edgeLabelWidth,
  GLYPH_SIZE,
  lineHeight,
  type TextStyle,
  textBlock,
} from './text-block.ts';

const PADDING = 12;
const ROW_GAP = 6;

/** Writes cards from the top down; each row takes the height that its text needs. */
export class CardWriter {
  /** The nodes that have been named so far. */
  readonly drawn = new Set<string>();
  readonly #context: LayoutContext;
  readonly #labelWidth: number;
  readonly #boxes: Box[] = [];
  readonly #panels: Panel[] = [];
  #top = 0;
  #y = 0;

  constructor(context: LayoutContext, words: readonly string[]) {
    this.#context = context;
    const widest = Math.max(0, ...words.map((word) => edgeLabelWidth(word, context.sizes.small)));
    this.#labelWidth = Math.min(widest, Math.floor(this.#inner * 0.45));
  }

  get #left(): number {
    return this.#context.sizes.margin + PADDING;
  }

  get #inner(): number {
    return this.#context.width - 2 * (this.#context.sizes.margin + PADDING);
  }

  open(y: number): void {
    this.#top = y;
    this.#y = y + PADDING;
  }

  /** Ends the card and tells where. */
  close(focus: boolean): number {
    const { width, sizes } = this.#context;
    const bottom = this.#y - ROW_GAP + PADDING;
    this.#panels.push({
      x: sizes.margin,
      y: this.#top,
      width: width - 2 * sizes.margin,
      height: bottom - this.#top,
      focus,
    });
    return bottom;
  }

  drawing(): { panels: Panel[]; boxes: Box[]; paths: Path[] } {
    return { panels: this.#panels, boxes: this.#boxes, paths: [] };
  }

  /** A claim as its card's first words. */
  headline(claim: ViewNode): void {
    this.#node(claim, this.#left, this.#inner, {
      size: this.#context.sizes.text + 1,
      maxLines: 8,
      bold: true,
    });
  }

  head(text: string): void {
    const { sizes, language } = this.#context;
    const style = { size: sizes.small, maxLines: 1, language, bold: true, tone: 'muted' as const };
    const block = textBlock(text, this.#left, this.#y, this.#inner, style);
    const place = { x: this.#left, y: this.#y, width: this.#inner, height: block.height };
    this.#boxes.push({ role: 'head', ...place, runs: block.runs, glyphs: [] });
    this.#y += block.height + ROW_GAP / 2;
  }

  /** A node beside what joins it to the card: glyph and word. `back` tells it from the other end. */
  labelled(tie: Tie, view: ViewNode, back = false): void {
    const { messages, sizes, language } = this.#context;
    const lines = labelLines(edgeWords(tie, messages, back), sizes.small, this.#labelWidth, messages);
    const height = edgeLabelHeight(lines.length, sizes.small);
    const place = { x: this.#left, y: this.#y, width: this.#labelWidth, height };
    const start = this.#y;
    this.#boxes.push(edgeLabel(tie, lines, edgeWord(tie, messages, back), language, place, sizes.small));
    const indent = this.#labelWidth + 8;
    this.#node(view, this.#left + indent, this.#inner - indent, { size: sizes.text, maxLines: 4 });
    this.#y = Math.max(this.#y, start + height + ROW_GAP);
  }

  plain(view: ViewNode): void {
    this.#node(view, this.#left, this.#inner, { size: this.#context.sizes.text, maxLines: 4 });
  }

  /** What belongs to the row before it, smaller. */
  detail(view: ViewNode): void {
    this.#y -= ROW_GAP - 1;
    this.#node(view, this.#left, this.#inner, {
      size: this.#context.sizes.small,
      maxLines: 2,
      tone: 'muted',
    });
  }

  /** A node that belongs to no claim, with its kind. */
  other(view: ViewNode): void {
    this.plain(view);
    const { messages, sizes, language } = this.#context;
    this.#y -= ROW_GAP - 1;
    const style = { size: sizes.small, maxLines: 1, language, tone: 'muted' as const };
    const block = textBlock(messages.lane[view.kind], this.#left, this.#y, this.#inner, style);
    const place = { x: this.#left, y: this.#y, width: this.#inner, height: block.height };
    this.#boxes.push({ role: 'note', ...place, runs: block.runs, glyphs: [] });
    this.#y += block.height + ROW_GAP;
  }

  #node(view: ViewNode, x: number, width: number, style: Omit<TextStyle, 'language'>): void {
    const { sizes, language, messages } = this.#context;
    const top = this.#y;
    const runs: TextRun[] = [];
    const glyphs: Glyph[] = [];
    const main = textBlock(view.label, x, top, width, { ...style, language: view.language });
    runs.push(...main.runs);
    let y = top + main.height;
    const small = { size: sizes.small, maxLines: 2, language, tone: 'muted' as const };
    for (const { glyph, word, tone, maxLines } of nodeMarks(view, messages)) {
      glyphs.push({
        name: glyph,
        x,
        y: y + (lineHeight(sizes.small) - GLYPH_SIZE) / 2,
        size: GLYPH_SIZE,
        tone,
      });
      const beside = { ...small, tone, maxLines: Math.max(maxLines, small.maxLines) };
      const mark = textBlock(word, x + GLYPH_SIZE + 4, y, width - GLYPH_SIZE - 4, beside);
      runs.push(...mark.runs);
      y += mark.height;
    }
    if (view.date && !view.impossible) {
      const date = textBlock(view.date, x, y, width, small);
      runs.push(...date.runs);
      y += date.height;
    }
    this.#boxes.push({
      role: 'node',
      node: view.id,
      x,
      y: top,
      width,
      height: y - top,
      full: view.label,
      runs,
      glyphs,
    });
    this.drawn.add(view.id);
    this.#y = y + ROW_GAP;
  }
}
