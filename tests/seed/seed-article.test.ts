import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/domain/bundle.ts';
import { codePointLength, findOccurrences, sha256OfText } from '../../src/domain/text.ts';
import { checkPassages } from './check-passages.ts';
import { checkCoverage, checkRows } from './check-sentences.ts';
import { readArticle, readSeed, readSentences } from './seed-bundle.ts';

const seed = readSeed();
const rows = readSentences();
const article = readArticle();
const text = article ?? '';

const withoutSpace = (words: string) => [...words].filter((character) => !/\s/u.test(character));

/** The characters of the text, white space aside, that stand in a passage, its prefix or suffix, or a condition. */
function quotedOf(whole: string, { passages, assertions }: Bundle): readonly string[] {
  const points = [...whole];
  const quoted = new Set<number>();
  const mark = (from: number, to: number) => {
    for (let at = from; at < to; at++) quoted.add(at);
  };
  for (const { start, end, prefix = '', suffix = '' } of passages) {
    mark(start - codePointLength(prefix), end + codePointLength(suffix));
  }
  for (const { condition } of assertions) {
    const [at] = condition === undefined ? [] : findOccurrences(whole, condition);
    if (at !== undefined) mark(at, at + codePointLength(condition ?? ''));
  }
  return withoutSpace(points.filter((_, at) => quoted.has(at)).join(''));
}

describe('the table of sentences', () => {
  it('names for every sentence assertions that can be read in it, or why it gave none', () => {
    const { lookedAt, problems } = checkRows(seed, rows);
    expect(problems).toEqual([]);
    expect(lookedAt).toBeGreaterThan(100);
  });

  it('names every assertion of the seed at least once', () => {
    const given = new Set(rows.flatMap(({ gives }) => gives));
    expect(given.size).toBeGreaterThan(0);
    expect(seed.assertions.map(({ key }) => key).filter((key) => !given.has(key))).toEqual([]);
  });

  it('stands in the order of the article', () => {
    const starts = rows.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});

// The article is not ours to publish: ONRECORD_ARTICLE names a file that holds it.
describe.skipIf(article === null)('the article at hand', () => {
  it('is the version that the seed was made from', () => {
    const [version] = seed.sources.flatMap(({ versions }) => versions);
    expect(version).toMatchObject({ sha256: sha256OfText(text), length: codePointLength(text) });
    expect(version?.text).toBeUndefined();
  });

  it('has no character outside the table of sentences, nor in it twice', () => {
    const { lookedAt, problems } = checkCoverage(text, rows);
    expect(problems).toEqual([]);
    expect(lookedAt).toBeGreaterThan(6000);
  });

  it('holds every passage to the character, each told apart from its likes', () => {
    const { lookedAt, problems } = checkPassages(text, seed.passages);
    expect(problems).toEqual([]);
    expect(lookedAt).toBe(seed.passages.length);
    expect(lookedAt).toBeGreaterThan(100);
  });

  it('is quoted for 42 in 100 at most, with what tells passages apart and the conditions, and for 60 characters at once', () => {
    const quoted = quotedOf(text, seed);
    expect(quoted.length).toBeGreaterThan(1000);
    expect(quoted.length).toBeLessThanOrEqual(withoutSpace(text).length * 0.42);
    const longest = Math.max(...seed.passages.map(({ exact }) => codePointLength(exact)));
    expect(longest).toBeLessThanOrEqual(60);
  });

  it('has to the character what is kept of it beside the passages: cues, conditions, roles, names, questions', () => {
    const kept = seed.assertions.flatMap(({ cue, condition, role, speakerAsNamed, prompt }) =>
      [cue, condition, role, speakerAsNamed, prompt].filter((words) => words !== undefined),
    );
    expect(kept.length).toBeGreaterThan(seed.assertions.length / 2);
    expect(kept.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('refuses each passage in which one character was changed', () => {
    const altered = seed.passages.map((passage) => ({
      ...passage,
      exact: `■${[...passage.exact].slice(1).join('')}`,
    }));
    expect(checkPassages(text, altered).problems).toHaveLength(seed.passages.length);
  });
});
