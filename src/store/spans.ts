/** From one instant until another, which is no part of it. */
export type Span = readonly [from: string, until: string];

/** Sorts after every instant: until now, and on. */
export const openEnd = '~';

/** At all times. */
export const always: readonly Span[] = [['', openEnd]];

export const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Whether anything of a span lies in some others. */
export const overlaps = ([from, until]: Span, others: readonly Span[]): boolean =>
  others.some((other) => later(from, other[0]) < earlier(until, other[1]));

/** What lies in both. */
export function both(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  return some.flatMap(([from, until]) =>
    others
      .map(([otherFrom, otherUntil]): Span => [later(from, otherFrom), earlier(until, otherUntil)])
      .filter(([start, end]) => start < end),
  );
}

/** The same spans in their order, none of it twice. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const [from, until] of spans.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const last = found.at(-1);
    if (last && from <= last[1]) found[found.length - 1] = [last[0], later(last[1], until)];
    else found.push([from, until]);
  }
  return found;
}
