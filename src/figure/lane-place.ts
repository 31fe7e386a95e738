import type { Hop } from './lane-order.ts';

/** Something to be placed in a lane; `height` is whole pixels. */
export interface Placeable {
  readonly id: string;
  readonly height: number;
  /** The space to keep below it. */
  readonly gap: number;
}

/**
 * Tops for one lane, in its order, without overlap and within `[0, limit]`, as near to the wished tops as the least
 * squares allow (pool adjacent violators).
 */
export function placeLane(
  lane: readonly Placeable[],
  wished: ReadonlyMap<string, number>,
  limit: number,
): Map<string, number> {
  const offsets: number[] = [];
  let total = 0;
  for (const item of lane) {
    offsets.push(total);
    total += item.height + item.gap;
  }
  const length = total - (lane.at(-1)?.gap ?? 0);
  const pools: { mean: number; count: number }[] = [];
  lane.forEach((item, index) => {
    const offset = offsets[index] ?? 0;
    let pool = { mean: (wished.get(item.id) ?? offset) - offset, count: 1 };
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      const count = last.count + pool.count;
      pool = { mean: (last.mean * last.count + pool.mean * pool.count) / count, count };
      pools.pop();
    }
    pools.push(pool);
  });
  const shifts = pools.flatMap(({ mean, count }) =>
    new Array<number>(count).fill(Math.round(Math.min(Math.max(mean, 0), Math.max(0, limit - length)))),
  );
  return new Map(lane.map((item, index) => [item.id, (offsets[index] ?? 0) + (shifts[index] ?? 0)]));
}

/** How tall a lane is when nothing in it is pulled apart. */
function laneHeight(lane: readonly Placeable[]): number {
  return lane.reduce((sum, item) => sum + item.height + item.gap, 0) - (lane.at(-1)?.gap ?? 0);
}

/**
 * Tops for all cells: the tallest lane stands, the others settle beside what they are linked to, by `passes`
 * outward and back.
 */
export function placeLanes(
  lanes: readonly (readonly Placeable[])[],
  hops: readonly (readonly Hop[])[],
  passes = 4,
): { readonly tops: Map<string, number>; readonly height: number } {
  const height = Math.max(0, ...lanes.map(laneHeight));
  const anchor = Math.max(
    0,
    lanes.findIndex((lane) => laneHeight(lane) === height),
  );
  const heights = new Map(lanes.flat().map((item) => [item.id, item.height]));
  const tops = new Map<string, number>();
  const set = (index: number, wished: ReadonlyMap<string, number>) => {
    for (const [id, top] of placeLane(lanes[index] ?? [], wished, height)) tops.set(id, top);
  };
  for (const index of lanes.keys()) set(index, new Map());
  const centre = (id: string) => (tops.get(id) ?? 0) + (heights.get(id) ?? 0) / 2;
  const settle = (index: number, sides: readonly ('left' | 'right')[]) => {
    const sums = new Map<string, { sum: number; count: number }>();
    const pull = (id: string, other: string) => {
      const entry = sums.get(id) ?? { sum: 0, count: 0 };
      sums.set(id, { sum: entry.sum + centre(other), count: entry.count + 1 });
    };
    if (sides.includes('left')) for (const { left, right } of hops[index - 1] ?? []) pull(right, left);
    if (sides.includes('right')) for (const { left, right } of hops[index] ?? []) pull(left, right);
    const wished = new Map(
      [...sums].map(([id, { sum, count }]) => [id, sum / count - (heights.get(id) ?? 0) / 2]),
    );
    set(index, wished);
  };
  for (let pass = 0; pass < passes; pass += 1) {
    const sides = pass === 0 ? null : (['left', 'right'] as const);
    for (let index = anchor + 1; index < lanes.length; index += 1) settle(index, sides ?? ['left']);
    for (let index = anchor - 1; index >= 0; index -= 1) settle(index, sides ?? ['right']);
  }
  return { tops, height };
}
