import type { DateExpression, DateSpan, PublicationPart } from './date-expression.ts';
import { dateIn, tidySpan } from './date-expression.ts';
import { chineseDate, chineseWeekday } from './date-expression-chinese.ts';
import { englishDate, englishWeekday } from './date-expression-english.ts';
import { boundsOf, edtfString } from './edtf-date.ts';
import { daysInMonth, isoWeekday, partsOfDay } from './iso-day.ts';

/** A written date, resolved; `original` is as it was written, `resolvedAgainst` what it was resolved by. */
export interface ResolvedDate {
  readonly edtf: string;
  readonly original: string;
  readonly resolvedAgainst: string;
}

const LONGEST = 80;
/** A publication "around" a day may be of the next month or year if that is no further off than this. */
const DOUBTFUL_DAYS = 7;

interface Reading {
  readonly expression: DateExpression;
  /** 3月以来: from then to the publication. */
  readonly since: boolean;
  /** 12月15日左右: near it. */
  readonly circa: boolean;
  /** 12月15日（周五）: what weekday it is said to be. */
  readonly weekday: number | null;
}

/**
 * Reads a date as a journalist writes it, in Chinese or English, against the date of the source that encloses it.
 * Nothing is guessed; null is the answer to what is vague (近日, recently), ambiguous (周三, 05/06/2023), impossible
 * (2月30日, or a weekday that the day is not) or not understood as a whole.
 *
 * - The year of 12月15日 and the like is the publication's (codebook). Where that leads past the publication's last
 *   day (12月28日 in a text of 2024-01-05) it may be the year before or an announcement: null. Null also where the
 *   publication may be of several years. A written year, 今年 and 去年 are taken at their word.
 * - Beginning, middle and end of a month or year are that month or year, which is all that level 1 can say.
 * - 以来 and "since" make an interval that ends with the publication; 左右 and "around" make it approximate.
 * - What hangs on a part of the publication date that is in doubt is qualified as that is. Of `2023-12-18~` the day
 *   is, and the month or year only if another is within seven days; of `2023-12~` the month, the year only in
 *   January and December; of `2023~` all is.
 * - Where the publication may be of several days, what comes out differently for them is the interval between the
 *   first and the last that it may be. Where it is open on a side that is needed, null.
 *
 * Throws `InvalidInput` where `against.edtf` is no date.
 */
export function resolveDate(
  written: string,
  against: { readonly edtf: string; readonly label?: string },
): ResolvedDate | null {
  const bounds = boundsOf(against.edtf);
  const reading = written.length > LONGEST ? null : read(written);
  if (reading === null) return null;
  const span = spanOf(reading.expression, bounds.earliest, bounds.latest);
  if (span === null || !fitsWeekday(span, reading.weekday)) return null;

  const [first = '', last = first] = against.edtf.split('/');
  const { leansOn } = reading.expression;
  const from = leansOn === null ? '' : doubt(first, bounds.earliest, leansOn);
  const to = leansOn === null ? '' : doubt(last, bounds.latest, leansOn);
  const edtf = reading.since
    ? sinceThen(span, from, last, bounds.latest)
    : inWords(span, from, to, reading.circa);
  if (edtf === null || !edtfString.safeParse(edtf).success) return null;
  return { edtf, original: written, resolvedAgainst: `${against.label ?? 'published'} ${against.edtf}` };
}

function read(written: string): Reading | null {
  const spaced = written.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
  return /\p{Script=Han}/u.test(spaced) ? readChinese(spaced.replaceAll(' ', '')) : readEnglish(spaced);
}

function readChinese(text: string): Reading | null {
  const [, bare = text, day = ''] = /^(.+[日号])[(（](.{2,3})[)）]$/.exec(text) ?? [];
  const weekday = day === '' ? null : chineseWeekday(day);
  if (day !== '' && weekday === null) return null;
  const [, sinceWhen] = /^(?:自从|自|从)?(.+?)(?:以来|至今|迄今)$/.exec(bare) ?? [];
  const [, near] =
    /^(?:大约|约|大概)?在?(.+?)(?:左右|前后)$/.exec(bare) ?? /^(?:大约|约|大概)在?(.+)$/.exec(bare) ?? [];
  const core = sinceWhen ?? near ?? bare;
  const expression = numericDate(core) ?? chineseDate(core);
  return expression && { expression, since: sinceWhen !== undefined, circa: near !== undefined, weekday };
}

function readEnglish(text: string): Reading | null {
  const plain = text
    .replace(/,|\.(?= |$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [, sinceWhen] = /^(?:ever )?since (.+)$/.exec(plain) ?? [];
  const [, near] = /^(?:(?:on|in) or )?(?:around|about|circa|approximately|c) (.+)$/.exec(plain) ?? [];
  let core = sinceWhen ?? near ?? plain;
  const [, day = '', rest = ''] = /^(?:on )?([a-z]+) (.*\d.*)$/.exec(core) ?? [];
  const weekday = englishWeekday(day);
  if (weekday !== null) core = rest;
  const expression = numericDate(core) ?? englishDate(core);
  return expression && { expression, since: sinceWhen !== undefined, circa: near !== undefined, weekday };
}

/** Numbers in the order of ISO 8601, the one order that is not ambiguous. */
function numericDate(text: string): DateExpression | null {
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  // A date that cannot be is told by the check at the end, but 2023-24 would pass there for a winter.
  if (Number(month) > 12) return null;
  return dateIn({ year: Number(year) }, Number(month), day === undefined ? undefined : Number(day));
}

function spanOf(expression: DateExpression, earliest: string | null, latest: string | null): DateSpan | null {
  if (expression.leansOn === null) return expression.at('');
  if (earliest === null || latest === null) return null;
  const first = expression.at(earliest);
  const last = expression.at(latest);
  if (first === null || last === null) return null;
  const same = first.from === last.from && first.to === last.to;
  if (expression.yearImplied) return same && startOf(first.from) <= latest ? first : null;
  if (expression.leansOn === 'century' && !same) return null;
  return same ? first : tidySpan({ from: first.from, to: last.to });
}

/** The first day of an EDTF part; one that no date is before or equal to where the part is no date. */
function startOf(part: string): string {
  return edtfString.safeParse(part).success ? (boundsOf(part).earliest ?? '') : 'never';
}

function fitsWeekday(span: DateSpan, weekday: number | null): boolean {
  if (weekday === null) return true;
  const oneDay = span.from === span.to && span.from.length === 'YYYY-MM-DD'.length;
  return oneDay && edtfString.safeParse(span.from).success && isoWeekday(span.from) === weekday;
}

/** The qualifier of one end of the publication date, as far as it touches that unit of it; else nothing. */
function doubt(end: string, day: string | null, unit: PublicationPart): string {
  const qualifier = /[?~%]$/.exec(end)?.[0] ?? '';
  if (unit === 'century') return '';
  if (qualifier === '' || unit === 'day' || day === null) return qualifier;
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  const precision = end.replace(/[?~%]$/, '').split('-').length;
  if (precision === 1) return qualifier;
  if (precision === 2) return unit === 'month' || month === 1 || month === 12 ? qualifier : '';
  const atStart = dayOfMonth <= DOUBTFUL_DAYS && (unit === 'month' || month === 1);
  const atEnd = daysInMonth(year, month) - dayOfMonth < DOUBTFUL_DAYS && (unit === 'month' || month === 12);
  return atStart || atEnd ? qualifier : '';
}

function inWords(span: DateSpan, from: string, to: string, circa: boolean): string {
  const near = circa ? '~' : '';
  if (span.from === span.to) return span.from + both(both(from, to), near);
  const qualifiers = both(from, near) + both(to, near);
  if (span.whole !== undefined && qualifiers === '') return span.whole;
  return `${span.from}${both(from, near)}/${span.to}${both(to, near)}`;
}

function both(a: string, b: string): string {
  if (a === '' || a === b) return b;
  return b === '' ? a : '%';
}

/** From the span's start to the publication; null where that has no end, or one that an interval cannot have. */
function sinceThen(span: DateSpan, qualifier: string, end: string, latest: string | null): string | null {
  // What X leaves open in an interval would be level 2; the months and years themselves say the same.
  const until = end.replace(/(-XX)+$/, '');
  if (latest === null || until === '' || until === '..' || startOf(span.from) > latest) return null;
  return `${span.from}${qualifier}/${until}`;
}
