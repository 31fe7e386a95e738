/** What of the seed an address names that only the service knows: ids, and a moment of its past. */
export interface Known {
  readonly contradiction: string;
  readonly assertion: string;
  readonly passage: string;
  /** After all was recorded. */
  readonly moment: string;
}

/**
 * How an address is judged: a `page` or an `embed` that is read, the `playground`, which is a program, a `picture` that
 * stands alone, or `data` that is fetched and not looked at.
 */
export type AddressKind = 'page' | 'embed' | 'playground' | 'picture' | 'data';

export interface ServedAddress {
  /** What screenshots of it are called. */
  readonly name: string;
  readonly path: string;
  readonly kind: AddressKind;
  readonly status: number;
}

const trained = 'bytedance-trained-on-chatgpt-output';
const removed = 'gpt-data-removed-from-bytedance-training-data';

/**
 * Every address of the service, in each of the states that it can be in on the seed: the one list that the trial of pages
 * drives. A route that is on it nowhere fails a test.
 */
export function servedAddresses({
  contradiction,
  assertion,
  passage,
  moment,
}: Known): readonly ServedAddress[] {
  const of =
    (kind: AddressKind) =>
    ([name, path, status = 200]: readonly [string, string, number?]): ServedAddress => ({
      name,
      path,
      kind,
      status,
    });
  const cited = (path: string) => ['csl.json', 'bib', 'txt'].map((format) => `${path}.${format}`);
  const files = (path: string, query = '') =>
    ['svg', 'png', 'json', 'csv'].map((format) => `${path}.${format}${query}`);
  const data = [
    ...[
      '/',
      '/healthz',
      '/readyz',
      '/metrics',
      '/icon.svg',
      '/icon.png',
      '/page.js',
      '/embed/v1/onrecord-claim.js',
    ],
    ...['/playground/examples/WhoSaidIt.txt', '/claims/nothing-of-that-name.svg'],
    ...['png', 'json', 'csv'].map((format) => `/claims/${trained}.${format}`),
    ...['/speakers/niko-felix', '/sources/verge-report', `/contradictions/${contradiction}`].flatMap((one) =>
      files(one).slice(1),
    ),
    ...files('/search', '?q=bytedance').slice(1),
    ...['/claims', '/contradictions', '/anonymous', '/changes'].flatMap((one) => files(one).slice(2)),
    ...['/speakers/nobody.json', '/sources/nothing.svg', '/contradictions/nothing.csv', '/search.svg'],
    ...cited(`/claims/${trained}`),
    ...cited(`/assertions/${assertion}`),
    ...cited(`/passages/${passage}`),
    ...['/search.atom?q=openai', '/corrections.atom', '/speakers/grok.atom'],
    `/oembed?url=${encodeURIComponent(`http://127.0.0.1/claims/${trained}`)}`,
  ];
  const statuses: Readonly<Record<string, number>> = {
    '/': 302,
    '/claims/nothing-of-that-name.svg': 404,
    '/speakers/nobody.json': 404,
    '/sources/nothing.svg': 404,
    '/contradictions/nothing.csv': 404,
    '/search.svg': 400,
    // The address that it names is of another service.
    [data.at(-1) ?? '']: 404,
  };
  return [
    ...(
      [
        ['claim', `/claims/${trained}`],
        ['claim-with-an-impossible-date', `/claims/${removed}`],
        ['claim-uncontested', '/claims/openai-suspended-bytedance-account'],
        ['claim-as-of', `/claims/${trained}?asOf=${encodeURIComponent(moment)}`],
        ['claim-one-statement', `/claims/${trained}?said=${assertion}`],
        ['claim-figure-as-a-table', `/claims/${trained}/graph`],
        ['claim-missing', '/claims/nothing-of-that-name', 404],
        ['speaker-person', '/speakers/niko-felix'],
        ['speaker-organization', '/speakers/bytedance'],
        ['speaker-machine', '/speakers/grok'],
        ['speaker-unnamed', '/speakers/rd-team-contacts'],
        ['speaker-one-list', '/speakers/huxiu?list=passed-on'],
        ['speaker-missing', '/speakers/nobody', 404],
        ['source-passages', '/sources/repost-on-new-retail-news?list=passages'],
        ['source-that-others-derive-from', '/sources/verge-report'],
        ['source', '/sources/repost-on-new-retail-news'],
        ['source-missing', '/sources/nothing', 404],
        ['claims', '/claims'],
        ['claims-narrowed', '/claims?status=CONTESTED&about=bytedance'],
        ['claims-none', '/claims?anonymousOnly=true&speaker=nobody'],
        ['claims-misspelt', '/claims?anonymousonly=true'],
        ['claims-wrong', '/claims?status=FOO', 400],
        ['claims-before-all', '/claims?asOf=2020-02-29'],
        ['contradiction', `/contradictions/${contradiction}`],
        ['contradiction-missing', '/contradictions/nothing', 404],
        ['contradictions', '/contradictions'],
        ['contradictions-proposed', '/contradictions?status=PROPOSED'],
        ['search-form', '/search'],
        ['search', '/search?q=bytedance'],
        ['search-passages', '/search?q=%E8%A8%93%E7%B7%B4&type=PASSAGE'],
        ['search-none', '/search?q=xyzzyxyzzy'],
        ['anonymous', '/anonymous'],
        ['changes', '/changes'],
        ['changes-since', `/changes?since=${encodeURIComponent(moment)}`],
        ['schema', '/schema'],
      ] as const
    ).map(of('page')),
    ...(
      [
        ['embed-claim', `/embed/v1/claim/${trained}`],
        ['embed-claim-pinned', `/embed/v1/claim/${removed}@${moment}`],
        ['embed-claim-missing', '/embed/v1/claim/nothing-of-that-name', 404],
        ['embed-speaker', '/embed/v1/speaker/niko-felix'],
        ['embed-speaker-machine', '/embed/v1/speaker/grok'],
        ['embed-source', '/embed/v1/source/verge-report'],
        ['embed-contradiction', `/embed/v1/contradiction/${contradiction}`],
        ['embed-search', '/embed/v1/search?q=bytedance'],
      ] as const
    ).map(of('embed')),
    ...(
      [
        ['picture-narrow', `/claims/${trained}.svg?width=320`],
        ['picture-wide', `/claims/${trained}.svg?width=960`],
        ['picture-speaker', '/speakers/niko-felix.svg?width=320'],
        ['picture-speaker-machine', '/speakers/grok.svg?width=360'],
        ['picture-source', '/sources/verge-report.svg?width=340'],
        ['picture-contradiction', `/contradictions/${contradiction}.svg?width=360`],
        ['picture-search', '/search.svg?q=bytedance&width=360'],
      ] as const
    ).map(of('picture')),
    of('playground')(['playground', '/graphql']),
    ...data.map((path) => of('data')([path, path, statuses[path] ?? 200])),
  ];
}

/** Names for where none is asked for. */
export const nobodyKnows: Known = {
  contradiction: 'ClaimRelation_0',
  assertion: 'Assertion_0',
  passage: 'Passage_0',
  moment: '2026-01-01T00:00:00Z',
};
