/**
 * Days of the proleptic Gregorian calendar as ISO 8601 writes them, `YYYY-MM-DD`, years 0000 to 9999: strings,
 * because these sort as the days do.
 */

const DAY_MS = 86_400_000;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** `2023`, `2023-12` or `2023-12-15`, padded; whether there is such a day is not looked at. */
export function isoDate(year: number, month?: number, day?: number): string {
  const parts = [String(year).padStart(4, '0')];
  if (month !== undefined) parts.push(String(month).padStart(2, '0'));
  if (month !== undefined && day !== undefined) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

/** The year, month and day of an ISO date; 1 for a month or day that it does not say. */
export function partsOfDay(iso: string): { year: number; month: number; day: number } {
  const [year = '', month = '1', day = '1'] = iso.split('-');
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** The day that many days later, or earlier; null where it would leave the years 0000 to 9999. */
export function shiftDays(iso: string, days: number): string | null {
  const text = new Date(Date.parse(iso) + days * DAY_MS).toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : null;
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function isoWeekday(iso: string): number {
  return new Date(Date.parse(iso)).getUTCDay() || 7;
}
