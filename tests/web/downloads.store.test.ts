import { describe, expect, it, vi } from 'vitest';
import { csvRows } from '../support/csv-rows.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { serviceWith } from '../support/service-with.ts';
import { assertion, bundleOf, claim, idIn, smallBundle } from '../support/small-bundle.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** More than one page of everything that a claim has most of. */
const many = 120;
const crowded = bundleOf('test.example/crowded', {
  claims: [claim('crowded', { about: [idIn('Entity', 'company')] })],
  assertions: Array.from({ length: many }, (_, number) =>
    assertion(`said-${number}`, 'crowded', idIn('Entity', number % 2 === 0 ? 'paper' : 'bot'), {
      cue: number === 0 ? '=1+1' : 'says',
      role: number === 0 ? '=HYPERLINK("https://x.example","click")' : undefined,
    }),
  ),
});

describe('what is taken away of a claim', () => {
  const service = serviceWith({ small: smallBundle(), hidden: hiddenBundle(), crowded: crowded });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(service.base + path, { headers, redirect: 'manual' });
  const rowsOf = async (slug: string) => {
    const response = await get(`/claims/${slug}.csv`);
    expect(response.status).toBe(200);
    // `text()` takes the byte order mark away.
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [head = [], ...rows] = csvRows(bytes.toString('utf8'));
    return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
  };

  it('is all that the page says, as JSON: whose it is, with stance, exact words, dates as recorded, trails', async () => {
    const response = await get('/claims/shut.json');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    const data = await response.json();
    expect(data).toMatchObject({
      format: 'onrecord-claim/1',
      address: `${service.base}/claims/shut`,
      slug: 'shut',
      version: 1,
      status: 'CONTESTED',
      headline: {
        en: expect.stringMatching(/^According to the witness/),
        'zh-Hans': expect.stringMatching(/^据/),
      },
      texts: [
        { language: 'en', text: 'The bridge is shut', translated: false },
        { language: 'zh-Hans', text: '桥关闭了', translated: true },
      ],
      concerns: { edtf: '2023-12-14', original: 'yesterday' },
      corroboration: {
        independentOrigins: 1,
        deniedBy: 1,
        sentence: { en: expect.stringContaining('denied by') },
      },
      reviews: [{ rating: 'Half true', reviewer: { name: { en: 'The paper' } } }],
      replyRequests: [{ state: 'ANSWERED', reply: idIn('Assertion', 'denied') }],
      citation: { en: expect.stringMatching(/^“According to .*”\. Onrecord, version 1, as of \d{4}/) },
    });
    expect(Date.parse(data.retrievedAt)).toBeGreaterThan(Date.parse('2026-01-01'));
    const said = Object.fromEntries(data.whoSaid.map((one: { id: string }) => [one.id, one]));
    expect(Object.keys(said)).toHaveLength(3);
    expect(said[idIn('Assertion', 'denied')]).toMatchObject({
      stance: 'DENIES',
      saidOn: { edtf: '2023-12-15~' },
      onBehalfOf: { slug: 'company' },
      quotations: [
        {
          exact: 'The company says it is open.',
          language: 'en',
          rendering: 'TRANSLATED',
          translation: { zh: '公司说它开着。' },
          verification: 'ALTERED',
          readIn: { archivedAt: 'https://archive.example/1', source: { slug: 'article' } },
        },
      ],
    });
    expect(said[idIn('Assertion', 'doubted')]).toMatchObject({ speaker: { kind: 'MACHINE' }, saidOn: null });
    expect(data.whoReported).toMatchObject([
      { id: idIn('Assertion', 'reported'), attributedTo: { id: idIn('Assertion', 'seen') } },
    ]);
    expect(data.howDoWeKnow.length).toBeGreaterThan(0);
    expect(data.howDoWeKnow[0].weakestLink.weakness.en).not.toBe('');
    expect(
      data.relations.map(({ kind, status }: { kind: string; status: string }) => [kind, status]),
    ).toEqual(
      expect.arrayContaining([
        ['CONTRADICTS', 'CONFIRMED'],
        ['CAUSES', 'PROPOSED'],
      ]),
    );
  });

  it('keeps apart what was withdrawn or replaced, and says so', async () => {
    const open = await (await get('/claims/open.json')).json();
    expect(open.standsNoMore).toMatchObject([{ supersededBy: idIn('Assertion', 'new') }]);
    const asked = await (await get('/claims/asked.json')).json();
    expect(asked.standsNoMore).toMatchObject([{ withdrawalReason: 'It was not said.' }]);
    expect(asked.whoSaid).toEqual([]);
    const standings = (await rowsOf('asked')).map(({ standing }) => standing).sort();
    expect(standings).toEqual(['CURRENT', 'WITHDRAWN']);
  });

  it('has every assertion, however many there are', async () => {
    const data = await (await get('/claims/crowded.json')).json();
    expect(new Set(data.whoSaid.map(({ id }: { id: string }) => id)).size).toBe(many);
    expect(data.howDoWeKnow).toHaveLength(many);
    const rows = await rowsOf('crowded');
    expect(new Set(rows.map((row) => row['assertion'])).size).toBe(many);
    expect(rows.filter((row) => row['speaker_kind'] === 'MACHINE')).toHaveLength(many / 2);
    const risky = rows.filter(({ role }) => role !== '');
    expect(risky.map(({ role }) => role)).toEqual(['\'=HYPERLINK("https://x.example","click")']);
  });

  it('is one row an assertion in CSV, each quotation in columns of its own', async () => {
    const rows = await rowsOf('shut');
    expect(rows).toHaveLength(4);
    const reported = rows.find((row) => row['assertion'] === idIn('Assertion', 'reported'));
    expect(reported).toMatchObject({
      said_or_reported: 'REPORTED',
      passes_on_en: 'The witness',
      stance: 'AFFIRMS',
      said_on_edtf: '../2023-12-15',
      quotation_1: 'the bridge is shut',
      quotation_2: '豆包 is asked',
      quotation_2_language: 'zh-Hans',
      source_url: 'https://paper.example/bridge',
    });
    expect(reported?.['headline_en']).toMatch(/^According to the witness/);
  });

  it('need not be sent again while nothing has changed', async () => {
    for (const format of ['json', 'csv']) {
      const first = await get(`/claims/shut.${format}`);
      await first.arrayBuffer();
      const again = await get(`/claims/shut.${format}`, { 'if-none-match': first.headers.get('etag') ?? '' });
      expect([format, again.status]).toEqual([format, 304]);
    }
  });

  it('is cited as a claim, an assertion and a passage, in both languages, with archive address and version', async () => {
    const cited = async (path: string, language = 'en') => {
      const response = await get(`${path}?language=${language}`);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-language')).toBe(language);
      return response.text();
    };
    const [denied, passage] = [idIn('Assertion', 'denied'), idIn('Passage', 'open')];
    const claimText = await cited('/claims/shut.txt');
    expect(claimText).toMatch(
      /^“According to the witness.*Archived: <https:\/\/archive\.example\/1>\. Onrecord, version 1.*\n\n“据.*存档：<https:\/\/archive\.example\/1>。Onrecord，第 1 版/,
    );
    const deniedText = await cited(`/assertions/${denied}.txt`);
    expect(deniedText).toMatch(
      /^The spokesman, speaking for The company, denies: According to .*Said: c\. 2023-12-15\. “The bridge”, The paper, 2023-12-15.*Archived: <https:\/\/archive\.example\/1>\. Onrecord, version 1/,
    );
    expect(deniedText).toContain('The spokesman（代表The company）否认：据');
    expect(await cited(`/passages/${passage}.txt`)).toContain(
      '“The company says it is open.” [en; translated in the source: not the speaker’s own words]. Quoted for: The spokesman, speaking for The company, denies: According to the witness (driver), as reported by The paper: The bridge is shut — denied by The company; doubted by The bot (if asked); contradicted by another claim. “The bridge”, The paper, 2023-12-15, <https://paper.example/bridge>. Archived: <https://archive.example/1>. Read 2023-12-16. Characters 41–68.',
    );
    const [item] = JSON.parse(await cited(`/assertions/${denied}.csl.json`, 'zh-Hans'));
    expect(item).toMatchObject({
      type: 'webpage',
      title: expect.stringMatching(/^The spokesman（代表The company）否认：据/),
      'event-date': { 'date-parts': [[2023, 12, 15]], circa: true },
      archive_location: 'https://archive.example/1',
      version: '1',
      language: 'zh-Hans',
    });
    expect(item).not.toHaveProperty('author');
    const [doubted] = JSON.parse(await cited(`/assertions/${idIn('Assertion', 'doubted')}.csl.json`));
    expect(doubted.title).toMatch(
      /^The bot \[machine\] doubts \(under a condition: if asked\): According to/,
    );
    expect(doubted).not.toHaveProperty('event-date');
    const withdrawn = await cited(`/assertions/${idIn('Assertion', 'wrong')}.txt`);
    expect(withdrawn).toMatch(/^Withdrawn here \d{4}-\d\d-\d\d: It was not said\. The somebody/);
    const bib = await cited(`/passages/${passage}.bib`);
    expect(bib).toMatch(
      /^@misc\{onrecord-passage-[0-9a-f]{12}-v1,\n {2}title = \{\{The bridge\}\},\n {2}howpublished = \{The paper\}/,
    );
    expect(bib).toContain('  urldate = {2023-12-16},\n  archive = {https://archive.example/1},\n');
    expect(JSON.parse(await cited(`/claims/shut.csl.json`))[0].title).toMatch(/^According to/);
  });

  it('is offered on the pages of claims, speakers and sources', async () => {
    const page = await (await get('/claims/shut?language=zh-Hans')).text();
    for (const path of [
      '/claims/shut.json',
      '/claims/shut.csv',
      '/claims/shut.csl.json?language=zh-Hans',
      `/assertions/${idIn('Assertion', 'denied')}.bib?language=zh-Hans`,
    ])
      expect(page).toContain(`href="${path}"`);
    const speaker = await (await get('/speakers/paper?language=en')).text();
    expect(speaker).toContain(`href="/assertions/${idIn('Assertion', 'reported')}.txt?language=en"`);
    const source = await (await get('/sources/article?language=en')).text();
    expect(source).toContain(`href="/passages/${idIn('Passage', 'shut')}.csl.json?language=en"`);
  });

  it('is counted by route, and refused where the address is wrong', async () => {
    for (const path of ['/claims/%ff.json', '/claims/%ff.bib', '/claims/shut.bib?language=no-!'])
      expect([path, (await get(path)).status]).toEqual([path, 400]);
    for (const path of [
      '/assertions/made-up.txt',
      '/passages/Assertion_1.bib',
      '/claims/shut.xml',
      '/sources/a.bib',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    const metrics = await (await get('/metrics')).text();
    for (const route of [
      '/claims/:slug.json',
      '/claims/:slug.csv',
      '/claims/:slug.bib',
      '/assertions/:id.txt',
      '/passages/:id.bib',
    ])
      expect(metrics).toContain(`_count{route="${route}",status="`);
    expect(metrics).not.toContain('made-up');
  });

  it('is missing for what is hidden as for what is not there, and tells nothing of it elsewhere', async () => {
    const hidden = hiddenBundle();
    const citations = ['csl.json', 'bib', 'txt'];
    const addresses = [
      {
        kind: 'claims',
        formats: ['json', 'csv', ...citations],
        nowhere: 'nowhere',
        named: hidden.claims.flatMap(({ key, slug }) => [slug, hiddenId('Claim', key)]),
      },
      {
        kind: 'assertions',
        formats: citations,
        nowhere: `Assertion_${'0'.repeat(32)}`,
        named: hidden.assertions.map(({ key }) => hiddenId('Assertion', key)),
      },
      {
        kind: 'passages',
        formats: citations,
        nowhere: `Passage_${'0'.repeat(32)}`,
        named: hidden.passages.map(({ key }) => hiddenId('Passage', key)),
      },
    ];
    for (const { kind, formats, nowhere, named } of addresses) {
      expect(named.length).toBeGreaterThan(0);
      for (const format of formats) {
        const absent = await get(`/${kind}/${nowhere}.${format}`);
        expect(absent.status).toBe(404);
        const told = await absent.text();
        for (const one of named) {
          const response = await get(`/${kind}/${one}.${format}`);
          expect([one, response.status, await response.text()]).toEqual([one, 404, told]);
        }
      }
    }
    const small = smallBundle();
    const shown = [
      ...small.claims.flatMap(({ slug }) =>
        ['json', 'csv', ...citations].map((format) => `/claims/${slug}.${format}`),
      ),
      ...small.assertions.map(({ key }) => `/assertions/${idIn('Assertion', key)}.csl.json`),
      ...small.passages.map(({ key }) => `/passages/${idIn('Passage', key)}.csl.json`),
    ];
    for (const path of shown) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).not.toMatch(/zanzibar|quagga/i);
    }
  });
});
