import type { ClaimGraph } from '../domain/claim-graph.ts';
import { cardList } from './card-list.ts';
import type { Box, Drawing } from './drawing.ts';
import { graphView, isProposed, isWithdrawn } from './graph-view.ts';
import { sizesFor } from './lane-columns.ts';
import { lanes } from './lanes.ts';
import { type Messages, messagesFor } from './messages.ts';
import { textBlock } from './text-block.ts';
import { cleanText } from './xml.ts';

export interface LayoutOptions {
  /** BCP 47; what there are no words for is told in English. */
  readonly language: string;
  /** In pixels, 720 by default; at least 320. From 700 on lanes, below a list. */
  readonly width?: number;
  readonly title: string;
  /** The moment that the graph shows, as it shall be read. */
  readonly asOf?: string;
}

const DEFAULT_WIDTH = 720;
const NARROWEST = 320;
const WIDEST = 4096;
const LANES_FROM = 700;

/** That the graph has more than it shows; nothing where it has not. */
export function leftOut({ truncated, relaysBeyond }: ClaimGraph, messages: Messages): readonly string[] {
  return [
    ...(truncated ? [messages.truncated] : []),
    ...(relaysBeyond ? [messages.relaysBeyond(relaysBeyond)] : []),
  ];
}

/** Everything in its place, before it is written as SVG. */
export function layout(graph: ClaimGraph, options: LayoutOptions): Drawing {
  const asked = options.width ?? DEFAULT_WIDTH;
  const width = Number.isFinite(asked)
    ? Math.round(Math.min(WIDEST, Math.max(NARROWEST, asked)))
    : DEFAULT_WIDTH;
  const { language } = options;
  const messages = messagesFor(language);
  const sizes = sizesFor(width);
  const inner = width - 2 * sizes.margin;
  const line = (text: string, role: 'title' | 'note', y: number): Box => {
    const style =
      role === 'title'
        ? { size: sizes.title, maxLines: 24, language, bold: true }
        : { size: sizes.small, maxLines: 3, language, tone: 'muted' as const };
    const block = textBlock(text, sizes.margin, y, inner, style);
    return {
      role,
      x: sizes.margin,
      y,
      width: inner,
      height: block.height,
      full: text,
      runs: block.runs,
      glyphs: [],
    };
  };
  const head = line(cleanText(options.title), 'title', sizes.margin);
  const top = head.y + head.height + sizes.margin;
  const view = graphView(graph, language, messages);
  const context = { width, sizes, language, messages, top };
  const nothing: Drawing = {
    layout: 'list',
    width,
    height: top - sizes.margin,
    panels: [],
    boxes: [],
    paths: [],
  };
  const inLanes = width >= LANES_FROM && view.nodes.length > 0 ? lanes(view, context) : null;
  const picture = inLanes ?? (view.nodes.length > 0 ? cardList(view, context) : nothing);
  const notes: Box[] = [];
  let bottom = picture.height + sizes.margin;
  const asOf = options.asOf === undefined ? '' : cleanText(options.asOf);
  for (const note of [
    ...(view.nodes.length === 0 ? [messages.empty] : []),
    ...(view.edges.some(isProposed) ? [messages.proposedKey] : []),
    ...(view.edges.some(isWithdrawn) ? [messages.withdrawnKey] : []),
    ...leftOut(graph, messages),
    ...(asOf === '' ? [] : [messages.asOf(asOf)]),
  ]) {
    const box = line(note, 'note', bottom);
    notes.push(box);
    bottom += box.height + 4;
  }
  const height = notes.length === 0 ? bottom : bottom - 4 + sizes.margin;
  return { ...picture, height: Math.ceil(height), boxes: [head, ...picture.boxes, ...notes] };
}
