import {
  type DateExpression,
  dateIn,
  dayFromNow,
  decadeOf,
  decadeOfCentury,
  halfOf,
  monthFromNow,
  seasonIn,
  weekFromNow,
  type YearReference,
} from './date-expression.ts';

/** The parts of a pattern that recur; a year, if any, is its first two groups. */
const YEAR = '(?:(\\d{4})年|(大前年|前年|去年|上年|今年|本年|明年|后年))';
/** Beginning, middle, end: more than EDTF's level 1 can say, so that the whole is kept, and the original with it. */
const PART = '(?:年?(?:初|底|末|中|中期|初期|末期|早期|晚期|前期|后期|上旬|中旬|下旬))?';
const HOUR = '(?:\\d{1,2}(?:时|点钟?|:)(?:半|\\d{1,2}分?)?)?';
const DAYPART = `(?:凌晨|清晨|早晨|早上|早间|上午|中午|午间|午后|下午|傍晚|晚上|晚间|深夜|夜间|夜里|午夜|晨|早|晚|夜)`;
const TIME = `${DAYPART}?${HOUR}`;

const YEAR_SHIFTS: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  后年: 2,
};
const DAY_SHIFTS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  大后: 3,
};
const UNIT_SHIFTS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 };
const SEASONS = '春夏秋冬';
const WEEKDAYS = '一二三四五六日';

function yearOf(written: string | undefined, word: string | undefined): YearReference {
  if (written !== undefined) return { year: Number(written) };
  return word === undefined ? 'implied' : { shift: YEAR_SHIFTS[word] ?? 0 };
}

type Reader = (groups: readonly (string | undefined)[]) => DateExpression | null;

const forms: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`^${YEAR}${PART}$`), ([, y, w]) => dateIn(yearOf(y, w))],
  [new RegExp(`^${YEAR}?(\\d{1,2})月份?${PART}$`), ([, y, w, month]) => dateIn(yearOf(y, w), Number(month))],
  [
    new RegExp(`^${YEAR}?(\\d{1,2})月(\\d{1,2})[日号]${TIME}$`),
    ([, y, w, month, day]) => dateIn(yearOf(y, w), Number(month), Number(day)),
  ],
  [
    new RegExp(`^(上上|上|本|这|下)个?月(?:(\\d{1,2})[日号]${TIME}|${PART})$`),
    ([, which = '', day]) =>
      monthFromNow(UNIT_SHIFTS[which] ?? 0, day === undefined ? undefined : Number(day)),
  ],
  [
    new RegExp(`^(上上|上|本|这|下|下下)个?(?:周|星期|礼拜)(?:([一二三四五六日天末])${TIME})?$`),
    ([, which = '', day]) => weekFromNow(UNIT_SHIFTS[which] ?? 0, ...daysOfWeek(day)),
  ],
  [
    new RegExp(`^(大前|前|昨|今|明|后|大后)(?:[天日]${TIME}|${DAYPART}${HOUR})$`),
    ([, which = '']) => dayFromNow(DAY_SHIFTS[which] ?? 0),
  ],
  [/^(\d{1,3}|[一二两三四五六七八九十])天前$/, ([, count = '']) => dayFromNow(-smallNumber(count))],
  [new RegExp(`^${YEAR}?(上|下)半年$`), ([, y, w, half]) => halfOf(yearOf(y, w), half === '上' ? 1 : 2)],
  [
    new RegExp(`^${YEAR}([春夏秋冬])(?:天|季)?$`),
    ([, y, w, season = '']) => seasonIn(yearOf(y, w), 21 + SEASONS.indexOf(season)),
  ],
  // 2000年代 may be ten years or a hundred.
  [
    new RegExp(`^(\\d{3}0)年代${PART}$`),
    ([, year]) => (year?.endsWith('00') ? null : decadeOf(Number(year))),
  ],
  [
    new RegExp(`^(上|本)世纪(\\d0)年代${PART}$`),
    ([, which, year]) => decadeOfCentury(which === '上' ? -1 : 0, Number(year)),
  ],
  [
    new RegExp(`^(\\d{1,2})世纪(\\d0)年代${PART}$`),
    ([, century, year]) => decadeOf((Number(century) - 1) * 100 + Number(year)),
  ],
];

/**
 * What a Chinese date expression says; null for one that is not fully understood, or not sure to mean one thing:
 * a bare 周三 or 15日 (of which week or month?), 90年代 (of which century?), 近日, 日前, 目前.
 * The text is expected in NFKC without white space.
 */
export function chineseDate(text: string): DateExpression | null {
  const plain = digitsOf(text.replace(/^[在于]/, '').replace(/^\p{Script=Han}{2,4}时间/u, ''));
  for (const [form, read] of forms) {
    const groups = form.exec(plain);
    if (groups !== null) return read(groups);
  }
  return null;
}

/** The ISO weekday of 周三, 星期三 or 礼拜三; null for anything else. */
export function chineseWeekday(text: string): number | null {
  const day = /^(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text)?.[1];
  return day === undefined ? null : daysOfWeek(day)[0];
}

function daysOfWeek(day: string | undefined): [number, number] {
  if (day === undefined) return [1, 7];
  if (day === '末') return [6, 7];
  const weekday = day === '天' ? 7 : WEEKDAYS.indexOf(day) + 1;
  return [weekday, weekday];
}

/** Numbers written in Han as digits, where a unit of time follows: 二〇二三年十二月十五日 as 2023年12月15日. */
function digitsOf(text: string): string {
  return text.replace(/([〇零○一二三四五六七八九十廿]+)(?=年|月|日|号|世纪)/g, (run: string) =>
    /[十廿]/.test(run) ? String(smallNumber(run)) : Array.from(run, digitOf).join(''),
  );
}

function digitOf(character: string): string {
  const digit = '〇一二三四五六七八九'.indexOf(character);
  return digit < 0 ? '0' : String(digit);
}

function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '两') return 2;
  const [tens = '', ones = ''] = text.replace('廿', '二十').split('十');
  if (!/[十廿]/.test(text)) return Number(digitOf(text));
  return (tens === '' ? 1 : Number(digitOf(tens))) * 10 + (ones === '' ? 0 : Number(digitOf(ones)));
}
