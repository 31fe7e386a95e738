import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, turningCharacter } from '../../src/domain/text-faults.ts';
import { NotUtf8, textOfUtf8 } from '../../src/domain/utf8.ts';

describe('a text', () => {
  it.each(['', ' ', '\t\n', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u2060\u00ad', '\u202e'])(
    'of %j alone shows nothing',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['a', ' . ', '字', '👨\u200d👩', '\u0301'])('of %j shows something', (text) => {
    expect(isBlank(text)).toBe(false);
  });

  it.each([
    ['a\u202eb', 'U+202E'],
    ['a\u202db\u202c', 'U+202D'],
    ['a\u202ab', 'U+202A'],
    ['a\u202cb', 'U+202C'],
    ['\u2067a\u202c', 'U+202C'],
    ['\u202ba\u2069', 'U+2069'],
    ['\u2066\u202ba\u2069\u202c', 'U+2069'],
    ['a\u2068', 'U+2068'],
  ])('%j turns what stands around it', (text, came) => {
    expect(turningCharacter(text)).toBe(came);
  });

  it.each([
    'שלום',
    'مرحبا (abc) مرحبا',
    '\u200fa\u200e',
    '\u2067שלום\u2069',
    '\u202bשלום \u2068a\u2069\u202c',
  ])('%j of either direction turns nothing', (text) => {
    expect(turningCharacter(text)).toBeNull();
  });
});

describe('bytes', () => {
  it('of any text are that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textOfUtf8(new TextEncoder().encode(text))).toBe(text.replace(/^\ufeff/, ''));
      }),
    );
  });

  it('that are no UTF-8 are refused at the first that is wrong, whatever stands before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const before = new TextEncoder().encode(text);
        const bytes = Uint8Array.from([...before, 0xe9, 0x20]);
        const line = text.split('\n').length;
        expect(() => textOfUtf8(bytes)).toThrow(NotUtf8);
        expect(() => textOfUtf8(bytes)).toThrow(`byte ${before.length} (line ${line}) is 0xE9`);
      }),
    );
  });

  it.each([
    ['a character cut off at the end', [0x61, 0xe5, 0xad], 1],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], 0],
    ['a longer spelling than need be', [0x61, 0x62, 0xc0, 0xaf], 2],
  ])('are refused for %s', (_name, bytes, at) => {
    expect(() => textOfUtf8(Uint8Array.from(bytes))).toThrow(`byte ${at} `);
  });

  it('of a character that stands for an unknown one are that character, where somebody wrote it', () => {
    expect(textOfUtf8(new TextEncoder().encode('a\ufffdb'))).toBe('a\ufffdb');
  });
});
