import type { Delay } from './meter.ts';
import type { LoadProcess, Measured } from './processes.ts';
import { type Ask, type Side, sides } from './questions/question.ts';

export interface Sizes {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
}

/** What one server did: in one round, or the medians of all. */
export interface Figures {
  readonly perSecond: number;
  /** Milliseconds, as do `p99` and the CPU times. */
  readonly p50: number;
  readonly p99: number;
  /** CPU time of its own process for each answer. */
  readonly cpu: number;
  /** CPU time of the store for each answer; null where the store does not say. */
  readonly storeCpu: number | null;
  /** Turns of its talk with the store for each answer, with as many asking as do. */
  readonly roundTrips: number;
  /** What its process held at the end, in megabytes. */
  readonly memory: number;
  /** Of its main thread. */
  readonly delay: Delay;
}

/** What of them ratios are told of. */
type Compared = 'perSecond' | 'p50' | 'p99' | 'cpu';

/** Of the service and another: how many of its answers there are for each of the other's, and so on. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface Measurement {
  readonly question: string;
  readonly figures: Readonly<Partial<Record<Side, Figures>>>;
  /** Round by round, of the service and each other. */
  readonly throughput: Readonly<Partial<Record<Side, Ratio>>>;
  readonly p50: Readonly<Partial<Record<Side, Ratio>>>;
  readonly p99: Readonly<Partial<Record<Side, Ratio>>>;
  readonly cpu: Readonly<Partial<Record<Side, Ratio>>>;
}

/** What is asked, of whoever can answer it. */
export interface Measurable {
  readonly name: string;
  readonly asked: readonly Readonly<Partial<Record<Side, Ask>>>[];
}

/** Who answers, each perhaps by several processes. */
export type Servers = Readonly<Partial<Record<Side, readonly Measured[]>>>;

/** The CPU time that the store has used, in milliseconds; null where it does not say. */
export type StoreCpu = () => Promise<number | null>;

/** One question to everybody in turn, round after round, so that whatever else the machine does meets all. */
export async function measure(
  question: Measurable,
  servers: Servers,
  load: LoadProcess,
  sizes: Sizes,
  storeCpu: StoreCpu,
): Promise<Measurement> {
  const asked = sides.filter((side) => servers[side] && question.asked.some((one) => one[side]));
  const rounds = new Map<Side, Figures[]>(asked.map((side) => [side, []]));
  let start = 0;
  const run = async (side: Side, seconds: number): Promise<Figures> => {
    const those = servers[side] ?? [];
    const asks = question.asked.flatMap((one) => one[side] ?? []);
    const before = await usageOf(those);
    const storeBefore = await storeCpu();
    const origins = those.map(({ origin }) => origin);
    const result = await load.run({ origins, asks, start, seconds, connections: sizes.connections });
    if (result.failure !== null) throw new Error(`${question.name}, ${side}: ${result.failure}`);
    const storeAfter = await storeCpu();
    const after = await usageOf(those);
    return {
      perSecond: result.answered / result.seconds,
      p50: result.p50,
      p99: result.p99,
      cpu: (after.cpu - before.cpu) / result.answered,
      storeCpu:
        storeBefore === null || storeAfter === null ? null : (storeAfter - storeBefore) / result.answered,
      roundTrips: (after.roundTrips - before.roundTrips) / result.answered,
      memory: after.memory,
      delay: after.delay,
    };
  };
  for (const side of asked) await run(side, sizes.warmUpSeconds);
  for (let round = 0; round < sizes.rounds; round++) {
    for (const side of asked) rounds.get(side)?.push(await run(side, sizes.seconds));
    start += 7;
  }
  const others = asked.filter((side) => side !== 'service');
  const ratios = (figure: Compared) =>
    Object.fromEntries(
      others.map((side) => [side, ratioOf(rounds.get('service') ?? [], rounds.get(side) ?? [], figure)]),
    );
  return {
    question: question.name,
    figures: Object.fromEntries(asked.map((side) => [side, figuresOf(rounds.get(side) ?? [])])),
    throughput: ratios('perSecond'),
    p50: ratios('p50'),
    p99: ratios('p99'),
    cpu: ratios('cpu'),
  };
}

async function usageOf(servers: readonly Measured[]) {
  const usages = await Promise.all(servers.map((server) => server.usage()));
  const sum = (figure: 'cpu' | 'memory' | 'roundTrips') =>
    usages.reduce((total, usage) => total + usage[figure], 0);
  const latest = (figure: keyof Delay) => Math.max(...usages.map(({ delay }) => delay[figure]));
  return {
    ...{ cpu: sum('cpu'), memory: sum('memory'), roundTrips: sum('roundTrips') },
    delay: { p50: latest('p50'), p99: latest('p99'), max: latest('max') },
  };
}

function ratioOf(service: readonly Figures[], other: readonly Figures[], figure: Compared): Ratio {
  return spreadOf(service.map((one, round) => one[figure] / (other[round]?.[figure] ?? Number.NaN)));
}

/** Of the rounds' ratios the median, the least and the most. */
export function spreadOf(ratios: readonly number[]): Ratio {
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

function figuresOf(rounds: readonly Figures[]): Figures {
  const of = (figure: Exclude<keyof Figures, 'storeCpu' | 'delay'>) =>
    median(rounds.map((round) => round[figure]));
  const delayOf = (figure: keyof Delay) => median(rounds.map(({ delay }) => delay[figure]));
  const storeCpus = rounds.flatMap(({ storeCpu }) => storeCpu ?? []);
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    cpu: of('cpu'),
    storeCpu: storeCpus.length === 0 ? null : median(storeCpus),
    roundTrips: of('roundTrips'),
    memory: of('memory'),
    delay: { p50: delayOf('p50'), p99: delayOf('p99'), max: delayOf('max') },
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}
