import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossings, orderLanes } from '../../src/figure/lane-order.ts';
import { placeLane } from '../../src/figure/lane-place.ts';

const hops = fc.array(
  fc
    .record({ left: fc.integer({ max: 9, min: 0 }), right: fc.integer({ max: 9, min: 0 }) })
    .map(({ left, right }) => ({ left: `l${left}`, right: `r${right}` })),
  { maxLength: 30 },
);
const ids = (side: string) => Array.from({ length: 10 }, (_, index) => `${side}${index}`);
const positions = (lanes: string[][]) =>
  new Map(lanes.flatMap((lane) => lane.map((id, index) => [id, index] as const)));

describe('orderLanes', () => {
  it('counts crossings as comparing every two lines does', () => {
    fc.assert(
      fc.property(hops, (between) => {
        const at = positions([ids('l'), ids('r')]);
        const place = (id: string) => at.get(id) ?? 0;
        const pairs = between.flatMap((a, index) => between.slice(index + 1).map((b) => [a, b] as const));
        const crossed = pairs.filter(
          ([a, b]) => (place(a.left) - place(b.left)) * (place(a.right) - place(b.right)) < 0,
        );
        expect(crossings(between, at)).toBe(crossed.length);
      }),
      { seed: 1 },
    );
  });

  it('never leaves more crossings than there were, and loses no cell', () => {
    fc.assert(
      fc.property(hops, (between) => {
        const before = [ids('l'), ids('r')];
        const after = orderLanes(before, [between], []);
        expect(after.map((lane) => [...lane].sort())).toEqual(before);
        expect(crossings(between, positions(after))).toBeLessThanOrEqual(
          crossings(between, positions(before)),
        );
      }),
      { seed: 2 },
    );
  });

  it('untangles what can be untangled', () => {
    const between = [
      ['l0', 'r2'],
      ['l1', 'r1'],
      ['l2', 'r0'],
    ].map(([left = '', right = '']) => ({ left, right }));
    const after = orderLanes(
      [
        ['l0', 'l1', 'l2'],
        ['r0', 'r1', 'r2'],
      ],
      [between],
      [],
    );
    expect(crossings(between, positions(after))).toBe(0);
  });
});

describe('placeLane', () => {
  it('puts each where it wishes to be, and shares out what two wish for', () => {
    const lane = ['a', 'b', 'c'].map((id) => ({ id, height: 10, gap: 2 }));
    const tops = placeLane(
      lane,
      new Map([
        ['a', 20],
        ['b', 20],
        ['c', 80],
      ]),
      200,
    );
    expect([...tops.values()]).toEqual([14, 26, 80]);
  });

  it('keeps within the limit', () => {
    const lane = ['a', 'b'].map((id) => ({ id, height: 10, gap: 2 }));
    expect([
      ...placeLane(
        lane,
        new Map([
          ['a', -9],
          ['b', 99],
        ]),
        40,
      ).values(),
    ]).toEqual([0, 30]);
  });
});
