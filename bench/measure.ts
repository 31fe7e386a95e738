import type { LoadProcess, Measured } from './processes.ts';
import type { Question } from './questions.ts';

export interface Sizes {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
}

/** What one server did in one round. */
interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of its CPU time for each answer; null where the system does not say. */
  readonly cpu: number | null;
}

/** What one server did in all rounds: medians. */
export type Figures = Round;

export interface Measurement {
  readonly question: string;
  readonly bytes: number;
  readonly service: Figures;
  readonly bare: Figures;
  /** The service's answers for each of the bare server's, round by round. */
  readonly ratio: { readonly median: number; readonly least: number; readonly most: number };
}

const sides = ['service', 'bare'] as const;

/** One question to both in turn, round after round, so that whatever else the machine does meets both. */
export async function measure(
  question: Question,
  servers: Readonly<Record<(typeof sides)[number], Measured>>,
  load: LoadProcess,
  sizes: Sizes,
  bytes: number,
): Promise<Measurement> {
  const rounds = { service: [] as Round[], bare: [] as Round[] };
  let start = 0;
  const run = async (side: (typeof sides)[number], seconds: number): Promise<Round> => {
    const { origin, cpu } = servers[side];
    const before = cpu();
    const asks = question.asked.map((asked) => asked[side]);
    const result = await load.run({ origin, asks, start, seconds, connections: sizes.connections });
    if (result.failure !== null) throw new Error(`${question.name}, ${side}: ${result.failure}`);
    const after = cpu();
    return {
      perSecond: result.answered / result.seconds,
      p50: result.p50,
      p99: result.p99,
      cpu: before === null || after === null ? null : (after - before) / result.answered,
    };
  };
  for (const side of sides) await run(side, sizes.warmUpSeconds);
  for (let round = 0; round < sizes.rounds; round++) {
    for (const side of sides) rounds[side].push(await run(side, sizes.seconds));
    start += 7;
  }
  const ratios = rounds.service.map((one, at) => one.perSecond / (rounds.bare[at]?.perSecond ?? Number.NaN));
  return {
    question: question.name,
    bytes,
    service: figuresOf(rounds.service),
    bare: figuresOf(rounds.bare),
    ratio: { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
  };
}

function figuresOf(rounds: readonly Round[]): Figures {
  const cpu = rounds.flatMap((round) => round.cpu ?? []);
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50: median(rounds.map((round) => round.p50)),
    p99: median(rounds.map((round) => round.p99)),
    cpu: cpu.length === 0 ? null : median(cpu),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}
