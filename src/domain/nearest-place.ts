import search from 'approx-string-match';

/** A place in a text, in code points, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Of ten code points sought, how many may differ from what stands there for it to be the same words, altered. */
const tolerance = 4;
const astral = /[\u{10000}-\u{10ffff}]/u;

/** Both texts with one code unit for each code point; what the pattern has alone stays apart from all else. */
function asUnits(text: string, pattern: string): readonly [string, string] {
  if (!astral.test(text) && !astral.test(pattern)) return [text, pattern];
  const taken = new Set([...text, ...pattern]);
  let code = 0xe000;
  const free = (): string => {
    while (taken.has(String.fromCharCode(code))) code++;
    return String.fromCharCode(code++);
  };
  const other = free();
  const units = new Map<string, string>();
  for (const character of new Set(pattern)) if (character.length > 1) units.set(character, free());
  const shortened = (whole: string): string =>
    whole.replace(/[\u{10000}-\u{10ffff}]/gu, (character) => units.get(character) ?? other);
  return [shortened(text), shortened(pattern)];
}

/**
 * Where the words that end at `end` begin: the search tells for certain only where they end. Of starts that differ
 * equally the one that leaves them closest to their length.
 */
function startOf(text: string, sought: string, end: number): number {
  const longest = Math.min(end, Math.ceil((sought.length * (10 + tolerance)) / 10));
  // Row by row of the table of Levenshtein distances, backwards from the end; the columns are how much is taken.
  let row = Array.from({ length: longest + 1 }, (_, taken) => taken);
  for (let at = 1; at <= sought.length; at++) {
    const next = [at];
    for (let taken = 1; taken <= longest; taken++) {
      const differs = sought[sought.length - at] === text[end - taken] ? 0 : 1;
      const substituted = (row[taken - 1] ?? 0) + differs;
      next.push(Math.min(substituted, (row[taken] ?? 0) + 1, (next[taken - 1] ?? 0) + 1));
    }
    row = next;
  }
  const least = Math.min(...row);
  const lengths = [...row.keys()].filter((taken) => row[taken] === least);
  lengths.sort((a, b) => Math.abs(a - sought.length) - Math.abs(b - sought.length));
  return end - (lengths[0] ?? 0);
}

/**
 * The place in `text` whose characters are the fewest insertions, deletions and substitutions away from `exact`
 * (Myers's bit-vector algorithm), of several such the one nearest to `near`; null where none is within four of ten.
 */
export function nearestPlace(text: string, exact: string, near: number): Place | null {
  // The search counts code units, and an anchor counts code points.
  const [within, sought] = asUnits(text, exact);
  const places = search(within, sought, Math.floor((sought.length * tolerance) / 10));
  const distance = ({ start }: Place): number => Math.abs(start - near);
  let nearest: Place | null = null;
  for (const { start, end } of places)
    if (end > start && (nearest === null || distance({ start, end }) < distance(nearest)))
      nearest = { start, end };
  return nearest && { start: startOf(within, sought, nearest.end), end: nearest.end };
}
