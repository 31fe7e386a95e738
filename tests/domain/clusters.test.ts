import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clustersOf, conflictsOf, type Judgement, verdictBetween } from '../../src/domain/clusters.ts';
import { judged } from './records.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyJudgements = fc.array(
  fc
    .tuple(fc.constantFrom('SAME', 'DIFFERENT', 'UNSURE'), fc.constantFrom(...ids), fc.constantFrom(...ids))
    .filter(([, a, b]) => a !== b)
    .map(([verdict, a, b]) => judged(verdict, a, b)),
  { maxLength: 9 },
);

/** Closure by matrix, on other code than the one under test: what is reachable in any number of steps. */
function closure(edges: readonly (readonly [string, string])[]): (a: string, b: string) => boolean {
  const reach = new Set(ids.map((id) => `${id}${id}`));
  for (const [a, b] of edges) reach.add(`${a}${b}`).add(`${b}${a}`);
  for (const via of ids) {
    for (const a of ids) for (const b of ids) if (reach.has(a + via) && reach.has(via + b)) reach.add(a + b);
  }
  return (a, b) => reach.has(a + b);
}

const latest = (judgements: readonly Judgement[]) =>
  judgements.filter(
    ({ between }, index) =>
      !judgements.slice(index + 1).some((later) => between.every((id) => later.between.includes(id))),
  );

describe('clusters', () => {
  test('those judged the same over several steps carry the smallest id of them, the others their own', () => {
    const clusters = clustersOf(['c', 'b', 'x'], [judged('SAME', 'c', 'b'), judged('SAME', 'a', 'b')]);
    expect(Object.fromEntries(clusters)).toEqual({ c: 'a', b: 'a', x: 'x' });
  });

  test('a later judgement on the same pair, in either order, undoes the earlier', () => {
    const clusters = clustersOf(['a', 'b'], [judged('SAME', 'a', 'b'), judged('UNSURE', 'b', 'a')]);
    expect(Object.fromEntries(clusters)).toEqual({ a: 'a', b: 'b' });
  });

  test('are the closure of SAME, whatever the judgements and their order', () => {
    fc.assert(
      fc.property(anyJudgements, (judgements) => {
        const standing = latest(judgements);
        const same = closure(
          standing.filter(({ verdict }) => verdict === 'SAME').map(({ between }) => between),
        );
        const clusters = clustersOf(ids, judgements);
        for (const a of ids) {
          expect(clusters.get(a)).toBe(ids.find((b) => same(a, b)));
        }
        expect(clustersOf([...ids].reverse(), [...standing].reverse())).toEqual(
          new Map([...clusters].reverse()),
        );
      }),
    );
  });
});

describe('the verdict between two', () => {
  test.each<[string, Judgement[], string | null]>([
    ['nothing is judged', [], null],
    ['SAME + SAME', [judged('SAME', 'a', 'x'), judged('SAME', 'x', 'b')], 'SAME'],
    ['SAME + DIFFERENT', [judged('SAME', 'a', 'x'), judged('DIFFERENT', 'x', 'b')], 'DIFFERENT'],
    ['DIFFERENT + DIFFERENT', [judged('DIFFERENT', 'a', 'x'), judged('DIFFERENT', 'x', 'b')], 'UNSURE'],
    ['SAME + UNSURE', [judged('SAME', 'a', 'x'), judged('UNSURE', 'x', 'b')], 'UNSURE'],
    ['UNSURE + DIFFERENT', [judged('UNSURE', 'a', 'x'), judged('DIFFERENT', 'x', 'b')], 'UNSURE'],
    [
      'UNSURE beside SAME + DIFFERENT',
      [judged('UNSURE', 'a', 'b'), judged('SAME', 'a', 'x'), judged('DIFFERENT', 'x', 'b')],
      'DIFFERENT',
    ],
    ['judgements on others', [judged('SAME', 'x', 'y')], null],
  ])('%s', (_, judgements, verdict) => {
    expect(verdictBetween('a', 'b', judgements)).toBe(verdict);
    expect(verdictBetween('b', 'a', judgements)).toBe(verdict);
  });

  test('equals what closures by matrix say, on any judgements', () => {
    fc.assert(
      fc.property(anyJudgements, fc.constantFrom(...ids), fc.constantFrom(...ids), (judgements, a, b) => {
        const standing = latest(judgements);
        const edgesOf = (...verdicts: string[]) =>
          standing.filter(({ verdict }) => verdicts.includes(verdict)).map(({ between }) => between);
        const same = closure(edgesOf('SAME'));
        const any = closure(edgesOf('SAME', 'DIFFERENT', 'UNSURE'));
        const apart = edgesOf('DIFFERENT').some(
          ([x, y]) => (same(a, x) && same(y, b)) || (same(a, y) && same(x, b)),
        );
        const expected = same(a, b) ? 'SAME' : apart ? 'DIFFERENT' : any(a, b) ? 'UNSURE' : null;
        expect(verdictBetween(a, b, judgements)).toBe(expected);
      }),
    );
  });
});

describe('conflicts', () => {
  test('are the pairs judged different that are the same over others, each in order', () => {
    const judgements = [judged('SAME', 'a', 'b'), judged('SAME', 'b', 'c'), judged('DIFFERENT', 'c', 'a')];
    expect(conflictsOf(judgements)).toEqual([['a', 'c']]);
    expect(conflictsOf([...judgements, judged('UNSURE', 'a', 'b')])).toEqual([]);
  });
});
