/** A date of a CSL-JSON item (https://docs.citationstyles.org, "CSL-JSON"). */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly season?: number;
  /** That it may be another. */
  readonly circa?: true;
  /** In words, where numbers cannot say it. */
  readonly literal?: string;
}

interface Moment {
  readonly parts: readonly number[];
  readonly season?: number;
  readonly circa: boolean;
}

const MOMENT = /^(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)$/;

/** What is said of one moment to the precision that it has; null where numbers cannot say it, as of a decade. */
function momentOf(edtf: string): Moment | null {
  const [, year, month, day, qualifier] = MOMENT.exec(edtf) ?? [];
  // The first year of the calendar is no number that styles take for a year.
  if (year === undefined || Number(year) === 0) return null;
  const circa = qualifier !== '';
  if (month === undefined || month === 'XX') return { parts: [Number(year)], circa };
  if (Number(month) > 12) {
    // EDTF's seasons are 21 to 24, CSL's 1 to 4.
    return { parts: [Number(year)], season: Number(month) - 20, circa };
  }
  const known = [Number(year), Number(month)];
  return { parts: day === undefined || day === 'XX' ? known : [...known, Number(day)], circa };
}

/** Of an interval neither end of which is known. */
export const saysNothing = ({ edtf }: { readonly edtf: string }) => /^(\.\.)?\/(\.\.)?$/.test(edtf);

/**
 * An EDTF date as CSL says it, never more precise than it is: what is uncertain or approximate is `circa`, what has an
 * open or unknown end, or unknown years, stands in words (`inWords`). Absent where no date is known.
 */
export function cslDate(
  date: { readonly edtf: string } | null,
  inWords: (date: { readonly edtf: string }) => string,
): CslDate | undefined {
  if (date === null || saysNothing(date)) return undefined;
  const ends = date.edtf.split('/');
  const moments = ends.map(momentOf);
  const known = moments.filter((moment) => moment !== null);
  // A season is of the whole item, so that an interval of seasons is none of CSL's.
  if (known.length < ends.length || (ends.length > 1 && known.some(({ season }) => season !== undefined)))
    return { literal: inWords(date) };
  const [season] = known.flatMap((moment) => moment.season ?? []);
  return {
    'date-parts': known.map(({ parts }) => parts),
    ...(season === undefined ? {} : { season }),
    ...(known.some(({ circa }) => circa) ? { circa: true as const } : {}),
  };
}
