import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchored, reanchor } from '../../src/domain/reanchor.ts';
import { codePointLength, findOccurrences, toText } from '../../src/domain/text.ts';

/** Words of one set of characters amid those of another, so that they stand once. */
const inside = fc.constantFrom('a', 'b', 'c', '字', '节', '跳', '𠮷', '😀');
const outside = fc.constantFrom('(', '=', ' ', '动', '。', '𠀋', '😃', '\n');
const words = fc.string({ unit: inside, minLength: 5, maxLength: 40 });
const around = fc.string({ unit: outside, maxLength: 60 });

const standing = (before: string, exact: string): Anchored => {
  const start = codePointLength(before);
  return { exact, start, end: start + codePointLength(exact) };
};

describe('a passage in a later text of its source', () => {
  it('is EXACT where the text is the same', () => {
    fc.assert(
      fc.property(around, words, around, (before, exact, after) => {
        expect(reanchor(before + exact + after, standing(before, exact))).toEqual({ state: 'EXACT' });
      }),
    );
  });

  it('is MOVED where something was put in before it, and EXACT where it was put in after', () => {
    fc.assert(
      fc.property(
        around,
        words,
        around,
        fc.string({ unit: outside, minLength: 1 }),
        (before, exact, after, more) => {
          const passage = standing(before, exact);
          expect(reanchor(more + before + exact + after, passage)).toEqual({ state: 'MOVED' });
          expect(reanchor(before + exact + more + after, passage)).toEqual({ state: 'EXACT' });
        },
      ),
    );
  });

  it('is ALTERED where a character within it became another, and tells what stands there now', () => {
    fc.assert(
      fc.property(
        around,
        words,
        around,
        outside,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (before, exact, after, other, at) => {
          const characters = Array.from(exact);
          const place = 1 + Math.floor(at * (characters.length - 2));
          const altered = characters.with(place, other).join('');
          const now = reanchor(before + altered + after, standing(before, exact));
          expect(now.state).toBe('ALTERED');
          expect(now.found).toContain(altered);
        },
      ),
    );
  });

  it('tells of an ALTERED one no more than two fifths over its own length, and what is new at its edges', () => {
    fc.assert(
      fc.property(fc.string({ unit: inside, maxLength: 200 }), words, (text, exact) => {
        const { state, found } = reanchor(text, standing('', exact));
        expect(state === 'ALTERED').toBe(found !== undefined);
        if (found === undefined) return;
        expect(toText(text)).toContain(found);
        expect(codePointLength(found)).toBeLessThanOrEqual(1.4 * codePointLength(exact) + 2 * (40 + 30));
      }),
    );
  });

  it('is GONE where it was taken out', () => {
    fc.assert(
      fc.property(around, words, around, (before, exact, after) => {
        expect(reanchor(before + after, standing(before, exact))).toEqual({ state: 'GONE' });
      }),
    );
  });

  it('stands in several places where its words do, and is EXACT if one of them is its own', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 4 }), (exact, times) => {
        const text = `${exact}x`.repeat(times);
        const starts = findOccurrences(text, exact);
        expect(starts.length).toBeGreaterThanOrEqual(times);
        for (const start of starts)
          expect(reanchor(text, { exact, start, end: start + codePointLength(exact) }).state).toBe('EXACT');
        expect(reanchor(text, { exact, start: 10_000, end: 10_000 + codePointLength(exact) }).state).toBe(
          'MOVED',
        );
      }),
    );
  });

  it('is told apart by its prefix: the same words of somebody else are not it', () => {
    const passage = { exact: 'it is safe', prefix: 'The firm: ', start: 33, end: 43 };
    const text = 'The mayor: it is safe. The firm: it is safe.';
    expect(reanchor(text, passage)).toEqual({ state: 'EXACT' });
    expect(reanchor(`News. ${text}`, passage)).toEqual({ state: 'MOVED' });
    expect(reanchor('The firm: it is safe. The mayor: it is safe.', passage)).toEqual({ state: 'MOVED' });
    expect(reanchor('The mayor: it is safe.', passage)).toEqual({
      state: 'ALTERED',
      found: 'he mayor: it is safe',
    });
  });

  it('is found in Chinese as in any script', () => {
    const old = '字节跳动表示，账号已被封禁，正在沟通。';
    const exact = '账号已被封禁';
    const passage = standing(old.slice(0, old.indexOf(exact)), exact);
    expect(reanchor(`更新：${old}`, passage)).toEqual({ state: 'MOVED' });
    expect(reanchor('字节跳动表示，账号未被封禁，正在沟通。', passage)).toEqual({
      state: 'ALTERED',
      found: '账号未被封禁',
    });
    expect(reanchor('字节跳动表示，正在沟通。', passage)).toEqual({ state: 'GONE' });
  });

  it.each([
    ['the plan is dead', 'Alice said “the plan is not dead” on Monday.', 'the plan is not dead'],
    ['the plan is dead', 'Alice said the plan is by no means dead, though.', 'the plan is by no means dead'],
    [
      'the plan is dead',
      'Alice said “the plan is definitely not at all dead” on Monday.',
      'the plan is definitely not at all dead',
    ],
    ['nobody is safe', 'Here everybody is safe now.', 'Here everybody is safe'],
    ['the bank is safe', 'Now the bank was safer.', 'the bank was safer'],
    ['Ann says it is so', 'He said no. Ann never says it is so.', 'Ann never says it is so'],
    ['profit rose 3.5 percent', 'Its profit rose 3.45 percent.', 'profit rose 3.45 percent'],
    ['我们承认账号已被封禁', '公司表示，我们从来不承认账号已被封禁。', '我们从来不承认账号已被封禁'],
    ['我们承认账号已被封禁', '公司表示，我们承认账号已恢复正常使用。', '我们承认账号已恢复正常使用'],
  ])('tells what is new in “%s” where “%s” stands now', (exact, text, found) => {
    expect(reanchor(text, standing('', exact))).toEqual({ state: 'ALTERED', found });
  });

  it('tells of an endless clause no more than the word that stands 40 characters on', () => {
    const { found } = reanchor(`the plan is ${'on and '.repeat(50)}`, standing('', 'the plan is dead'));
    expect(found).toBe(`the plan is ${'on and '.repeat(7)}`.trimEnd());
  });

  it('tells no control character and no half of a character', () => {
    const passage = { exact: 'abcdef', start: 0, end: 6 };
    expect(reanchor('ab\u0007cdef', passage)).toEqual({ state: 'ALTERED', found: 'ab\ufffdcdef' });
    expect(reanchor('ab\ud83dcdef', passage)).toEqual({ state: 'ALTERED', found: 'ab\ufffdcdef' });
  });
});
