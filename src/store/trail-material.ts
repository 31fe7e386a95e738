import { typeOfId } from '../domain/ids.ts';
import type { Assertion, Claim, Source } from '../domain/model.ts';
import { followedChain, standingFor } from '../domain/replaced.ts';
import { assertionColumns, inOrder } from './assertion-rows.ts';
import { MalformedRow, rowOf } from './row-reader.ts';
import { claimRow, entityRow, placedPassage, sourceRow } from './rows.ts';
import { distinct, type Run } from './run.ts';
import type { TrailMaterial } from './store.ts';

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** A record that a row names and that the same row brings beside it. */
function named<Thing>(things: ReadonlyMap<string, Thing>, id: string): Thing {
  const thing = things.get(id);
  if (thing === undefined) throw new MalformedRow(0, 'a row that brings what it names', id);
  return thing;
}

const ground = rowOf((columns) => [columns.number(), columns.text()] as const);

/** An assertion of a trail, given its claim, and the sources that the row brings once for all. */
function assertionOf(claim: Claim, sources: ReadonlyMap<string, Source>) {
  return rowOf((columns): Assertion => {
    const own = columns.row(assertionColumns);
    const [chain, withdrawnAt, supersededById] = [
      columns.texts(),
      columns.textOrNull(),
      columns.textOrNull(),
    ];
    const [speaker, onBehalfOf] = [columns.row(entityRow), columns.rowOrNull(entityRow)];
    const sourceId = columns.textOrNull();
    const source = sourceId === null ? null : named(sources, sourceId);
    const basedOn = inOrder(columns.rows(ground)).map((id) => named(sources, id));
    const passages = inOrder(columns.rows(placedPassage));
    const beside = { chain, withdrawnAt, supersededById, claim, speaker, onBehalfOf, source, basedOn };
    return { ...own, ...beside, passages };
  });
}

/** See `cypher/fragments/trail-rows.cypher`. */
export const trailRow = rowOf((columns) => {
  const id = columns.text();
  const sources = byId(columns.rows(sourceRow));
  const ofClaim = rowOf((within) => {
    const claim = within.row(claimRow);
    return within.rows(assertionOf(claim, sources));
  });
  return { id, sources, assertions: columns.rows(ofClaim).flat() };
});

function isCurrent(assertion: Assertion): boolean {
  return assertion.withdrawnAt === null && assertion.supersededById === null;
}

/**
 * Those of a claim's assertions that nobody currently relays; who relays one that was replaced relays what stands for it.
 * Those of a circle, each of which the next relays, stand for themselves, so that none is left without a trail.
 */
function unrelayed(claimId: string, assertions: readonly Assertion[]): readonly Assertion[] {
  const known = byId(assertions);
  const recordOf = (id: string) => known.get(id);
  const current = assertions.filter(isCurrent);
  const relayed = new Set(
    current.flatMap(({ attributedToId }) =>
      attributedToId === null ? [] : [standingFor(attributedToId, recordOf)],
    ),
  );
  const told = new Set(
    current.filter(({ id }) => !relayed.has(id)).flatMap(({ id }) => followedChain(id, recordOf).ids),
  );
  return current.filter((one) => one.claim.id === claimId && (!relayed.has(one.id) || !told.has(one.id)));
}

/** Brings all that the trails of claims or assertions are drawn from. */
export function trailReader(run: Run) {
  async function material(ids: readonly string[], statement: string): Promise<readonly TrailMaterial[]> {
    if (ids.length === 0) return [];
    const rows = await run(statement, { ids: distinct(ids) });
    const found = new Map(rows.map((row) => trailRow.parse(row)).map((row) => [row.id, row]));
    return ids.map((id) => {
      const { assertions = [], sources = new Map<string, Source>() } = found.get(id) ?? {};
      return {
        tops:
          typeOfId(id) === 'Claim' ? unrelayed(id, assertions) : assertions.filter((one) => one.id === id),
        assertions: byId(assertions),
        sources,
      };
    });
  }
  return {
    trailsOfClaims: (claimIds: readonly string[]) => material(claimIds, 'trails-of-claims'),
    trailsOfAssertions: (assertionIds: readonly string[]) => material(assertionIds, 'trails-of-assertions'),
  };
}
