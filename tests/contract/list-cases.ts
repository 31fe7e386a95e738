import type { Parameters } from '../../src/engine/engine.ts';
import { idIn } from '../support/small-bundle.ts';
import { idsOf, unknownId } from './recorded-ids.ts';

type Variants = Readonly<Record<string, readonly Parameters[]>>;

const none = { limit: 6, beyondKey: null, beyondId: null };
const forwards = { ...none, keyDescending: false, idDescending: false };
const backwards = { ...none, keyDescending: true, idDescending: true };
/** In the middle of what was recorded at one instant, so that the id alone decides. */
const amid = { beyondKey: '2026-11-22T08:00:00.000Z', beyondId: idsOf('Assertion')[150] ?? '' };

/** Each filter with something that it finds, with nothing, and with what nothing has. */
function variants(empty: Parameters, hits: Variants): readonly Parameters[] {
  return [
    empty,
    ...Object.entries(hits)
      .flatMap(([name, values]) => values.map((value) => ({ ...empty, ...value, name })))
      .map(({ name: _, ...parameters }) => parameters),
  ];
}

function field(name: string, hit: readonly string[], miss = 'NOTHING'): readonly Parameters[] {
  return [{ [name]: hit }, { [name]: [] }, { [name]: [miss] }, { [name]: [...hit, miss] }];
}
const flag = (name: string): readonly Parameters[] => [{ [name]: true }, { [name]: false }];
function range(name: string, from: string, to: string): readonly Parameters[] {
  return ['CERTAINLY', 'POSSIBLY'].flatMap((match) => [
    { [`${name}Match`]: match, [`${name}From`]: from, [`${name}To`]: to },
    { [`${name}Match`]: match, [`${name}From`]: '0000-01-01', [`${name}To`]: from },
    { [`${name}Match`]: match, [`${name}From`]: to, [`${name}To`]: from },
  ]);
}

const noRange = (name: string): Parameters => ({
  [`${name}Match`]: null,
  [`${name}From`]: '0000-01-01',
  [`${name}To`]: '9999-12-31',
});
const nulls = (...names: readonly string[]): Parameters =>
  Object.fromEntries(names.map((name) => [name, null]));

const noAssertionFilter: Parameters = {
  ...nulls(
    'claim',
    'speaker',
    'onBehalfOf',
    'source',
    'publisher',
    'about',
    'stance',
    'directness',
    'modality',
  ),
  ...nulls('speakerKind', 'anonymous', 'origin', 'language', 'warning', 'method', 'withdrawn'),
  ...noRange('said'),
};
const claims = idsOf('Claim');
const entities = idsOf('Entity');
const sources = idsOf('Source');
const assertions = idsOf('Assertion');

const assertionFilters = variants(noAssertionFilter, {
  claim: field('claim', [idIn('Claim', 'shut'), ...claims.slice(0, 3)], unknownId('Claim')),
  speaker: field('speaker', [idIn('Entity', 'company'), ...entities.slice(0, 4)], unknownId('Entity')),
  onBehalfOf: field('onBehalfOf', [idIn('Entity', 'firm'), ...entities.slice(0, 8)], unknownId('Entity')),
  source: field('source', [idIn('Source', 'article'), ...sources.slice(0, 3)], unknownId('Source')),
  publisher: field('publisher', [idIn('Entity', 'paper'), ...entities.slice(0, 3)], unknownId('Entity')),
  about: field('about', [idIn('Entity', 'company'), ...entities.slice(0, 4)], unknownId('Entity')),
  stance: field('stance', ['DENIES', 'DECLINES_TO_COMMENT']),
  directness: field('directness', ['MIXED', 'DIRECT']),
  modality: field('modality', ['POSSIBLE', 'CONDITIONAL']),
  speakerKind: field('speakerKind', ['MACHINE', 'PERSON']),
  anonymous: flag('anonymous'),
  origin: flag('origin'),
  language: field('language', ['zh', 'en'], 'xx'),
  said: range('said', '2023-01-01', '2023-12-15'),
  warning: field('warning', ['DATE_UNCERTAIN', 'QUOTE_ALTERED']),
  method: field('method', ['IMPORT']),
  withdrawn: flag('withdrawn'),
});

const noClaimFilter: Parameters = {
  ...nulls('about', 'speaker', 'source', 'nature', 'status', 'reviewed', 'anonymousOnly', 'singleOrigin'),
  ...nulls('hasContradiction', 'text'),
  ...noRange('concerns'),
};
const claimFilters = variants(noClaimFilter, {
  about: field('about', [idIn('Entity', 'firm'), ...entities.slice(0, 4)], unknownId('Entity')),
  speaker: field('speaker', [idIn('Entity', 'firm'), ...entities.slice(0, 4)], unknownId('Entity')),
  source: field('source', [idIn('Source', 'article'), ...sources.slice(0, 3)], unknownId('Source')),
  nature: field('nature', ['OPINION', 'NORM']),
  status: field('status', ['CONTESTED', 'WITHDRAWN']),
  reviewed: flag('reviewed'),
  anonymousOnly: flag('anonymousOnly'),
  singleOrigin: flag('singleOrigin'),
  hasContradiction: flag('hasContradiction'),
  text: [...field('text', [' openai'], 'qqqq'), { text: ['豆包'] }, { text: [' the', ' bri'] }],
  concerns: range('concerns', '2023-01-01', '2023-12-15'),
});

const assertionAnchors: Readonly<Record<string, readonly string[]>> = {
  all: [],
  said: [],
  claim: [idIn('Claim', 'shut'), ...claims.slice(0, 8)],
  speaker: [idIn('Entity', 'company'), idIn('Entity', 'paper'), ...entities.slice(0, 6)],
  'on-behalf-of': [idIn('Entity', 'firm'), ...entities.slice(0, 12)],
  source: [idIn('Source', 'article'), ...sources.slice(0, 4)],
  about: [idIn('Entity', 'paper'), ...entities.slice(0, 6)],
  'attributed-to': [idIn('Assertion', 'seen'), ...assertions.slice(0, 60)],
};
const claimAnchors: Readonly<Record<string, readonly string[]>> = {
  all: [],
  about: assertionAnchors['about'] ?? [],
  speaker: assertionAnchors['speaker'] ?? [],
  source: assertionAnchors['source'] ?? [],
};

/** One list for all ids at once, one for each, and one for none. */
function anchors(ids: readonly string[]): Parameters {
  const lists = ids.length === 0 ? [[]] : [ids, ...ids.slice(0, 4).map((id) => [id]), [], ['nothing']];
  return { anchors: lists.map((some, key) => ({ key, ids: some })) };
}

const assertionOrders: readonly Parameters[] = [
  { ...forwards, order: 'SAID', undated: '~' },
  { ...backwards, idDescending: false, order: 'SAID', undated: '' },
  { ...forwards, order: 'SAID', undated: '~', beyondKey: '2023-12-15', beyondId: assertions[10] ?? '' },
  { ...backwards, order: 'SAID', undated: '~', beyondKey: '~', beyondId: assertions[10] ?? '' },
  { ...backwards, idDescending: false, order: 'RECORDED', undated: '', ...amid },
  { ...forwards, idDescending: true, order: 'RECORDED', undated: '', ...amid },
  { ...forwards, order: 'PLACE', undated: '~' },
];
const claimOrders: readonly Parameters[] = [
  { ...forwards, order: 'RECORDED', ...amid, beyondId: claims[100] ?? '' },
  { ...backwards, idDescending: false, order: 'ASSERTED' },
  { ...backwards, order: 'ASSERTED', beyondKey: '000000002', beyondId: claims[50] ?? '' },
  { ...forwards, order: 'PLACE' },
];
const [firstOrder = {}] = assertionOrders;
const [firstClaimOrder = {}] = claimOrders;

function cross(lists: readonly Parameters[], others: Parameters): readonly Parameters[] {
  return lists.map((one) => ({ ...one, ...others }));
}

const noSourceFilter: Parameters = {
  ...nulls('kind', 'publisher', 'access', 'language'),
  ...noRange('published'),
};
const sourceFilters = variants(noSourceFilter, {
  kind: field('kind', ['TERMS', 'ARTICLE']),
  publisher: field('publisher', [idIn('Entity', 'company'), ...entities.slice(0, 3)], unknownId('Entity')),
  access: field('access', ['PUBLIC'], 'EMBARGOED'),
  language: field('language', ['zh', 'en'], 'xx'),
  published: range('published', '2023-12-01', '2023-12-15'),
});
const speakerFilters = variants(nulls('kind', 'anonymous', 'name'), {
  kind: field('kind', ['MACHINE', 'GROUP']),
  anonymous: flag('anonymous'),
  name: [...field('name', [' open'], 'qqqq'), { name: ['字节'] }],
});
const passageSources = anchors([...sources.slice(0, 3), idIn('Source', 'article')]);

/** The parameters that each listing and counting statement is asked with. */
export const listCases: Readonly<Record<string, readonly Parameters[]>> = {
  ...Object.fromEntries(
    Object.entries(assertionAnchors).flatMap(([by, ids]) => [
      [
        `list-assertions-by-${by}`,
        [
          ...cross(assertionFilters, { ...firstOrder, ...anchors(ids) }),
          ...cross(assertionOrders, { ...noAssertionFilter, ...anchors(ids) }),
        ],
      ],
      [`count-assertions-by-${by}`, cross(assertionFilters, anchors(ids))],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(claimAnchors).flatMap(([by, ids]) => [
      [
        `list-claims-by-${by}`,
        [
          ...cross(claimFilters, { ...firstClaimOrder, ...anchors(ids) }),
          ...cross(claimOrders, { ...noClaimFilter, ...anchors(ids) }),
        ],
      ],
      [`count-claims-by-${by}`, cross(claimFilters, anchors(ids))],
    ]),
  ),
  'list-sources': [...cross(sourceFilters, forwards), { ...noSourceFilter, ...backwards }],
  'count-sources': sourceFilters,
  'list-speakers': [
    ...cross(speakerFilters, forwards),
    { ...nulls('kind', 'anonymous', 'name'), ...backwards },
  ],
  'count-speakers': speakerFilters,
  'list-passages-of-sources': [
    { ...passageSources, ...forwards },
    { ...passageSources, ...backwards },
    { ...passageSources, ...forwards, beyondKey: '000000000100', beyondId: '' },
  ],
  'count-passages-of-sources': [passageSources],
};
