import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const spread = z.object({ median: z.number(), least: z.number(), most: z.number() });
const spreads = z.record(z.string(), z.object({ peer: spread, bare: spread }).partial());

/** By question: of how many answers of each other's there was one of the service's, over the rounds. */
export type Spreads = Readonly<z.output<typeof spreads>>;

const file = fileURLToPath(new URL('./kept-spreads.json', import.meta.url));

/** What later runs are held against. */
export function keptSpreads(): Spreads {
  return spreads.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function keepSpreads(measured: Spreads): void {
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(3)) : value;
  writeFileSync(file, `${JSON.stringify(measured, rounded, 2)}\n`);
}

/** How far a whole spread may fall before it tells of more than of the machine. */
const STANDS = 2 / 3;

/**
 * The ratios whose whole spread has fallen by a third: of which the most is below two thirds of the least that was kept.
 * A ratio that was kept and is not measured has fallen too. Empty where none has.
 */
export function fallenIn(measured: Spreads, kept: Spreads): readonly string[] {
  return Object.entries(kept).flatMap(([question, others]) =>
    (['peer', 'bare'] as const).flatMap((side) => {
      const least = others[side]?.least;
      const most = measured[question]?.[side]?.most;
      if (least === undefined || (most !== undefined && most >= least * STANDS)) return [];
      return [
        `${question}, beside ${side}: at most ${most?.toFixed(2)}, where ${least.toFixed(2)} was the least`,
      ];
    }),
  );
}
