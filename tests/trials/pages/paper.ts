import type { Browser } from 'playwright-core';
import { expect } from 'vitest';

/** Prints a claim's page as somebody would whose screen is dark, and holds it to what paper needs. */
export async function onPaper(browser: Browser, base: string): Promise<void> {
  // A page of A4 between its margins.
  const page = await browser.newPage({ viewport: { width: 673, height: 950 }, colorScheme: 'dark' });
  await page.goto(`${base}/claims/bytedance-trained-on-chatgpt-output?language=zh-Hans`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const pdf = await page.pdf({ format: 'A4' });
  const looks = await page.evaluate(() => {
    const shows = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0).length;
    const picture = document.querySelector<HTMLImageElement>('.graph .on-paper');
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
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // The figure has a page across.
  expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 84\d(\.\d+)? 59\d/);
  await page.close();
  // From a phone's window too the figure is printed in lanes, not as the list that stands there.
  const narrow = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const asked: string[] = [];
  narrow.on('request', (request) => asked.push(request.url()));
  await narrow.goto(`${base}/claims/bytedance-trained-on-chatgpt-output?language=zh-Hans`);
  expect(asked.some((url) => url.includes('.svg?width=928'))).toBe(false);
  const printed = await narrow.pdf({ format: 'A4' });
  expect(asked.some((url) => url.includes('.svg?width=928'))).toBe(true);
  expect(Math.abs(printed.length / pdf.length - 1)).toBeLessThan(0.005);
  await narrow.close();
}
