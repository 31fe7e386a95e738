import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, edtfDate, edtfString } from '../../src/domain/edtf-date.ts';
import { InvalidInput } from '../../src/domain/errors.ts';
import { anyYear, edtf, plain, qualifier, someYear, yearMonth } from '../support/arbitrary-edtf.ts';

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
    ['2023-02-30', 'a day that exists'],
    ['2023-04-31', 'a day that exists'],
    ['2023-04-31~/2023-05', 'a day that exists'],
    ['2023-13-01', 'expected an EDTF date of level 0 or 1'],
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
      fc.property(fc.oneof(edtf(anyYear), edtf(someYear)), (text) => {
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
