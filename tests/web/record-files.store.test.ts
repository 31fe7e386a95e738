import { describe, expect, it, vi } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { FontBook } from '../../src/server/png/font-book.ts';
import { systemFontFolders } from '../../src/server/png/font-folders.ts';
import { csvRows } from '../support/csv-rows.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { serviceWith } from '../support/service-with.ts';
import { assertion, bundleOf, claim, entity, idIn, smallBundle } from '../support/small-bundle.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** More than one page of a list. */
const many = 70;
const more = bundleOf('test.example/more', {
  entities: [entity('busy', { names: [{ text: 'Mx Busy', language: 'en', kind: 'NAME' }] })],
  claims: [
    claim('busy', { text: { en: 'The tunnel is shut' }, about: ['busy'] }),
    claim('other', { text: { en: 'The tunnel is wet' }, about: ['busy'] }),
  ],
  assertions: [
    ...Array.from({ length: many }, (_, number) =>
      assertion(`said-${number}`, 'busy', 'busy', { cue: number === 0 ? '=1+1' : 'says' }),
    ),
    assertion('no', 'other', 'busy', { stance: 'DENIES' }),
    assertion('back', 'other', 'busy', { withdrawn: { reason: 'It was not said.' } }),
  ],
});

const busy = idOf('Entity', 'test.example/more', 'busy');
/** What a machine recorded. */
const guessed = {
  ...bundleOf('test.example/guess', {
    claims: [claim('guessed', { text: { en: 'The tunnel is long' }, about: [busy] })],
    assertions: [assertion('guess', 'guessed', busy)],
  }),
  method: 'MODEL' as const,
};

const fonts = new FontBook(systemFontFolders());
const hasFonts = fonts.fontFor('桥') !== null && fonts.fontFor('B') !== null;
const either = idIn('ClaimRelation', 'either');
const places = [
  { kind: 'speaker', at: '/speakers/paper', query: '' },
  { kind: 'source', at: '/sources/article', query: '' },
  { kind: 'contradiction', at: `/contradictions/${either}`, query: '' },
  { kind: 'search', at: '/search', query: '?q=bridge' },
] as const;

describe('what is taken away of a speaker, a source, a contradiction and a search', () => {
  const service = serviceWith({ small: smallBundle(), hidden: hiddenBundle(), more, guessed });
  /** Before anything was recorded. */
  const before = new Date(Date.now() - 86_400_000).toISOString();

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(service.base + path, { headers, redirect: 'manual' });
  const dataOf = async (path: string) => {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    return response.json();
  };
  const rowsOf = async (path: string) => {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    const [head = [], ...rows] = csvRows(Buffer.from(await response.arrayBuffer()).toString('utf8'));
    return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
  };
  const toldBy = (svg: string) => /<desc [^>]*>(.*?)<\/desc>/s.exec(svg)?.[1] ?? '';

  it('is a picture with whose each claim is, its stance and its standing, in either language', async () => {
    for (const { kind, at, query } of places)
      for (const language of ['en', 'zh-Hans']) {
        const path = `${at}.svg${query}${query === '' ? '?' : '&'}language=${language}`;
        const response = await get(path);
        expect([path, response.status]).toEqual([path, 200]);
        expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
        expect(response.headers.get('content-language')).toBe(language);
        const svg = await response.text();
        expect(toldBy(svg)).toContain(language === 'en' ? 'Contested' : '有争议');
        expect([kind, toldBy(svg)]).toEqual([kind, expect.stringMatching(/According to|据/)]);
        // Never a claim alone.
        expect(svg).not.toMatch(/>The bridge is (shut|open)</);
        expect(svg).not.toMatch(/<script|href=/);
      }
    const paper = await (await get('/speakers/paper.svg?language=en')).text();
    expect(toldBy(paper)).toMatch(/affirms: According to/);
    const pair = await (await get(`/contradictions/${either}.svg?language=en`)).text();
    expect(toldBy(pair)).toContain('It is one or the other.');
    // What only a machine recorded is no person's own word.
    for (const path of ['/speakers/busy.svg', '/embed/v1/speaker/busy'])
      expect(await (await get(`${path}?language=en`)).text()).toMatch(/>[^<]*(model|machine)[^<]*</i);
    const denied = await (await get('/speakers/busy.svg?language=en')).text();
    // A denial is drawn as what it denies is.
    const sizes = [...denied.matchAll(/<text class="f-(denies|affirms)"[^>]*font-size="(\d+)"/g)];
    expect(new Set(sizes.map(([, tone]) => tone))).toEqual(new Set(['denies', 'affirms']));
    expect(new Set(sizes.map(([, , size]) => size)).size).toBe(1);
  });

  it('marks a machine as one, in the picture, as JSON, as CSV and in what is printed', async () => {
    const svg = await (await get('/speakers/bot.svg?language=en')).text();
    expect(toldBy(svg)).toMatch(/^Machine\./);
    expect(svg).toContain('>Machine<');
    const data = await dataOf('/speakers/bot.json');
    expect(data).toMatchObject({ format: 'onrecord-speaker/1', kind: 'MACHINE' });
    expect(data.citation.en).toMatch(/^“The bot \[machine\]”\. Onrecord, version 1, as of/);
    expect(data.citation['zh-Hans']).toContain('［机器］');
    for (const row of await rowsOf('/speakers/bot.csv')) expect(row['speaker_kind']).toBe('MACHINE');
  });

  it('is drawn as PNG too, twice as large, or refused where characters lack', async () => {
    for (const { at, query } of places) {
      const path = `${at}.png${query}${query === '' ? '?' : '&'}width=400`;
      const response = await get(path);
      const bytes = Buffer.from(await response.arrayBuffer());
      if (!hasFonts) {
        expect([response.status, bytes.toString()]).toEqual([501, expect.stringContaining('lack')]);
        continue;
      }
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'image/png']);
      expect(bytes.readUInt32BE(16)).toBe(800);
      const again = await get(path, { 'if-none-match': response.headers.get('etag') ?? '' });
      expect([path, again.status]).toEqual([path, 304]);
    }
  });

  it('is every occasion of a speaker and a source, however many there are, with what stands no more apart', async () => {
    const busy = await dataOf('/speakers/busy.json');
    expect(busy.said).toHaveLength(many + 2);
    expect(new Set(busy.said.map(({ id }: { id: string }) => id)).size).toBe(many + 2);
    const guess = busy.positions.find(({ claim: of }: { claim: { slug: string } }) => of.slug === 'guessed');
    expect(guess.held).toMatchObject([{ method: 'MODEL' }]);
    expect(busy.positions.map(({ stance }: { stance: string }) => stance).sort()).toEqual([
      'AFFIRMS',
      'AFFIRMS',
      'DENIES',
    ]);
    const rows = await rowsOf('/speakers/busy.csv');
    expect(rows).toHaveLength(many + 3);
    expect(busy.standsNoMore).toMatchObject([{ withdrawalReason: 'It was not said.' }]);
    expect(rows.filter(({ standing }) => standing === 'WITHDRAWN')).toHaveLength(1);
    expect(rows.filter(({ stance }) => stance === 'DENIES')).toHaveLength(1);
    const paper = await dataOf('/speakers/paper.json');
    expect(paper.passedOn.length).toBeGreaterThan(0);
    for (const one of paper.said) expect(one.claim.headline.en).not.toMatch(/^The bridge/);
    const standings = (await rowsOf('/speakers/paper.csv')).map(({ standing }) => standing);
    expect(standings).toHaveLength(paper.said.length + paper.passedOn.length + paper.standsNoMore.length);
    const article = await dataOf('/sources/article.json');
    expect(article).toMatchObject({
      format: 'onrecord-source/1',
      title: { en: 'The bridge' },
      url: 'https://paper.example/bridge',
      address: `${service.base}/sources/article`,
    });
    expect(article.passages.length).toBeGreaterThan(1);
    expect(article.texts[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    const made = article.said.length + article.passedOn.length + article.standsNoMore.length;
    expect(await rowsOf('/sources/article.csv')).toHaveLength(made);
    expect(made).toBeGreaterThan(1);
  });

  it('is of a contradiction both claims with all that was said of either, and of a search every find', async () => {
    const data = await dataOf(`/contradictions/${either}.json`);
    expect(data).toMatchObject({
      format: 'onrecord-contradiction/1',
      status: 'CONFIRMED',
      reason: { en: 'It is one or the other.' },
      address: `${service.base}/contradictions/${either}`,
    });
    expect(data.claims.map(({ slug }: { slug: string }) => slug).sort()).toEqual(['open', 'shut']);
    const counted = data.claims.flatMap(
      (one: Record<'whoSaid' | 'whoReported' | 'standsNoMore', readonly unknown[]>) => [
        ...one.whoSaid,
        ...one.whoReported,
        ...one.standsNoMore,
      ],
    );
    const rows = await rowsOf(`/contradictions/${either}.csv`);
    expect(rows).toHaveLength(counted.length);
    expect(new Set(rows.map((row) => row['claim']))).toEqual(new Set(['open', 'shut']));

    const found = await dataOf('/search.json?q=bridge');
    expect(found).toMatchObject({ format: 'onrecord-search/1', query: 'bridge', type: null });
    const types = new Set(found.found.map(({ type }: { type: string }) => type));
    for (const type of ['CLAIM', 'SOURCE', 'PASSAGE']) expect(types).toContain(type);
    const finds = await rowsOf('/search.csv?q=bridge&type=CLAIM');
    expect(finds.length).toBeGreaterThan(1);
    for (const row of finds)
      expect(row).toMatchObject({ type: 'CLAIM', title_en: expect.stringContaining(': ') });
    const all = await rowsOf('/search.csv?q=bridge');
    expect(all).toHaveLength(found.found.length);
    expect(found.citation.en).toMatch(/^“Search: bridge”\. Onrecord, as of \d{4}-\d\d-\d\d\./);
  });

  it('need not be sent again while nothing has changed', async () => {
    for (const { at, query } of places)
      for (const format of ['svg', 'json', 'csv']) {
        const path = `${at}.${format}${query}`;
        const first = await get(path);
        expect(first.headers.get('cache-control')).toBe('no-cache');
        await first.arrayBuffer();
        const again = await get(path, { 'if-none-match': first.headers.get('etag') ?? '' });
        expect([path, again.status]).toEqual([path, 304]);
      }
  });

  it('is drawn as it stood, and says so; data are of the present and refuse another moment', async () => {
    const now = new Date().toISOString();
    for (const { at, query } of places) {
      const and = query === '' ? '?' : '&';
      const stood = await get(`${at}.svg${query}${and}asOf=${now}&language=en`);
      expect([at, stood.status]).toEqual([at, 200]);
      expect(/<title [^>]*>([^<]*)</.exec(await stood.text())?.[1]).toContain('As it stood');
      if (query === '') expect((await get(`${at}.svg?asOf=${before}`)).status).toBe(404);
      for (const format of ['json', 'csv'])
        expect((await get(`${at}.${format}${query}${and}asOf=${now}`)).status).toBe(400);
    }
    expect((await get(`/claims/shut.json?asOf=${now}`)).status).toBe(400);
  });

  it('is counted by route, and refused where the address is wrong', async () => {
    for (const path of [
      ...[
        '/speakers/%ff.json',
        '/sources/%ff.svg',
        '/search.svg',
        '/search.csv?q=%20',
        '/search.json?q=a&type=X',
      ],
      ...['/speakers/paper.svg?width=1', '/sources/article.svg?asOf=soon', '/search.svg?q=a&theme=blue'],
    ])
      expect([path, (await get(path)).status]).toEqual([path, 400]);
    for (const path of [
      '/contradictions/made-up',
      '/speakers/made-up.svg',
      '/sources/made-up.csv',
      '/contradictions/made-up.json',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    const metrics = await (await get('/metrics')).text();
    for (const route of [
      ...['svg', 'json', 'csv', 'png'].map((format) => `/speakers/:slug.${format}`),
      ...['/contradictions/:id', '/contradictions/:id.csv', '/search.json'],
    ])
      expect(metrics).toContain(`_count{route="${route}",status="`);
    expect(metrics).not.toContain('made-up');
  });

  it('is missing for what is hidden as for what is not there, and tells nothing of it elsewhere', async () => {
    const hidden = hiddenBundle();
    const named = [
      ...(hidden.sources ?? []).map(
        ({ key, slug }) => ['sources', slug ?? '', hiddenId('Source', key)] as const,
      ),
      ...(hidden.entities ?? []).map(
        ({ key, slug }) => ['speakers', slug ?? '', hiddenId('Entity', key)] as const,
      ),
    ];
    expect(named.length).toBeGreaterThan(1);
    let looked = 0;
    for (const [kind, slug, id] of named)
      for (const format of ['svg', 'png', 'json', 'csv'])
        for (const one of [slug, id].filter((name) => name !== '')) {
          looked++;
          const [is, isNot] = [
            await get(`/${kind}/${one}.${format}`),
            await get(`/${kind}/nowhere.${format}`),
          ];
          expect([one, format, is.status, isNot.status]).toEqual([one, format, 404, 404]);
          expect(await is.text()).toBe(await isNot.text());
        }
    expect(looked).toBeGreaterThan(8);
    for (const q of ['zanzibar', 'quagga']) {
      expect((await dataOf(`/search.json?q=${q}`)).found).toEqual([]);
      expect(await rowsOf(`/search.csv?q=${q}`)).toEqual([]);
    }
    const small = smallBundle();
    for (const path of [
      ...(small.entities ?? []).map(({ key }) => `/speakers/${idIn('Entity', key)}`),
      ...(small.sources ?? []).map(({ key }) => `/sources/${idIn('Source', key)}`),
      `/contradictions/${either}`,
    ])
      for (const format of ['svg', 'json', 'csv']) {
        const response = await get(`${path}.${format}`);
        expect([path, format, response.status]).toEqual([path, format, 200]);
        expect(await response.text()).not.toMatch(/zanzibar|quagga/i);
      }
  });
});
