import { OnrecordError } from './errors.ts';

/** An assertion would be attributed, over any number of steps, to itself. `ids` are those on the cycle, in order. */
export class ChainCycle extends OnrecordError {
  constructor(cycle: readonly string[]) {
    super('CHAIN_CYCLE', `attributed in a circle: ${[...cycle, cycle[0]].join(' -> ')}`, { ids: cycle });
  }
}

/** A chain leads to an assertion that is not there. `ids`: the missing one, then the one that names it, if any. */
export class ChainLinkMissing extends OnrecordError {
  constructor(missing: string, namedBy: string | null) {
    const by = namedBy === null ? '' : `, which ${namedBy} is attributed to`;
    super('CHAIN_LINK_MISSING', `there is no assertion ${missing}${by}`, {
      ids: namedBy === null ? [missing] : [missing, namedBy],
    });
  }
}

/** What an assertion is attributed to: an id, null for an origin, undefined where the assertion is not known. */
export type AttributedTo = (id: string) => string | null | undefined;

/** A chain as far as it can be followed, and what it ended at. */
export interface SurvivingChain {
  readonly ids: readonly string[];
  /** CYCLE: the next link stands in it already. MISSING: the next link (or the first) is not known. */
  readonly end: 'ORIGIN' | 'CYCLE' | 'MISSING';
  /** The link that could not be followed; null where the chain ends at an origin. */
  readonly stoppedAt: string | null;
}

/** The chain for reading: it stops at a repeat or at a missing link, and says so; it never throws and always ends. */
export function survivingChain(id: string, attributedTo: AttributedTo): SurvivingChain {
  const ids = new Set<string>();
  let current = id;
  for (;;) {
    if (ids.has(current)) return { ids: [...ids], end: 'CYCLE', stoppedAt: current };
    const next = attributedTo(current);
    if (next === undefined) return { ids: [...ids], end: 'MISSING', stoppedAt: current };
    ids.add(current);
    if (next === null) return { ids: [...ids], end: 'ORIGIN', stoppedAt: null };
    current = next;
  }
}

/**
 * The chain for writing: the assertion, what it is attributed to, and so on to the origin, at any depth.
 * Throws `ChainCycle` where it leads back to itself and `ChainLinkMissing` where a link is not there.
 */
export function chainOf(id: string, attributedTo: AttributedTo): readonly string[] {
  const { ids, end, stoppedAt } = survivingChain(id, attributedTo);
  if (end === 'ORIGIN' || stoppedAt === null) return ids;
  if (end === 'CYCLE') throw new ChainCycle(ids.slice(ids.indexOf(stoppedAt)));
  throw new ChainLinkMissing(stoppedAt, ids.at(-1) ?? null);
}
