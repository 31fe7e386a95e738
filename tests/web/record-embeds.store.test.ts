import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { assertion, bundleOf, claim, entity, idIn, smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const sharp = '<img src=x onerror=alert(1)>';
const more = bundleOf('test.example/more', {
  entities: [entity('sharp', { names: [{ text: `Mx ${sharp}`, language: 'en', kind: 'NAME' }] })],
  claims: [claim('sharp', { text: { en: `The bridge is ${sharp}` }, about: ['sharp'] })],
  assertions: [
    assertion('once', 'sharp', 'sharp', { saidOn: { edtf: '2023-01' } }),
    assertion('now', 'sharp', 'sharp', { stance: 'DENIES', saidOn: { edtf: '2023-02' } }),
  ],
});

describe('embeds of speakers, sources, contradictions and searches', () => {
  let folder: TemporaryFolder;
  let service: Service;
  const seed = async (bundle: object) => {
    const path = folder.write('bundle.json', bundle);
    writeFileSync(path, JSON.stringify(bundle));
    expect(await onrecord(['seed', path], { ONRECORD_DATA: `${folder.path}/data` })).toMatchObject({
      code: 0,
    });
  };
  beforeAll(async () => {
    folder = new TemporaryFolder();
    service = await serving({ ONRECORD_DATA: `${folder.path}/data` }, '--no-seed');
    for (const bundle of [smallBundle(), more]) await seed(bundle);
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });
  const embedOf = (path: string) => fetch(`${service.base}/embed/v1/${path}`);
  const all = [
    'speaker/paper?language=en',
    'speaker/bot?language=en',
    'source/article?language=en',
    `contradiction/${idIn('ClaimRelation', 'either')}?language=en`,
    'search?q=bridge&language=en',
  ];
  const texts = () => Promise.all(all.map(async (path) => (await embedOf(path)).text()));

  it('show whose each claim is, with stance and date, and lead to the whole record outside the frame', async () => {
    for (const path of all) {
      const response = await embedOf(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      const page = await response.text();
      expect(page.match(/<script/g)).toHaveLength(1);
      for (const [link, href = ''] of page.matchAll(/<a href="([^"]*)"[^>]*>/g)) {
        expect(link).toContain('target="_blank" rel="noopener"');
        expect(href.startsWith(service.base)).toBe(true);
      }
    }
    const [paper = '', bot = '', article = '', either = '', search = ''] = await texts();
    expect(paper).toContain('✓</span> affirms');
    expect(paper).toMatch(/According to [^<]*: The bridge is open/);
    expect(bot).toContain('<span class="kind machine">Machine</span>');
    expect(article).toMatch(/<h1>The bridge<\/h1>/);
    expect(article).toMatch(/According to [^<]*: The bridge is shut/);
    const [, one = '', other = ''] = either.split('<section>');
    expect(
      [one, other].map((side) => /According to [^<]*: The bridge is (\w+)/.exec(side)?.[1]).sort(),
    ).toEqual(['open', 'shut']);
    expect(either).toContain('It is one or the other.');
    expect(search).toMatch(/According to [^<]*The bridge is shut/);
    // Never a claim alone.
    for (const page of [paper, article, either, search])
      expect(page).not.toMatch(/>The bridge is (shut|open)</);
    const chinese = await (await embedOf('speaker/bot?language=zh-Hans')).text();
    expect(chinese).toContain('完整记录与来源');
  });

  it('show that somebody holds another position than before, and every text as text', async () => {
    const page = await (await embedOf('speaker/sharp?language=en')).text();
    expect(page).toContain('✗</span> denies');
    expect(page).toContain('(changed');
    expect(page).toContain('Mx &lt;img');
    expect(page).not.toContain('<img');
  });

  it('are described by oEmbed, for the address of the page as of the embed', async () => {
    const described = async (path: string) => {
      const url = `${service.base}${path}`;
      return (await fetch(`${service.base}/oembed?${new URLSearchParams({ url })}`)).json();
    };
    for (const [page, embed] of [
      ['/speakers/paper?language=en', `/embed/v1/speaker/${idIn('Entity', 'paper')}?language=en`],
      ['/sources/article?language=en', '/embed/v1/source/article?language=en'],
      ['/search?q=bridge&language=en', '/embed/v1/search?q=bridge&amp;language=en'],
    ] as const) {
      const { html, title } = await described(page);
      expect(html).toContain(`src="${service.base}${embed}"`);
      expect(title).not.toBe('');
    }
    expect((await described(`/embed/v1/${all[3]}`)).title).toContain('The bridge is shut');
  });

  it('are offered on the pages of what they are of', async () => {
    for (const [page, embed] of [
      ['/speakers/paper', `/embed/v1/speaker/${idIn('Entity', 'paper')}?language=en`],
      ['/sources/article', '/embed/v1/source/article?language=en'],
      ['/contradictions', `/embed/v1/contradiction/${idIn('ClaimRelation', 'either')}?language=en`],
      ['/search?q=bridge', '/embed/v1/search?q=bridge&amp;amp;language=en'],
    ] as const) {
      const text = await (
        await fetch(`${service.base}${page}${page.includes('?') ? '&' : '?'}language=en`)
      ).text();
      expect(text).toContain(`&lt;iframe src=&quot;${service.base}${embed}&quot;`);
    }
  });

  it('say that a contradiction is one no more, and when', async () => {
    const path = `contradiction/${idIn('ClaimRelation', 'because')}`;
    expect((await embedOf(path)).status).toBe(404);
    await seed(
      smallBundle(({ relations }) => {
        for (const one of relations ?? []) if (one.key === 'either') one.status = 'REJECTED';
      }),
    );
    const page = await (await embedOf(all[3] ?? '')).text();
    const day = new Date().toISOString().slice(0, 10);
    expect(page).toContain(`On ${day} these two were recorded as not contradicting each other.`);
  });

  it('are the same to the byte whatever is hidden, and not there for it', async () => {
    const before = await texts();
    await seed(hiddenBundle());
    expect(await texts()).toEqual(before);
    const hidden = [
      ['speaker/quagga-zanzibar', 'speaker/nowhere'],
      ['source/leak-zanzibar', 'source/nowhere'],
      [
        `contradiction/${hiddenId('ClaimRelation', 'against')}`,
        `contradiction/${hiddenId('ClaimRelation', 'x')}`,
      ],
    ] as const;
    for (const [path, absent] of hidden) {
      const [is, isNot] = await Promise.all([
        embedOf(`${path}?language=en`),
        embedOf(`${absent}?language=en`),
      ]);
      expect([path, is.status, isNot.status]).toEqual([path, 404, 404]);
      expect((await is.text()).replaceAll(path, absent)).toBe(await isNot.text());
    }
    const found = await (await embedOf('search?q=zanzibar&language=en')).text();
    const none = await (await embedOf('search?q=xyzzyxy&language=en')).text();
    expect(found.replaceAll('zanzibar', 'xyzzyxy')).toBe(none);
    expect((await embedOf('search?q=%20&language=en')).status).toBe(404);
  });
});
