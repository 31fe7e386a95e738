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
  /** A place from 0 on, the earlier ones far more often: by a power law, as speakers and publications are. */
  rank(places: number, steepness?: number): number;
  /** So many hexadecimal digits. */
  hex(digits: number): string;
}

/** How fast the share falls with the rank; 1 is Zipf's law. */
const STEEPNESS = 1.05;

/** Chance for one thing of many: the same words give the same, whatever was drawn for anything else before. */
export function chanceFor(seed: number, ...words: readonly (string | number)[]): Chance {
  let state = 0x811c9dc5;
  // FNV-1a, over the numbers' own writing, so that "1, 23" and "12, 3" differ by what stands between.
  for (const character of [seed, ...words].join('/')) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return chanceOf(state);
}

/** Mulberry32: small, and good enough for data that has to look uneven. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(number() * (most - least + 1));
  return {
    number,
    whole,
    happens: (share) => number() < share,
    any: (things) => {
      const thing = things[whole(0, things.length - 1)];
      if (thing === undefined) throw new Error('nothing to choose from');
      return thing;
    },
    rank: (places, steepness = STEEPNESS) => rankOf(places, steepness, number()),
    hex: (digits) => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join(''),
  };
}

/** The place that a number from 0 to 1 falls on, when the share of the n-th is about n^-steepness; in no memory. */
function rankOf(places: number, steepness: number, number: number): number {
  const power = 1 - steepness;
  const height = 1 + number * ((places + 1) ** power - 1);
  return Math.min(places - 1, Math.floor(height ** (1 / power)) - 1);
}
