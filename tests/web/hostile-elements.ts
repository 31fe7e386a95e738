import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { hostileTexts, packedTexts } from './hostile-texts.ts';

/** How many elements stand in one page. */
const together = 6;

/** What is offered for pages to carry, as it stands on the page of each hostile claim, live and pinned. */
async function offered(page: Page, base: string): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const number of packedTexts.keys()) {
    const language = number % 2 === 0 ? 'en' : 'zh-Hans';
    texts.push(await (await fetch(`${base}/claims/claim-p${number}?language=${language}`)).text());
  }
  await page.goto('about:blank');
  return page.evaluate(
    (all) =>
      all.flatMap((text) =>
        [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('pre code')]
          .map(({ textContent }) => textContent ?? '')
          .filter((code) => code.startsWith('<onrecord-claim')),
      ),
    texts,
  );
}

/** What of a text ran in a page or in any of its frames. */
async function ran(page: Page): Promise<boolean> {
  const all = page.frames().map((frame) => frame.evaluate(() => window.ran !== undefined).catch(() => false));
  return (await Promise.all(all)).some((one) => one);
}

/**
 * Puts `<onrecord-claim>` as it is offered for every hostile claim into a page of another origin, parsed with its declarative
 * shadow root, and put in by a script; and elements that are given every hostile text as their address and their words. Names
 * what ran, what asked elsewhere and what stands there that is not of the element.
 */
export async function ranInElements(browser: Browser, base: string): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 3_000 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  let body = '';
  let at = '';
  page.on('dialog', (dialog) => void dialog.dismiss());
  // A server of its own: to one that a test only plays, a browser would not let the service be loaded from this machine.
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><main>${body}</main>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && ![base, host].includes(origin))
      wrong.push(`${at} asked ${request.url()}`);
  });
  const show = async (name: string, html: string) => {
    at = name;
    body = html;
    await page.goto(host, { waitUntil: 'load' });
  };
  const elements = await offered(page, base);
  expect(elements.length).toBe(2 * packedTexts.length);

  let frames = 0;
  for (const way of ['parsed', 'by script'] as const)
    for (let first = 0; first < elements.length; first += together) {
      const some = elements.slice(first, first + together);
      await show(
        `${way} ${first}`,
        way === 'parsed' ? some.join('\n') : `<script src="${base}/embed/v1/onrecord-claim.js"></script>`,
      );
      if (way === 'by script')
        await page.evaluate((html) => {
          const main = document.querySelector('main');
          if (main) main.innerHTML = html;
        }, some.join('\n'));
      await expect.poll(() => page.frames().length - 1, { timeout: 20_000 }).toBe(some.length);
      for (const frame of page.frames().slice(1)) {
        await frame.waitForLoadState('load');
        // The frame shows its claim: nothing would run in one that is empty.
        const headline = await frame.evaluate(() => document.querySelector('h1')?.textContent ?? '');
        expect([headline.slice(0, 200), headline.length > 100]).toEqual([headline.slice(0, 200), true]);
        frames++;
      }
      const found = await page.evaluate(() => ({
        light: [
          ...new Set(Array.from(document.querySelectorAll('main *'), ({ localName }) => localName)),
        ].sort(),
        shadow: [
          ...new Set(
            Array.from(document.querySelectorAll('onrecord-claim')).flatMap(({ shadowRoot }) =>
              Array.from(
                shadowRoot?.querySelectorAll('*') ?? [],
                (one) => `${one.localName} ${one.getAttributeNames().sort().join(' ')}`,
              ),
            ),
          ),
        ],
      }));
      // What is put in by a script keeps its template, whose content is no part of the page.
      expect(found.light).toEqual(
        way === 'parsed' ? ['a', 'onrecord-claim', 'script'] : ['a', 'onrecord-claim', 'script', 'template'],
      );
      expect(found.shadow).toEqual([
        'iframe frameborder height loading referrerpolicy sandbox src title width',
      ]);
      if (await ran(page)) wrong.push(`${at} ran`);
    }
  expect(frames).toBe(2 * elements.length);

  await show('given texts', `<script src="${base}/embed/v1/onrecord-claim.js"></script>`);
  await page.evaluate(
    (texts) => {
      for (const text of texts) {
        const element = document.createElement('onrecord-claim');
        element.setAttribute('src', text);
        element.textContent = text;
        document.querySelector('main')?.append(element);
        element.setAttribute('src', `javascript:${text}`);
      }
    },
    [
      ...hostileTexts,
      'javascript:parent.ran=1',
      'data:text/html,<script>parent.ran=1</script>',
      '//host.example/embed/v1/x',
    ],
  );
  await page.waitForTimeout(300);
  expect(page.frames().length).toBe(1);
  if (await ran(page)) wrong.push(`${at} ran`);

  // Were any text of them put in as it is, it would be found.
  await show(
    'naive',
    packedTexts
      .map((text) => `<onrecord-claim src="x"><a title="${text}">${text}</a></onrecord-claim>`)
      .join(''),
  );
  expect(await ran(page)).toBe(true);
  wrong.splice(0, wrong.length, ...wrong.filter((one) => !one.startsWith('naive')));
  await context.close();
  server.close();
  return wrong;
}
