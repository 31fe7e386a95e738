import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPlace } from '../../src/domain/nearest-place.ts';

/** The least distance of `sought` from any part of `text`, by the whole table (Sellers). */
function leastDistance(text: readonly string[], sought: readonly string[]): number {
  let column = sought.map((_, index) => index + 1);
  let least = sought.length;
  for (const character of text) {
    const next: number[] = [];
    sought.forEach((wanted, index) => {
      const diagonal = index === 0 ? 0 : (column[index - 1] ?? 0);
      const above = index === 0 ? 0 : (next[index - 1] ?? 0);
      next.push(Math.min(diagonal + (wanted === character ? 0 : 1), above + 1, (column[index] ?? 0) + 1));
    });
    column = next;
    least = Math.min(least, column.at(-1) ?? least);
  }
  return least;
}

/** How far one text is from another as a whole (Levenshtein). */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = [...b.keys(), b.length];
  a.forEach((character, index) => {
    const next = [index + 1];
    b.forEach((other, place) => {
      const substituted = (row[place] ?? 0) + (other === character ? 0 : 1);
      next.push(Math.min(substituted, (next[place] ?? 0) + 1, (row[place + 1] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}

const character = fc.constantFrom('a', 'b', 'c', '字', '节', '𠮷', '😀', '😃', '\ue000');
const text = (minLength: number, maxLength: number) => fc.string({ unit: character, minLength, maxLength });

describe('the nearest place', () => {
  it('is one at the least distance there is, in code points, and none where that is over four of ten', () => {
    let found = 0;
    fc.assert(
      fc.property(text(0, 160), text(1, 90), fc.nat(200), (whole, exact, near) => {
        const [within, sought] = [Array.from(whole), Array.from(exact)];
        const least = leastDistance(within, sought);
        const place = nearestPlace(whole, exact, near);
        const allowed = Math.floor(sought.length * 0.4);
        expect(place !== null).toBe(least <= allowed);
        if (place === null) return;
        found++;
        expect(distance(within.slice(place.start, place.end), sought)).toBe(least);
      }),
      { numRuns: 1_000 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('of several alike is the one nearest to where it stood', () => {
    const whole = 'it is safe here. it is safe there. it is safe now.';
    expect(nearestPlace(whole, 'it was safe', 20)).toEqual({ start: 17, end: 27 });
  });

  it('of places about as near takes the one that keeps the most, and then the longest', () => {
    expect(nearestPlace('the plan is not dead', 'the plan is dead', 0)).toEqual({ start: 0, end: 20 });
    expect(nearestPlace('abcdefxyz', 'abcdefgh', 0)).toEqual({ start: 0, end: 8 });
    expect(nearestPlace('xyzabcdef', '12abcdef', 0)).toEqual({ start: 1, end: 9 });
  });

  it('takes two characters outside the basic plane for two, however alike their code units', () => {
    expect(nearestPlace('ab😃cd', 'b😀c', 0)).toEqual({ start: 1, end: 4 });
    expect(nearestPlace('😃😃😃', '😀😀😀', 0)).toBeNull();
  });
});
