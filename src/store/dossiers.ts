import type { Dossier, DossierEntry } from '../domain/dossier.ts';
import type { Claim, Entity } from '../domain/model.ts';
import { standingFor } from '../domain/replaced.ts';
import type { Parameters, Row } from '../engine/engine.ts';
import { entryRow } from './assertion-rows.ts';
import { relationRow, reviewRow } from './between-rows.ts';
import { dossierJudgementRow, standingOf } from './dossier-judgements.ts';
import { claimRow, entityRow, sourceRow } from './rows.ts';
import { distinct, groupByFirst, inOneOrder, type Run } from './run.ts';

function byPlace(a: DossierEntry, b: DossierEntry): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  if (a.position !== b.position) return a.position - b.position;
  return a.id < b.id ? -1 : 1;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** The statements that gather dossiers, whichever way the claims are found. */
interface Gathering {
  readonly claims: string;
  readonly entries: string;
  readonly others: string;
  readonly speakerJudgements: string;
  readonly assertionJudgements: string;
  readonly relations: string;
  readonly lapsed: string;
  readonly reviews: string;
  readonly sources: string;
  readonly publishers: string;
}

/** Who and what is told of by the name that readers see, which is that of the member shown for all judged the same. */
function named(entity: Entity, shown: ReadonlyMap<string, Entity>): Entity {
  const { names, anonymity } = shown.get(entity.clusterId) ?? entity;
  return { ...entity, names, anonymity };
}

/** Those members that readers see for others; asked for only where some are judged the same, since hardly any are. */
async function shownFor(run: Run, entities: readonly Entity[]): Promise<ReadonlyMap<string, Entity>> {
  const ids = distinct(entities.flatMap(({ id, clusterId }) => (id === clusterId ? [] : [clusterId])));
  if (ids.length === 0) return new Map();
  const rows = await run('entities-by-ids', { ids });
  return new Map(rows.map((row) => entityRow.parse(row[0])).map((entity) => [entity.id, entity]));
}

const ofClaims: Gathering = {
  claims: 'claims-by-ids',
  entries: 'dossier-entries',
  others: 'dossier-others',
  speakerJudgements: 'dossier-speaker-judgements',
  assertionJudgements: 'dossier-assertion-judgements',
  relations: 'relations-of-claims',
  lapsed: 'dossier-lapsed',
  reviews: 'reviews-of-claims',
  sources: 'dossier-sources',
  publishers: 'dossier-publishers',
};

const ofNeighbourhood: Gathering = {
  claims: 'neighbourhood-claims',
  entries: 'neighbourhood-entries',
  others: 'neighbourhood-others',
  speakerJudgements: 'neighbourhood-speaker-judgements',
  assertionJudgements: 'neighbourhood-assertion-judgements',
  relations: 'neighbourhood-relations',
  lapsed: 'neighbourhood-lapsed',
  reviews: 'neighbourhood-reviews',
  sources: 'neighbourhood-sources',
  publishers: 'neighbourhood-publishers',
};

async function gather(
  run: Run,
  statements: Gathering,
  parameters: Parameters,
  parseClaim: (row: Row) => Claim,
): Promise<ReadonlyMap<string, Dossier>> {
  // Sent together: one round trip, whatever is asked.
  const [
    claims,
    entries,
    others,
    speakerJudgements,
    assertionJudgements,
    relations,
    lapsed,
    reviews,
    sources,
    publishers,
  ] = await Promise.all([
    run(statements.claims, parameters),
    run(statements.entries, parameters),
    run(statements.others, parameters),
    run(statements.speakerJudgements, parameters),
    run(statements.assertionJudgements, parameters),
    run(statements.relations, parameters),
    run(statements.lapsed, parameters),
    run(statements.reviews, parameters),
    run(statements.sources, parameters),
    run(statements.publishers, parameters),
  ]);
  const parts = {
    entries: groupByFirst(entries, (row) => entryRow.parse(row[1])),
    others: groupByFirst(others, (row) => entryRow.parse(row[1])),
    speakerJudgements: groupByFirst(speakerJudgements, (row) => dossierJudgementRow.parse(row)),
    assertionJudgements: groupByFirst(assertionJudgements, (row) => dossierJudgementRow.parse(row)),
    relations: groupByFirst(relations, (row) => relationRow.parse(row[1])),
    lapsed: groupByFirst(lapsed, (row) => String(row[1])),
    reviews: groupByFirst(reviews, (row) => reviewRow.parse(row[1])),
    sources: groupByFirst(sources, (row) => sourceRow.parse(row[1])),
    publishers: groupByFirst(publishers, (row) => entityRow.parse(row[1])),
  };
  const shown = await shownFor(
    run,
    [...parts.entries.values(), ...parts.others.values()]
      .flat()
      .flatMap(({ speaker, onBehalfOf }) => (onBehalfOf ? [speaker, onBehalfOf] : [speaker]))
      .concat(...parts.publishers.values()),
  );
  const asShown = (entry: DossierEntry): DossierEntry => ({
    ...entry,
    speaker: named(entry.speaker, shown),
    onBehalfOf: entry.onBehalfOf && named(entry.onBehalfOf, shown),
  });
  const dossiers = new Map<string, Dossier>();
  for (const claim of claims.map(parseClaim)) {
    const publishersById = new Map<string, Entity>(
      (parts.publishers.get(claim.id) ?? []).map((entity) => [entity.id, named(entity, shown)]),
    );
    const entries = (parts.entries.get(claim.id) ?? []).map(asShown).sort(byPlace);
    const others = (parts.others.get(claim.id) ?? []).map(asShown).sort(byPlace);
    const known = new Map([...entries, ...others].map((entry) => [entry.id, entry]));
    dossiers.set(claim.id, {
      claim,
      entries,
      others,
      judgements: [
        ...standingOf(parts.speakerJudgements.get(claim.id) ?? []),
        ...standingOf(parts.assertionJudgements.get(claim.id) ?? [], (id) =>
          standingFor(id, (one) => known.get(one)),
        ),
      ],
      relations: [...(parts.relations.get(claim.id) ?? [])].sort(byId),
      lapsed: inOneOrder(parts.lapsed.get(claim.id) ?? []),
      reviews: [...(parts.reviews.get(claim.id) ?? [])].sort(byId),
      sources: [...(parts.sources.get(claim.id) ?? [])].sort(byId),
      publishers: [...publishersById.values()].sort(byId),
    });
  }
  return dossiers;
}

/** All that is recorded of a claim, for one claim, many, or a neighbourhood. */
export function dossierReader(run: Run) {
  return {
    async dossiers(claimIds: readonly string[]): Promise<readonly (Dossier | null)[]> {
      if (claimIds.length === 0) return [];
      const found = await gather(run, ofClaims, { ids: distinct(claimIds) }, (row) => claimRow.parse(row[0]));
      return claimIds.map((id) => found.get(id) ?? null);
    },
    async neighbourhoods(
      claimIds: readonly string[],
      hops: 1 | 2 | 3 | 4,
    ): Promise<readonly (readonly Dossier[])[]> {
      if (claimIds.length === 0) return [];
      const parameters = { ids: distinct(claimIds), hops };
      const [pairs, found] = await Promise.all([
        run('neighbourhood-ids', parameters),
        gather(run, ofNeighbourhood, parameters, (row) => claimRow.parse(row[1])),
      ]);
      const near = groupByFirst(pairs, (row) => String(row[1]));
      return claimIds.map((id) =>
        (near.get(id) ?? []).flatMap((one) => found.get(one) ?? []).sort((a, b) => byId(a.claim, b.claim)),
      );
    },
    async datedClaimsAbout(entityIds: readonly string[]): Promise<readonly (readonly Claim[])[]> {
      if (entityIds.length === 0) return [];
      const rows = await run('dated-claims-about', { ids: distinct(entityIds) });
      const groups = groupByFirst(rows, (row) => claimRow.parse(row[1]));
      return entityIds.map((id) => [...(groups.get(id) ?? [])].sort(byId));
    },
    async heldBy(entityIds: readonly string[]): Promise<readonly (readonly DossierEntry[])[]> {
      if (entityIds.length === 0) return [];
      const rows = await run('held-by', { ids: distinct(entityIds) });
      const groups = groupByFirst(rows, (row) => entryRow.parse(row[1]));
      return entityIds.map((id) => [...(groups.get(id) ?? [])].sort(byPlace));
    },
  };
}
