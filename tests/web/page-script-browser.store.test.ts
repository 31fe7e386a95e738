import { expect, it, vi } from 'vitest';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

it.skipIf(withoutBrowser)(
  'leads to the search by a key, copies its address, and is asked for as it stood without any script',
  async () => {
    using folder = new TemporaryFolder();
    await using service = await serving({ ONRECORD_DATA: `${folder.path}/data` });
    const browser = await startBrowser();
    try {
      const address = `${service.base}/claims?language=en`;
      const context = await browser.newContext();
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service.base });
      const page = await context.newPage();
      const told: string[] = [];
      page.on('console', (message) => told.push(message.text()));
      page.on('pageerror', (error) => told.push(error.message));
      await page.goto(address);
      await page.keyboard.press('/');
      const search = page.locator('input[type=search]');
      expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
      // Where somebody writes it is a letter like any other.
      await page.keyboard.type('a/b');
      expect(await search.inputValue()).toBe('a/b');
      const copy = page.getByRole('button', { name: 'Copy link' });
      await copy.click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
      expect(told).toEqual([]);

      const bare = await browser.newContext({ javaScriptEnabled: false });
      const plain = await bare.newPage();
      await plain.goto(`${service.base}/claims?status=CONTESTED&language=en`);
      expect(await plain.getByRole('button', { name: 'Copy link' }).count()).toBe(0);
      await plain.locator('details.as-of summary').click();
      await plain.locator('details.as-of input[type=date]').fill('2020-02-29');
      await plain.locator('details.as-of form').first().getByRole('button').click();
      await plain.waitForURL(/asOf=2020-02-29/);
      expect(new URL(plain.url()).search).toBe('?asOf=2020-02-29&status=CONTESTED&language=en');
      expect(await plain.locator('.past').textContent()).toContain(
        'As it stood at the end of 2020-02-29 (UTC). By then nothing at all had been recorded here.',
      );
      await plain.locator('.past a').click();
      expect(new URL(plain.url()).search).toBe('?status=CONTESTED&language=en');
    } finally {
      await browser.close();
    }
  },
);
