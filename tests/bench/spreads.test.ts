import { describe, expect, it } from 'vitest';
import { fallenIn, keptSpreads, type Spreads } from '../../bench/spreads.ts';

const kept = keptSpreads();
const ratios = Object.entries(kept).flatMap(([question, others]) =>
  (['peer', 'bare'] as const).flatMap((side) => {
    const spread = others[side];
    return spread === undefined ? [] : [{ question, side, spread }];
  }),
);

/** What was kept, but for one ratio, whose most is such a share of the least that was kept. */
function withMost(question: string, side: 'peer' | 'bare', least: number, share: number): Spreads {
  const most = least * share;
  return { ...kept, [question]: { ...kept[question], [side]: { median: most / 2, least: most / 4, most } } };
}

describe('a run of the benchmark beside the ratios that were kept', () => {
  it('has fallen in none where all is as it was', () => {
    expect(ratios.length).toBe(14);
    expect(fallenIn(kept, kept)).toEqual([]);
  });

  it('has fallen in each whose whole spread is a third lower, and in no other', () => {
    for (const { question, side, spread } of ratios) {
      const fallen = fallenIn(withMost(question, side, spread.least, 0.66), kept);
      expect(fallen).toEqual([expect.stringMatching(`^${question}, beside ${side}: at most`)]);
    }
  });

  it('has not fallen where one round is just above that, however low the others are', () => {
    for (const { question, side, spread } of ratios)
      expect(fallenIn(withMost(question, side, spread.least, 0.67), kept)).toEqual([]);
  });

  it('has fallen where a ratio that was kept is not measured any more', () => {
    const { 'who said it': gone, ...others } = kept;
    expect(Object.keys(gone ?? {}).length).toBe(2);
    expect(fallenIn(others, kept)).toHaveLength(2);
  });
});
