import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { type Service, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const slug = 'bytedance-trained-on-chatgpt-output';

/** The listener that the documentation offers for bare frames. */
const listener = `addEventListener('message', ({ data, source }) => {
  for (const frame of document.querySelectorAll('iframe'))
    if (data?.type === 'onrecord:height' && frame.contentWindow === source) frame.height = data.height;
});`;

/** What WordPress does with a message of an embed (wp-embed.js), as far as it is of height. */
const wordPress = `addEventListener('message', ({ data, source }) => {
  if (!data || !(data.secret && data.message && data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (source !== frame.contentWindow) continue;
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    if (data.message === 'link') document.title = data.value;
  }
});`;

describe.skipIf(withoutBrowser)('an embed in somebody else’s page', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let browser: Browser;
  let host: Server;
  let elsewhere: string;
  let served = { body: '', policy: '', style: '' };
  let complaints: string[] = [];

  beforeAll(async () => {
    folder = new TemporaryFolder();
    service = await serving({ ONRECORD_DATA: `${folder.path}/data` });
    host = createServer((request, response) => {
      if (request.url !== '/') {
        response.writeHead(204).end();
        return;
      }
      const policy = served.policy === '' ? {} : { 'content-security-policy': served.policy };
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy });
      response.end(`<!doctype html><title>An article</title><body${served.style}>${served.body}`);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    elsewhere = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => (host ? host.close(resolve) : resolve(null)));
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  /** The markup that the claim's page offers: live frame, live element, pinned frame, pinned element. */
  async function offered(): Promise<readonly string[]> {
    const page = await (await fetch(`${service.base}/claims/${slug}?language=en`)).text();
    const plain = (html: string) =>
      html
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    return [...page.matchAll(/<pre><code>(.*?)<\/code><\/pre>/gs)].map(([, code = '']) => plain(code));
  }

  async function opened(
    body: string,
    { policy = '', javaScriptEnabled = true, width = 700, style = ' style="margin:0"' } = {},
  ): Promise<Page> {
    served = { body, policy, style };
    complaints = [];
    const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin !== service.base && origin !== elsewhere) complaints.push(`asked ${request.url()}`);
    });
    await page.goto(elsewhere);
    return page;
  }

  /** What is embedded: one of each kind, and the claim pinned as well. */
  async function kinds(): Promise<readonly string[]> {
    const [, , pinned = ''] = await offered();
    const contradictions = await (await fetch(`${service.base}/contradictions?language=en`)).text();
    const [contradiction = ''] = /(?<=\/contradictions\/)ClaimRelation_\w+/.exec(contradictions) ?? [];
    return [
      `/embed/v1/claim/${slug}?language=en`,
      pinned.slice(pinned.indexOf('/embed/v1/'), pinned.indexOf('" title')),
      '/embed/v1/speaker/grok?language=zh-Hans',
      '/embed/v1/source/verge-report?language=en',
      `/embed/v1/contradiction/${contradiction}?language=zh-Hans`,
      '/embed/v1/search?q=bytedance&amp;language=en',
    ];
  }

  /** How high each frame is, and how high what is in it. */
  async function heights(page: Page): Promise<readonly (readonly [number, number])[]> {
    const found: (readonly [number, number])[] = [];
    for (const element of await page.locator('iframe').all()) {
      const frame = await (await element.elementHandle())?.contentFrame();
      if (!frame?.url().includes('/embed/v1/')) throw new Error('there is no embed in the frame');
      await frame.waitForLoadState();
      const box = await element.boundingBox();
      // Asked by the debugger, which the frame’s policy does not bind.
      const inside = await frame.evaluate(() =>
        Math.ceil(document.documentElement.getBoundingClientRect().height),
      );
      found.push([Math.round(box?.height ?? 0), inside]);
    }
    return found;
  }

  async function expectRightSize(page: Page, count: number): Promise<void> {
    // A frame that is reached only by scrolling loads, and is laid out anew, when it is.
    for (const [at, element] of (await page.locator('iframe').all()).entries()) {
      await element.scrollIntoViewIfNeeded();
      await expect
        .poll(async () => {
          const [outside, inside] = (await heights(page))[at] ?? [];
          return outside !== undefined && outside === inside;
        })
        .toBe(true);
    }
    for (const [height] of await heights(page)) expect(height).toBeGreaterThan(150);
    await expectQuiet(page, count);
  }

  /** Each frame shows one heading and what belongs under it; nothing complained, asked elsewhere or set a cookie. */
  async function expectQuiet(page: Page, count: number): Promise<void> {
    const shown: string[] = [];
    for (const element of await page.locator('iframe').all()) {
      const frame = await (await element.elementHandle())?.contentFrame();
      await frame?.waitForLoadState();
      const [headings, parts, links] = await Promise.all(
        ['h1', 'li, .sides section', 'a[href]'].map((part) => frame?.locator(part).count() ?? 0),
      );
      shown.push(`${headings} h1${(parts ?? 0) > 1 ? ', parts' : ''}${(links ?? 0) > 0 ? ', a link' : ''}`);
    }
    expect(shown).toEqual(Array(count).fill('1 h1, parts, a link'));
    expect(complaints).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  }

  const frameOf = (path: string) =>
    `<iframe src="${service.base}${path}" title="A record" width="100%" height="360" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  const elementOf = (path: string) =>
    `<onrecord-claim src="${service.base}${path}"><template shadowrootmode="open">${frameOf(path)}</template><a href="/">A record</a></onrecord-claim>`;

  it('is offered on the claim’s page, live and pinned, as a frame and as an element, in one line each', async () => {
    const markup = await offered();
    expect(markup).toHaveLength(4);
    const [live, liveElement, pinned, pinnedElement] = markup;
    for (const one of markup) expect(one).not.toContain('\n');
    expect(live).toContain(`/embed/v1/claim/${slug}?language=en`);
    expect(liveElement).toContain('<template shadowrootmode="open"><iframe');
    expect(pinned).toMatch(/@\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z\?language=en/);
    expect(pinnedElement).toContain('<onrecord-claim src=');
    const script = await fetch(`${service.base}/embed/v1/onrecord-claim.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(gzipSync(await script.text()).length).toBeLessThan(10_000);
  });

  it('is as high as it needs to be in a bare page with three lines of script, whatever it is of', async () => {
    const all = await kinds();
    const [live = ''] = await offered();
    const page = await opened(`${[live, ...all.slice(1).map(frameOf)].join('')}<script>${listener}</script>`);
    await expectRightSize(page, all.length);
    const [[wide] = [0]] = await heights(page);
    // It grows with what is in it when the page becomes narrower.
    await page.setViewportSize({ width: 360, height: 900 });
    // What is out of sight is laid out when it comes into it.
    await page.locator('iframe').first().scrollIntoViewIfNeeded();
    await expect.poll(async () => (await heights(page))[0]?.[0]).toBeGreaterThan(wide);
    await expectRightSize(page, all.length);
    await page.close();
  });

  it('is as high as it needs to be as an element, in a page with a strict policy, whatever it is of', async () => {
    const all = await kinds();
    const [, element = '', , pinned = ''] = await offered();
    const policy = `default-src 'none'; style-src 'unsafe-inline'; frame-src ${service.base}; script-src ${service.base}`;
    const page = await opened([element, pinned, ...all.slice(2).map(elementOf)].join(''), { policy });
    await expectRightSize(page, all.length);
    await page.close();
  });

  it('is shown in a page whose policy lets nothing but frames be, and sends nothing that it is asked for', async () => {
    const all = await kinds();
    const policy = `default-src 'none'; frame-src ${service.base}`;
    // A style of the page itself would be refused, and be told as an error.
    const page = await opened(all.map(frameOf).join(''), { policy, style: '' });
    for (const element of await page.locator('iframe').all()) await element.scrollIntoViewIfNeeded();
    await expectQuiet(page, all.length);
    for (const [height] of await heights(page)) expect(height).toBe(360);
    await page.close();
  });

  it('keeps the frame that it came with where its script was there first', async () => {
    const markup = await offered();
    const script = `<script src="${service.base}/embed/v1/onrecord-claim.js"></script>`;
    const page = await opened(script + [markup[1], markup[3]].join(''));
    await expectRightSize(page, 2);
    expect(await page.locator('onrecord-claim > template').count()).toBe(0);
    for (const frame of await page.locator('iframe').all())
      expect(await frame.getAttribute('title')).toContain('The Verge');
    await page.close();
  });

  it('makes its frame itself where a script put the element in, and of no other service’s address', async () => {
    const script = `${service.base}/embed/v1/onrecord-claim.js`;
    const put = (src: string) =>
      `<main></main><script src="${script}"></script><script>document.querySelector('main').innerHTML = '<onrecord-claim src="${src}"><a href="/">A claim</a></onrecord-claim>'</script>`;
    const page = await opened(put(`${service.base}/embed/v1/claim/${slug}?language=zh-Hans`));
    await expectRightSize(page, 1);
    await page.close();
    for (const src of [`${elsewhere}/embed/v1/claim/x`, `${service.base}/graphql`, 'javascript:alert(1)']) {
      const other = await opened(put(src));
      expect([src, await other.locator('iframe').count()]).toEqual([src, 0]);
      expect(await other.locator('a').isVisible()).toBe(true);
      expect(complaints).toEqual([]);
      await other.close();
    }
  });

  it('is as high as it needs to be in WordPress’s sandbox, whatever it is of, and hands it the link that is followed', async () => {
    const all = await kinds();
    const frames = all.map((path, index) => {
      const secret = `Ab12cd3${index}`;
      return `<iframe src="${service.base}${path}#?secret=${secret}" sandbox="allow-scripts" security="restricted" data-secret="${secret}" width="600" height="338" frameborder="0"></iframe>`;
    });
    const page = await opened(`${frames.join('')}<script>${wordPress}</script>`);
    await expectRightSize(page, all.length);
    await page.frameLocator('iframe').first().locator('a').last().click();
    await expect.poll(() => page.title()).toBe(`${service.base}/claims/${slug}?language=en`);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('stands and can be read without any script, as a frame and as an element, whatever it is of', async () => {
    const all = await kinds();
    const markup = await offered();
    for (const bodies of [all.map(frameOf), [...markup.slice(2), ...all.slice(2).map(elementOf)]]) {
      const page = await opened(bodies.join(''), { javaScriptEnabled: false });
      for (const element of await page.locator('iframe').all()) await element.scrollIntoViewIfNeeded();
      await expectQuiet(page, bodies.length);
      expect(await page.frameLocator('iframe').first().locator('h1').textContent()).toContain(
        'According to The Verge',
      );
      expect(await page.locator('iframe').first().getAttribute('height')).toBe('360');
      await page.close();
    }
  });
});
