import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  type DateAnswer,
  edtfDate,
  edtfString,
  isBefore,
  matchRange,
} from '../../src/domain/edtf-date.ts';
import { InvalidInput } from '../../src/domain/errors.ts';
import { daysInMonth, isoDate, shiftDays } from '../../src/domain/iso-day.ts';

const CERTAINTY: Readonly<Record<DateAnswer, number>> = { NOT: 0, POSSIBLY: 1, CERTAINLY: 2 };

const anyYear = fc.integer({ min: 0, max: 9999 });
const someYear = fc.integer({ min: 2022, max: 2024 });
const qualifier = fc.constantFrom('', '', '', '?', '~', '%');
const yearMonth = (year: fc.Arbitrary<number>) =>
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => isoDate(y, m));
const day = (year: fc.Arbitrary<number>) =>
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.nat(30))
    .map(([y, m, d]) => isoDate(y, m, (d % daysInMonth(y, m)) + 1));
const plain = (year: fc.Arbitrary<number>) =>
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
const edtf = (year: fc.Arbitrary<number>) =>
  fc.oneof(qualified(year), unspecified(year), interval(year), season);

const small = edtf(someYear);
const rangeEnd = fc.option(day(someYear), { nil: null });

/** Every day that a date may be, looked at one by one between 2010 and 2035; a null bound reaches anywhere. */
function daysOf(text: string): Set<string> {
  const { earliest, latest } = boundsOf(text);
  const days = new Set<string>();
  for (let at = earliest ?? '2010-01-01'; at <= (latest ?? '2035-12-31'); at = shiftDays(at, 1) ?? '9999')
    days.add(at);
  return days;
}

describe('edtfString', () => {
  test.each([
    '2023-12-15',
    '2023-12',
    '2023',
    '0000',
    '9999-12-31',
    '2024-02-29',
    '201X',
    '20XX',
    'XXXX',
    '2004-XX',
    '1985-04-XX',
    '1985-XX-XX',
    '2001-21',
    '2001-24',
    '2023?',
    '2023-12~',
    '2023-12-15%',
    '2023-06/2023-08',
    '../2023-12-18~',
    '2023/..',
    '/2023',
    '2023/',
    '2023~/2024?',
    '2023-12/2023',
    '../..',
    '/..',
  ])('takes %s', (text) => {
    expect(edtfString.parse(text)).toBe(text);
  });

  test.each([
    ['', 'expected an EDTF date of level 0 or 1'],
    ['December 2023', 'got "December 2023"'],
    ['2023-13', 'expected an EDTF date of level 0 or 1'],
    [' 2023', 'expected an EDTF date of level 0 or 1'],
    ['2023-1-5', 'expected an EDTF date of level 0 or 1'],
    ['..', 'expected an EDTF date of level 0 or 1'],
    ['2023?/2023?/2023', 'expected an EDTF date of level 0 or 1'],
    ['2023-02-30', 'expected an EDTF date of level 0 or 1'],
    ['2023-02-29', 'a day that exists'],
    ['1900-02-29', 'a day that exists'],
    ['2023-12-15T10:00:00Z', 'without a time of day'],
    ['2023-12-15T10:00:00Z/2023-12-16', 'without a time of day'],
    ['2023-12-15 10:00', 'without a time of day'],
    ['-0001', 'within the years 0000 to 9999'],
    ['2023/Y20000', 'within the years 0000 to 9999'],
    ['Y-17000', 'within the years 0000 to 9999'],
    ['0000-24', 'may not leave the years 0000 to 9999'],
    ['9999-22', 'may not leave the years 0000 to 9999'],
    ['[2023,2024]', 'of a higher level'],
    ['{2023..2024}', 'of a higher level'],
    ['?2023-12', 'of a higher level'],
    ['1XX3', 'of a higher level'],
    ['2023-XX-15', 'of a higher level'],
    ['2001-33', 'of a higher level'],
    ['2004-XX/2005', 'of a higher level'],
    ['20', 'of a higher level'],
    ['192', 'of a higher level'],
    ['2023-12-15/2023-01-01', 'ends no earlier than it begins'],
  ])('refuses "%s" and says why', (text, reason) => {
    const result = edtfString.safeParse(text);
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([expect.stringContaining(reason)]);
    expect(() => boundsOf(text)).toThrow(InvalidInput);
  });

  test('quotes only the beginning of a text that is far too long', () => {
    const message = edtfString.safeParse('9'.repeat(1_000_000)).error?.issues[0]?.message ?? '';
    expect(message).toContain('…');
    expect(message.length).toBeLessThan(200);
  });

  test('never throws, whatever the text', () => {
    const alphabet = fc.string({ unit: fc.constantFrom(...'0123456789X-/.?~%TY[]{},: '), maxLength: 24 });
    fc.assert(
      fc.property(
        fc.oneof(alphabet, fc.string()),
        (text) => typeof edtfString.safeParse(text).success === 'boolean',
      ),
    );
  });
});

describe('boundsOf', () => {
  test.each([
    ['2023-12-15', '2023-12-15', '2023-12-15', false],
    ['2023-02', '2023-02-01', '2023-02-28', false],
    ['2000-02', '2000-02-01', '2000-02-29', false],
    ['2023', '2023-01-01', '2023-12-31', false],
    ['201X', '2010-01-01', '2019-12-31', false],
    ['20XX', '2000-01-01', '2099-12-31', false],
    ['XXXX', '0000-01-01', '9999-12-31', false],
    ['2004-XX', '2004-01-01', '2004-12-31', false],
    ['1985-04-XX', '1985-04-01', '1985-04-30', false],
    ['1985-XX-XX', '1985-01-01', '1985-12-31', false],
    ['2023~', '2023-01-01', '2023-12-31', true],
    ['2023-12-18?', '2023-12-18', '2023-12-18', true],
    ['../2023-12-18~', null, '2023-12-18', true],
    ['2023-06/2023-08', '2023-06-01', '2023-08-31', false],
    ['2023/', '2023-01-01', null, false],
    ['2023-12/2023', '2023-12-01', '2023-12-31', false],
    ['/..', null, null, false],
    // In either hemisphere, and for a winter or summer across a new year under either year's name.
    ['2023-21', '2023-01-01', '2023-12-31', false],
    ['2023-22', '2022-12-01', '2024-03-31', false],
    ['2023-23', '2023-01-01', '2023-12-31', false],
    ['2023-24', '2022-12-01', '2024-03-31', false],
  ])('%s lies between %s and %s, qualified %s', (text, earliest, latest, isQualified) => {
    expect(boundsOf(text)).toEqual({ earliest, latest, qualified: isQualified });
  });

  test('the earliest day is never after the latest', () => {
    fc.assert(
      fc.property(fc.oneof(edtf(anyYear), small), (text) => {
        const { earliest, latest } = boundsOf(text);
        expect(earliest === null || latest === null || earliest <= latest).toBe(true);
      }),
    );
  });

  test('every day of a month lies within the month, and no other does', () => {
    fc.assert(
      fc.property(yearMonth(anyYear), fc.integer({ min: 1, max: 31 }), (month, dayOfMonth) => {
        const date = `${month}-${String(dayOfMonth).padStart(2, '0')}`;
        const { earliest, latest } = boundsOf(month);
        const exists = edtfString.safeParse(date).success;
        expect(earliest !== null && latest !== null && earliest <= date && date <= latest).toBe(exists);
      }),
    );
  });

  test('a qualifier changes no bound', () => {
    fc.assert(
      fc.property(plain(anyYear), qualifier, (date, q) => {
        expect(boundsOf(date + q)).toEqual({ ...boundsOf(date), qualified: q !== '' });
      }),
    );
  });
});

describe('edtfDate', () => {
  test('carries the bounds, what was written and what it was resolved against', () => {
    expect(
      edtfDate({ edtf: '2023-12-09', original: '12月9日', resolvedAgainst: 'published 2023-12-18~' }),
    ).toEqual({
      edtf: '2023-12-09',
      earliest: '2023-12-09',
      latest: '2023-12-09',
      original: '12月9日',
      resolvedAgainst: 'published 2023-12-18~',
    });
  });

  test('says null for what is not given', () => {
    expect(edtfDate({ edtf: '../2023' })).toMatchObject({
      earliest: null,
      original: null,
      resolvedAgainst: null,
    });
  });
});

describe('matchRange', () => {
  test.each<[string, string | null, string | null, DateAnswer]>([
    ['2023-12-15', '2023-12-15', '2023-12-15', 'CERTAINLY'],
    ['2023-12', '2023-12-01', '2023-12-31', 'CERTAINLY'],
    ['2023-12', '2023-12-02', null, 'POSSIBLY'],
    ['2023-12', '2024-01-01', null, 'NOT'],
    ['2023~', '2023-01-01', '2023-12-31', 'POSSIBLY'],
    ['2023~', '2024-01-01', null, 'NOT'],
    ['201X', '2010-01-01', '2019-12-31', 'CERTAINLY'],
    ['../2023', '2024-01-01', null, 'NOT'],
    ['../2023', null, '2023-12-31', 'CERTAINLY'],
    ['../2023', '1900-01-01', '2023-12-31', 'POSSIBLY'],
    ['2023/', '2030-01-01', '2030-12-31', 'POSSIBLY'],
    ['2023', null, null, 'CERTAINLY'],
    ['2023?', null, null, 'POSSIBLY'],
    ['2023', '2023-08-01', '2023-03-01', 'NOT'],
  ])('%s lies in %s..%s: %s', (text, from, to, answer) => {
    expect(matchRange(text, { from, to })).toBe(answer);
  });

  test('agrees with looking at the days one by one', () => {
    fc.assert(
      fc.property(small, rangeEnd, rangeEnd, (text, from, to) => {
        const inRange = (at: string) => (from === null || at >= from) && (to === null || at <= to);
        const days = [...daysOf(text)];
        const some = days.some(inRange);
        const all = some && days.every(inRange) && !boundsOf(text).qualified;
        expect(matchRange(text, { from, to })).toBe(all ? 'CERTAINLY' : some ? 'POSSIBLY' : 'NOT');
      }),
    );
  });

  test('a wider range never makes the answer less', () => {
    fc.assert(
      fc.property(
        small,
        day(someYear),
        day(someYear),
        fc.nat(400),
        fc.nat(400),
        (text, from, to, before, after) => {
          const narrow = matchRange(text, { from, to });
          const wide = matchRange(text, { from: shiftDays(from, -before), to: shiftDays(to, after) });
          expect(CERTAINTY[wide]).toBeGreaterThanOrEqual(CERTAINTY[narrow]);
          expect(CERTAINTY[matchRange(text, { to })]).toBeGreaterThanOrEqual(CERTAINTY[narrow]);
          expect(CERTAINTY[matchRange(text, { from })]).toBeGreaterThanOrEqual(CERTAINTY[narrow]);
        },
      ),
    );
  });

  test('what lies certainly in a range has a day in it', () => {
    fc.assert(
      fc.property(small, rangeEnd, rangeEnd, (text, from, to) => {
        if (matchRange(text, { from, to }) !== 'CERTAINLY') return;
        const { earliest, latest } = boundsOf(text);
        expect(from === null || (earliest !== null && earliest >= from)).toBe(true);
        expect(to === null || (latest !== null && latest <= to)).toBe(true);
      }),
    );
  });
});

describe('isBefore', () => {
  test.each<[string, string, DateAnswer]>([
    ['2023-12-14', '2023-12-15', 'CERTAINLY'],
    ['2023-12-15', '2023-12-15', 'NOT'],
    ['2023-11', '2023-12-15', 'CERTAINLY'],
    ['2023-12', '2023-12-15', 'POSSIBLY'],
    ['2023-12', '2023-12-01', 'NOT'],
    ['2023-12-14~', '2023-12-15', 'POSSIBLY'],
    ['2023-12-16~', '2023-12-15', 'NOT'],
    ['../2023', '2024', 'CERTAINLY'],
    ['2023/..', '2024', 'POSSIBLY'],
    ['2024', '../2023', 'NOT'],
    ['2023', '2023/', 'POSSIBLY'],
    ['201X', '202X', 'CERTAINLY'],
  ])('%s before %s: %s', (a, b, answer) => {
    expect(isBefore(a, b)).toBe(answer);
  });

  test('two dates are never certainly before each other, and one that certainly is leaves the other not', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        if (isBefore(a, b) === 'CERTAINLY') expect(isBefore(b, a)).toBe('NOT');
      }),
    );
  });

  test('certainly before passes on', () => {
    fc.assert(
      fc.property(small, small, small, (a, b, c) => {
        if (isBefore(a, b) === 'CERTAINLY' && isBefore(b, c) === 'CERTAINLY')
          expect(isBefore(a, c)).toBe('CERTAINLY');
      }),
    );
  });

  test('agrees with comparing the days one by one', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const [daysA, daysB] = [[...daysOf(a)], [...daysOf(b)]];
        const [firstA = '', lastA = ''] = [daysA[0], daysA.at(-1)];
        const [firstB = '', lastB = ''] = [daysB[0], daysB.at(-1)];
        // An end that is open is cut off by the oracle's calendar, and so never certain.
        const cut = boundsOf(a).latest === null || boundsOf(b).earliest === null;
        const sure = !cut && !boundsOf(a).qualified && !boundsOf(b).qualified;
        expect(isBefore(a, b)).toBe(
          lastA < firstB && sure ? 'CERTAINLY' : firstA < lastB ? 'POSSIBLY' : 'NOT',
        );
      }),
      { numRuns: 200 },
    );
  });
});
