import { survivingChain } from '../../domain/chain.ts';
import { followedChain } from '../../domain/replaced.ts';
import type { GraphIndex } from './graph-index.ts';
import type { Report } from './problem.ts';

/** What follows from attributions, and what takes whose place. */
export interface Chains {
  readonly chains: ReadonlyMap<string, readonly string[]>;
  readonly supersededBy: ReadonlyMap<string, string>;
}

/** Walks every chain. Each is walked to an end, whatever the graph says. */
export function checkChains({ assertions }: GraphIndex, report: Report): Chains {
  const chains = new Map<string, readonly string[]>();
  const supersededBy = new Map<string, string>();
  const circular = new Set<string>();
  const placeOf = (id: string): string => assertions.get(id)?.place ?? '';
  for (const [id, assertion] of assertions) {
    const { ids, end } = survivingChain(id, (one) => assertions.get(one)?.attributedTo);
    chains.set(id, ids);
    if (end === 'CYCLE') {
      circular.add(id);
      report(
        'CHAIN_CYCLE',
        id,
        `expected a chain that ends at an origin; it leads back to itself over ${ids.length} assertions`,
      );
    }
    const relayed = assertion.attributedTo === null ? undefined : assertions.get(assertion.attributedTo);
    if (relayed && relayed.claim !== assertion.claim && !assertion.altered) {
      report('RELAY_CLAIM', id, 'expected the claim that it relays, or the warning RELAY_ALTERED');
    }
    if (relayed && relayed.claim === assertion.claim && relayed.stance !== assertion.stance) {
      report(
        'RELAY_STANCE',
        id,
        `a relay carries the stance that it passes on: expected ${relayed.stance}; came ${assertion.stance}`,
      );
    }
    if (assertion.supersedes !== null) {
      const other = supersededBy.get(assertion.supersedes);
      if (other !== undefined) {
        report(
          'SUPERSEDED_TWICE',
          assertion.supersedes,
          `expected one assertion in its place; there are ${other} and ${id}`,
        );
      }
      if (other === undefined || placeOf(other) < assertion.place) supersededBy.set(assertion.supersedes, id);
    }
  }
  for (const id of supersededBy.keys()) {
    const { end } = survivingChain(id, (one) =>
      assertions.has(one) ? (supersededBy.get(one) ?? null) : undefined,
    );
    if (end === 'CYCLE')
      report(
        'SUPERSEDED_CYCLE',
        id,
        "expected one that stands in the end; these take each other's place in a circle",
      );
  }
  const recordOf = (id: string) => {
    const one = assertions.get(id);
    if (one === undefined) return undefined;
    const withdrawnAt = one.withdrawn ? one.place : null;
    return {
      id,
      withdrawnAt,
      supersededById: supersededBy.get(id) ?? null,
      attributedToId: one.attributedTo,
    };
  };
  for (const [id, { withdrawn }] of assertions) {
    if (withdrawn || supersededBy.has(id)) continue;
    const { ids, end, stoppedAt } = followedChain(id, recordOf);
    // Those that lead into the circle are not told with those that are on it, nor is what was told above.
    if (end !== 'CYCLE' || stoppedAt !== id || circular.has(id)) continue;
    report(
      'CHAIN_CYCLE',
      id,
      `expected a chain that ends at an origin; over what took another's place it leads back to itself: ${[...ids, id].join(' -> ')}`,
    );
  }
  for (const [code, field] of [
    ['COPY_CYCLE', 'copyOf'],
    ['ANSWER_CYCLE', 'inResponseTo'],
  ] as const) {
    for (const id of assertions.keys()) {
      const { ids, end, stoppedAt } = survivingChain(id, (one) => assertions.get(one)?.[field]);
      if (end === 'CYCLE' && stoppedAt === id && ids.length > 1)
        report(code, id, `expected ${field} to lead to what was there before; it leads back to itself`);
    }
  }
  return { chains, supersededBy };
}
