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

/** The best way, so far, of taking the first characters sought for some that end at one place. */
interface Way {
  /** Less is better: fewer differences, then more characters kept, then more of the text. */
  readonly score: number;
  readonly start: number;
}

/**
 * The best of the places that end within `from..to`, by the table of Levenshtein distances that may start anywhere
 * (Sellers). Of places that differ equally the one that keeps the most characters, and of these the longest: what is cut
 * off at an edge would be the very words that are new.
 */
function bestWithin(text: string, sought: string, from: number, to: number, near: number): Place {
  // One scale holds the three, since none of them can reach the next.
  const step = sought.length + 1;
  const difference = step * step;
  const later = (way: Way, by: number): Way => ({ score: way.score + by, start: way.start });
  const best = (one: Way, other: Way): Way => (other.score < one.score ? other : one);
  let column: Way[] = Array.from(`${sought} `, (_, taken) => ({ score: taken * difference, start: from }));
  let found: (Way & Place) | null = null;
  for (let at = from; at < to; at++) {
    const next: Way[] = [{ score: 0, start: at + 1 }];
    for (let taken = 1; taken <= sought.length; taken++) {
      const [diagonal, left, above] = [column[taken - 1], column[taken], next[taken - 1]];
      if (!diagonal || !left || !above) throw new Error('a table of distances with a hole');
      const replaced = later(diagonal, sought[taken - 1] === text[at] ? -step : difference - 1);
      next.push(best(best(replaced, later(left, difference)), later(above, difference)));
    }
    column = next;
    const way = column[sought.length];
    if (!way || way.start > at) continue;
    const isBetter =
      found === null ||
      way.score < found.score ||
      (way.score === found.score && Math.abs(way.start - near) < Math.abs(found.start - near));
    if (isBetter) found = { ...way, end: at + 1 };
  }
  if (found === null) throw new Error('a place that was found, and is not there');
  return { start: found.start, end: found.end };
}

/**
 * The place in `text` whose characters are the fewest insertions, deletions and substitutions away from `exact`
 * (Myers's bit-vector algorithm), of several such the one nearest to `near`, and of those about there the one that keeps
 * the most of its characters; null where none is within four of ten.
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
  if (nearest === null) return null;
  // The search tells for certain only where the words end, and any of the ends about there may be the better.
  const reach = Math.ceil((sought.length * 2 * tolerance) / 10);
  const from = Math.max(0, nearest.end - sought.length - reach);
  return bestWithin(within, sought, from, Math.min(within.length, nearest.end + reach), near);
}
