import type { Parameters } from '../engine/engine.ts';
import type { DateRange } from './query.ts';

/** Sorts after every order key. */
export const afterEveryKey = '~';

/** Open ends of a range are beyond every day, so that `0000-01-01` asked for is told from none asked for. */
export function rangeParameters(name: string, range: DateRange | null): Parameters {
  return {
    [`${name}Match`]: range?.match ?? 'ANY',
    [`${name}From`]: range?.from ?? '',
    [`${name}To`]: range?.to ?? afterEveryKey,
  };
}

const flags = new Set([
  'anonymous',
  'origin',
  'withdrawn',
  'reviewed',
  'anonymousOnly',
  'singleOrigin',
  'hasContradiction',
]);
const needles = new Set(['text', 'name']);

/** No value, id, name or tag is this. */
const noValue = '-';

/**
 * A filter as statements take it. Every parameter has one type whatever is asked, since Neo4j plans anew for another,
 * and an empty list has one of its own: a flag is the list of what may be, a list that narrows nothing holds `*`, and one
 * that matches nothing what nothing is.
 */
export function narrowing(filter: Readonly<Record<string, readonly string[] | boolean | null>>): Parameters {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => {
      if (typeof value === 'boolean') return [name, [value]];
      if (value !== null) return [name, value.length === 0 && !needles.has(name) ? [noValue] : value];
      if (flags.has(name)) return [name, [true, false]];
      return [name, needles.has(name) ? [] : ['*']];
    }),
  );
}

/** Whether a filter leaves all that there is. */
export function narrowsNothing(filter: object): boolean {
  return Object.values(filter).every((value) => value === null);
}
