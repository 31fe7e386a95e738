import type { ClaimGraph } from '../domain/claim-graph.ts';
import { graphView } from './graph-view.ts';
import { type LayoutOptions, layout } from './layout.ts';
import { messagesFor } from './messages.ts';
import { summary } from './summary.ts';
import { svgDocument } from './svg-document.ts';
import type { Theme } from './theme.ts';

export interface FigureOptions extends LayoutOptions {
  /** `auto` follows the reader's preference, and is light on paper. */
  readonly theme?: Theme;
  /** Put before the generated summary in `<desc>`. */
  readonly description?: string;
}

/**
 * A claim graph as a standalone SVG 1.1 document, without script and without reference to anything outside. Pure:
 * the same graph and options give the same bytes. An empty graph gives a small figure that says so.
 */
export function figure(graph: ClaimGraph, options: FigureOptions): string {
  const { language, theme = 'auto', title, description } = options;
  const messages = messagesFor(language);
  const drawing = layout(graph, options);
  const told = summary(graphView(graph, language, messages), messages, graph.relaysBeyond);
  const desc = [description, told]
    .filter((part) => part !== undefined && part !== '')
    .join(messages.between || ' ');
  return svgDocument(drawing, { language, theme, title, description: desc });
}
