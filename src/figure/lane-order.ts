/** A link between neighbouring lanes: cells of lane `n` and of lane `n + 1`. */
export interface Hop {
  readonly left: string;
  readonly right: string;
}

type Positions = Map<string, number>;

function positionsOf(lanes: readonly (readonly string[])[]): Positions {
  const positions: Positions = new Map();
  for (const [index, id] of lanes.flatMap((lane) => [...lane.entries()])) positions.set(id, index);
  return positions;
}

/** Crossings between two lanes: inversions among the links' ends, counted with a Fenwick tree. */
export function crossings(hops: readonly Hop[], positions: ReadonlyMap<string, number>): number {
  const at = (id: string) => positions.get(id) ?? 0;
  const sorted = hops
    .map(({ left, right }) => [at(left), at(right)] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const size = 1 + sorted.reduce((most, [, right]) => Math.max(most, right), 0);
  const tree = new Array<number>(size + 1).fill(0);
  let found = 0;
  sorted.forEach(([, right], seen) => {
    let notAbove = 0;
    for (let index = right + 1; index > 0; index -= index & -index) notAbove += tree[index] ?? 0;
    found += seen - notAbove;
    for (let index = right + 1; index <= size; index += index & -index) tree[index] = (tree[index] ?? 0) + 1;
  });
  return found;
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighboursOf(pairs: Iterable<readonly [string, string]>): Neighbours {
  const map = new Map<string, string[]>();
  for (const [id, other] of pairs) {
    const list = map.get(id);
    if (list) list.push(other);
    else map.set(id, [other]);
  }
  return map;
}

/**
 * The lanes reordered by barycentre sweeps (Sugiyama), the best of all sweeps kept: fewest crossings, then the
 * shortest arcs. `hops[n]` join lane n to lane n + 1; `arcs` join cells of one lane and draw them together.
 */
export function orderLanes(
  lanes: readonly (readonly string[])[],
  hops: readonly (readonly Hop[])[],
  arcs: readonly (readonly [string, string])[],
  sweeps = 12,
): string[][] {
  const toRight = neighboursOf(hops.flat().map(({ left, right }) => [left, right]));
  const toLeft = neighboursOf(hops.flat().map(({ left, right }) => [right, left]));
  const within = neighboursOf(
    arcs.flatMap(([a, b]): [string, string][] => [
      [a, b],
      [b, a],
    ]),
  );
  const lengths = new Map(lanes.flatMap((lane) => lane.map((id) => [id, lane.length])));
  const cost = (positions: Positions) =>
    hops.reduce((sum, between) => sum + crossings(between, positions), 0) * 100 +
    arcs.reduce((sum, [a, b]) => sum + Math.abs((positions.get(a) ?? 0) - (positions.get(b) ?? 0)), 0);

  const current = lanes.map((lane) => [...lane]);
  const positions = positionsOf(current);
  // Lanes differ in length: what is averaged is how far down its own lane a neighbour stands; arcs count half.
  const fraction = (id: string) => ((positions.get(id) ?? 0) + 0.5) / (lengths.get(id) ?? 1);
  const barycentre = (id: string, side: Neighbours) => {
    const across = side.get(id) ?? [];
    const beside = within.get(id) ?? [];
    const weight = across.length + beside.length / 2;
    const sum = across.reduce((total, other) => total + fraction(other), 0);
    return weight === 0
      ? fraction(id)
      : beside.reduce((total, other) => total + fraction(other) / 2, sum) / weight;
  };
  let best = current.map((lane) => [...lane]);
  let least = cost(positions);
  for (let sweep = 0; sweep < sweeps && least > 0; sweep += 1) {
    const forward = sweep % 2 === 0;
    for (const [index, lane] of forward ? [...current.entries()] : [...current.entries()].reverse()) {
      const first = forward ? index === 0 : index === current.length - 1;
      const side = forward !== first ? toLeft : toRight;
      const weights = new Map(lane.map((id) => [id, barycentre(id, side)]));
      lane.sort(
        (a, b) =>
          (weights.get(a) ?? 0) - (weights.get(b) ?? 0) || (positions.get(a) ?? 0) - (positions.get(b) ?? 0),
      );
      for (const [place, id] of lane.entries()) positions.set(id, place);
    }
    const now = cost(positions);
    if (now < least) {
      least = now;
      best = current.map((lane) => [...lane]);
    }
  }
  return best;
}
