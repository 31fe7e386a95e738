import fc from 'fast-check';
import { edtfString } from '../../src/domain/edtf-date.ts';
import { daysInMonth, isoDate } from '../../src/domain/iso-day.ts';

/** EDTF dates of every kind that the service takes, for properties. */

export const anyYear = fc.integer({ min: 0, max: 9999 });
export const someYear = fc.integer({ min: 2022, max: 2024 });
export const qualifier = fc.constantFrom('', '', '', '?', '~', '%');
export const yearMonth = (year: fc.Arbitrary<number>) =>
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => isoDate(y, m));
export const day = (year: fc.Arbitrary<number>) =>
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.nat(30))
    .map(([y, m, d]) => isoDate(y, m, (d % daysInMonth(y, m)) + 1));
export const plain = (year: fc.Arbitrary<number>) =>
  fc.oneof(
    year.map((y) => isoDate(y)),
    yearMonth(year),
    day(year),
  );
const qualified = (year: fc.Arbitrary<number>) => fc.tuple(plain(year), qualifier).map(([d, q]) => d + q);
const unspecified = (year: fc.Arbitrary<number>) =>
  fc.oneof(
    year.map((y) => `${isoDate(y).slice(0, 3)}X`),
    year.map((y) => `${isoDate(y).slice(0, 2)}XX`),
    year.map((y) => `${isoDate(y)}-XX`),
    yearMonth(year).map((m) => `${m}-XX`),
  );
const interval = (year: fc.Arbitrary<number>) =>
  fc
    .tuple(
      fc.oneof(qualified(year), fc.constantFrom('', '..')),
      fc.oneof(qualified(year), fc.constantFrom('', '..')),
    )
    .map(([from, to]) => `${from}/${to}`)
    .filter((text) => edtfString.safeParse(text).success);
const season = fc
  .tuple(fc.integer({ min: 2022, max: 2024 }), fc.integer({ min: 21, max: 24 }))
  .map(([year, code]) => isoDate(year, code));
export const edtf = (year: fc.Arbitrary<number>) =>
  fc.oneof(qualified(year), unspecified(year), interval(year), season);
