import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allElements, readXml, type XmlElement } from '../figure/xml-reader.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { assertion, bundleOf, claim, idIn, smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** More denials than a page of a feed has, among more records than it looks at for others. */
const denials = 30;
const crowded = bundleOf('test.example/crowded', {
  claims: [claim('crowded', { about: [idIn('Entity', 'company')] })],
  assertions: Array.from({ length: denials }, (_, number) =>
    assertion(`said-${number}`, 'crowded', idIn('Entity', 'spokesman'), {
      stance: 'DENIES',
      saidOn: { edtf: String(1990 + number) },
    }),
  ),
});

describe('the feeds', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let authorization: string;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: `${folder.path}/data` };
    service = await serving(variables, '--no-seed');
    for (const [name, bundle] of [
      ['crowded', crowded],
      ['hidden', hiddenBundle()],
    ] as const) {
      // What they lead to is recorded first.
      if (name === 'crowded') {
        writeFileSync(`${folder.path}/small.json`, JSON.stringify(smallBundle()));
        expect(await onrecord(['seed', `${folder.path}/small.json`], variables)).toMatchObject({ code: 0 });
      }
      const path = `${folder.path}/${name}.json`;
      writeFileSync(path, JSON.stringify(bundle));
      expect(await onrecord(['seed', path], variables)).toMatchObject({ code: 0 });
    }
    const made = await onrecord(['keys', 'create', '--role', 'editor', '--name', 'Ed', '--json'], variables);
    authorization = `Bearer ${JSON.parse(made.stdout).key}`;
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(path.startsWith('http') ? path : service.base + path, { headers, redirect: 'manual' });
  const feedAt = async (path: string): Promise<XmlElement> => {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    return readXml((await response.text()).replace(/^<\?xml version="1.0" encoding="utf-8"\?>\n/, ''));
  };
  const entriesOf = (feed: XmlElement) =>
    allElements(feed)
      .filter(({ name }) => name === 'entry')
      .map((entry) => {
        const text = (wanted: string) => entry.children.find(({ name }) => name === wanted)?.text ?? '';
        const link = entry.children.find(({ name }) => name === 'link')?.attributes['href'] ?? '';
        return {
          id: text('id'),
          title: text('title'),
          updated: text('updated'),
          content: text('content'),
          link,
        };
      });
  const linkOf = (feed: XmlElement, rel: string) =>
    feed.children.find(({ name, attributes }) => name === 'link' && attributes['rel'] === rel)?.attributes[
      'href'
    ];
  const followed = async (start: string) => {
    const all = [];
    for (let path: string | undefined = start; path !== undefined; ) {
      const feed: XmlElement = await feedAt(path);
      all.push(...entriesOf(feed));
      path = linkOf(feed, 'next');
    }
    return all;
  };
  async function mutate(name: string, input: object): Promise<void> {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation M($input: ${type}!) { result: ${name}(input: $input) { __typename } }`;
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables: { input } }),
    });
    expect((await response.json()).data.result.__typename).not.toMatch(/Error$/);
  }

  it('of corrections tell what was corrected, withdrawn, denied or replaced, the last first, with its headline', async () => {
    const before = await get('/corrections.atom?language=en');
    const etag = before.headers.get('etag') ?? '';
    expect((await get('/corrections.atom?language=en', { 'if-none-match': etag })).status).toBe(304);
    const [reported, seen] = [idIn('Assertion', 'reported'), idIn('Assertion', 'seen')];
    await mutate('correctAssertion', {
      idempotencyKey: 'correct-role',
      id: seen,
      expectedVersion: 1,
      role: 'bus driver',
    });
    const reason = 'Said of another bridge.';
    await mutate('withdrawAssertion', {
      idempotencyKey: 'withdraw-it',
      id: reported,
      expectedVersion: 1,
      reason,
    });
    const after = await get('/corrections.atom?language=en', { 'if-none-match': etag });
    expect(after.status).toBe(200);
    const [withdrawn, correction, ...others] = await followed('/corrections.atom?language=en');
    expect(withdrawn?.title).toMatch(
      /^Withdrawn: The paper passes on \(takes no side\) that The witness \[unnamed here\] affirms: According to/,
    );
    expect(withdrawn?.content).toContain('Said of another bridge.');
    expect(withdrawn?.link).toBe(`${service.base}/claims/shut?said=${reported}&language=en#${reported}`);
    // It leads to where it stands, withdrawn, though no list of its claim has it any more.
    const stood = await (await get(withdrawn?.link ?? '')).text();
    expect(stood).toContain('Said of another bridge.');
    expect(stood).toMatch(/Withdrawn here \d{4}/);
    expect(correction?.title).toMatch(/^Corrected: The witness \[unnamed here\] affirms: According to/);
    expect(correction?.content).toContain('What differs: role.');
    expect(Date.parse(withdrawn?.updated ?? '')).toBeGreaterThan(Date.parse(correction?.updated ?? ''));
    expect(
      others.filter(({ title }) => title.startsWith('Corrected by a new record: The company affirms')),
    ).toHaveLength(1);
    expect(others.filter(({ title }) => title.startsWith('Denial recorded: The spokesman'))).toHaveLength(
      denials + 1,
    );
    expect(others).toHaveLength(denials + 2);
    const all = [withdrawn, correction, ...others].map((entry) => entry?.id);
    expect(new Set(all).size).toBe(all.length);
    // In whatever language and however often it is asked for, an entry is the same one.
    const inChinese = await followed('/corrections.atom?language=zh-Hans');
    expect(inChinese.map(({ id }) => id)).toEqual(all);
    expect(inChinese[0]?.title).toMatch(/^已撤回：The paper转述/);
  });

  it('of a speaker tell all that it said or passed on, each with its stance, to the end of the list', async () => {
    const start = '/speakers/spokesman.atom?language=en';
    const first = await feedAt(start);
    expect(linkOf(first, 'self')).toBe(service.base + start);
    expect(linkOf(first, 'alternate')).toBe(`${service.base}/speakers/spokesman?language=en`);
    expect(linkOf(first, 'first')).toBeUndefined();
    const second = await feedAt(linkOf(first, 'next') ?? '');
    expect(linkOf(second, 'first')).toBe(service.base + start);
    const all = await followed(start);
    expect(new Set(all.map(({ id }) => id)).size).toBe(denials + 1);
    for (const { title } of all) expect(title).toMatch(/^The spokesman.* denies: /);
    const doubts = await followed('/speakers/spokesman.atom?stance=DOUBTS');
    expect(doubts).toEqual([]);
    const bot = await feedAt('/speakers/bot.atom?language=en');
    expect(bot.children.find(({ name }) => name === 'title')?.text).toBe(
      'What is recorded of The bot [machine]',
    );
  });

  it('of a search tell what it finds, claims under their headlines, quotations under their source', async () => {
    const all = await followed('/search.atom?q=bridge&language=en');
    const titles = all.map(({ title }) => title);
    expect(titles).toContainEqual(expect.stringMatching(/^According to the witness.*: The bridge is shut/));
    expect(titles).toContain('Quotation in: The bridge');
    expect(titles).toContain('Source: The bridge');
    const quotation = all.find(({ title }) => title === 'Quotation in: The bridge');
    expect(quotation?.content).toContain('“the bridge is shut” [en; as written]. Quoted for: ');
    expect(quotation?.content).toMatch(/Quoted for: The witness.* affirms: According to the witness/);
    for (const { updated } of all) expect(Date.parse(updated)).toBeGreaterThan(Date.parse('2026-01-01'));
    const claims = await followed('/search.atom?q=bridge&type=CLAIM&language=en');
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.length).toBeLessThan(all.length);
    for (const { link } of claims) expect(link).toContain('/claims/');
  });

  it('are led to by the pages that show the same', async () => {
    for (const [page, feed] of [
      ['/search?q=bridge&type=CLAIM&language=en', '/search.atom?q=bridge&amp;type=CLAIM&amp;language=en'],
      ['/speakers/spokesman?language=zh-Hans', '/speakers/spokesman.atom?language=zh-Hans'],
      ['/claims/shut?language=en', '/corrections.atom?language=en'],
    ] as const) {
      const html = await (await get(page)).text();
      expect(html).toContain(`<link rel="alternate" type="application/atom+xml" href="${feed}"`);
    }
  });

  it('say what is wrong in an address, and are counted by route', async () => {
    for (const path of [
      '/search.atom',
      '/search.atom?q=%20',
      '/search.atom?q=a&type=POEM',
      '/search.atom?q=a&after=nothing',
      '/corrections.atom?after=nothing',
      '/corrections.atom?after=WzEsMiwzXQ',
      '/corrections.atom?after=WyJhIiwiYiIsImMiXQ',
      '/speakers/paper.atom?stance=LIES',
      '/speakers/%ff.atom',
      '/corrections.atom?language=no-!',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 400]);
    expect((await get('/sources/article.atom')).status).toBe(404);
    const metrics = await (await get('/metrics')).text();
    for (const route of ['/search.atom', '/corrections.atom', '/speakers/:slug.atom'])
      expect(metrics).toContain(`_count{route="${route}",status="`);
  });

  it('tell nothing of what is hidden', async () => {
    const hidden = hiddenBundle().entities.flatMap(({ key, slug }) => [slug, hiddenId('Entity', key)]);
    const absent = await get('/speakers/nowhere.atom');
    expect(absent.status).toBe(404);
    const told = await absent.text();
    for (const named of hidden) {
      const response = await get(`/speakers/${named}.atom`);
      expect([named, response.status, await response.text()]).toEqual([named, 404, told]);
    }
    const feeds = [
      '/corrections.atom',
      '/search.atom?q=bridge',
      ...smallBundle().entities.map(({ slug }) => `/speakers/${slug}.atom`),
    ];
    for (const path of feeds) {
      const entries = await followed(path);
      expect(JSON.stringify(entries)).not.toMatch(/zanzibar|quagga/i);
    }
    expect(await followed('/search.atom?q=zanzibar')).toEqual([]);
    const seen = await get('/search.atom?q=zanzibar', { authorization });
    expect(seen.headers.get('cache-control')).toBe('private, no-store');
    expect(await seen.text()).toContain('Zanzibar');
  });

  it('were updated, where nothing is in them, when anything was last recorded', async () => {
    const feed = await feedAt('/search.atom?q=xyzzyxyzzy');
    expect(entriesOf(feed)).toEqual([]);
    const updated = feed.children.find(({ name }) => name === 'updated')?.text ?? '';
    const answer = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ changes(first: 1) { edges { node { recordedAt } } } }' }),
    });
    const { data } = await answer.json();
    expect(updated).toBe(data.changes.edges[0].node.recordedAt);
  });
});
