import bidiFactory, { type BidiCharTypeName } from 'bidi-js';

// Its types are those of a module with a default export; what Node imports is that function itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** Of each kind that letters beyond the first plane are of, one letter within it. */
const standIns: Partial<Record<BidiCharTypeName, string>> = {
  R: '\u05d0',
  AL: '\u0627',
  AN: '\u0660',
  EN: '0',
  NSM: '\u0300',
  ON: '!',
};

/** The same line with one UTF-16 unit for each character, which is what the library counts and looks up by. */
const inUnits = (characters: readonly string[]) =>
  characters
    .map((one) => (one.length === 1 ? one : (standIns[bidi.getBidiCharTypeName(one)] ?? 'a')))
    .join('');

/** What only directs others: it has done so once the levels are known. */
const directing = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Part of a line that runs in one direction: to the left where its level is odd (UAX #9, BD2). */
export interface Stretch {
  readonly text: string;
  readonly level: number;
}

/** A line in the stretches that it is read in, one after the other as it was written; isolates and marks have taken effect and are gone. */
export function stretchesOf(line: string, base: 'ltr' | 'rtl'): readonly Stretch[] {
  const characters = [...line];
  const { levels } = bidi.getEmbeddingLevels(inUnits(characters), base);
  const stretches: { text: string; readonly level: number }[] = [];
  for (const [at, character] of characters.entries()) {
    const level = levels[at] ?? 0;
    if (directing.test(character)) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last.level === level) last.text += character;
    else stretches.push({ text: character, level });
  }
  return stretches;
}

/** Parts of a line from left to right, as they are drawn (UAX #9, L2): from the highest level down, what stands together is turned around. */
export function inVisualOrder<Part extends Pick<Stretch, 'level'>>(parts: readonly Part[]): readonly Part[] {
  let order = [...parts];
  const highest = Math.max(0, ...parts.map(({ level }) => level));
  for (let least = highest; least >= 1; least--) {
    const turned: Part[] = [];
    let together: Part[] = [];
    for (const part of order) {
      if (part.level >= least) together = [part, ...together];
      else {
        turned.push(...together, part);
        together = [];
      }
    }
    order = [...turned, ...together];
  }
  return order;
}
