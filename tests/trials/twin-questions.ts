import { idOf } from '../../src/domain/ids.ts';
import { hiddenBundle, hiddenNamespace } from '../support/hidden-bundle.ts';
import { seedBundle } from '../support/seeded-store.ts';
import { idIn, namespace, smallInput } from '../support/small-bundle.ts';
import { erasedIds } from './before-the-court.ts';
import type { Pools } from './query-maker.ts';
import { draftIds, identityIds } from './twin-worlds.ts';

/** Asked by every viewer, and by whoever sees what the worlds differ in: few questions that are made by chance ask for it. */
export const whatIsKept = `{ drafts(status: null) { totalCount edges { node { id version status } } } entity(by: {id: "${idIn('Entity', 'witness')}"}) { id version
  confidentialIdentities { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { name note } } } } }`;

/** Asked by every viewer: how it is told what the court has erased. */
export const whatIsErased = `{ shut: claim(by: {id: "${idIn('Claim', 'shut')}"}) { id headline }
  nodes(ids: ${JSON.stringify(erasedIds)}) { __typename id
  ${Object.entries({
    Entity: '',
    Claim: 'version',
    Assertion: 'version withdrawnAt',
    Passage: '',
    Source: 'version access embargoedUntil',
  })
    .map(
      ([
        type,
        own,
      ]) => `... on ${type} { ${own} revisions(first: 6) { totalCount edges { node { version kind recordedAt
        until by title changes { path before after } } } } }`,
    )
    .join(' ')} } }`;

type Items = readonly { readonly key: string; readonly slug?: string }[];

function idsIn(space: string, lists: object, count: number): readonly string[] {
  const types = {
    entities: 'Entity',
    sources: 'Source',
    passages: 'Passage',
    claims: 'Claim',
    assertions: 'Assertion',
    relations: 'ClaimRelation',
    reviews: 'Review',
  } as const;
  return Object.entries(types).flatMap(([list, type]) =>
    ((lists as Record<string, Items>)[list] ?? []).slice(0, count).map(({ key }) => idOf(type, space, key)),
  );
}

function slugsIn(lists: object): readonly string[] {
  return ['entities', 'sources', 'claims'].flatMap((list) =>
    ((lists as Record<string, Items>)[list] ?? []).flatMap(({ slug }) => slug ?? []).slice(0, 12),
  );
}

/** Public and hidden values alike, and such as nothing has. */
export function pools(): Pools {
  const [small, hidden, article] = [smallInput(), hiddenBundle(), seedBundle()];
  return {
    ids: [
      ...idsIn(namespace, small, 20),
      ...idsIn(hiddenNamespace, hidden, 20),
      ...idsIn(article.namespace, article, 6),
      ...draftIds,
      ...idsIn(
        'chains.example',
        { assertions: [{ key: 'ends-0' }, { key: 'to-the-end' }, { key: 'again' }] },
        3,
      ),
      idOf('Claim', 'nowhere', 'nothing'),
      ...identityIds,
      ...erasedIds,
      'nothing',
    ],
    slugs: [...slugsIn(small), ...slugsIn(hidden), ...slugsIn(article), 'zanzibar-note', 'nothing'],
    urls: ['https://paper.example/bridge', 'https://zanzibar.example/talks', 'https://nowhere.example/'],
    words: [
      'bridge',
      'Zanzibar',
      'purpose',
      '桥',
      'OpenAI',
      'the',
      'quagga',
      'source that is not shown',
      '字节',
    ],
    days: ['2023-12-01', '2023-12-14', '2023-12-31', '2026-11-22', '2030-01-01'],
    languages: ['en', 'zh', 'zh-Hans', 'fr'],
    cursors: [],
  };
}

/** Lists that are walked through page by page: cursors, order and the place of each in it. */
export const walks: readonly string[] = [
  ...['NEWEST', 'OLDEST', 'MOST_ASSERTED'].map((order) => `claims(orderBy: ${order}, PAGE)`),
  ...['SAID_NEWEST', 'SAID_OLDEST', 'RECORDED_NEWEST'].map(
    (order) => `assertions(orderBy: ${order}, filter: {withdrawn: null}, PAGE)`,
  ),
  ...[
    'speakers(PAGE)',
    'sources(PAGE)',
    'contradictions(PAGE)',
    'changes(PAGE)',
    'changes(kind: [REVISED, WITHDRAWN, REINSTATED, SHOWN], PAGE)',
    'drafts(PAGE)',
    'drafts(status: null, PAGE)',
    'search(query: "the", PAGE)',
  ],
];
