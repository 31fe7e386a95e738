import { describe, expect, it } from 'vitest';
import { codePointLength, sha256OfText } from '../../src/domain/text.ts';
import { checkPassages } from './check-passages.ts';
import { checkCoverage, checkRows } from './check-sentences.ts';
import { readArticle, readSeed, readSentences } from './seed-bundle.ts';

const seed = readSeed();
const rows = readSentences();
const article = readArticle();
const text = article ?? '';

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

  it('is quoted for less than half of its length, never more than 60 characters at once', () => {
    const lengths = seed.passages.map(({ exact }) => codePointLength(exact));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(codePointLength(text) * 0.45);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(60);
  });

  it('refuses each passage in which one character was changed', () => {
    const altered = seed.passages.map((passage) => ({
      ...passage,
      exact: `■${[...passage.exact].slice(1).join('')}`,
    }));
    expect(checkPassages(text, altered).problems).toHaveLength(seed.passages.length);
  });
});
