import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/domain/bundle.ts';
import { checkPassages } from './check-passages.ts';
import { checkCoverage, checkRows } from './check-sentences.ts';
import { readSeed } from './seed-bundle.ts';

const text = 'It rains. \u{1f327} She says:\u00a0it rains.';

function passage(exact: string, start: number, around: { prefix?: string; suffix?: string } = {}) {
  const one: Bundle['passages'][number] = {
    key: 'p',
    version: 'v',
    exact,
    ...around,
    start,
    end: start + [...exact].length,
    language: 'en',
    rendering: 'ORIGINAL',
  };
  return one;
}

describe('the check of passages', () => {
  it('takes one that stands there to the character', () => {
    expect(checkPassages(text, [passage('It rains', 0)])).toEqual({ lookedAt: 1, problems: [] });
  });

  it('refuses one whose no-break space became a plain one', () => {
    expect(checkPassages(text, [passage('says:\u00a0it', 16)]).problems).toEqual([]);
    expect(checkPassages(text, [passage('says: it', 16)]).problems).toHaveLength(1);
  });

  it('refuses one that stands one character further on', () => {
    expect(checkPassages(text, [passage('It rains', 1)]).problems).toHaveLength(1);
  });

  it('refuses one that stands twice until a prefix or suffix tells it apart', () => {
    expect(checkPassages(text, [passage('rains', 3)]).problems).toHaveLength(1);
    expect(checkPassages(text, [passage('rains', 3, { prefix: 'It ' })]).problems).toEqual([]);
  });

  it('refuses a prefix where none is needed', () => {
    expect(checkPassages(text, [passage('says', 16, { prefix: 'She ' })]).problems).toHaveLength(1);
  });
});

describe('the check of sentences', () => {
  it('finds a character outside every sentence, and one in two of them', () => {
    const whole = { start: 0, end: 12, gives: [], none: 'weather' };
    expect(checkCoverage('It rains. Ok', [whole]).problems).toEqual([]);
    expect(checkCoverage('It rains. Ok', [{ ...whole, end: 9 }]).problems).toHaveLength(2);
    expect(checkCoverage('It rains. Ok', [whole, { ...whole, end: 2 }]).problems).toHaveLength(2);
  });

  it('refuses a row without assertions or reason, and one whose assertion is not read there', () => {
    const seed = readSeed();
    const [assertion] = seed.assertions;
    const far = { start: 1_000_000, end: 1_000_001 };
    const rows = [
      { ...far, gives: [] },
      { ...far, gives: ['no-such-assertion'] },
      { ...far, gives: [assertion?.key ?? ''] },
    ];
    expect(checkRows(seed, rows).problems).toHaveLength(3);
  });
});
