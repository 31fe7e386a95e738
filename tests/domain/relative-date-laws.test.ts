import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, edtfString } from '../../src/domain/edtf-date.ts';
import { isoWeekday, shiftDays } from '../../src/domain/iso-day.ts';
import { resolveDate } from '../../src/domain/relative-date.ts';

const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const resolved = (written: string, edtf: string) => resolveDate(written, { edtf })?.edtf ?? null;

describe('resolveDate', () => {
  test('a day without its year, read against any day, has the year of that day and is never after it', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (against, month, dayOfMonth) => {
          const date = `${against.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
          const expected = edtfString.safeParse(date).success && date <= against ? date : null;
          expect(resolved(`${month}月${dayOfMonth}日`, against)).toBe(expected);
        },
      ),
    );
  });

  test('words for days count days, and weeks run from Monday to Sunday', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 7 }), (against, weekday) => {
        expect(resolved('昨天', against)).toBe(shiftDays(against, -1));
        expect(resolved('后天', against)).toBe(shiftDays(against, 2));
        const [monday = '', sunday = ''] = resolved('上周', against)?.split('/') ?? [];
        expect([isoWeekday(monday), isoWeekday(sunday)]).toEqual([1, 7]);
        expect(shiftDays(sunday, isoWeekday(against))).toBe(against);
        expect(resolved(`上周${'一二三四五六日'.charAt(weekday - 1)}`, against)).toBe(
          shiftDays(monday, weekday - 1),
        );
      }),
    );
  });

  test('what is read against an interval holds for every day of it', () => {
    const words = fc.constantFrom(
      '昨天',
      '上周',
      '本月',
      '上个月',
      '去年',
      '今年上半年',
      '上周三',
      'yesterday',
      'last month',
    );
    fc.assert(
      fc.property(words, day, fc.nat(60), fc.nat(60), (written, from, length, offset) => {
        const to = shiftDays(from, length) ?? from;
        const between = shiftDays(from, Math.min(offset, length)) ?? from;
        const whole = boundsOf(resolved(written, `${from}/${to}`) ?? '');
        const one = boundsOf(resolved(written, between) ?? '');
        expect(`${whole.earliest}` <= `${one.earliest}` && `${one.latest}` <= `${whole.latest}`).toBe(true);
      }),
    );
  });

  test('whatever is written, the answer is an EDTF date or nothing', () => {
    const pieces = fc.constantFrom(
      ...[
        '2023',
        '年',
        '12',
        '月',
        '15',
        '日',
        '去',
        '今',
        '上',
        '周',
        '三',
        '以来',
        '左右',
        '晚',
        '自',
        '世纪',
        '年代',
        '十',
        '半',
        ' ',
        '前',
      ],
      ...[
        'since ',
        'last ',
        'early ',
        'december',
        ' 15',
        ', ',
        'week',
        'mid-',
        'the ',
        '1990s',
        'around ',
        'year',
        'friday ',
      ],
    );
    const written = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join('')),
    );
    const against = fc.constantFrom(
      '2023-12-18~',
      '2023',
      '2023-12',
      '../2023',
      '201X',
      '2023-24',
      '2023-02-28?/2024',
    );
    fc.assert(
      fc.property(written, against, (text, edtf) => {
        const result = resolveDate(text, { edtf });
        if (result === null) return;
        expect(edtfString.safeParse(result.edtf).success).toBe(true);
        expect(result.original).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
