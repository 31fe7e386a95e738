import type { Box, Drawing, Glyph, Panel, TextRun } from './drawing.ts';
import { glyphOf } from './glyphs.ts';
import { type Sizes, sizesFor } from './lane-columns.ts';
import { messagesFor } from './messages.ts';
import type { CardItem, CardMark, RecordCard } from './record-card.ts';
import { svgDocument } from './svg-document.ts';
import { GLYPH_SIZE, lineHeight, type TextStyle, textBlock } from './text-block.ts';
import { type Theme, toneOf } from './theme.ts';
import { cleanText } from './xml.ts';

export interface RecordPictureOptions {
  /** BCP 47. */
  readonly language: string;
  /** In pixels. */
  readonly width: number;
  readonly theme: Theme;
  /** What it is called; of a picture of the past, with its moment. */
  readonly title: string;
  /** When and from where it is, at its foot. */
  readonly foot: readonly string[];
}

const PADDING = 12;
const ROW_GAP = 6;
const PANEL_GAP = 12;
/** From this width on two that contradict each other stand beside each other. */
const PAIRED_FROM = 600;

/** Writes lines from the top down between two edges. */
class Column {
  readonly boxes: Box[] = [];
  readonly #x: number;
  readonly #width: number;
  readonly #language: string;
  y: number;

  constructor(x: number, y: number, width: number, language: string) {
    this.#x = x;
    this.#width = width;
    this.#language = language;
    this.y = y;
  }

  line(role: Box['role'], text: string, style: Omit<TextStyle, 'language'>, glyph?: Glyph['name']): void {
    const shown = cleanText(text);
    if (shown === '') return;
    const indent = glyph === undefined ? 0 : GLYPH_SIZE + 4;
    const full = { ...style, language: this.#language };
    const block = textBlock(shown, this.#x + indent, this.y, this.#width - indent, full);
    const middle = this.y + (lineHeight(style.size) - GLYPH_SIZE) / 2;
    const glyphs: Glyph[] =
      glyph === undefined
        ? []
        : [{ name: glyph, x: this.#x, y: middle, size: GLYPH_SIZE, tone: style.tone ?? 'text' }];
    const runs: readonly TextRun[] = block.runs;
    const place = { x: this.#x, y: this.y, width: this.#width, height: block.height };
    this.boxes.push({ role, ...place, full: shown, runs, glyphs });
    this.y += block.height;
  }
}

function writeMarks(column: Column, marks: readonly CardMark[], sizes: Sizes): void {
  for (const { glyph, word, tone } of marks)
    column.line('note', word, { size: sizes.small, maxLines: 4, tone, bold: true }, glyph);
}

function writeItem(column: Column, item: CardItem, sizes: Sizes): void {
  const { stance, headline, status, marks, notes } = item;
  if (stance !== null) {
    const style = { size: sizes.small, maxLines: 2, bold: true, tone: toneOf(stance.kind) };
    column.line('label', stance.word, style, glyphOf(stance.kind));
  }
  column.line('node', headline, { size: sizes.text + 1, maxLines: 12, bold: true });
  column.line('note', status.word, { size: sizes.small, maxLines: 2, bold: true, tone: status.tone });
  writeMarks(column, marks, sizes);
  for (const note of notes) column.line('note', note, { size: sizes.small, maxLines: 6, tone: 'muted' });
}

/** Everything in its place, before it is written as SVG. */
export function recordLayout(card: RecordCard, { language, width, foot }: RecordPictureOptions): Drawing {
  const sizes = sizesFor(width);
  const inner = width - 2 * sizes.margin;
  const head = new Column(sizes.margin, sizes.margin, inner, language);
  head.line('note', card.kicker, { size: sizes.small, maxLines: 2, tone: 'muted' });
  head.line('title', card.title, { size: sizes.title, maxLines: 24, bold: true });
  writeMarks(head, card.marks, sizes);
  for (const note of card.notes) head.line('note', note, { size: sizes.small, maxLines: 8, tone: 'muted' });
  if (card.heading !== null) {
    head.y += ROW_GAP;
    head.line('head', card.heading, { size: sizes.small, maxLines: 2, bold: true });
  }
  const boxes: Box[] = [...head.boxes];
  const panels: Panel[] = [];
  let y = head.y + ROW_GAP;
  const isBeside = card.isPair && card.items.length > 0 && width >= PAIRED_FROM;
  const columns = isBeside ? card.items.length : 1;
  const own = (inner - (columns - 1) * PANEL_GAP) / columns;
  const rows = isBeside ? [card.items] : card.items.map((item) => [item]);
  for (const row of rows) {
    const written = row.map((item, at) => {
      const left = sizes.margin + at * (own + PANEL_GAP);
      const column = new Column(left + PADDING, y + PADDING, own - 2 * PADDING, language);
      writeItem(column, item, sizes);
      return { left, column };
    });
    const bottom = Math.max(...written.map(({ column }) => column.y)) + PADDING;
    for (const { left, column } of written) {
      panels.push({ x: left, y, width: own, height: bottom - y, focus: false });
      boxes.push(...column.boxes);
    }
    y = bottom + PANEL_GAP;
  }
  const end = new Column(sizes.margin, y, inner, language);
  if (card.items.length === 0) end.line('note', card.none, { size: sizes.text, maxLines: 4 });
  for (const line of card.after) end.line('note', line, { size: sizes.text, maxLines: 12 });
  if (end.boxes.length > 0) end.y += ROW_GAP;
  for (const line of foot) end.line('note', line, { size: sizes.small, maxLines: 4, tone: 'muted' });
  boxes.push(...end.boxes);
  const height = Math.ceil(end.y + sizes.margin);
  return { layout: 'list', width, height, panels, boxes, paths: [] };
}

/** All that stands on a card, in its order, as sentences. */
function told(card: RecordCard, foot: readonly string[], language: string): string {
  const { between } = messagesFor(language);
  const [colon, stop] = between === '' ? ['\uff1a', '。'] : [': ', '.'];
  const items = card.items.flatMap(({ stance, headline, status, marks, notes }) => [
    [stance?.word, headline].filter((part) => part !== undefined).join(colon),
    [status.word, ...marks.map(({ word }) => word), ...notes].join(' · '),
  ]);
  const all = [
    ...[card.kicker, ...card.marks.map(({ word }) => word), ...card.notes, card.heading ?? ''],
    ...(items.length === 0 ? [card.none] : items),
    ...[...card.after, ...foot],
  ];
  return all
    .map(cleanText)
    .filter((part) => part !== '')
    .map((part) => (/[.!?。！？…]["”’]?$/.test(part) ? part : part + stop))
    .join(between);
}

/**
 * A record that is no claim as a standalone SVG document: a list of its claims at any width, each with whose it is and how
 * it stands. Pure: the same card and options give the same bytes.
 */
export function recordPicture(card: RecordCard, options: RecordPictureOptions): string {
  const { language, theme, title, foot } = options;
  const description = told(card, foot, language);
  return svgDocument(recordLayout(card, options), { language, theme, title, description });
}
