import { parse } from 'edtf';
import { z } from 'zod';
import { InvalidInput } from './errors.ts';
import { daysInMonth, isoDate } from './iso-day.ts';

/** A date as the service holds it: EDTF, its bounds as calendar days, and how it came to be read so. */
export interface EdtfDate {
  /** Extended Date/Time Format (ISO 8601-2, as the Library of Congress profiles it), levels 0 and 1. */
  readonly edtf: string;
  /** The first day it may be, qualifiers ignored; null where its start is open or unknown. */
  readonly earliest: string | null;
  /** The last day it may be, qualifiers ignored; null where its end is open or unknown. */
  readonly latest: string | null;
  /** As the text has it: 12月9日. */
  readonly original: string | null;
  /** What it was resolved by: `published 2023-12-18~`. */
  readonly resolvedAgainst: string | null;
}

/** Where a date lies, days in ISO 8601. `qualified` where any part carries `?`, `~` or `%`; an X is precision, not doubt. */
export interface EdtfBounds {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly qualified: boolean;
}

/** The three answers to a question about dates. */
export type DateAnswer = 'CERTAINLY' | 'POSSIBLY' | 'NOT';

type Examined = { readonly bounds: EdtfBounds } | { readonly problem: string };

const EXAMPLES = '2023-12-15, 2023-12, 201X, 2019~ or ../2023-12-15';
const LONGEST = 40;
const REMEMBERED = 4096;

/** The package's parser takes about 0.1 ms for a date, and the same few dates are asked for again and again. */
const examined = new Map<string, Examined>();

function examine(edtf: string): Examined {
  const known = examined.get(edtf);
  if (known !== undefined) return known;
  const result = examineAnew(edtf);
  if (examined.size >= REMEMBERED) examined.clear();
  if (edtf.length <= LONGEST) examined.set(edtf, result);
  return result;
}

function examineAnew(edtf: string): Examined {
  const came = `"${edtf.slice(0, LONGEST)}${edtf.length > LONGEST ? '…' : ''}"`;
  const expected = `expected an EDTF date of level 0 or 1, such as ${EXAMPLES}`;
  if (/\d[Tt ]\d{1,2}(:|$)|\d:\d/.test(edtf))
    return { problem: `expected a date without a time of day, got ${came}` };
  if (/(^|\/)(-\d|Y-?\d)/.test(edtf)) {
    return {
      problem: `expected a date within the years 0000 to 9999, which ISO calendar dates can say, got ${came}`,
    };
  }
  const level = levelOf(edtf);
  if (level === null) {
    // What is refused for its day alone is told as such, whichever month it is of.
    const isDay = levelOf(edtf.replace(/(\d{4}-(?:0[1-9]|1[0-2]))-\d{2}(?!\d)/g, '$1-01')) !== null;
    return { problem: isDay ? `expected a day that exists, got ${came}` : `${expected}, got ${came}` };
  }
  if (level > 1) return { problem: `${expected}, got ${came}, which is EDTF of a higher level` };

  const [first = '', second] = edtf.split('/');
  const start = endOf(first);
  const end = second === undefined ? start : endOf(second);
  if (start === 'impossible' || end === 'impossible') {
    return { problem: `expected a day that exists, got ${came}` };
  }
  if (start === 'outside' || end === 'outside') {
    return {
      problem: `expected a season that may not leave the years 0000 to 9999 in any hemisphere, got ${came}`,
    };
  }
  if (start.earliest !== null && end.latest !== null && start.earliest > end.latest) {
    return { problem: `expected an interval that ends no earlier than it begins, got ${came}` };
  }
  return { bounds: { earliest: start.earliest, latest: end.latest, qualified: /[?~%]/.test(edtf) } };
}

/** The level that the text needs, 2 for all that is higher; null where it is no EDTF at all. */
function levelOf(edtf: string): number | null {
  if (edtf.length > LONGEST) return null;
  try {
    const parsed = parse(edtf, { level: 3 });
    // The package counts centuries ("20") to level 0; the standard's level 0 has no such thing.
    if (parsed.type === 'Century' || parsed.type === 'Decade') return 2;
    return parsed.level ?? 2;
  } catch {
    // The package says by throwing that the text is no EDTF.
    return null;
  }
}

/** The bounds of one side of an interval, or of a whole date; from the text, since the package's own guess for seasons. */
function endOf(text: string): Pick<EdtfBounds, 'earliest' | 'latest'> | 'impossible' | 'outside' {
  if (text === '' || text === '..') return { earliest: null, latest: null };
  const [year = '', month, day] = text.replace(/[?~%]$/, '').split('-');
  const firstYear = Number(year.replaceAll('X', '0'));
  const lastYear = Number(year.replaceAll('X', '9'));
  if (month !== undefined && /^2[1-4]$/.test(month)) return seasonOf(firstYear, month);
  const firstMonth = month === undefined || month === 'XX' ? 1 : Number(month);
  const lastMonth = month === undefined || month === 'XX' ? 12 : Number(month);
  const lastDay = daysInMonth(lastYear, lastMonth);
  if (day === undefined || day === 'XX') {
    return { earliest: isoDate(firstYear, firstMonth, 1), latest: isoDate(lastYear, lastMonth, lastDay) };
  }
  if (Number(day) > lastDay) return 'impossible';
  const exact = isoDate(firstYear, firstMonth, Number(day));
  return { earliest: exact, latest: exact };
}

/**
 * EDTF's seasons 21 to 24 leave the hemisphere open, and so does this: the range takes in both. Spring and autumn
 * stay within their year in either; summer (in the south) and winter (in the north) straddle a new year, and are
 * named after either of the two, so these reach from 1 December of the year before to 31 March of the year after.
 */
function seasonOf(year: number, season: string): Pick<EdtfBounds, 'earliest' | 'latest'> | 'outside' {
  if (season === '21' || season === '23')
    return { earliest: isoDate(year, 1, 1), latest: isoDate(year, 12, 31) };
  if (year === 0 || year === 9999) return 'outside';
  return { earliest: isoDate(year - 1, 12, 1), latest: isoDate(year + 1, 3, 31) };
}

/**
 * EDTF of levels 0 and 1 without times of day, every bound of it within the years 0000 to 9999. Seasons take no
 * qualifier, an X stands in no interval and next to no qualifier: those are of a higher level.
 */
export const edtfString = z
  .string({ error: `expected an EDTF date, such as ${EXAMPLES}` })
  .superRefine((edtf, context) => {
    const result = examine(edtf);
    if ('problem' in result) context.addIssue({ code: 'custom', message: result.problem });
  });

/** The calendar days between which a date lies. Throws `InvalidInput` where `edtfString` would refuse it. */
export function boundsOf(edtf: string): EdtfBounds {
  const result = examine(edtf);
  if ('problem' in result) throw new InvalidInput('not a date', [{ path: '', message: result.problem }]);
  return result.bounds;
}

/** A date with its bounds. Throws `InvalidInput` where `edtfString` would refuse it. */
export function edtfDate(date: {
  readonly edtf: string;
  readonly original?: string | null | undefined;
  readonly resolvedAgainst?: string | null | undefined;
}): EdtfDate {
  const { earliest, latest } = boundsOf(date.edtf);
  const { edtf, original = null, resolvedAgainst = null } = date;
  return { edtf, earliest, latest, original, resolvedAgainst };
}

/**
 * Whether a date lies in `from..to`, both days included and null open. CERTAINLY: all of it does, and it is not
 * qualified. POSSIBLY: some of it may, going by its bounds without qualifiers; an open or unknown end may reach
 * anywhere. In a range whose end is before its start lies nothing.
 */
export function matchRange(
  edtf: string,
  range: { readonly from?: string | null | undefined; readonly to?: string | null | undefined },
): DateAnswer {
  const { earliest, latest, qualified } = boundsOf(edtf);
  const from = range.from ?? null;
  const to = range.to ?? null;
  if (from !== null && to !== null && from > to) return 'NOT';
  if (from !== null && latest !== null && latest < from) return 'NOT';
  if (to !== null && earliest !== null && earliest > to) return 'NOT';
  const within =
    (from === null || (earliest !== null && earliest >= from)) &&
    (to === null || (latest !== null && latest <= to));
  return within && !qualified ? 'CERTAINLY' : 'POSSIBLY';
}

/**
 * Whether one date is strictly before another. CERTAINLY: its last day is before the other's first, and neither is
 * qualified. NOT: no day of it is before any day of the other, going by the bounds without qualifiers.
 */
export function isBefore(edtf: string, other: string): DateAnswer {
  const a = boundsOf(edtf);
  const b = boundsOf(other);
  if (a.earliest !== null && b.latest !== null && a.earliest >= b.latest) return 'NOT';
  const apart = a.latest !== null && b.earliest !== null && a.latest < b.earliest;
  return apart && !a.qualified && !b.qualified ? 'CERTAINLY' : 'POSSIBLY';
}
