/** Chance that a seed decides, so that two runs of the benchmark ask about the same graph. */
export interface Chance {
  /** At least 0, less than 1. */
  number(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True that often. */
  happens(share: number): boolean;
  /** Any of them, each as often. Throws where there is none. */
  any<Thing>(things: readonly Thing[]): Thing;
  /** Any of them, the earlier ones far more often: by a power law, as speakers and publications are. */
  popular<Thing>(things: readonly Thing[]): Thing;
  /** So many hexadecimal digits. */
  hex(digits: number): string;
}

/** How fast the share falls with the rank; 1 is Zipf's law. */
const STEEPNESS = 1.05;

/** Mulberry32: small, and good enough for data that has to look uneven. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(number() * (most - least + 1));
  const at = <Thing>(things: readonly Thing[], index: number): Thing => {
    const thing = things[index];
    if (thing === undefined) throw new Error('nothing to choose from');
    return thing;
  };
  return {
    number,
    whole,
    happens: (share) => number() < share,
    any: (things) => at(things, whole(0, things.length - 1)),
    popular: (things) => at(things, rankOf(things.length, number())),
    hex: (digits) => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join(''),
  };
}

const ladders = new Map<number, readonly number[]>();

/** The rank that a number from 0 to 1 falls on, when each rank's share is rank^-STEEPNESS. */
function rankOf(ranks: number, number: number): number {
  const ladder = ladders.get(ranks) ?? ladderOf(ranks);
  ladders.set(ranks, ladder);
  const height = number * (ladder.at(-1) ?? 0);
  const rank = ladder.findIndex((step) => height < step);
  return rank < 0 ? ranks - 1 : rank;
}

function ladderOf(ranks: number): readonly number[] {
  let sum = 0;
  return Array.from({ length: ranks }, (_, index) => {
    sum += (index + 1) ** -STEEPNESS;
    return sum;
  });
}
