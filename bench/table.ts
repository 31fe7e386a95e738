import type { Figures, Measurement } from './measure.ts';

const heads = [
  'question',
  'service req/s',
  'bare req/s',
  'ratio (min–max)',
  'p50 ms',
  'p99 ms',
  'CPU ms/req',
  'bytes',
];

/** The measurements as a Markdown table; where two figures stand in one cell, the service's comes first. */
export function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ question, service, bare, ratio, bytes }) => [
    question,
    service.perSecond.toFixed(0),
    bare.perSecond.toFixed(0),
    `${ratio.median.toFixed(2)} (${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)})`,
    both(service, bare, 'p50'),
    both(service, bare, 'p99'),
    both(service, bare, 'cpu'),
    String(bytes),
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function both(service: Figures, bare: Figures, figure: 'p50' | 'p99' | 'cpu'): string {
  return [service, bare].map((one) => one[figure]?.toFixed(figure === 'cpu' ? 2 : 0) ?? '?').join(' / ');
}
