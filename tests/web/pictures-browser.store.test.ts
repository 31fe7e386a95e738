import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSeed } from '../seed/seed-bundle.ts';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { type Service, serving } from '../support/onrecord-process.ts';

/** Lines of text that reach out of the frame that they stand in, or out of the picture, as the browser draws them. */
function overflowing(): { readonly looked: number; readonly over: readonly string[] } {
  const svg = document.querySelector('svg');
  const over: string[] = [];
  let looked = 0;
  for (const text of document.querySelectorAll('svg text')) {
    looked++;
    const { left, right } = text.getBoundingClientRect();
    const frame = text.parentElement?.querySelector(':scope > rect')?.getBoundingClientRect();
    const picture = svg?.getBoundingClientRect();
    // What is drawn of a letter may stand a pixel beside its advance.
    const ends = [frame, picture].filter((one) => one !== undefined);
    if (ends.some((end) => right > end.right + 1 || left < end.left - 1)) over.push(text.textContent);
  }
  return { looked, over };
}

describe.skipIf(withoutBrowser)('the pictures in a browser', () => {
  let browser: Browser;
  let service: Service;
  let folder: string;
  let page: Page;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-pictures-'));
    service = await serving({ ONRECORD_DATA: folder });
    browser = await startBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const slugs = readSeed().claims.map(({ slug }) => slug);

  it.each([
    ['en', ['derived from, proposed', '2019, as written; cannot be true']],
    ['zh-Hans', ['源自（提议，未确认）', '2019年，原文如此，不可能属实']],
  ])(
    'say of the article what is only proposed, and which date cannot be true: %s',
    async (language, words) => {
      const answer = await fetch(
        `${service.base}/claims/gpt-data-removed-from-bytedance-training-data.svg?language=${language}&width=1280`,
      );
      const svg = await answer.text();
      for (const word of words) expect(svg).toContain(`>${word}</text>`);
    },
  );

  it.each([
    ['en', 320],
    ['en', 1280],
    ['zh-Hans', 320],
    ['zh-Hans', 1280],
  ])('keep every line in its frame, whatever font draws it: %s, %i pixels', async (language, width) => {
    const over: string[] = [];
    let [looked, unfitted] = [0, 0];
    for (const slug of slugs.filter((_, index) => index % 8 === 0)) {
      const answer = await fetch(`${service.base}/claims/${slug}.svg?language=${language}&width=${width}`);
      const svg = await answer.text();
      for (const font of ['', 'svg{font-family:"Noto Sans CJK SC",monospace !important}']) {
        await page.setContent(`<style>body{margin:0}${font}</style>${svg}`);
        const found = await page.evaluate(overflowing);
        looked += found.looked;
        over.push(...found.over.map((text) => `${slug}: ${text}`));
        // The naive way: no line is held to its width.
        await page.setContent(
          `<style>body{margin:0}${font}</style>${svg.replace(/ textLength="[^"]*"/g, '')}`,
        );
        unfitted += (await page.evaluate(overflowing)).over.length;
      }
    }
    expect(looked).toBeGreaterThan(500);
    expect(over).toEqual([]);
    // Chinese fonts agree on their widths; Latin ones do not.
    if (language === 'en') expect(unfitted).toBeGreaterThan(0);
  });
});
