import { describe, expect, it } from 'vitest';
import { inVisualOrder, stretchesOf } from '../../src/server/png/visual-order.ts';

/** From left to right: each stretch as it was written, `<` before one that runs to the left. */
const drawn = (line: string, base: 'ltr' | 'rtl' = 'ltr') =>
  inVisualOrder(stretchesOf(line, base)).map(({ text, level }) => (level % 2 === 1 ? `<${text}` : text));

describe('the order in which a line is drawn', () => {
  it.each([
    ['by itself', 'The bridge is shut', ['The bridge is shut']],
    ['within English', 'According to גשר: shut', ['According to ', '<גשר', ': shut']],
    [
      'keeps apart what stands in isolates',
      'According to \u2068رجل\u2069: \u2068جسر\u2069',
      ['According to ', '<رجل', ': ', '<جسر'],
    ],
    ['turns two around that stand in none', 'According to رجل: جسر', ['According to ', '<رجل: جسر']],
    ['keeps numbers in their own direction', 'גשר 12 סגור', ['<' + ' סגור', '12', '<גשר ']],
    ['beyond the first plane', 'a \u{10800}\u{10801} b', ['a ', '<\u{10800}\u{10801}', ' b']],
    ['without what only directs', '\u200fגשר\u200f', ['<גשר']],
  ])('%s', (_, line, expected) => {
    expect(drawn(line)).toEqual(expected);
  });

  it('begins at the right where the line runs to the left', () => {
    expect(drawn('גשר is shut, אמר', 'rtl')).toEqual(['<, אמר', 'is shut', '<גשר ']);
  });
});
