import { typeOfId } from '../domain/ids.ts';
import type { Assertion } from '../domain/model.ts';
import { assertionRow } from './assertion-rows.ts';
import { sourceRow } from './rows.ts';
import { distinct, groupByFirst, type Run } from './run.ts';
import type { TrailMaterial } from './store.ts';

function isCurrent(assertion: Assertion): boolean {
  return assertion.withdrawnAt === null && assertion.supersededById === null;
}

/** Those of a claim's assertions that nobody currently relays. */
function unrelayed(claimId: string, assertions: readonly Assertion[]): readonly Assertion[] {
  const relayed = new Set(assertions.filter(isCurrent).map((one) => one.attributedToId));
  return assertions.filter((one) => one.claim.id === claimId && isCurrent(one) && !relayed.has(one.id));
}

/** Brings all that the trails of claims or assertions are drawn from. */
export function trailReader(run: Run) {
  async function material(
    ids: readonly string[],
    chains: string,
    lineages: string,
  ): Promise<readonly TrailMaterial[]> {
    if (ids.length === 0) return [];
    const parameters = { ids: distinct(ids) };
    const [assertionRows, sourceRows] = await Promise.all([
      run(chains, parameters),
      run(lineages, parameters),
    ]);
    const assertions = groupByFirst(assertionRows, (row) => assertionRow.parse(row[1]));
    const sources = groupByFirst(sourceRows, (row) => sourceRow.parse(row[1]));
    return ids.map((id) => {
      const some = assertions.get(id) ?? [];
      return {
        tops: typeOfId(id) === 'Claim' ? unrelayed(id, some) : some.filter((one) => one.id === id),
        assertions: new Map(some.map((one) => [one.id, one])),
        sources: new Map((sources.get(id) ?? []).map((source) => [source.id, source])),
      };
    });
  }
  return {
    trailsOfClaims: (claimIds: readonly string[]) =>
      material(claimIds, 'chains-of-claims', 'lineages-of-claims'),
    trailsOfAssertions: (assertionIds: readonly string[]) =>
      material(assertionIds, 'chains-of-assertions', 'lineages-of-assertions'),
  };
}
