import type { Drawing } from './drawing.ts';
import { svgBody } from './svg-body.ts';
import { styleSheet, type Theme } from './theme.ts';
import { contentHash, escapeXml, number } from './xml.ts';

/** What a picture is called and told as, and how it is shown. */
export interface SvgOptions {
  /** BCP 47. */
  readonly language: string;
  /** `auto` follows the reader's preference, and is light on paper. */
  readonly theme: Theme;
  readonly title: string;
  /** The picture in sentences, for whoever does not see it. */
  readonly description: string;
}

/**
 * A drawing as a standalone SVG 1.1 document, without script and without reference to anything outside. Its ids are derived
 * from its content, so that several pictures can stand inline in one page.
 */
export function svgDocument(drawing: Drawing, options: SvgOptions): string {
  const { language, theme, title, description } = options;
  const body = svgBody(drawing, language);
  const id = `figure-${contentHash(JSON.stringify([language, theme, title, description, drawing.width, body]))}`;
  const width = number(drawing.width);
  const height = number(drawing.height);
  const tag = escapeXml(language);
  return `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${tag}" xml:lang="${tag}">
<title id="${id}-title">${escapeXml(title)}</title>
<desc id="${id}-desc">${escapeXml(description)}</desc>
<style>
${styleSheet(id, theme)}
</style>
<rect class="f-ground" width="100%" height="100%"/>
${body}
</svg>
`;
}
