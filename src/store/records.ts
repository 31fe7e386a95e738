import { type RecordType, typeOfId } from '../domain/ids.ts';
import type {
  Affiliation,
  AnyRecord,
  ClaimRelation,
  IdentityJudgement,
  Passage,
  Recorded,
  ReplyRequest,
  Review,
  SourceVersion,
} from '../domain/model.ts';
import type { RelationStatus } from '../domain/vocabulary.ts';
import type { Row } from '../engine/engine.ts';
import { assertionRow } from './assertion-rows.ts';
import { affiliationRow, judgementRow, relationRow, replyRequestRow, reviewRow } from './between-rows.ts';
import type { RowReader } from './row-reader.ts';
import { claimRow, entityRow, passageRow, sourceRow, versionRow } from './rows.ts';
import { aligned, distinct, groupByFirst, type Run } from './run.ts';

function byPlace(a: Recorded, b: Recorded): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  if (a.position !== b.position) return a.position - b.position;
  return a.id < b.id ? -1 : 1;
}

const isStanding = ({ withdrawnAt }: Review | ReplyRequest): boolean => withdrawnAt === null;

/** The look-ups of records by what names them, and of the few things that hang on one record. */
export function recordReader(run: Run) {
  async function byIds<Thing extends Recorded>(
    statement: string,
    ids: readonly string[],
    parse: (row: Row) => Thing,
  ): Promise<readonly (Thing | null)[]> {
    if (ids.length === 0) return [];
    const rows = await run(statement, { ids: distinct(ids) });
    return aligned(ids, new Map(rows.map(parse).map((thing) => [thing.id, thing])));
  }

  async function byKey<Thing>(
    statement: string,
    parameter: string,
    keys: readonly string[],
    parser: RowReader<Thing>,
  ): Promise<readonly (Thing | null)[]> {
    if (keys.length === 0) return [];
    const rows = await run(statement, { [parameter]: distinct(keys) });
    return aligned(keys, new Map(rows.map((row) => [String(row[0]), parser.parse(row[1])])));
  }

  async function groupsOf<Thing>(
    statement: string,
    ids: readonly string[],
    parse: (row: Row) => Thing,
  ): Promise<readonly (readonly Thing[])[]> {
    if (ids.length === 0) return [];
    const groups = groupByFirst(await run(statement, { ids: distinct(ids) }), parse);
    return ids.map((id) => groups.get(id) ?? []);
  }

  const first =
    <Thing>(parser: RowReader<Thing>) =>
    (row: Row): Thing =>
      parser.parse(row[0]);
  const second =
    <Thing>(parser: RowReader<Thing>) =>
    (row: Row): Thing =>
      parser.parse(row[1]);

  const claimsByIds = (ids: readonly string[]) => byIds('claims-by-ids', ids, first(claimRow));
  const assertionsByIds = (ids: readonly string[]) => byIds('assertions-by-ids', ids, first(assertionRow));
  const entitiesByIds = (ids: readonly string[]) => byIds('entities-by-ids', ids, first(entityRow));
  const sourcesByIds = (ids: readonly string[]) => byIds('sources-by-ids', ids, first(sourceRow));
  const passagesByIds = (ids: readonly string[]): Promise<readonly (Passage | null)[]> =>
    byIds('passages-by-ids', ids, (row) => passageRow.parse(row));

  const readers: Record<RecordType, (ids: readonly string[]) => Promise<readonly (AnyRecord | null)[]>> = {
    Entity: entitiesByIds,
    Source: sourcesByIds,
    SourceVersion: (ids) => byIds('versions-by-ids', ids, first(versionRow)),
    Passage: passagesByIds,
    Claim: claimsByIds,
    Assertion: assertionsByIds,
    ClaimRelation: (ids) => byIds('relations-by-ids', ids, first(relationRow)),
    Review: (ids) => byIds('reviews-by-ids', ids, first(reviewRow)),
    IdentityJudgement: (ids) => byIds('judgements-by-ids', ids, first(judgementRow)),
    ReplyRequest: (ids) => byIds('reply-requests-by-ids', ids, first(replyRequestRow)),
    // Not for readers: to them none is there (see `withIdentities` for those who may read identities).
    Hold: async (ids) => ids.map(() => null),
    ConfidentialIdentity: async (ids) => ids.map(() => null),
    // For those who may see them (`drafts.ts`).
    Draft: async (ids) => ids.map(() => null),
  };

  return {
    claimsByIds,
    assertionsByIds,
    entitiesByIds,
    sourcesByIds,
    passagesByIds,

    async recordsByIds(ids: readonly string[]): Promise<readonly (AnyRecord | null)[]> {
      const byType = new Map<RecordType, string[]>();
      for (const id of ids) {
        const type = typeOfId(id);
        if (type) byType.set(type, [...(byType.get(type) ?? []), id]);
      }
      const found = new Map<string, AnyRecord>();
      await Promise.all(
        [...byType].map(async ([type, some]) => {
          for (const record of await readers[type](some)) if (record) found.set(record.id, record);
        }),
      );
      return aligned(ids, found);
    },

    claimsBySlugs: (slugs: readonly string[]) => byKey('claims-by-slugs', 'slugs', slugs, claimRow),
    entitiesBySlugs: (slugs: readonly string[]) => byKey('entities-by-slugs', 'slugs', slugs, entityRow),
    sourcesBySlugs: (slugs: readonly string[]) => byKey('sources-by-slugs', 'slugs', slugs, sourceRow),
    sourcesByUrls: (urls: readonly string[]) => byKey('sources-by-urls', 'urls', urls, sourceRow),

    async versionsOf(sourceIds: readonly string[]): Promise<readonly (readonly SourceVersion[])[]> {
      const groups = await groupsOf('versions-of-sources', sourceIds, second(versionRow));
      return groups.map((group) => [...group].sort((a, b) => byPlace(b, a)));
    },
    async affiliationsOf(entityIds: readonly string[]): Promise<readonly (readonly Affiliation[])[]> {
      const groups = await groupsOf('affiliations-of-entities', entityIds, (row) =>
        affiliationRow.parse(row),
      );
      return groups.map((group) =>
        [...group].sort((a, b) => a.place - b.place).map(({ place: _, ...affiliation }) => affiliation),
      );
    },
    async relationsOf(claimIds: readonly string[]): Promise<readonly (readonly ClaimRelation[])[]> {
      const groups = await groupsOf('relations-of-claims', claimIds, second(relationRow));
      return groups.map((group) => [...group].sort(byPlace));
    },
    async contradictions(
      about: string | null,
      statuses: readonly RelationStatus[],
    ): Promise<readonly ClaimRelation[]> {
      const rows =
        about === null
          ? await run('contradictions', { statuses: [...statuses] })
          : await run('contradictions-about', { about, statuses: [...statuses] });
      return rows.map(first(relationRow)).sort(byPlace);
    },
    async reviewsOf(claimIds: readonly string[]): Promise<readonly (readonly Review[])[]> {
      const groups = await groupsOf('reviews-of-claims', claimIds, second(reviewRow));
      return groups.map((group) => group.filter(isStanding).sort(byPlace));
    },
    async reviewsAbout(entityIds: readonly string[]): Promise<readonly (readonly Review[])[]> {
      const groups = await groupsOf('reviews-about', entityIds, second(reviewRow));
      return groups.map((group) => group.filter(isStanding).sort(byPlace));
    },
    async replyRequestsOf(ids: readonly string[]): Promise<readonly (readonly ReplyRequest[])[]> {
      const some = (type: RecordType) => ids.filter((id) => typeOfId(id) === type);
      const [claims, assertions] = [some('Claim'), some('Assertion')];
      const [ofClaims, ofAssertions] = await Promise.all([
        groupsOf('reply-requests-of-claims', claims, second(replyRequestRow)),
        groupsOf('reply-requests-of-assertions', assertions, second(replyRequestRow)),
      ]);
      const groups = new Map([
        ...claims.map((id, index) => [id, ofClaims[index] ?? []] as const),
        ...assertions.map((id, index) => [id, ofAssertions[index] ?? []] as const),
      ]);
      return ids.map((id) => (groups.get(id) ?? []).filter(isStanding).sort(byPlace));
    },
    async judgementsOf(ids: readonly string[]): Promise<readonly (readonly IdentityJudgement[])[]> {
      const entities = ids.filter((id) => typeOfId(id) === 'Entity');
      const assertions = ids.filter((id) => typeOfId(id) === 'Assertion');
      const [ofEntities, ofAssertions] = await Promise.all([
        groupsOf('judgements-of-entities', entities, second(judgementRow)),
        groupsOf('judgements-of-assertions', assertions, second(judgementRow)),
      ]);
      const groups = new Map([
        ...entities.map((id, index) => [id, ofEntities[index] ?? []] as const),
        ...assertions.map((id, index) => [id, ofAssertions[index] ?? []] as const),
      ]);
      return ids.map((id) => [...(groups.get(id) ?? [])].sort(byPlace));
    },
    async judgementsOfClusters(
      entityIds: readonly string[],
    ): Promise<readonly (readonly IdentityJudgement[])[]> {
      const groups = await groupsOf('judgements-of-clusters', entityIds, second(judgementRow));
      return groups.map((group) => [...group].sort(byPlace));
    },
  };
}
