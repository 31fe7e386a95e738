import { describe, expect, it } from 'vitest';
import { placesOfRevised } from '../../src/domain/place-in-recording.ts';

/** New records by their places, revised ones as null, in the order of a recording. */
const placesIn = (...positions: readonly (number | null)[]): readonly number[] => [
  ...placesOfRevised(positions.map((position, index) => ({ id: `${index}`, index, position }))).values(),
];

describe('what a recording revised', () => {
  it('has the places between those of what is new in it', () => {
    expect(placesIn(0, null, 2, 3, null, null)).toEqual([1, 4, 5]);
  });

  it('is first where nothing new stands before it', () => {
    expect(placesIn(null, null, 2)).toEqual([0, 1]);
    expect(placesIn(null)).toEqual([0]);
  });

  it('stands right behind what is new before it, where nothing was changed of what stood between', () => {
    expect(placesIn(3, null, 9)).toEqual([4]);
  });

  it("has nobody else's place where what is hidden was put behind all that is seen", () => {
    // Seen, hidden, seen and revised, hidden.
    expect(placesIn(0, 3, null, 4)).toEqual([1]);
    expect(placesIn(0, 4, null, 2, null, 5)).toEqual([1, 3]);
  });

  it('is told whatever order the states are read in', () => {
    const states = [0, null, 2, null].map((position, index) => ({ id: `${index}`, index, position }));
    expect([...placesOfRevised(states.toReversed())]).toEqual([...placesOfRevised(states)]);
  });
});
