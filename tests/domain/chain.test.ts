import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChainCycle, ChainLinkMissing, chainOf, survivingChain } from '../../src/domain/chain.ts';
import { OnrecordError } from '../../src/domain/errors.ts';

const links = (attributions: Record<string, string | null>) => (id: string) => attributions[id];

test('an origin is its own chain', () => {
  expect(chainOf('a', links({ a: null }))).toEqual(['a']);
});

test('a chain runs from the relay to the origin', () => {
  expect(chainOf('a', links({ a: 'b', b: 'c', c: null, d: 'a' }))).toEqual(['a', 'b', 'c']);
});

test('a chain may be ten thousand links deep', () => {
  const depth = 10_000;
  const chain = chainOf('0', (id) => (Number(id) === depth ? null : String(Number(id) + 1)));
  expect(chain).toHaveLength(depth + 1);
  expect(chain.at(-1)).toBe(String(depth));
});

test.each([
  ['itself', { a: 'a' }, ['a']],
  ['another that leads back', { a: 'b', b: 'a' }, ['a', 'b']],
  ['a circle further down', { a: 'b', b: 'c', c: 'd', d: 'c' }, ['c', 'd']],
])('an assertion attributed to %s is refused, and the error names the circle', (_, attributions, cycle) => {
  const write = () => chainOf('a', links(attributions));
  expect(write).toThrow(ChainCycle);
  expect(write).toThrow(OnrecordError);
  expect(write).toThrow(expect.objectContaining({ code: 'CHAIN_CYCLE', ids: cycle }));
});

test('a chain that leads to nothing known is refused, and the error names what is missing and by whom', () => {
  expect(() => chainOf('a', links({ a: 'b' }))).toThrow(ChainLinkMissing);
  expect(() => chainOf('a', links({ a: 'b' }))).toThrow(
    expect.objectContaining({ code: 'CHAIN_LINK_MISSING', ids: ['b', 'a'] }),
  );
  expect(() => chainOf('a', links({}))).toThrow(expect.objectContaining({ ids: ['a'] }));
});

test.each([
  ['an origin', { a: 'b', b: null }, { ids: ['a', 'b'], end: 'ORIGIN', stoppedAt: null }],
  ['a repeat', { a: 'b', b: 'c', c: 'b' }, { ids: ['a', 'b', 'c'], end: 'CYCLE', stoppedAt: 'b' }],
  ['itself', { a: 'a' }, { ids: ['a'], end: 'CYCLE', stoppedAt: 'a' }],
  ['a missing link', { a: 'b' }, { ids: ['a'], end: 'MISSING', stoppedAt: 'b' }],
])('reading a chain that ends at %s stops there and says so', (_, attributions, chain) => {
  expect(survivingChain('a', links(attributions))).toEqual(chain);
});

test('on any attributions reading ends without a repeat, and agrees with writing wherever writing accepts', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(
    fc.property(fc.dictionary(ids, fc.option(ids, { nil: null })), ids, (attributions, start) => {
      const { ids: chain, end } = survivingChain(start, links(attributions));
      expect(new Set(chain).size).toBe(chain.length);
      for (const [index, id] of chain.slice(0, -1).entries()) expect(attributions[id]).toBe(chain[index + 1]);
      if (end === 'ORIGIN') expect(chainOf(start, links(attributions))).toEqual(chain);
      else expect(() => chainOf(start, links(attributions))).toThrow(OnrecordError);
    }),
  );
});
