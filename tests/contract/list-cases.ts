import { needlesOf, phraseOf } from '../../src/domain/search-text.ts';
import { searchTypes } from '../../src/domain/vocabulary.ts';
import type { Parameters } from '../../src/engine/engine.ts';
import {
  type AssertionFilter,
  type AssertionOrder,
  allClaims,
  type ClaimFilter,
  type ClaimOrder,
  currentAssertions,
  type DateRange,
  type EntityFilter,
  type PageRequest,
  type SourceFilter,
} from '../../src/store/query.ts';
import type { AssertionAnchor, ClaimAnchor } from '../../src/store/store.ts';
import { idIn } from '../support/small-bundle.ts';
import { askedBy, type PortReader } from './asked-statements.ts';
import { idsOf, unknownId } from './recorded-ids.ts';

const claims = [idIn('Claim', 'shut'), ...idsOf('Claim').slice(0, 4)];
const speakers = [idIn('Entity', 'company'), idIn('Entity', 'paper'), ...idsOf('Entity').slice(0, 5)];
const bodies = [idIn('Entity', 'firm'), ...idsOf('Entity').slice(0, 10)];
const sources = [idIn('Source', 'article'), ...idsOf('Source').slice(0, 4)];
const relayed = [idIn('Assertion', 'seen'), ...idsOf('Assertion').slice(0, 40)];

const first: PageRequest = { limit: 6, beyond: null, backward: false };
const last: PageRequest = { ...first, backward: true };
const instant = '2026-11-22T08:00:00.000Z';
const beyond = (key: string, id: string | undefined, backward = false): PageRequest => ({
  ...first,
  beyond: { key, id: id ?? '' },
  backward,
});

/** A list that hits, none at all, one that nothing has, and both. */
function lists<Value extends string>(hit: readonly Value[], miss: Value): readonly (readonly Value[])[] {
  return [hit, [], [miss], [...hit, miss]];
}
const flags = [true, false];
const ranges = (from: string, to: string): readonly DateRange[] =>
  (['CERTAINLY', 'POSSIBLY'] as const).flatMap((match) => [
    { match, from, to },
    { match, from: null, to: from },
    { match, from: to, to: null },
    { match, from: to, to: from },
  ]);

type Variants<Filter> = { readonly [Field in keyof Filter]-?: readonly Filter[Field][] };

/** The filter that narrows nothing, then each field with each of its values. */
function filters<Filter extends object>(nothing: Filter, variants: Variants<Filter>): readonly Filter[] {
  const fields = Object.keys(variants) as (keyof Filter)[];
  return [
    nothing,
    ...fields.flatMap((name) => variants[name].map((value) => ({ ...nothing, [name]: value }))),
  ];
}

const everyAssertion: AssertionFilter = { ...currentAssertions, withdrawn: null };
const saidWithin = ranges('2023-01-01', '2023-12-15');
const ofCurrent = saidWithin.map((said): AssertionFilter => ({ ...currentAssertions, said }));
const everyFilter = filters(everyAssertion, {
  claim: lists(claims, unknownId('Claim')),
  speaker: lists(speakers, unknownId('Entity')),
  onBehalfOf: lists(bodies, unknownId('Entity')),
  source: lists(sources, unknownId('Source')),
  publisher: lists(speakers, unknownId('Entity')),
  about: lists(speakers, unknownId('Entity')),
  stance: lists(['DENIES', 'DECLINES_TO_COMMENT'], 'NO_RESPONSE'),
  directness: lists(['MIXED'], 'DIRECT'),
  modality: lists(['POSSIBLE', 'CONDITIONAL'], 'SUSPECTED'),
  speakerKind: lists(['MACHINE', 'PERSON'], 'REDACTED'),
  anonymous: flags,
  origin: flags,
  language: lists(['zh', 'en'], 'xx'),
  said: saidWithin,
  warning: lists(['DATE_UNCERTAIN', 'QUOTE_ALTERED'], 'QUOTE_NOT_FOUND'),
  method: lists(['IMPORT'], 'MODEL'),
  withdrawn: flags,
});
const assertionFilters = [...everyFilter, ...ofCurrent];
const claimFilters = filters<ClaimFilter>(allClaims, {
  about: lists(speakers, unknownId('Entity')),
  speaker: lists(speakers, unknownId('Entity')),
  source: lists(sources, unknownId('Source')),
  nature: lists(['OPINION', 'NORM'], 'COMMITMENT'),
  status: lists(['CONTESTED', 'WITHDRAWN'], 'UNSOURCED'),
  reviewed: flags,
  concerns: ranges('2023-01-01', '2023-12-15'),
  anonymousOnly: flags,
  singleOrigin: flags,
  hasContradiction: flags,
  text: [needlesOf('OpenAI'), needlesOf('豆包'), needlesOf('the bri'), needlesOf('qqqq'), []],
});
const sourceFilters = filters<SourceFilter>(
  { kind: null, publisher: null, access: null, published: null, language: null },
  {
    kind: lists(['TERMS', 'ARTICLE'], 'DATASET'),
    publisher: lists(speakers, unknownId('Entity')),
    access: lists(['PUBLIC'], 'EMBARGOED'),
    published: ranges('2023-12-01', '2023-12-15'),
    language: lists(['zh', 'en'], 'xx'),
  },
);
const speakerFilters = filters<EntityFilter>(
  { kind: null, anonymous: null, name: null },
  {
    kind: lists(['MACHINE', 'GROUP'], 'REDACTED'),
    anonymous: flags,
    name: [needlesOf('ope'), needlesOf('字节'), needlesOf('qqqq'), []],
  },
);

/** All of them in one list, one list each, and lists with nothing to find. */
const each = (ids: readonly string[]) => [ids, ...ids.slice(0, 4).map((id) => [id]), [], ['nothing']];
const assertionAnchors: readonly (AssertionAnchor | null)[] = [
  null,
  { by: 'claim', ids: each(claims) },
  { by: 'speaker', ids: each(speakers) },
  { by: 'source', ids: each(sources) },
  { by: 'about', ids: each(speakers) },
  { by: 'attributedTo', ids: each(relayed) },
];
const claimAnchors: readonly (ClaimAnchor | null)[] = [null, { by: 'about', ids: each(speakers) }];

const [, , middle] = idsOf('Assertion').slice(100);
const assertionPages: readonly (readonly [AssertionOrder, PageRequest])[] = [
  ['SAID_NEWEST', first],
  ['SAID_OLDEST', last],
  ['SAID_OLDEST', beyond('2023-12-15', middle)],
  ['SAID_OLDEST', beyond('~', middle, true)],
  ['SAID_NEWEST', beyond('', middle, true)],
  ['RECORDED_NEWEST', beyond(instant, middle)],
  ['RECORDED_NEWEST', beyond(instant, middle, true)],
  ['AS_RECORDED', first],
];
const lastSaidPages: readonly (readonly [boolean, PageRequest])[] = [
  [true, first],
  [false, first],
  [true, beyond('2023-12-15', middle)],
  [false, beyond('', middle)],
];
const claimPages: readonly (readonly [ClaimOrder, PageRequest])[] = [
  ['NEWEST', beyond(instant, idsOf('Claim')[100])],
  ['OLDEST', beyond(instant, idsOf('Claim')[100], true)],
  ['MOST_ASSERTED', first],
  ['MOST_ASSERTED', beyond('000000002', idsOf('Claim')[50], true)],
  ['AS_RECORDED', last],
];

const queries = [
  '豆包',
  '豆',
  'ope',
  'OpenAI',
  '字節跳動',
  'The Verge',
  'bridge is shut',
  '不存在的词',
  '2023年',
];

/** The parameters that each listing, counting and searching statement is asked with. */
export const listCases: ReadonlyMap<string, readonly Parameters[]> = await askedBy([
  ...assertionAnchors.flatMap((anchor) => [
    ...assertionFilters.map((filter) => {
      const query = { anchor, filter, order: 'SAID_OLDEST' as const };
      return (reader: PortReader) => reader.listAssertions(query, first);
    }),
    ...assertionFilters.map((filter) => {
      const query = { anchor, filter, order: 'SAID_OLDEST' as const };
      return (reader: PortReader) => reader.countAssertions(query);
    }),
    ...assertionPages.map(
      ([order, page]) =>
        (reader: PortReader) =>
          reader.listAssertions({ anchor, filter: everyAssertion, order }, page),
    ),
    ...[currentAssertions, ...ofCurrent].flatMap((filter) =>
      lastSaidPages.map(([whole, page]) => (reader: PortReader) => {
        const query = { anchor, filter, order: 'SAID_NEWEST' as const, whole };
        return reader.listAssertions(query, page);
      }),
    ),
  ]),
  ...claimAnchors.flatMap((anchor) => [
    ...claimFilters.map(
      (filter) => (reader: PortReader) => reader.listClaims({ anchor, filter, order: 'NEWEST' }, first),
    ),
    ...claimFilters.map(
      (filter) => (reader: PortReader) => reader.countClaims({ anchor, filter, order: 'NEWEST' }),
    ),
    ...claimPages.map(
      ([order, page]) =>
        (reader: PortReader) =>
          reader.listClaims({ anchor, filter: allClaims, order }, page),
    ),
  ]),
  ...sourceFilters.flatMap((filter) => [
    (reader: PortReader) => reader.listSources(filter, first),
    (reader: PortReader) => reader.listSources(filter, last),
    (reader: PortReader) => reader.countSources(filter),
  ]),
  ...speakerFilters.flatMap((filter) => [
    (reader: PortReader) => reader.listSpeakers(filter, first),
    (reader: PortReader) => reader.listSpeakers(filter, last),
    (reader: PortReader) => reader.countSpeakers(filter),
  ]),
  ...[first, last, beyond('000000000100', '')].map(
    (page) => (reader: PortReader) => reader.listPassages(sources, page),
  ),
  (reader) => reader.countPassages(sources),
  ...[first, { ...first, limit: 1 }, beyond(instant, `${claims[0]}/1`)].map(
    (page) => (reader: PortReader) => reader.listRevisions([...claims, ...sources, 'nothing'], page),
  ),
  (reader) => reader.countRevisions([...claims, ...sources, 'nothing']),
  ...queries.flatMap((query) => {
    const needles = needlesOf(query);
    const phrase = phraseOf(query);
    return [
      (reader: PortReader) => reader.search([{ needles, phrase, types: searchTypes }], first),
      (reader: PortReader) => reader.search([{ needles, phrase, types: ['PASSAGE'] }], first),
      (reader: PortReader) =>
        reader.search(
          [
            { needles, phrase, types: ['CLAIM', 'PASSAGE'] },
            { needles: needlesOf('豆包'), phrase: phraseOf('豆包'), types: searchTypes },
            { needles, phrase, types: [] },
          ],
          beyond(`1${instant}`, 'Passage_8'),
        ),
      (reader: PortReader) => reader.search([{ needles, phrase, types: [] }], first),
      (reader: PortReader) => reader.countSearch(needles, searchTypes),
      (reader: PortReader) => reader.countSearch(needles, ['CLAIM']),
    ];
  }),
]);
