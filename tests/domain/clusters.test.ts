import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clustersOf,
  conflictsOf,
  type Judgement,
  type Member,
  otherNames,
  unmasks,
  verdictBetween,
} from '../../src/domain/clusters.ts';
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

const anonymities = fc.constantFrom(
  'NAMED' as const,
  'UNNAMED_HERE' as const,
  'PROTECTED' as const,
  'CROWD' as const,
);
/** The ids as members, of any anonymity and recorded in any order, some at one instant and place. */
const anyMembers = fc.tuple(
  ...ids.map((id) =>
    fc.record({ id: fc.constant(id), anonymity: anonymities, place: fc.constantFrom('1', '2', '3') }),
  ),
);
const member = (id: string, anonymity: Member['anonymity'] = 'NAMED', place = '1'): Member => ({
  id,
  anonymity,
  place,
});
const idsOf = (clusters: readonly (readonly Member[])[]) =>
  clusters.map((cluster) => cluster.map(({ id }) => id));

describe('clusters', () => {
  test('those judged the same over several steps stand together, the others alone', () => {
    const members = ['c', 'b', 'x'].map((id) => member(id));
    const clusters = clustersOf(members, [judged('SAME', 'c', 'a'), judged('SAME', 'a', 'b')]);
    expect(idsOf(clusters)).toEqual([['b', 'c'], ['x']]);
  });

  test('a later judgement on the same pair, in either order, undoes the earlier', () => {
    const members = ['a', 'b'].map((id) => member(id));
    const clusters = clustersOf(members, [judged('SAME', 'a', 'b'), judged('UNSURE', 'b', 'a')]);
    expect(idsOf(clusters)).toEqual([['a'], ['b']]);
  });

  test('show who is named, however late, and of those the one recorded first', () => {
    const members = [member('a', 'UNNAMED_HERE', '1'), member('b', 'NAMED', '3'), member('c', 'NAMED', '2')];
    const clusters = clustersOf(members, [judged('SAME', 'a', 'b'), judged('SAME', 'c', 'b')]);
    expect(idsOf(clusters)).toEqual([['c', 'b', 'a']]);
  });

  test('are the closure of SAME, shown by one who is named where anyone is, whatever the order of anything', () => {
    fc.assert(
      fc.property(anyJudgements, anyMembers, (judgements, members) => {
        const standing = latest(judgements);
        const same = closure(
          standing.filter(({ verdict }) => verdict === 'SAME').map(({ between }) => between),
        );
        const clusters = clustersOf(members, judgements);
        expect(clusters.flat()).toHaveLength(ids.length);
        for (const cluster of clusters) {
          const [shown] = cluster;
          for (const id of ids)
            expect(cluster.some((one) => one.id === id)).toBe(shown !== undefined && same(shown.id, id));
          expect(shown?.anonymity === 'NAMED').toBe(cluster.some(({ anonymity }) => anonymity === 'NAMED'));
          const rivals = cluster.filter(
            ({ anonymity }) => (anonymity === 'NAMED') === (shown?.anonymity === 'NAMED'),
          );
          expect([...rivals].sort((a, b) => (`${a.place}${a.id}` < `${b.place}${b.id}` ? -1 : 1))[0]).toBe(
            shown,
          );
        }
        const turned = clustersOf([...members].reverse(), [...standing].reverse());
        expect(new Set(turned.map((cluster) => JSON.stringify(cluster)))).toEqual(
          new Set(clusters.map((cluster) => JSON.stringify(cluster))),
        );
      }),
    );
  });

  test('tell on someone only where one asked not to be named and another is named', () => {
    fc.assert(
      fc.property(anyMembers, (members) => {
        const has = (anonymity: string) => members.some((one) => one.anonymity === anonymity);
        expect(unmasks(members)).toBe(has('PROTECTED') && has('NAMED'));
      }),
    );
  });

  test('add the names of all to those of the one shown, each text once', () => {
    const name = (text: string, language: string | null = null) => ({
      text,
      language,
      kind: 'NAME' as const,
    });
    const named = (id: string, ...names: ReturnType<typeof name>[]) => ({ ...member(id), names });
    const shown = named('a', name('ByteDance', 'en'), name('字节跳动', 'zh'));
    expect(otherNames([shown])).toEqual([]);
    const others = [
      named('b', name('ByteDance'), name('Byte')),
      named('c', name('Byte', 'en'), name('字节')),
    ];
    expect(otherNames([shown, ...others]).map(({ text }) => text)).toEqual(['Byte', '字节']);
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
