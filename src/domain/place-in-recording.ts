/** A state as it stands in a recording. */
export interface PlacedState {
  readonly id: string;
  /** Its place among the states that were written, in the order of what was recorded. */
  readonly index: number;
  /** Of a record that is new its place in what was recorded, which has those that nothing was changed of; else null. */
  readonly position: number | null;
}

/**
 * The places of what a recording revised, among what it recorded first: each behind what is new and stands before it. It is nobody
 * else's. What is hidden may have been put behind all that the public sees; then it is behind the last of the new of which the
 * next place is free.
 */
export function placesOfRevised(states: readonly PlacedState[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const taken = new Set(states.flatMap(({ position }) => position ?? []));
  /** The new ones, with how many were revised before them. */
  const before = [{ position: -1, revised: 0 }];
  let revised = 0;
  for (const { id, position } of states.toSorted((one, other) => one.index - other.index)) {
    if (position !== null) {
      before.push({ position, revised });
      continue;
    }
    revised++;
    const behind = (one: { readonly position: number; readonly revised: number }) =>
      one.position + revised - one.revised;
    const free = before.findLast((one) => !taken.has(behind(one)));
    const place = free === undefined ? states.length : behind(free);
    taken.add(place);
    places.set(id, place);
  }
  return places;
}
