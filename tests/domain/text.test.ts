import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anchor,
  codePointLength,
  findOccurrences,
  sha256OfText,
  sliceCodePoints,
  toText,
} from '../../src/domain/text.ts';

/** Few characters, so that the same stands more than once; two of them outside the basic plane. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '字', '𠮷', '😀', '\n', '\u00a0'), maxLength: 30 });
const piece = fc.string({ unit: fc.constantFrom('a', 'b', '字', '𠮷', '😀'), maxLength: 3 });

/** The straightforward way, an array of code points. */
function occurrencesByArray(whole: string, exact: string): number[] {
  const points = Array.from(whole);
  const sought = Array.from(exact);
  if (sought.length === 0) return [];
  return points.flatMap((_, at) =>
    sought.every((point, index) => points[at + index] === point) ? [at] : [],
  );
}

describe('toText', () => {
  test('composes characters and ends lines with LF', () => {
    expect(toText('cafe\u0301\r\nbar\rbaz\n')).toBe('café\nbar\nbaz\n');
  });

  test('leaves spaces, width and a byte order mark as they are', () => {
    expect(toText('\ufeffＡ\u00a0 b')).toBe('\ufeffＡ\u00a0 b');
  });

  test('done twice is done once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(toText(toText(raw))).toBe(toText(raw));
      }),
    );
  });
});

describe('sha256OfText', () => {
  test('is that of the UTF-8 bytes, in hex', () => {
    expect(sha256OfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256OfText('据《虎嗅》')).toBe(
      createHash('sha256').update(Buffer.from('据《虎嗅》')).digest('hex'),
    );
  });

  test('does not depend on line ends or on how characters are composed', () => {
    expect(sha256OfText('e\u0301\r\n')).toBe(sha256OfText('é\n'));
  });
});

describe('code points', () => {
  test('an astral character counts as one', () => {
    expect(codePointLength('a𠮷😀')).toBe(3);
    expect(sliceCodePoints('a𠮷😀b', 1, 3)).toBe('𠮷😀');
  });

  test('a slice leaves out what lies beyond the ends', () => {
    expect(sliceCodePoints('字节', -1, 9)).toBe('字节');
    expect(sliceCodePoints('字节', 5, 9)).toBe('');
    expect(sliceCodePoints('a𠮷', 1, 0)).toBe('');
  });

  test('lengths and slices are those of an array of code points', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'binary' })),
        fc.nat(35),
        fc.nat(35),
        (whole, start, end) => {
          expect(codePointLength(whole)).toBe(Array.from(whole).length);
          expect(sliceCodePoints(whole, start, end)).toBe(Array.from(whole).slice(start, end).join(''));
        },
      ),
    );
  });
});

describe('findOccurrences', () => {
  test('finds all, overlapping ones too', () => {
    expect(findOccurrences('😀aaa', 'aa')).toEqual([1, 2]);
  });

  test('finds nothing where nothing is sought', () => {
    expect(findOccurrences('abc', '')).toEqual([]);
  });

  test('does not find half a character', () => {
    expect(findOccurrences('😀', '\ude00')).toEqual([]);
    expect(findOccurrences('😀', '\ud83d')).toEqual([]);
  });

  test('agrees with looking at every place of an array of code points', () => {
    fc.assert(
      fc.property(text, piece, (whole, exact) => {
        expect(findOccurrences(whole, exact)).toEqual(occurrencesByArray(whole, exact));
      }),
    );
  });

  test('what is found is what stands there', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.integer({ min: 1, max: 5 }), (whole, at, length) => {
        const exact = sliceCodePoints(whole, at, at + length);
        if (exact === '') return;
        const found = findOccurrences(whole, exact);
        expect(found).toContain(at);
        for (const offset of found)
          expect(sliceCodePoints(whole, offset, offset + codePointLength(exact))).toBe(exact);
      }),
    );
  });

  test('goes through a megabyte with a hundred thousand hits in a moment', () => {
    const whole = '😀字节跳动abc'.repeat(100_000);
    const begun = performance.now();
    expect(findOccurrences(whole, '跳动')).toHaveLength(100_000);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('anchor', () => {
  test('tells like passages apart by what stands around them', () => {
    const whole = '他说。她说。';
    expect(anchor(whole, { exact: '说', prefix: null, suffix: null })).toEqual([1, 4]);
    expect(anchor(whole, { exact: '说', prefix: '她' })).toEqual([4]);
    expect(anchor(whole, { exact: '说', suffix: '。她' })).toEqual([1]);
    expect(anchor(whole, { exact: '说', prefix: '它' })).toEqual([]);
    expect(anchor(whole, { exact: '', prefix: '他' })).toEqual([]);
  });

  test('gives the offset of the exact words, in code points', () => {
    expect(anchor('𠮷𠮷a', { exact: 'a', prefix: '𠮷𠮷' })).toEqual([2]);
  });

  test('keeps of all occurrences just those with prefix and suffix right beside them', () => {
    fc.assert(
      fc.property(text, piece, piece, piece, (whole, prefix, exact, suffix) => {
        const length = codePointLength(exact);
        const expected = findOccurrences(whole, exact).filter(
          (at) =>
            sliceCodePoints(whole, 0, at).endsWith(prefix) &&
            sliceCodePoints(whole, at + length, codePointLength(whole)).startsWith(suffix),
        );
        expect(anchor(whole, { exact, prefix, suffix })).toEqual(expected);
      }),
    );
  });
});
