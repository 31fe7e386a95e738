import { daysInMonth, isoDate, isoWeekday, partsOfDay, shiftDays } from './iso-day.ts';

/** From the first to the last of what an expression means, in EDTF without qualifiers. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
  /** The one EDTF word for it, where there is one that is neither end: 199X. */
  readonly whole?: string;
}

/** A part of the publication date. */
export type PublicationPart = 'century' | 'year' | 'month' | 'day';

/** What a written date says, as a function of the day that its text was published on. */
export interface DateExpression {
  /** Null where that day makes it ambiguous, or would lead out of the calendar. */
  readonly at: (published: string) => DateSpan | null;
  /** The finest part of the publication date that it hangs on; null for a date that needs none. */
  readonly leansOn: PublicationPart | null;
  /** True where the year is not written but taken from the publication: then it must not lead past it. */
  readonly yearImplied?: boolean;
}

/** A year that is written, one so many years from the publication's, or the publication's because none is written. */
export type YearReference = { readonly year: number } | { readonly shift: number } | 'implied';

function single(edtf: string): DateSpan {
  return { from: edtf, to: edtf };
}

function inYear(reference: YearReference, spanIn: (year: number) => DateSpan): DateExpression {
  if (reference === 'implied') {
    return { at: (published) => spanIn(partsOfDay(published).year), leansOn: 'year', yearImplied: true };
  }
  if ('year' in reference) return { at: () => spanIn(reference.year), leansOn: null };
  return { at: (published) => spanIn(partsOfDay(published).year + reference.shift), leansOn: 'year' };
}

/** A year, a month of it, or a day; a day that does not exist is found out when the EDTF is checked. */
export function dateIn(reference: YearReference, month?: number, day?: number): DateExpression {
  return inYear(reference, (year) => single(isoDate(year, month, day)));
}

/** EDTF's seasons: 21 spring, 22 summer, 23 autumn, 24 winter. */
export function seasonIn(reference: YearReference, season: number): DateExpression {
  return inYear(reference, (year) => single(isoDate(year, season)));
}

/** January to June, or July to December. */
export function halfOf(reference: YearReference, half: 1 | 2): DateExpression {
  const [from, to] = half === 1 ? [1, 6] : [7, 12];
  return inYear(reference, (year) => ({ from: isoDate(year, from), to: isoDate(year, to) }));
}

/** Ten years, by the first. */
export function decadeOf(firstYear: number): DateExpression {
  return { at: () => decade(firstYear), leansOn: null };
}

/** Ten years of a century counted from the publication's. */
export function decadeOfCentury(shift: number, firstYear: number): DateExpression {
  return {
    at: (published) => decade((Math.floor(partsOfDay(published).year / 100) + shift) * 100 + firstYear),
    leansOn: 'century',
  };
}

function decade(firstYear: number): DateSpan {
  const from = isoDate(firstYear);
  return { from, to: isoDate(firstYear + 9), whole: `${from.slice(0, 3)}X` };
}

/** So many months from the publication's, or one day in that. */
export function monthFromNow(shift: number, day?: number): DateExpression {
  return {
    at: (published) => {
      const { year, month } = partsOfDay(published);
      const count = year * 12 + month - 1 + shift;
      return single(isoDate(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, day));
    },
    leansOn: 'month',
  };
}

/** So many days from the publication. */
export function dayFromNow(shift: number): DateExpression {
  return { at: (published) => daySpan(shiftDays(published, shift)), leansOn: 'day' };
}

/** Monday to Sunday, or days of it (1 to 7, both included), of a week counted from the publication's (ISO 8601). */
export function weekFromNow(shift: number, firstDay = 1, lastDay = 7): DateExpression {
  return {
    at: (published) => {
      const sunday = shift * 7 - isoWeekday(published);
      return daySpan(shiftDays(published, sunday + firstDay), shiftDays(published, sunday + lastDay));
    },
    leansOn: 'day',
  };
}

/** `expression`, but nothing where the publication's weekday (1 to 7) makes it ambiguous. */
export function unlessPublishedOn(weekdays: readonly number[], expression: DateExpression): DateExpression {
  return {
    ...expression,
    at: (published) => (weekdays.includes(isoWeekday(published)) ? null : expression.at(published)),
  };
}

function daySpan(from: string | null, to = from): DateSpan | null {
  return from === null || to === null ? null : { from, to };
}

/** A span as one month or year where it is just that. */
export function tidySpan(span: DateSpan): DateSpan {
  const { from, to } = span;
  const { year, month } = partsOfDay(from);
  const wholeMonth =
    from === isoDate(year, month, 1) && to === isoDate(year, month, daysInMonth(year, month));
  if (wholeMonth) return single(isoDate(year, month));
  const wholeYear = from === isoDate(year, 1) && to === isoDate(year, 12);
  const wholeYearByDays = from === isoDate(year, 1, 1) && to === isoDate(year, 12, 31);
  return wholeYear || wholeYearByDays ? single(isoDate(year)) : span;
}
