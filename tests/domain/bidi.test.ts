import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasRightToLeft,
  isolated,
  isolatedLines,
  readsApart,
  runsRightToLeft,
  withoutIsolates,
} from '../../src/domain/bidi.ts';

const arabic = 'محمد العلي';
const pieces = fc.array(
  fc.constantFrom(
    'a',
    'Bridge ',
    '桥',
    '2023',
    ' ',
    'محمد',
    'דוד',
    '“',
    ':',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u202e',
  ),
  { maxLength: 12 },
);
const texts = pieces.map((all) => all.join(''));

/** How deep in isolates a text ends, and how deep it goes below where it began. */
function depths(text: string): { readonly end: number; readonly least: number } {
  let end = 0;
  let least = 0;
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) end++;
    else if (character === '\u2069') end--;
    least = Math.min(least, end);
  }
  return { end, least };
}

describe('a text within a sentence of the service', () => {
  it('stands between isolates where it is written from right to left, and as it is elsewhere', () => {
    expect(isolated(arabic)).toBe(`\u2068${arabic}\u2069`);
    for (const text of ['Niko Felix', '据虎嗅报道', 'café – 12', '']) expect(isolated(text)).toBe(text);
    expect(isolated('a\u202eb')).toBe('\u2068a\u202eb\u2069');
  });

  it('keeps to itself whatever stands in it, holds the text to the letter, and is set apart once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const made = isolated(text);
        expect(made).toContain(text);
        expect(readsApart(made)).toBe(true);
        expect(isolated(made)).toBe(made);
        if (made !== text) expect(depths(made)).toEqual({ end: 0, least: 0 });
        expect(withoutIsolates(made)).toBe(withoutIsolates(text));
      }),
    );
  });

  it('runs as its first letter does, what stands apart in it aside', () => {
    expect(runsRightToLeft(arabic)).toBe(true);
    expect(runsRightToLeft(`“${arabic}” said`)).toBe(true);
    expect(runsRightToLeft(`${isolated(arabic)} denies: the bridge`)).toBe(false);
    expect(runsRightToLeft(isolated(arabic))).toBe(true);
    expect(runsRightToLeft('The bridge')).toBe(false);
  });

  it('broken into lines, each line is whole and reads as it would in the one', () => {
    const text = `According to ${isolated(`${arabic} Latin`)}: ${isolated('the דוד')}`;
    const lines = text.split(' ');
    const made = isolatedLines(lines);
    expect(made.map(withoutIsolates)).toEqual(lines.map(withoutIsolates));
    for (const line of made) expect(depths(line)).toEqual({ end: 0, least: 0 });
    // The direction of the first line of an isolate is that of all.
    expect(made[3]).toBe('\u2067العلي\u2069');
    expect(made[4]).toBe('\u2067Latin\u2069:');
    expect(made[6]).toBe('\u2066דוד\u2069');
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), (some) => {
        const broken = isolatedLines(some);
        for (const [at, line] of broken.entries()) {
          if (some.some((one) => /[\u2066-\u2069]/.test(one)))
            expect(depths(line)).toEqual({ end: 0, least: 0 });
          expect(withoutIsolates(line)).toBe(withoutIsolates(some[at] ?? ''));
        }
      }),
    );
    expect(hasRightToLeft(text)).toBe(true);
  });
});
