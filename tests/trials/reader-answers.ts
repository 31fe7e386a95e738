import { typeOfId } from '../../src/domain/ids.ts';
import type { Claim, Entity, Source } from '../../src/domain/model.ts';
import { needlesOf, phraseOf } from '../../src/domain/search-text.ts';
import { relationStatuses, searchTypes } from '../../src/domain/vocabulary.ts';
import {
  type AssertionFilter,
  allClaims,
  type ClaimFilter,
  currentAssertions,
  type PageRequest,
} from '../../src/store/query.ts';
import type { StoreReader } from '../../src/store/store.ts';

const whole: PageRequest = { limit: 1_000, beyond: null, backward: false };
const few: PageRequest = { limit: 3, beyond: null, backward: true };
const everyAssertion: AssertionFilter = { ...currentAssertions, withdrawn: null };
const said = { from: '2023-12-01', to: '2023-12-15', match: 'POSSIBLY' } as const;

const assertionFilters: readonly AssertionFilter[] = [
  everyAssertion,
  currentAssertions,
  { ...everyAssertion, withdrawn: true },
  { ...everyAssertion, origin: true },
  { ...everyAssertion, anonymous: true },
  { ...everyAssertion, said },
  { ...everyAssertion, warning: ['DATE_UNCERTAIN'] },
];
const claimFilters: readonly ClaimFilter[] = [
  allClaims,
  { ...allClaims, status: ['CONTESTED', 'WITHDRAWN'] },
  { ...allClaims, hasContradiction: true },
  { ...allClaims, singleOrigin: true },
  { ...allClaims, reviewed: true },
  { ...allClaims, text: needlesOf('corrected') },
];

/** Everything that a reader answers about the records of those ids, by the method that was asked. */
export async function readerAnswers(
  reader: StoreReader,
  ids: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const of = (type: ReturnType<typeof typeOfId>) => ids.filter((id) => typeOfId(id) === type);
  const [claims, assertions, entities, sources] = [of('Claim'), of('Assertion'), of('Entity'), of('Source')];
  const records = await reader.recordsByIds(ids);
  const slugs = records.flatMap((record) =>
    record?.type === 'Claim' || record?.type === 'Entity' || record?.type === 'Source' ? [record] : [],
  );
  const slugsOf = (type: (Claim | Entity | Source)['type']) =>
    slugs.filter((one) => one.type === type).map(({ slug }) => slug);
  const lists = assertionFilters.map((filter) => ({ anchor: null, filter, order: 'SAID_NEWEST' as const }));
  const anchored = (['claim', 'speaker', 'source', 'about', 'attributedTo'] as const).map((by) => ({
    anchor: {
      by,
      ids: { claim: claims, speaker: entities, source: sources, about: entities, attributedTo: assertions }[
        by
      ].map((id) => [id]),
    },
    filter: everyAssertion,
    order: 'AS_RECORDED' as const,
  }));
  const claimLists = claimFilters.map((filter) => ({ anchor: null, filter, order: 'NEWEST' as const }));
  const needles = needlesOf('bridge');
  const noFilter = { kind: null, anonymous: null, name: null };
  const anySource = { kind: null, publisher: null, access: null, published: said, language: null };
  const asked: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
    bySlug: [
      () => reader.claimsBySlugs(slugsOf('Claim')),
      () => reader.entitiesBySlugs(slugsOf('Entity')),
      () => reader.sourcesBySlugs(slugsOf('Source')),
    ],
    sourcesByUrls: [() => reader.sourcesByUrls(sources.map((_, index) => `https://trial.example/k${index}`))],
    listAssertions: [
      ...[...lists, ...anchored].map((query) => () => reader.listAssertions(query, whole)),
      ...lists.map((query) => () => reader.listAssertions({ ...query, order: 'RECORDED_NEWEST' }, few)),
    ],
    countAssertions: [...lists, ...anchored].map((query) => () => reader.countAssertions(query)),
    listClaims: claimLists.flatMap((query) => [
      () => reader.listClaims(query, whole),
      () => reader.listClaims({ ...query, order: 'MOST_ASSERTED' }, few),
    ]),
    countClaims: claimLists.map((query) => () => reader.countClaims(query)),
    claimsAbout: [
      () =>
        reader.listClaims(
          {
            anchor: { by: 'about', ids: entities.map((id) => [id]) },
            filter: allClaims,
            order: 'AS_RECORDED',
          },
          whole,
        ),
    ],
    dossiers: [() => reader.dossiers(claims)],
    neighbourhoods: [() => reader.neighbourhoods(claims, 2)],
    trails: [() => reader.trailsOfClaims(claims), () => reader.trailsOfAssertions(assertions)],
    ofEntities: [
      () => reader.heldBy(entities),
      () => reader.affiliationsOf(entities),
      () => reader.datedClaimsAbout(entities),
      () => reader.reviewsAbout(entities),
    ],
    speakers: [() => reader.listSpeakers(noFilter, whole), () => reader.countSpeakers(noFilter)],
    sources: [
      () => reader.listSources({ ...anySource, published: null }, whole),
      () => reader.listSources(anySource, whole),
      () => reader.countSources(anySource),
      () => reader.versionsOf(sources),
      () => reader.listPassages(sources, whole),
      () => reader.countPassages(sources),
    ],
    between: [
      () => reader.relationsOf(claims),
      () => reader.contradictions(null, relationStatuses),
      () => reader.reviewsOf(claims),
      () => reader.judgementsOf([...entities, ...assertions]),
    ],
    search: [
      () => reader.search([{ needles, phrase: phraseOf('bridge'), types: searchTypes }], whole),
      () => reader.countSearch(needles, searchTypes),
    ],
    holdings: [() => reader.holdings()],
    revisions: [
      async () =>
        (await reader.listRevisions(ids, whole)).map(({ items }) =>
          // Who recorded it is the log's, and not the graph's.
          items.map(({ item: { by: _, title: __, activityId: ___, ...revision } }) => revision),
        ),
      () => reader.countRevisions(ids),
    ],
  };
  const answers: Record<string, unknown> = { recordsByIds: records };
  for (const [name, calls] of Object.entries(asked)) {
    answers[name] = [];
    for (const call of calls) (answers[name] as unknown[]).push(comparable(await call()));
  }
  return answers;
}

/** Maps as lists of pairs, in one order, so that answers are compared by what is in them. */
function comparable(value: unknown): unknown {
  if (value instanceof Map) return [...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(comparable);
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, comparable(one)]));
}

/** The naive way to ask what stood then: what is recorded now, less what was first recorded later. */
export async function naiveAnswers(
  reader: StoreReader,
  ids: readonly string[],
  instant: string,
): Promise<readonly unknown[]> {
  const records = await reader.recordsByIds(ids);
  return records.map((record) => (record !== null && record.recordedAt <= instant ? record : null));
}
