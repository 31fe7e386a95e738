import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExamples } from '../../src/graphql/examples.ts';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { type Service, serving } from '../support/onrecord-process.ts';

const built = existsSync(new URL('../../dist/playground/manifest.json', import.meta.url));

describe.skipIf(withoutBrowser || (!built && !process.env['CI']))('the playground in a browser', () => {
  let browser: Browser;
  let service: Service;
  let folder: string;
  const complaints: string[] = [];

  async function open(width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== service.base) complaints.push(`asked ${request.url()}`);
    });
    await page.goto(`${service.base}/graphql`);
    await page.getByRole('button', { name: /Execute/ }).waitFor();
    return page;
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-playground-'));
    service = await serving({ ONRECORD_DATA: folder });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers every example at one click, without a complaint or a request elsewhere', async () => {
    const page = await open(1280);
    const examples = loadExamples();
    expect(examples.length).toBeGreaterThanOrEqual(8);
    for (const { name } of examples) {
      await page.getByRole('tab', { name }).click();
      // The editor reads the document a moment after it is shown; nobody clicks sooner.
      await page.waitForTimeout(1_000);
      const answered = page.waitForResponse((response) => {
        const body = response.request().postData() ?? '';
        return response.url().endsWith('/graphql') && body.includes(name);
      });
      await page.getByRole('button', { name: /Execute/ }).click();
      const json = JSON.stringify(await (await answered).json());
      expect(json, name).not.toContain('"errors"');
      expect(json, name).toContain('"data"');
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('fits a phone without scrolling sideways', async () => {
    const page = await open(360);
    const widths = await page.evaluate('[document.documentElement.scrollWidth, window.innerWidth]');
    expect(widths).toEqual([360, 360]);
    await page.close();
  });

  it.each([
    ['its tab is there', 0],
    ['its tab was closed', 1],
  ])('shows the editor with the example that was chosen on a phone, where %s', async (_when, closed) => {
    const page = await open(360);
    const [first] = loadExamples();
    const name = first?.name ?? '';
    const editor = page.locator('.graphiql-query-editor .view-lines');
    // The tab that is open shows how to close it.
    if (closed === 1) await page.getByRole('tab', { name }).getByLabel('Close Tab').click();
    await page.getByRole('tab', { name: 'Search' }).click();
    expect(await page.getByRole('tab', { name }).count()).toBe(1 - closed);
    // Twice: what was closed from within can be had again, and closed again.
    for (const example of [name, 'WhoDeniesIt']) {
      await page.getByRole('button', { name: 'Show Examples' }).click();
      await page.getByRole('region', { name: 'Examples' }).getByRole('button', { name: example }).click();
      await expect.poll(() => editor.textContent(), { timeout: 10_000 }).toContain(example);
      const covering = await editor.evaluate((lines) => {
        const { left, top } = lines.getBoundingClientRect();
        const seen = document.elementFromPoint(left + 20, top + 20);
        return lines.contains(seen) ? '' : String(seen?.className);
      });
      expect(covering).toBe('');
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});
