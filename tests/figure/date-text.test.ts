import { expect, it } from 'vitest';
import { dateText } from '../../src/figure/date-text.ts';
import { messagesFor } from '../../src/figure/messages.ts';

it.each([
  ['2023-12-15', '2023-12-15', '2023-12-15'],
  ['2023-12', 'Dec 2023', '2023年12月'],
  ['2023', '2023', '2023年'],
  ['2023-12-18~', 'c. 2023-12-18', '约 2023-12-18'],
  ['2019~', 'c. 2019', '约 2019年'],
  ['2023-06?', 'Jun 2023?', '2023年6月?'],
  ['2023%', 'c. 2023?', '约 2023年?'],
  ['../2023-12-15', 'until 2023-12-15', '2023-12-15 及之前'],
  ['../2023-12-18~', 'until c. 2023-12-18', '约 2023-12-18 及之前'],
  ['2023-06/2023-08', 'Jun 2023 – Aug 2023', '2023年6月 – 2023年8月'],
  ['2023/..', 'since 2023', '2023年起'],
  ['/2023', '? – 2023', '? – 2023年'],
  ['2023-XX-15', '2023-XX-15', '2023-XX-15'],
  ['no date', 'no date', 'no date'],
])('shows %s as precisely as it is known', (edtf, english, chinese) => {
  expect(dateText(edtf, messagesFor('en'))).toBe(english);
  expect(dateText(edtf, messagesFor('zh-Hans'))).toBe(chinese);
});
