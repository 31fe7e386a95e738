import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../src/domain/errors.ts';
import { resolveDate } from '../../src/domain/relative-date.ts';

/** A Monday; inferred, hence the qualifier. */
const published = '2023-12-18~';
const resolved = (written: string, edtf: string) => resolveDate(written, { edtf })?.edtf ?? null;

describe('resolveDate', () => {
  test.each([
    ['12月15日', '2023-12-15'],
    ['12月15日晚', '2023-12-15'],
    ['12月15日晚8点', '2023-12-15'],
    ['12月15日20:30', '2023-12-15'],
    ['当地时间12月15日', '2023-12-15'],
    ['12月15号', '2023-12-15'],
    ['十二月十五日', '2023-12-15'],
    ['2023年11月14日', '2023-11-14'],
    ['在2023年11月14日', '2023-11-14'],
    ['二〇二三年十一月十四日', '2023-11-14'],
    ['2023-11-14', '2023-11-14'],
    ['2023/11/14', '2023-11-14'],
    ['2023.11', '2023-11'],
    ['8月', '2023-08'],
    ['8月底', '2023-08'],
    ['11月', '2023-11'],
    ['12月', '2023-12'],
    ['2019 年中期', '2019'],
    ['2023年', '2023'],
    ['2023年初', '2023'],
    ['今年', '2023'],
    ['去年年底', '2022'],
    ['前年', '2021'],
    ['明年', '2024'],
    ['去年12月', '2022-12'],
    ['去年12月28日', '2022-12-28'],
    ['今年上半年', '2023-01/2023-06'],
    ['2023年夏天', '2023-22'],
    ['本月', '2023-12'],
    ['本月15日', '2023-12-15'],
    ['上月', '2023-11'],
    ['上个月', '2023-11'],
    ['上上个月', '2023-10'],
    ['昨日', '2023-12-17~'],
    ['昨晚', '2023-12-17~'],
    ['今天', '2023-12-18~'],
    ['前天', '2023-12-16~'],
    ['明天', '2023-12-19~'],
    ['三天前', '2023-12-15~'],
    ['上周', '2023-12-11~/2023-12-17~'],
    ['本周', '2023-12-18~/2023-12-24~'],
    ['上周三', '2023-12-13~'],
    ['上周末', '2023-12-16~/2023-12-17~'],
    ['3月以来', '2023-03/2023-12-18~'],
    ['自3月以来', '2023-03/2023-12-18~'],
    ['今年以来', '2023/2023-12-18~'],
    ['2020年至今', '2020/2023-12-18~'],
    ['2010年代', '201X'],
    ['上世纪90年代', '199X'],
    ['20世纪九十年代', '199X'],
    ['2019年左右', '2019~'],
    ['大约在2019年', '2019~'],
  ])('reads %s in a text published about 18 December 2023 as %s', (written, edtf) => {
    expect(resolved(written, published)).toBe(edtf);
  });

  test.each([
    ['December 15', '2023-12-15'],
    ['on December 15th', '2023-12-15'],
    ['Dec. 15 2023', '2023-12-15'],
    ['Dec. 15, 2023', '2023-12-15'],
    ['Friday, Dec. 15', '2023-12-15'],
    ['15 December 2023', '2023-12-15'],
    ['the 15th of December', '2023-12-15'],
    ['December 15 last year', '2022-12-15'],
    ['yesterday', '2023-12-17~'],
    ['last night', '2023-12-17~'],
    ['today', '2023-12-18~'],
    ['tomorrow', '2023-12-19~'],
    ['two days ago', '2023-12-16~'],
    ['last week', '2023-12-11~/2023-12-17~'],
    ['last month', '2023-11'],
    ['last year', '2022'],
    ['this month', '2023-12'],
    ['earlier this year', '2023'],
    ['last Wednesday', '2023-12-13~'],
    ['in August', '2023-08'],
    ['in August 2022', '2022-08'],
    ['August of last year', '2022-08'],
    ['mid-2019', '2019'],
    ['the end of 2019', '2019'],
    ['since March', '2023-03/2023-12-18~'],
    ['the 1990s', '199X'],
    ['around 2019', '2019~'],
    ['summer 2023', '2023-22'],
    ['the first half of 2023', '2023-01/2023-06'],
  ])('reads "%s" in a text published about 18 December 2023 as %s', (written, edtf) => {
    expect(resolved(written, published)).toBe(edtf);
  });

  test.each([
    '近日',
    '日前',
    '近期',
    '目前',
    '曾经',
    '当天',
    '不久前',
    '周三',
    '星期三',
    '15日',
    '90年代',
    '2000年代',
    'ChatGPT问世以来',
    '6月发布',
    '',
  ])('makes nothing up for %s', (written) => {
    expect(resolveDate(written, { edtf: published })).toBeNull();
  });

  test.each([
    'recently',
    'Wednesday',
    'this Wednesday',
    'last August',
    'the 2000s',
    '05/06/2023',
    '2023-24',
    'a while ago',
    'since recently',
  ])('makes nothing up for "%s"', (written) => {
    expect(resolveDate(written, { edtf: published })).toBeNull();
  });

  test.each([
    '2月30日',
    '13月',
    '13月1日',
    '2023年2月29日',
    '0月',
    '2023-13-01',
    'February 30',
    '12月15日(周四)',
    'Monday, December 15',
  ])('has no date for %s, which cannot be', (written) => {
    expect(resolveDate(written, { edtf: published })).toBeNull();
  });

  test('takes a weekday in brackets as a check of the date', () => {
    expect(resolved('12月15日（周五）', published)).toBe('2023-12-15');
  });

  test('keeps what was written, and what it was resolved against', () => {
    expect(resolveDate('１２月\u00a015日', { edtf: published })).toEqual({
      edtf: '2023-12-15',
      original: '１２月\u00a015日',
      resolvedAgainst: 'published 2023-12-18~',
    });
    expect(resolveDate('8月', { edtf: published, label: 'posted' })?.resolvedAgainst).toBe(
      'posted 2023-12-18~',
    );
  });

  test.each(['2019\u00a0年中期', '2019\u2009年中期', '２０１９年中期', '2019 年 中期'])(
    'reads %j whatever its spaces and width',
    (written) => {
      expect(resolved(written, published)).toBe('2019');
    },
  );

  test('does not choose between last year and an announcement', () => {
    expect(resolved('12月28日', '2024-01-05')).toBeNull();
    expect(resolved('12月', '2024-01-05')).toBeNull();
    expect(resolved('December 28', '2024-01-05')).toBeNull();
    expect(resolved('去年12月28日', '2024-01-05')).toBe('2023-12-28');
    expect(resolved('今年12月28日', '2024-01-05')).toBe('2024-12-28');
    expect(resolved('1月5日', '2024-01-05')).toBe('2024-01-05');
  });

  test.each([
    ['本月', '2023-12-31?', '2023-12?'],
    ['今年', '2023-12-31?', '2023?'],
    ['今年', '2023-12-18~', '2023'],
    ['12月15日', '2023-12-28%', '2023-12-15%'],
    ['今年', '2023-06~', '2023'],
    ['本月', '2023-06~', '2023-06~'],
    ['今年', '2023-12~', '2023~'],
    ['去年', '2023~', '2022~'],
    ['12月15日', '2023?', '2023-12-15?'],
    ['2019年', '2023?', '2019'],
    ['昨天左右', '2023-12-18?', '2023-12-17%'],
    ['昨天', '2023-12-17~/2023-12-18?', '2023-12-16~/2023-12-17?'],
    ['上世纪90年代', '2023~', '199X'],
  ])(
    '%s against %s is %s: the doubt about the publication goes as far as it matters',
    (written, against, edtf) => {
      expect(resolved(written, against)).toBe(edtf);
    },
  );

  test.each([
    ['昨天', '2023-12', '2023-11-30/2023-12-30'],
    ['今天', '2023-12', '2023-12'],
    ['本月', '2023', '2023'],
    ['去年', '2022/2023', '2021/2022'],
    ['12月15日', '2023-12', '2023-12-15'],
    ['12月15日', '2022-11/2023-02', null],
    ['去年', '../2023-12-18', null],
    ['2019年', '../2023-12-18', '2019'],
    ['2019年以来', '../2023-12-18', '2019/2023-12-18'],
    ['2019年以来', '2023/..', null],
    ['3月以来', '2023-12-XX', '2023-03/2023-12'],
    ['3月以来', '201X', null],
    ['上世纪90年代', '1999/2001', null],
    ['昨天', '0000-01-01', null],
    ['去年', '0000', null],
  ])('%s against %s, which leaves open when exactly, is %s', (written, against, edtf) => {
    expect(resolved(written, against)).toBe(edtf);
  });

  test('last Wednesday is a date only while it means but one', () => {
    expect(resolved('last Wednesday', '2023-12-19')).toBe('2023-12-13');
    expect(resolved('last Wednesday', '2023-12-20')).toBe('2023-12-13');
    expect(resolved('last Wednesday', '2023-12-22')).toBeNull();
    expect(resolved('last week', '2023-12-17')).toBeNull();
  });

  test('refuses a publication date that is none', () => {
    expect(() => resolveDate('12月15日', { edtf: 'December' })).toThrow(InvalidInput);
  });
});
