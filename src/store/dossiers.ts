import type { RecordedDossier, RecordedEntry } from '../domain/bare-assertion.ts';
import type { Dossier, DossierEntry } from '../domain/dossier.ts';
import type { Claim, Entity } from '../domain/model.ts';
import { standingFor } from '../domain/replaced.ts';
import type { Parameters } from '../engine/engine.ts';
import { entryRow } from './assertion-rows.ts';
import { standingOf } from './dossier-judgements.ts';
import { type DossierRow, dossierRow } from './dossier-row.ts';
import { claimRow, entityRow } from './rows.ts';
import { aligned, distinct, groupByFirst, inOneOrder, type Run } from './run.ts';

function byPlace(a: DossierEntry, b: DossierEntry): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  if (a.position !== b.position) return a.position - b.position;
  return a.id < b.id ? -1 : 1;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** Who and what is told of by the name that readers see, which is that of the member shown for all judged the same. */
function named(entity: Entity, shown: ReadonlyMap<string, Entity>): Entity {
  const member = shown.get(entity.clusterId);
  return member ? { ...entity, names: member.names, anonymity: member.anonymity } : entity;
}

/** Those members that readers see for others; asked for only where some are judged the same, since hardly any are. */
async function shownFor(run: Run, entities: readonly Entity[]): Promise<ReadonlyMap<string, Entity>> {
  const ids = distinct(entities.flatMap(({ id, clusterId }) => (id === clusterId ? [] : [clusterId])));
  if (ids.length === 0) return new Map();
  const rows = await run('entities-by-ids', { ids });
  return new Map(rows.map((row) => entityRow.parse(row[0])).map((entity) => [entity.id, entity]));
}

function dossierOf(found: DossierRow, shown: ReadonlyMap<string, Entity>): RecordedDossier {
  const asShown = (entry: RecordedEntry): RecordedEntry => {
    if (shown.size === 0) return entry;
    const { speaker, onBehalfOf } = entry;
    return { ...entry, speaker: named(speaker, shown), onBehalfOf: onBehalfOf && named(onBehalfOf, shown) };
  };
  const entries = found.entries.map(asShown).sort(byPlace);
  const others = found.others.map(asShown).sort(byPlace);
  const known = new Map([...entries, ...others].map((entry) => [entry.id, entry]));
  return {
    claim: found.claim,
    entries,
    others,
    judgements: [
      ...standingOf(found.speakerJudgements),
      ...standingOf(found.assertionJudgements, (id) => standingFor(id, (one) => known.get(one))),
    ],
    relations: [...found.relations].sort(byId),
    lapsed: inOneOrder(found.lapsed),
    reviews: [...found.reviews].sort(byId),
    sources: [...new Map(found.sources.map((source) => [source.id, source])).values()].sort(byId),
    publishers: found.publishers.map((entity) => named(entity, shown)).sort(byId),
  };
}

/** Everybody who is named in what was found. */
function namedIn({ entries, others, publishers }: DossierRow): readonly Entity[] {
  return [
    ...[...entries, ...others].flatMap(({ speaker, onBehalfOf }) =>
      onBehalfOf ? [speaker, onBehalfOf] : [speaker],
    ),
    ...publishers,
  ];
}

interface Gathered {
  readonly dossier: RecordedDossier;
  /** The claims asked for in whose neighbourhood it is, or itself. */
  readonly rootIds: readonly string[];
}

/** All is found by one statement, of one state of the store; only what those judged the same are called may take another. */
async function gather(run: Run, statement: string, parameters: Parameters): Promise<readonly Gathered[]> {
  const rows = (await run(statement, parameters)).map((row) => dossierRow.parse(row));
  const shown = await shownFor(run, rows.flatMap(namedIn));
  return rows.map((row) => ({ dossier: dossierOf(row, shown), rootIds: row.rootIds }));
}

/** All that is recorded of a claim, for one claim, many, or a neighbourhood. */
export function dossierReader(run: Run) {
  return {
    async dossiers(claimIds: readonly string[]): Promise<readonly (RecordedDossier | null)[]> {
      if (claimIds.length === 0) return [];
      const found = await gather(run, 'dossiers', { ids: distinct(claimIds) });
      return aligned(claimIds, new Map(found.map(({ dossier }) => [dossier.claim.id, dossier])));
    },
    async neighbourhoods(
      claimIds: readonly string[],
      hops: 1 | 2 | 3 | 4,
    ): Promise<readonly (readonly Dossier[])[]> {
      if (claimIds.length === 0) return [];
      const found = await gather(run, 'neighbourhoods', { ids: distinct(claimIds), hops });
      const near = Map.groupBy(
        found.flatMap(({ dossier, rootIds }) => rootIds.map((rootId) => ({ rootId, dossier }))),
        ({ rootId }) => rootId,
      );
      return claimIds.map((id) =>
        (near.get(id) ?? []).map(({ dossier }) => dossier).sort((a, b) => byId(a.claim, b.claim)),
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
