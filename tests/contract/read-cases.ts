import { z } from 'zod';
import type { Row } from '../../src/engine/engine.ts';
import { assertionRow, entryRow } from '../../src/store/assertion-rows.ts';
import {
  affiliationRow,
  judgementRow,
  relationRow,
  replyRequestRow,
  reviewRow,
} from '../../src/store/between-rows.ts';
import { identityRow } from '../../src/store/confidential-identities.ts';
import { dossierRow } from '../../src/store/dossier-row.ts';
import { keyRow } from '../../src/store/key-store.ts';
import { lastSaidRow } from '../../src/store/last-said.ts';
import { newestClaimsRow } from '../../src/store/lists.ts';
import { startKey } from '../../src/store/record-nodes.ts';
import { revisionRow } from '../../src/store/revisions.ts';
import type { RowReader } from '../../src/store/row-reader.ts';
import { claimRow, entityRow, passageRow, sourceRow, versionRow } from '../../src/store/rows.ts';
import { hitsRow } from '../../src/store/search.ts';
import { trailRow } from '../../src/store/trail-material.ts';
import { idIn } from '../support/small-bundle.ts';
import { draftCases } from './draft-cases.ts';
import { publishedState } from './draft-rows.ts';
import { listCases } from './list-cases.ts';
import { logCases } from './log-cases.ts';
import { byIds, column, everyId, type ReadCase, records } from './read-case.ts';
import { bundles, idsOf, unknownId } from './recorded-ids.ts';

/** Where passages of some versions begin, with where none does, and places in a version that is not there. */
const beginnings = bundles
  .flatMap(({ passages }) => passages.map(({ start }) => startKey(start)))
  .slice(0, 90);
const passagePlaces = [
  idsOf('SourceVersion').map((version) => ({ version, starts: [startKey(1), ...beginnings] })),
  [{ version: unknownId('SourceVersion'), starts: beginnings }],
  [],
].map((places) => ({ places }));

const neighbourhoods: ReadCase = {
  parameters: [1, 2, 3, 4].flatMap((hops) => [
    { ids: [idIn('Claim', 'shut'), idIn('Claim', 'asked'), ...idsOf('Claim').slice(0, 12)], hops },
    { ids: [unknownId('Claim')], hops },
  ]),
  order: 'unordered',
  // The claims asked for in whose neighbourhood one is come in no order, and those that lapsed, and sources.
  sets: [0, 7, 9, 10],
  parse: (row) => dossierRow.parse(row),
};

function named(parameter: string, values: readonly string[], parser: RowReader<unknown>): ReadCase {
  return {
    parameters: [{ [parameter]: values }, { [parameter]: ['nothing-of-that-name'] }, { [parameter]: [] }],
    order: 'unordered',
    parse: column(parser, 1),
  };
}

const slugsOf = (list: 'claims' | 'entities' | 'sources') =>
  bundles.flatMap((bundle) => bundle[list].map(({ slug }) => slug));
const urls = bundles.flatMap(({ sources }) => sources.flatMap(({ url }) => url ?? []));
const statuses = [['CONFIRMED'], ['PROPOSED', 'CONFIRMED', 'REJECTED'], []];

const listParsers: readonly (readonly [RegExp, (row: Row) => unknown])[] = [
  [/^list-assertions/, column(assertionRow, 2)],
  [/-said-(by|within)-/, (row) => lastSaidRow(true).parse(row)],
  [/^list-every-claim/, (row) => newestClaimsRow.parse(row)],
  [/^list-claims/, column(claimRow, 2)],
  [/^list-sources/, column(sourceRow, 1)],
  [/^list-speakers/, column(entityRow, 1)],
  [/^list-revisions/, (row) => revisionRow.parse(row)],
  [/^list-passages/, column(passageRow, 2)],
  [/^search$/, (row) => hitsRow.parse(row)],
  [/^count-/, (row) => z.number().parse(row.at(-1))],
];

const lists = [...listCases].map(([name, parameters]): [string, ReadCase] => {
  const parse = listParsers.find(([pattern]) => pattern.test(name))?.[1];
  const order = /^count-|-said-(by|within)-/.test(name) ? 'unordered' : 'ordered';
  return [name, { parameters, order, ...(parse ? { parse } : {}) }];
});

/** Every reading statement, by its name. */
export const readCases: Readonly<Record<string, ReadCase>> = {
  ...Object.fromEntries(lists),
  ...draftCases,
  ...logCases,
  'confidential-identities-by-ids': {
    parameters: [
      { ids: ['ConfidentialIdentity_1', 'ConfidentialIdentity_2', unknownId('ConfidentialIdentity')] },
      { ids: [] },
    ],
    order: 'unordered',
    parse: ([row]) => identityRow.parse(row),
  },
  'confidential-identities-of-entities': byIds('Entity', ([, row]) => identityRow.parse(row)),
  'holds-of-records': {
    parameters: [{ ids: ['Claim_1', 'nothing'] }, { ids: ['nothing'] }, { ids: [] }],
    order: 'ordered',
  },
  'identities-attached-to-entities': byIds('Entity'),
  'identities-left-out': { parameters: [{}], order: 'ordered' },
  'affiliated-with-entities': byIds('Entity'),
  'affiliations-of-entities': byIds('Entity', (row) => affiliationRow.parse(row)),
  'assertions-beside': byIds('Assertion'),
  'assertions-by-ids': byIds('Assertion', column(assertionRow, 0)),
  'assertions-of-records': { parameters: [{ ids: everyId }, { ids: [] }], order: 'unordered' },
  'assertions-touching-entities': byIds('Entity'),
  'attributions-of-assertions': byIds('Assertion'),
  'assertions-quoting-passages': byIds('Passage'),
  'children-of-sources': byIds('Source'),
  'claims-by-ids': byIds('Claim', column(claimRow, 0)),
  'claims-by-slugs': named('slugs', slugsOf('claims'), claimRow),
  'claims-touching-entities': byIds('Entity'),
  contradictions: {
    parameters: statuses.map((some) => ({ statuses: some })),
    order: 'unordered',
    parse: column(relationRow, 0),
  },
  'contradictions-about': {
    parameters: statuses.flatMap((some) =>
      [idIn('Entity', 'firm'), idsOf('Entity')[3] ?? '', 'nobody'].map((about) => ({
        statuses: some,
        about,
      })),
    ),
    order: 'unordered',
    parse: column(relationRow, 0),
  },
  'first-states': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'editions-of-records': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'copies-of-assertions': byIds('Assertion'),
  'current-states': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'dated-claims-about': byIds('Entity', column(claimRow, 1)),
  dates: {
    parameters: [{ edtfs: ['2023-12-15', '2023-12-18~', '../2023-12-15', 'nothing'] }, { edtfs: [] }],
    order: 'unordered',
  },
  dossiers: byIds('Claim', (row) => dossierRow.parse(row), { sets: [7, 9, 10] }),
  'dependants-of-assertions': byIds('Assertion'),
  'entities-named-once': { parameters: [{ ids: ['Entity_1'] }, { ids: [] }], order: 'unordered' },
  'erased-later': {
    parameters: [{ ids: [...records, publishedState.properties.of] }, { ids: [] }],
    order: 'unordered',
  },
  'ended-embargoes': { parameters: [{ at: '2026-11-22T08:00:00.000Z' }], order: 'ordered' },
  'entities-by-ids': byIds('Entity', column(entityRow, 0)),
  'entities-by-slugs': named('slugs', slugsOf('entities'), entityRow),
  'facts-of-assertions': byIds('Assertion', undefined, { sets: 'all' }),
  'half-restored': { parameters: [{}], order: 'ordered' },
  'of-claims-and-entities': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'hanging-on-records': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'held-by': byIds('Entity', column(entryRow, 1)),
  'history-of-records': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  holdings: { parameters: [{}], order: 'ordered' },
  inventory: { parameters: [{}], order: 'unordered', sets: 'all' },
  'judgements-by-ids': byIds('IdentityJudgement', column(judgementRow, 0)),
  'judgements-of-assertions': byIds('Assertion', column(judgementRow, 1)),
  'judgements-of-clusters': byIds('Entity', column(judgementRow, 1)),
  'judgements-of-entities': byIds('Entity', column(judgementRow, 1)),
  'key-by-hash': {
    parameters: [{ hash: 'ff' }, { hash: 'none' }],
    order: 'ordered',
    parse: (row) => keyRow.parse(row),
  },
  keys: { parameters: [{}], order: 'ordered', parse: (row) => keyRow.parse(row) },
  'members-of-clusters': byIds('Entity'),
  migrated: { parameters: [{}], order: 'ordered' },
  neighbourhoods,
  'next-embargo-end': { parameters: [{ at: '2026-11-22T08:00:00.000Z' }], order: 'ordered' },
  'nodes-in-view': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered', sets: 'all' },
  'nodes-of-records': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered', sets: 'all' },
  'parents-of-sources': byIds('Source'),
  'passages-beginning-at': { parameters: passagePlaces, order: 'unordered' },
  'passages-by-ids': byIds('Passage', (row) => passageRow.parse(row)),
  'payloads-of-records': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'published-together': {
    parameters: [
      { ids: records, drafts: true },
      { ids: [publishedState.properties.of], drafts: false },
      { ids: [unknownId('Claim')], drafts: true },
      { ids: [], drafts: true },
    ],
    order: 'unordered',
  },
  'publishers-of-sources': byIds('Source'),
  'records-that-say': {
    parameters: [
      { texts: ['The bridge is shut', 'said by nobody'], but: [] },
      { texts: ['The bridge is shut'], but: [idIn('Claim', 'shut')] },
      { texts: [], but: [] },
    ],
    order: 'ordered',
  },
  'recorded-ids': { parameters: [{}], order: 'unordered' },
  'recorders-of-records': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'revised-among': { parameters: [{ ids: records.map((id) => `${id}/2`) }, { ids: [] }], order: 'unordered' },
  'revised-records': { parameters: [{}], order: 'unordered' },
  'relations-by-ids': byIds('ClaimRelation', column(relationRow, 0)),
  'relays-of-assertions': byIds('Assertion'),
  'relations-of-claims': byIds('Claim', column(relationRow, 1)),
  'reply-requests-by-ids': byIds('ReplyRequest', column(replyRequestRow, 0)),
  'reply-requests-of-assertions': byIds('Assertion', column(replyRequestRow, 1)),
  'reply-requests-of-claims': byIds('Claim', column(replyRequestRow, 1)),
  'reviews-about': byIds('Entity', column(reviewRow, 1)),
  'reviews-by-ids': byIds('Review', column(reviewRow, 0)),
  'reviews-of-claims': byIds('Claim', column(reviewRow, 1)),
  'sources-by-ids': byIds('Source', column(sourceRow, 0)),
  'sources-by-slugs': named('slugs', slugsOf('sources'), sourceRow),
  'sources-by-urls': named('urls', urls, sourceRow),
  'sources-published-by': byIds('Entity'),
  'speaking-of-entities': byIds('Entity'),
  'standing-holds': { parameters: [{}], order: 'ordered' },
  'standing-of-nodes': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'under-their-ids': { parameters: [{}], order: 'unordered' },
  'states-of-records': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'successors-of-assertions': byIds('Assertion'),
  'texts-still-said': {
    parameters: [{ texts: ['"edtf":"2023-12-15"', 'said by nobody'] }, { texts: [] }],
    order: 'unordered',
  },
  'trails-of-assertions': byIds('Assertion', (row) => trailRow.parse(row), { sets: 'all' }),
  'trails-of-claims': byIds('Claim', (row) => trailRow.parse(row), { sets: 'all' }),
  'versions-by-ids': byIds('SourceVersion', column(versionRow, 0)),
  'versions-of-sources': byIds('Source', column(versionRow, 1)),
  'visibility-of-claims': byIds('Claim'),
  'shown-when-recorded': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'revised-beside': { parameters: [{ ids: records }, { ids: [] }], order: 'unordered' },
  'visibility-of-entities': byIds('Entity'),
};
