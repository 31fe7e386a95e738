import type { ClaimGraph } from '../domain/claim-graph.ts';
import { graphView } from './graph-view.ts';
import { type LayoutOptions, layout } from './layout.ts';
import { messagesFor } from './messages.ts';
import { summary } from './summary.ts';
import { svgBody } from './svg-body.ts';
import { styleSheet, type Theme } from './theme.ts';
import { contentHash, escapeXml, number } from './xml.ts';

export interface FigureOptions extends LayoutOptions {
  /** `auto` follows the reader's preference, and is light on paper. */
  readonly theme?: Theme;
  /** Put before the generated summary in `<desc>`. */
  readonly description?: string;
}

/**
 * A claim graph as a standalone SVG 1.1 document, without script and without reference to anything outside. Pure:
 * the same graph and options give the same bytes. Its ids are derived from its content, so that several figures can
 * stand inline in one page. An empty graph gives a small figure that says so.
 */
export function figure(graph: ClaimGraph, options: FigureOptions): string {
  const { language, theme = 'auto', title, description } = options;
  const messages = messagesFor(language);
  const drawing = layout(graph, options);
  const body = svgBody(drawing, language);
  const told = summary(graphView(graph, language, messages), messages, graph.relaysBeyond);
  const desc = [description, told]
    .filter((part) => part !== undefined && part !== '')
    .join(messages.between || ' ');
  const id = `figure-${contentHash(JSON.stringify([language, theme, title, desc, drawing.width, body]))}`;
  const width = number(drawing.width);
  const height = number(drawing.height);
  const tag = escapeXml(language);
  return `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${tag}" xml:lang="${tag}">
<title id="${id}-title">${escapeXml(title)}</title>
<desc id="${id}-desc">${escapeXml(desc)}</desc>
<style>
${styleSheet(id, theme)}
</style>
<rect class="f-ground" width="100%" height="100%"/>
${body}
</svg>
`;
}
