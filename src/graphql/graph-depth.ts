import { BadArgument } from './bad-argument.ts';

const depths = [1, 2, 3, 4] as const;
/** How many steps a claim graph reaches around its claim. */
export type GraphDepth = (typeof depths)[number];

/** The depth that is asked for; 2 where none is. Throws BadArgument. */
export function graphDepthOf(given: unknown): GraphDepth {
  const wanted = given ?? 2;
  const depth = depths.find((known) => known === wanted);
  if (depth === undefined) throw new BadArgument('depth', 'a whole number from 1 to 4', wanted);
  return depth;
}
