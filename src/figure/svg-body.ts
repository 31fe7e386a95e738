import type { Box, Drawing, Panel, Path, TextRun } from './drawing.ts';
import { glyphMarkup } from './glyphs.ts';
import { dashOf, groundOf, strokeOf, UNSETTLED_DASH } from './theme.ts';
import { escapeXml, number } from './xml.ts';

function textMarkup(run: TextRun, language: string): string {
  const attributes = [
    `class="f-${run.tone}"`,
    `x="${number(run.x)}"`,
    `y="${number(run.baseline)}"`,
    `font-size="${number(run.size)}"`,
    ...(run.bold ? ['font-weight="600"'] : []),
    ...(run.fitted === undefined
      ? []
      : [`textLength="${number(run.fitted)}"`, 'lengthAdjust="spacingAndGlyphs"']),
    ...(run.rightToLeft ? ['direction="rtl"'] : []),
    ...(run.language === language ? [] : [`xml:lang="${escapeXml(run.language)}"`]),
  ];
  return `<text ${attributes.join(' ')}>${escapeXml(run.text)}</text>`;
}

function frameMarkup(box: Box): string {
  if (!box.frame) return '';
  const place = `x="${number(box.x)}" y="${number(box.y)}" width="${number(box.width)}" height="${number(box.height)}"`;
  if (box.frame === 'LABEL') return `<rect class="f-ground" ${place} rx="3"/>`;
  if (box.frame === 'UNSETTLED') {
    return `<rect class="f-ground s-muted" stroke-width="1" stroke-dasharray="${UNSETTLED_DASH}" ${place} rx="3"/>`;
  }
  const focus = box.frame === 'FOCUS';
  const ground = groundOf(box.frame === 'FOCUS' ? 'CLAIM' : box.frame);
  // Speakers are rounded, all else has corners: the lanes can be told apart without colour.
  const radius = box.frame === 'SPEAKER' ? 12 : 4;
  return `<rect class="f-${ground} s-${focus ? 'text' : 'edge'}" stroke-width="${focus ? 2 : 1}" ${place} rx="${radius}"/>`;
}

function boxMarkup(box: Box, language: string): string {
  const shown = box.runs.map(({ text }) => text).join('');
  const whole = box.full === undefined || box.full === shown ? '' : `<title>${escapeXml(box.full)}</title>`;
  const inner = [
    whole,
    frameMarkup(box),
    ...box.glyphs.map(glyphMarkup),
    ...box.runs.map((run) => textMarkup(run, language)),
  ];
  return `<g>${inner.join('')}</g>`;
}

function pathMarkup(path: Path): string {
  const stroke = strokeOf(path.kind);
  const data = [
    `M${number(path.start.x)} ${number(path.start.y)}`,
    ...path.curves.map((curve) => `C${curve.map(({ x, y }) => `${number(x)} ${number(y)}`).join(' ')}`),
  ];
  const dash = path.unsettled ? UNSETTLED_DASH : dashOf(path.kind);
  const line = `<path class="s-${stroke}" fill="none" stroke-width="${stroke === 'edge' ? 1 : 1.5}"${dash ? ` stroke-dasharray="${dash}"` : ''} d="${data.join('')}"/>`;
  const tip = path.curves.at(-1)?.[2];
  if (path.arrow === 'none' || !tip) return line;
  if (path.arrow === 'dot') {
    // Beside the box that it touches, which is drawn above the lines.
    const aside = Math.sign((path.curves.at(-1)?.[0].x ?? tip.x) - tip.x) * 3;
    return `${line}<circle class="f-${stroke}" cx="${number(tip.x + aside)}" cy="${number(tip.y)}" r="3"/>`;
  }
  const back = path.arrow === 'right' ? -7 : 7;
  const head = `M${number(tip.x)} ${number(tip.y)}l${back} -3.5v7z`;
  return `${line}<path class="f-${stroke}" d="${head}"/>`;
}

const panelMarkup = ({ x, y, width, height, focus }: Panel): string =>
  `<rect class="f-claim s-${focus ? 'text' : 'edge'}" stroke-width="${focus ? 2 : 1}" x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="6"/>`;

/** The marks of a figure: frames below, then lines, then what is read. */
export function svgBody(drawing: Drawing, language: string): string {
  return [
    ...drawing.panels.map(panelMarkup),
    ...drawing.paths.map(pathMarkup),
    ...drawing.boxes.map((box) => boxMarkup(box, language)),
  ].join('\n');
}
