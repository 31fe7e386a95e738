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
  let served = { body: '', policy: '' };
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
      response.end(`<!doctype html><title>An article</title><body style="margin:0">${served.body}`);
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
    { policy = '', javaScriptEnabled = true, width = 700 } = {},
  ): Promise<Page> {
    served = { body, policy };
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

  /** How high the frame is, and how high what is in it. */
  async function heights(page: Page): Promise<readonly [number, number]> {
    const frame = page.frames().find((one) => one.url().includes('/embed/v1/'));
    if (frame === undefined) throw new Error('there is no frame of an embed');
    await frame.waitForLoadState();
    const box = await page.locator('iframe').boundingBox();
    // Asked by the debugger, which the frame’s policy does not bind.
    const inside = await frame.evaluate(() =>
      Math.ceil(document.documentElement.getBoundingClientRect().height),
    );
    return [Math.round(box?.height ?? 0), inside];
  }

  async function expectRightSize(page: Page): Promise<void> {
    await expect
      .poll(async () => {
        const [outside, inside] = await heights(page);
        return outside - inside;
      })
      .toBe(0);
    const [height] = await heights(page);
    expect(height).toBeGreaterThan(200);
    expect(complaints).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  }

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

  it('is as high as it needs to be in a bare page with three lines of script', async () => {
    const [frame = ''] = await offered();
    const page = await opened(`${frame}<script>${listener}</script>`);
    await expectRightSize(page);
    const [wide] = await heights(page);
    // It grows with what is in it when the page becomes narrower.
    await page.setViewportSize({ width: 360, height: 900 });
    await expect.poll(async () => (await heights(page))[0]).toBeGreaterThan(wide);
    await expectRightSize(page);
    await page.close();
  });

  it('is as high as it needs to be as an element, in a page with a strict policy', async () => {
    const [, element = '', , pinned = ''] = await offered();
    const policy = `default-src 'none'; style-src 'unsafe-inline'; frame-src ${service.base}; script-src ${service.base}`;
    for (const markup of [element, pinned]) {
      const page = await opened(markup, { policy });
      await expectRightSize(page);
      await page.close();
    }
  });

  it('makes its frame itself where a script put the element in, and of no other service’s address', async () => {
    const script = `${service.base}/embed/v1/onrecord-claim.js`;
    const put = (src: string) =>
      `<main></main><script src="${script}"></script><script>document.querySelector('main').innerHTML = '<onrecord-claim src="${src}"><a href="/">A claim</a></onrecord-claim>'</script>`;
    const page = await opened(put(`${service.base}/embed/v1/claim/${slug}?language=zh-Hans`));
    await expectRightSize(page);
    await page.close();
    for (const src of [`${elsewhere}/embed/v1/claim/x`, `${service.base}/graphql`, 'javascript:alert(1)']) {
      const other = await opened(put(src));
      expect([src, await other.locator('iframe').count()]).toEqual([src, 0]);
      expect(await other.locator('a').isVisible()).toBe(true);
      expect(complaints).toEqual([]);
      await other.close();
    }
  });

  it('is as high as it needs to be in WordPress’s sandbox, and hands it the link that is followed', async () => {
    const src = `${service.base}/embed/v1/claim/${slug}?language=en#?secret=Ab12cd34`;
    const page = await opened(
      `<iframe src="${src}" sandbox="allow-scripts" security="restricted" data-secret="Ab12cd34" width="600" height="338" frameborder="0"></iframe><script>${wordPress}</script>`,
    );
    await expectRightSize(page);
    await page.frameLocator('iframe').locator('a').last().click();
    await expect.poll(() => page.title()).toBe(`${service.base}/claims/${slug}?language=en`);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('stands and can be read without any script, as a frame and as an element', async () => {
    const markup = await offered();
    for (const one of markup.slice(2)) {
      const page = await opened(one, { javaScriptEnabled: false });
      const frame = page.frameLocator('iframe');
      expect(await frame.locator('h1').textContent()).toContain('According to The Verge');
      expect(await page.locator('iframe').getAttribute('height')).toBe('360');
      expect(complaints).toEqual([]);
      await page.close();
    }
  });
});
