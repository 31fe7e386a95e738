import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { type Service, serving } from '../support/onrecord-process.ts';
import { seedInto } from '../support/seed-into.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const trained = 'bytedance-trained-on-chatgpt-output';

describe('the pages of a claim', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let here: string;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: `${folder.path}/data`, ONRECORD_URL: 'https://facts.example' };
    const port = await freePort();
    here = `http://127.0.0.1:${port}`;
    service = await serving({ ...variables, PORT: String(port) });
    await seedInto(folder, variables, { small: smallBundle(), hidden: hiddenBundle() });
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(here + path, { headers, redirect: 'manual' });
  const textOf = async (path: string) => (await get(path)).text();

  it('lead with its headline, and show those who affirm it beside those who would not say', async () => {
    const response = await get(`/claims/${trained}?language=en`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    const page = await response.text();
    expect(page).toContain(
      '<h1>According to The Verge, as reported by Huxiu: ByteDance is using data output',
    );
    const [affirming = '', against = ''] = page.split('id="against"');
    expect(affirming.slice(affirming.indexOf('id="affirming"'))).toContain('The Verge</a></strong>');
    expect(against.slice(0, against.indexOf('</section>'))).toContain('declines to comment');
    expect(page).toContain('<q>可以证明字节跳动正在使用ChatGPT输出的数据进行模型训练</q>');
    expect(page).toContain('translated in the source: not the speaker’s own words');
    expect(page).toContain('until c. 2023-12-18');
    expect(page).toContain('1 independent origin');
    expect(page).toMatch(/weakest link: ?<\/strong> ?Not seen here/);
    expect(page.match(/<script src="[^"]*"/g)).toEqual(['<script src="/page.js"']);
    expect(Buffer.byteLength(page)).toBeLessThan(60_000);
  });

  it('are in the language that the address names, else in the reader’s own', async () => {
    const named = await get(`/claims/${trained}?language=zh-Hans`, { 'accept-language': 'en' });
    expect(named.headers.get('content-language')).toBe('zh-Hans');
    const page = await named.text();
    expect(page).toContain('<html lang="zh-Hans">');
    expect(page).toContain('我们怎么知道？');
    const own = await get(`/claims/${trained}`, { 'accept-language': 'fr, zh-CN;q=0.8, en;q=0.2' });
    expect(own.headers.get('content-language')).toBe('zh-Hans');
    expect(own.headers.get('vary')).toBe('accept-language');
    expect((await get(`/claims/${trained}?language=no-language-at-all-!`)).status).toBe(400);
  });

  it('need not be sent again while nothing has changed', async () => {
    const path = `/claims/${trained}?language=en`;
    const etag = (await get(path)).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('link, cite and embed by the address that the service is known under', async () => {
    const page = await textOf(`/claims/${trained}?language=en`);
    expect(page).toContain(
      `<link rel="canonical" href="https://facts.example/claims/${trained}?language=en">`,
    );
    expect(page).toMatch(/“According to The Verge.*”\. Onrecord, version 1, as of \d{4}-\d\d-\d\d\. https:/);
    expect(page).toContain(
      `&lt;iframe src=&quot;https://facts.example/embed/v1/claim/${trained}?language=en`,
    );
    const [, data = ''] = /ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(data)).toMatchObject({ '@type': 'Claim', inLanguage: 'zh-Hans' });
  });

  it('are a ClaimReview to search engines only where somebody has published a verdict', async () => {
    const page = await textOf('/claims/shut?language=en');
    const [, data = ''] = /ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(data)['@graph']).toMatchObject([
      { '@type': 'ClaimReview', reviewRating: { alternateName: 'Half true' } },
    ]);
  });

  it('embed with whoever is against it, in any page', async () => {
    const response = await get(`/embed/v1/claim/${trained}?language=en`);
    expect(response.headers.get('content-security-policy')).not.toContain('frame-ancestors');
    expect(response.headers.get('set-cookie')).toBeNull();
    const embed = await response.text();
    expect(embed).toContain('Contested');
    expect(embed).toContain('declines to comment');
    expect(embed).toContain('Jodi Seth');
    // Nothing but what tells the page around it how high it is, by its hash.
    expect(embed.match(/<script/g)).toHaveLength(1);
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[^']+';/);
  });

  it('are described to those who embed by oEmbed', async () => {
    const oembed = (query: Record<string, string>) => get(`/oembed?${new URLSearchParams(query)}`);
    const url = `https://facts.example/claims/${trained}?language=en`;
    const answer = await (await oembed({ url, maxwidth: '300', maxheight: '2000' })).json();
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 300, height: 360 });
    expect(answer.html).toMatch(/^<iframe [^\n]*><\/iframe>$/);
    expect((await oembed({ url, format: 'xml' })).status).toBe(501);
    expect((await oembed({ url: 'https://facts.example/claims/none' })).status).toBe(404);
    expect((await oembed({ url: `https://elsewhere.example/claims/${trained}` })).status).toBe(404);
    expect((await oembed({ url, maxwidth: 'wide' })).status).toBe(400);
    expect((await oembed({})).status).toBe(400);
  });

  it('are missing for what is hidden as for what is not there', async () => {
    const hidden = hiddenBundle().claims.map(({ slug }) => slug);
    expect(hidden.length).toBeGreaterThan(0);
    for (const kind of ['claims', 'embed/v1/claim']) {
      const absent = await get(`/${kind}/nowhere?language=en`);
      expect(absent.status).toBe(404);
      const told = await absent.text();
      for (const slug of hidden) {
        const response = await get(`/${kind}/${slug}?language=en`);
        expect(response.status).toBe(404);
        expect((await response.text()).replaceAll(slug, 'nowhere')).toBe(told);
      }
      for (const { slug } of smallBundle().claims)
        expect(await textOf(`/${kind}/${slug}?language=en`)).not.toMatch(/zanzibar|quagga/i);
    }
  });
});
