import {
  type DateExpression,
  dateIn,
  dayFromNow,
  decadeOf,
  halfOf,
  monthFromNow,
  seasonIn,
  unlessPublishedOn,
  weekFromNow,
  type YearReference,
} from './date-expression.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const SHIFTS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
/** A year, if any, is two groups: a number, or a word before "year". */
const YEAR = '(?:(?: of)? (?:(\\d{4})|(last|this|next) year))';
/** Beginning, middle, end: more than EDTF's level 1 can say, so that the whole is kept, and the original with it. */
const PART = '(?:(?:early|mid|late|the (?:beginning|start|middle|end) of)[ -])?';

function yearOf(written: string | undefined, word: string | undefined): YearReference {
  if (written !== undefined) return { year: Number(written) };
  return word === undefined ? 'implied' : { shift: SHIFTS[word] ?? 0 };
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

type Reader = (groups: readonly (string | undefined)[]) => DateExpression | null;

const forms: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`^${PART}(\\d{4})$`), ([, year]) => dateIn({ year: Number(year) })],
  [
    new RegExp(`^${MONTH} ${DAY}${YEAR}?$`),
    ([, month, day, y, w]) => dateIn(yearOf(y, w), monthOf(month), Number(day)),
  ],
  [
    new RegExp(`^(?:the )?${DAY}(?: of)? ${MONTH}${YEAR}?$`),
    ([, day, month, y, w]) => dateIn(yearOf(y, w), monthOf(month), Number(day)),
  ],
  [new RegExp(`^${PART}${MONTH}${YEAR}?$`), ([, month, y, w]) => dateIn(yearOf(y, w), monthOf(month))],
  [/^(?:today|tonight|this (?:morning|afternoon|evening))$/, () => dayFromNow(0)],
  [/^(?:yesterday(?: morning| afternoon| evening| night)?|last night)$/, () => dayFromNow(-1)],
  [/^tomorrow(?: morning| afternoon| evening| night)?$/, () => dayFromNow(1)],
  [/^(?:the )?day before yesterday$/, () => dayFromNow(-2)],
  [/^(?:the )?day after tomorrow$/, () => dayFromNow(2)],
  [/^(\d{1,3}|[a-z]+) days? ago$/, ([, count = '']) => daysAgo(count)],
  [
    new RegExp(`^(?:${PART}|earlier |later )(last|this|next) (week|month|year)$`),
    ([, which = '', unit]) => around(SHIFTS[which] ?? 0, unit),
  ],
  [new RegExp(`^last (${WEEKDAYS.join('|')})$`), ([, name = '']) => lastWeekday(WEEKDAYS.indexOf(name) + 1)],
  [
    new RegExp(`^(?:the )?(spring|summer|autumn|fall|winter)${YEAR}$`),
    ([, name = '', y, w]) => seasonIn(yearOf(y, w), 21 + SEASONS.indexOf(name === 'fall' ? 'autumn' : name)),
  ],
  [
    new RegExp(`^(?:the )?(first|second) half${YEAR}$`),
    ([, half, y, w]) => halfOf(yearOf(y, w), half === 'first' ? 1 : 2),
  ],
  // The 2000s may be ten years or a hundred.
  [
    new RegExp(`^(?:the )?${PART}(\\d{3}0)s$`),
    ([, year]) => (year?.endsWith('00') ? null : decadeOf(Number(year))),
  ],
];

/**
 * What an English date expression says; null for one that is not fully understood, or not sure to mean one thing:
 * a bare Wednesday, last August, 05/06/2023, recently. The text is expected in NFKC, lower case, with single
 * spaces and without commas and full stops.
 */
export function englishDate(text: string): DateExpression | null {
  const plain = text.replace(/^(?:(?:on|in|during) )?(?:the year )?/, '').replace(/ local time$/, '');
  for (const [form, read] of forms) {
    const groups = form.exec(plain);
    if (groups !== null) return read(groups);
  }
  return null;
}

/** The ISO weekday of an English name, or of its first three letters and more; null for anything else. */
export function englishWeekday(text: string): number | null {
  const found = text.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(text));
  return found < 0 ? null : found + 1;
}

function daysAgo(count: string): DateExpression | null {
  const days = /^\d+$/.test(count) ? Number(count) : NUMBERS.indexOf(count);
  return days < 1 ? null : dayFromNow(-days);
}

function around(shift: number, unit: string | undefined): DateExpression {
  if (unit === 'year') return dateIn({ shift });
  if (unit === 'month') return monthFromNow(shift);
  // Weeks are ISO's. Of a Sunday, an American week has just begun and ISO's is about to end: which one is meant?
  return unlessPublishedOn([7], weekFromNow(shift));
}

/**
 * Some mean the latest before the publication, some that of the week before. Up to and on the day's own weekday both are
 * the same, and only then is it a date; on Sundays, see above.
 */
function lastWeekday(weekday: number): DateExpression {
  const later = [1, 2, 3, 4, 5, 6, 7].filter((day) => day > weekday || day === 7);
  return unlessPublishedOn(later, weekFromNow(-1, weekday, weekday));
}
