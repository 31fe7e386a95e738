import { typeOfId } from '../domain/ids.ts';
import type { Assertion } from '../domain/model.ts';
import { assertionRow } from './assertion-rows.ts';
import { rowOf } from './row-reader.ts';
import { sourceRow } from './rows.ts';
import { distinct, type Run } from './run.ts';
import type { TrailMaterial } from './store.ts';

/** See `cypher/fragments/trail-rows.cypher`. */
export const trailRow = rowOf((columns) => ({
  id: columns.text(),
  assertions: columns.rows(assertionRow),
  sources: columns.rows(sourceRow),
}));

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
  async function material(ids: readonly string[], statement: string): Promise<readonly TrailMaterial[]> {
    if (ids.length === 0) return [];
    const rows = await run(statement, { ids: distinct(ids) });
    const found = new Map(rows.map((row) => trailRow.parse(row)).map((row) => [row.id, row]));
    return ids.map((id) => {
      const { assertions = [], sources = [] } = found.get(id) ?? {};
      return {
        tops:
          typeOfId(id) === 'Claim' ? unrelayed(id, assertions) : assertions.filter((one) => one.id === id),
        assertions: new Map(assertions.map((one) => [one.id, one])),
        sources: new Map(sources.map((source) => [source.id, source])),
      };
    });
  }
  return {
    trailsOfClaims: (claimIds: readonly string[]) => material(claimIds, 'trails-of-claims'),
    trailsOfAssertions: (assertionIds: readonly string[]) => material(assertionIds, 'trails-of-assertions'),
  };
}
