import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, type DateAnswer, isBefore, matchRange } from '../../src/domain/edtf-date.ts';
import { shiftDays } from '../../src/domain/iso-day.ts';
import { day, edtf, someYear } from '../support/arbitrary-edtf.ts';

const CERTAINTY: Readonly<Record<DateAnswer, number>> = { NOT: 0, POSSIBLY: 1, CERTAINLY: 2 };

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
