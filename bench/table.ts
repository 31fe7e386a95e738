import { type LoadedPart, rateOf } from './load-graph.ts';
import type { Figures, Measurement, Ratio } from './measure.ts';
import { type Side, sides } from './questions/question.ts';

/** What each is called in a table. */
export const names: Readonly<Record<Side, string>> = {
  service: 'Onrecord',
  peer: '@neo4j/graphql',
  bare: 'bare driver',
};

/** How a question was answered, and how often the store was asked where nobody else asks. */
export type Answered = Measurement & {
  readonly bytes: number;
  readonly roundTripsAlone: Readonly<Partial<Record<Side, number>>>;
};

const heads = [
  ...['question', 'server', 'answers/s', 'p50 ms', 'p99 ms', 'CPU ms', 'store CPU ms', 'round trips (alone)'],
  ...['MB', 'Onrecord’s answers/s', 'p99', 'CPU'],
];

/** The measurements as a Markdown table: a line for each server; the last three columns are ratios, Onrecord's to it. */
export function tableOf(measurements: readonly Answered[]): string {
  return markdown(heads, measurements.flatMap(linesOf));
}

function linesOf(measured: Answered): readonly (readonly string[])[] {
  return sides.flatMap((side) => {
    const figures = measured.figures[side];
    if (figures === undefined) return [];
    const first = side === 'service' ? `${measured.question} (${(measured.bytes / 1000).toFixed(1)} kB)` : '';
    return [
      [first, names[side], ...cellsOf(figures, measured.roundTripsAlone[side]), ...ratiosOf(measured, side)],
    ];
  });
}

function cellsOf(figures: Figures, alone: number | undefined): readonly string[] {
  return [
    figures.perSecond.toFixed(figures.perSecond < 10 ? 1 : 0),
    figures.p50.toFixed(0),
    figures.p99.toFixed(0),
    figures.cpu.toFixed(2),
    figures.storeCpu?.toFixed(2) ?? '?',
    `${figures.roundTrips.toFixed(1)} (${alone?.toFixed(1) ?? '?'})`,
    figures.memory.toFixed(0),
  ];
}

function ratiosOf(measured: Answered, side: Side): readonly string[] {
  return [measured.throughput, measured.p99, measured.cpu].map((of) => spreadCell(of[side]));
}

/** The median of the rounds, least and most in brackets; nothing where nothing was measured. */
export function spreadCell(ratio: Ratio | undefined): string {
  if (ratio === undefined) return '';
  return `${ratio.median.toFixed(2)} (${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)})`;
}

/** How fast each part of a graph was imported, and what the importing process held then. */
export function importTable(parts: readonly LoadedPart[]): string {
  const line = (part: LoadedPart): readonly string[] =>
    [part.assertions, part.records, rateOf(part), part.megabytes ?? '?'].map(String);
  return markdown(['imported', 'records', 'records/s', 'MB'], parts.map(line));
}

/** Rows under heads, as Markdown, in columns. */
export function markdown(top: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = top.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(top), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
