import { describe, expect, it } from 'vitest';
import { generateBundles } from '../../bench/generate.ts';
import { questionsOf } from '../../bench/questions/questions-of.ts';
import { DEEPEST } from '../../bench/stories.ts';
import { subjectsOf } from '../../bench/subjects.ts';
import { bundleRecords } from '../../src/ingest/bundle-records.ts';
import { brokenRules } from '../../src/ingest/bundle-rules.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';

const options = { seed: 1, assertions: 2_500 };
const generated = [...generateBundles(options)];
const bundles = generated.map((bundle) => parseBundle(structuredClone(bundle)));
const assertions = bundles.flatMap((bundle) =>
  bundle.assertions.map((one) => ({ ...one, namespace: bundle.namespace })),
);
const claims = bundles.flatMap((bundle) => bundle.claims);

/** How often each value occurs, the most frequent first. */
function shares(values: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

describe('the graph of the benchmark', () => {
  it('is the same for the same seed, and another for another', () => {
    expect([...generateBundles(options)]).toEqual(generated);
    expect([...generateBundles({ ...options, seed: 2 })]).not.toEqual(generated);
  });

  it('is claim bundles that break no rule', () => {
    expect(bundles.length).toBeGreaterThan(2);
    for (const bundle of bundles) expect(brokenRules(bundle, bundleRecords(bundle))).toEqual([]);
  });

  it('has the assertions asked for, with two passages each', () => {
    expect(assertions.length).toBeGreaterThanOrEqual(options.assertions);
    expect(assertions.length).toBeLessThan(options.assertions * 1.05);
    expect(assertions.every(({ passages }) => passages.length === 2)).toBe(true);
  });

  it('has chains as deep as they get, and none deeper', () => {
    const depths = new Map<string, number>();
    for (const { namespace, key, attributedTo } of assertions) {
      depths.set(`${namespace} ${key}`, 1 + (depths.get(`${namespace} ${attributedTo}`) ?? 0));
    }
    expect(Math.max(...depths.values())).toBe(DEEPEST);
  });

  it('has some who speak, and some places where they do, far more often than others', () => {
    for (const values of [assertions.map((one) => one.speaker), assertions.map((one) => one.source ?? '')]) {
      const counts = shares(values);
      const few = counts.slice(0, Math.ceil(counts.length / 10)).reduce((sum, count) => sum + count, 0);
      expect(few / assertions.length).toBeGreaterThan(0.25);
    }
  });

  it('contradicts about one claim in twenty, by a denial or by another claim', () => {
    const denied = assertions
      .filter(({ stance }) => stance === 'DENIES')
      .map((one) => `${one.namespace} ${one.claim}`);
    const contradicted = bundles.flatMap((bundle) =>
      bundle.relations.map((one) => `${bundle.namespace} ${one.from}`),
    );
    const share = new Set([...denied, ...contradicted]).size / claims.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.07);
  });

  it('is in English and in Chinese, and partly read in reposts', () => {
    const chinese = claims.filter(({ language }) => language === 'zh-Hans').length;
    expect(chinese / claims.length).toBeGreaterThan(0.35);
    expect(chinese / claims.length).toBeLessThan(0.65);
    const sources = bundles.flatMap((bundle) => bundle.sources);
    expect(sources.filter(({ derivedFrom }) => derivedFrom.length > 0).length).toBeGreaterThan(10);
  });

  it('has trees of reposts, some of them of reposts', () => {
    const sources = bundles.flatMap((bundle) => bundle.sources);
    const from = sources.flatMap(({ derivedFrom }) => derivedFrom.map((one) => one.from));
    expect(from.some((key) => key.includes('repost'))).toBe(true);
    expect(from.some((key) => !key.includes('repost'))).toBe(true);
  });

  it('has no two passages of other words at one place of a text', () => {
    const places = bundles.flatMap((bundle) => bundle.passages.map((one) => `${one.version} ${one.start}`));
    expect(places.length).toBe(2 * assertions.length);
    expect(new Set(places).size).toBe(places.length);
  });

  it('is made bundle by bundle: the next is not begun before it is asked for', () => {
    const endless = generateBundles({ seed: 1, assertions: 1_000_000_000 });
    expect(endless.next().value).toMatchObject({ namespace: 'bench/entities-1' });
  });

  it('has enough to ask each question about', () => {
    const questions = questionsOf(subjectsOf({ seed: 1, assertions: 10_000 }), []);
    expect(questions.length).toBe(8);
    for (const { name, asked } of questions.filter((one) => one.name !== 'page of 50')) {
      expect(asked.length, name).toBeGreaterThanOrEqual(25);
    }
  });
});
