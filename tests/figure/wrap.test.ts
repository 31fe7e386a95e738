import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemes, textWidth } from '../../src/figure/text-width.ts';
import { wrapText } from '../../src/figure/wrap.ts';

const lines = (text: string, width: number, maxLines = 99) => wrapText(text, 10, width, maxLines).lines;

describe('textWidth', () => {
  it.each([
    ['字节', 20],
    ['，。', 20],
    ['e\u0301', 5.56],
    ['iiii', 8.88],
    ['“字”', 30],
    ['🇨🇳', 13.5],
    ['👩‍👩‍👧‍👦', 13.5],
    ['\u200b', 0],
  ])('measures %j at 10 px as %d', (text, width) => {
    expect(textWidth(text, 10)).toBeCloseTo(width, 5);
  });

  it('measures bold Latin wider and bold Chinese alike', () => {
    expect(textWidth('abc', 10, true)).toBeGreaterThan(textWidth('abc', 10));
    expect(textWidth('字节', 10, true)).toBe(textWidth('字节', 10));
  });
});

describe('wrapText', () => {
  it('breaks Chinese between characters and English at spaces', () => {
    expect(lines('字节跳动使用', 40)).toEqual(['字节跳动', '使用']);
    expect(lines('one two three', 45)).toEqual(['one two', 'three']);
    expect(lines('使用OpenAI的数据', 50)).toEqual(['使用', 'OpenAI的', '数据']);
  });

  it.each([
    ['字节跳动，使用', 40, ['字节跳', '动，使用']],
    ['字节跳（动）使', 40, ['字节跳', '（动）使']],
    ['他说：“我们”好', 40, ['他说：', '“我们”', '好']],
    ['低调是原罪？', 50, ['低调是原', '罪？']],
  ])('keeps marks off the wrong end of a line: %s', (text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  it('cuts a word only where it fits no line, and never between a letter and its marks or within a pair', () => {
    expect(lines('aaaaaaaaaa', 30)).toEqual(['aaaaa', 'aaaaa']);
    expect(lines('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 20)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
    expect(lines('e\u0301e\u0301e\u0301', 12)).toEqual(['e\u0301e\u0301', 'e\u0301']);
  });

  it('ends in an ellipsis what has more lines than it may, and says so', () => {
    expect(wrapText('字节跳动使用数据', 10, 40, 1)).toEqual({ lines: ['字节跳…'], complete: false });
    expect(wrapText('字节跳，使用数据', 10, 40, 1)).toEqual({ lines: ['字节跳…'], complete: false });
    expect(wrapText('字节', 10, 40, 1)).toEqual({ lines: ['字节'], complete: true });
    expect(wrapText('', 10, 40, 1)).toEqual({ lines: [''], complete: true });
  });

  const pieces = fc.array(
    fc.constantFrom('字', '节', 'word', ' ', '，', '。', '（', '）', '“', '”', '…', 'e\u0301', '👍🏽', 'ก'),
    { maxLength: 60 },
  );

  it('keeps every character, and splits none of them', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 40, max: 200 }), (parts, width) => {
        const text = parts.join('');
        const wrapped = lines(text, width);
        expect(wrapped.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(wrapped.flatMap(graphemes).filter((piece) => piece !== ' ')).toEqual(
          graphemes(text.replaceAll(' ', '')),
        );
        for (const line of wrapped) expect(textWidth(line, 10)).toBeLessThanOrEqual(width + 1e-9);
      }),
      { seed: 5 },
    );
  });

  it('starts no line with a closing mark and ends none with an opening one, where marks do not follow marks', () => {
    const phrase = fc.constantFrom('字节', '数据，', '（字）', '“字”。', 'word ');
    fc.assert(
      fc.property(
        fc.array(phrase, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 60, max: 200 }),
        (parts, width) => {
          for (const line of lines(parts.join(''), width)) expect(line).not.toMatch(/^[，。）”]|[（“]$/);
        },
      ),
      { seed: 6 },
    );
  });
});
