import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { type Service, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe.skipIf(withoutBrowser)('a claim’s page on paper', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let browser: Browser;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    service = await serving({ ONRECORD_DATA: `${folder.path}/data` });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  it('is light, whole and drawn, with addresses, and without what cannot be pressed there', async () => {
    // A page of A4 between its margins, asked for by somebody whose screen is dark.
    const page = await browser.newPage({ viewport: { width: 673, height: 950 }, colorScheme: 'dark' });
    await page.goto(`${service.base}/claims/bytedance-trained-on-chatgpt-output?language=zh-Hans`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const looks = await page.evaluate(() => {
      const shows = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0).length;
      const picture = document.querySelector<HTMLImageElement>('.graph img');
      const contradiction = document.querySelector('.contradictions a[href^="/claims/"]');
      return {
        ground: getComputedStyle(document.body).backgroundColor,
        wide: document.documentElement.scrollWidth - innerWidth,
        buttons: shows('.links, .cites, form, iframe, .site nav, pre'),
        parts: shows('h2'),
        drawn: (picture?.complete && picture.naturalWidth > 0) === true,
        address: contradiction && getComputedStyle(contradiction, '::after').content,
      };
    });
    expect(looks).toEqual({
      ground: 'rgb(255, 255, 255)',
      wide: 0,
      buttons: 0,
      parts: expect.any(Number),
      drawn: true,
      address: expect.stringContaining('/claims/'),
    });
    expect(looks.parts).toBeGreaterThanOrEqual(7);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // The figure has a page across.
    expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 84\d(\.\d+)? 59\d/);
    await page.close();
  });
});
