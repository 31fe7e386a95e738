import { describe, expect, it, vi } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { csvRows } from '../support/csv-rows.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { serviceWith } from '../support/service-with.ts';
import { assertion, bundleOf, claim, entity, smallBundle } from '../support/small-bundle.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** More than one page of claims. */
const many = 70;
const lists = ['/claims', '/contradictions', '/anonymous', '/changes'];
const namespace = 'test.example/lists';
const more = bundleOf(namespace, {
  entities: [
    entity('busy', { names: [{ text: 'Mx Busy', language: 'en', kind: 'NAME' }] }),
    entity('nameless', {
      kind: 'PERSON',
      anonymity: 'UNNAMED_HERE',
      names: [{ text: 'someone at the works', language: 'en', kind: 'NAME' }],
    }),
  ],
  claims: [
    ...Array.from({ length: many }, (_, number) => claim(`tunnel-${number}`, { about: ['busy'] })),
    claim('whispered', { text: { en: '=The tunnel is wet' }, about: ['busy'] }),
  ],
  assertions: [
    ...Array.from({ length: many }, (_, number) => assertion(`says-${number}`, `tunnel-${number}`, 'busy')),
    assertion('whispers', 'whispered', 'nameless'),
  ],
});

describe('what is taken away of a list', () => {
  const service = serviceWith({ small: smallBundle(), hidden: hiddenBundle(), more });

  const get = (path: string) => fetch(service.base + path);
  const textOf = async (path: string) => (await get(path)).text();
  const dataOf = async (path: string) => {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 200]);
    return response.json();
  };
  const rowsOf = async (path: string) => {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="\w+\.csv"$/);
    const [head = [], ...rows] = csvRows(Buffer.from(await response.arrayBuffer()).toString('utf8'));
    return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
  };
  const asAddress = (path: string) => path.replaceAll('&amp;', '&');

  it('is offered on its page, narrowed as that is, with the page as a link and as a query', async () => {
    const pages = [
      ...lists.flatMap((path) => ['en', 'zh-Hans'].map((language) => [path, `?language=${language}`, ''])),
      ['/claims', '?status=CONTESTED&status=UNSOURCED&language=en', '?status=UNSOURCED&status=CONTESTED'],
      ['/contradictions', '?status=PROPOSED&language=en', '?status=PROPOSED'],
      ['/changes', '?since=2020-02-29&kind=RECORDED&language=en', '?since=2020-02-29&kind=RECORDED'],
    ];
    for (const [path = '', query = '', narrowed = ''] of pages) {
      const page = asAddress(await textOf(path + query));
      for (const format of ['json', 'csv'])
        expect([path, page.includes(`href="${path}.${format}${narrowed}"`)]).toEqual([path, true]);
      expect(page).toContain('href="/graphql#');
      expect(page).toContain('data-copy=');
      // Data are of the present alone.
      const past = await textOf(`${path}${query}&asOf=2020-02-29`);
      expect(past).not.toContain(`${path}.json`);
      expect((await get(`${path}.json${query}&asOf=2020-02-29`)).status).toBe(400);
    }
    for (const language of ['en', 'zh-Hans'])
      expect(await textOf(`/search?language=${language}`)).toMatch(
        /href="\/graphql#[^"]*%22text%22%3A\+%22the%22/,
      );
  });

  it('is every claim that fits, under its headline, however many pages the list has', async () => {
    const all = await dataOf('/claims.json');
    expect(all).toMatchObject({ format: 'onrecord-claims/1', address: `${service.base}/claims` });
    expect(all.claims.length).toBeGreaterThan(many);
    for (const one of all.claims) {
      expect(one.headline.en).toMatch(/: |^Nobody|^No one/);
      expect(one.address).toBe(`${service.base}/claims/${one.slug}`);
    }
    expect(all.citation.en).toMatch(/^“Claims”\. Onrecord, as of \d{4}-\d\d-\d\d\./);
    expect(await rowsOf('/claims.csv')).toHaveLength(all.claims.length);
    const about = await dataOf(`/claims.json?about=${idOf('Entity', namespace, 'busy')}&order=OLDEST`);
    expect(about.claims).toHaveLength(many + 1);
    expect(about.address).toMatch(/\/claims\?about=Entity_[^&]*&order=OLDEST$/);
    const [contested, ...others] = await rowsOf('/claims.csv?status=CONTESTED&speaker=paper');
    for (const one of [contested, ...others]) expect(one?.['status']).toBe('CONTESTED');
    expect((await dataOf('/claims.json?speaker=nobody')).claims).toEqual([]);
    // The first row names the columns of an empty list too.
    expect(csvRows(await textOf('/claims.csv?speaker=nobody'))[0]).toContain('headline_zh');
  });

  it('is what rests on unnamed sources only, and each contradiction with both its claims', async () => {
    const { claims } = await dataOf('/anonymous.json');
    expect(claims.map(({ slug }: { slug: string }) => slug)).toEqual(['whispered', 'shut']);
    expect((await rowsOf('/anonymous.csv'))[0]).toMatchObject({
      nature: 'FACT',
      date_impossible: 'false',
    });
    const { contradictions } = await dataOf('/contradictions.json');
    expect(contradictions).toMatchObject([
      {
        status: 'CONFIRMED',
        reason: { en: 'It is one or the other.' },
        claims: [{ headline: { en: expect.stringContaining(': ') } }, { corroboration: {} }],
      },
    ]);
    const [row] = await rowsOf('/contradictions.csv');
    expect(row?.['claim_1_headline_en']).toMatch(/: /);
    expect(row?.['claim_2_address']).toMatch(/\/claims\/(open|shut)$/);
  });

  it('is every change, never a proposition alone', async () => {
    const { changes } = await dataOf('/changes.json');
    const rows = await rowsOf('/changes.csv');
    expect(rows).toHaveLength(changes.length);
    expect(changes.length).toBeGreaterThan(2 * many);
    const types = new Set(rows.map((row) => row['type']));
    for (const type of ['Assertion', 'Claim', 'ClaimRelation', 'Entity', 'Passage', 'Source'])
      expect(types).toContain(type);
    for (const row of rows) {
      if (row['type'] !== 'Source') expect(row['title_en']).not.toMatch(/^(The bridge is|The claim|=)/);
      if (row['type'] === 'Assertion') expect([row['whose_en'], row['stance']]).not.toContain('');
    }
    const { changes: none } = await dataOf('/changes.json?since=2999-01-01&kind=WITHDRAWN');
    expect(none).toEqual([]);
  });

  it('need not be sent again, is counted by route, and refused where the address is wrong', async () => {
    for (const path of lists)
      for (const format of ['json', 'csv']) {
        const first = await get(`${path}.${format}`);
        const again = await fetch(`${service.base}${path}.${format}`, {
          headers: { 'if-none-match': first.headers.get('etag') ?? '' },
        });
        expect([path, again.status]).toEqual([path, 304]);
      }
    for (const path of [
      '/claims.json?status=FOO',
      `/claims.csv?speaker=${idOf('Entity', namespace, 'busy')}@2020-01-01T00:00:00.000Z`,
      '/contradictions.csv?status=REJECTED',
      '/changes.json?since=soon',
      '/changes.csv?kind=FOO',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 400]);
    expect(await textOf('/changes.json?since=soon&language=zh-Hans')).toContain('收到的是“soon”');
    const metrics = await textOf('/metrics');
    for (const path of lists) expect(metrics).toContain(`_count{route="${path}.csv",status="`);
  });

  it('tells nothing of what is hidden', async () => {
    for (const path of lists)
      for (const format of ['json', 'csv'])
        expect(await textOf(`${path}.${format}`)).not.toMatch(/zanzibar|quagga/i);
  });
});
