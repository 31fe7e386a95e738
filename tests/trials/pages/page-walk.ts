import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Look } from './look.ts';

const words = {
  en: { copy: 'Copy link', copied: 'Copied', past: 'By then nothing at all had been recorded here.' },
  'zh-Hans': { copy: '复制链接', copied: '已复制', past: '到那时为止，这里还没有任何记录。' },
} as const;

/**
 * What somebody does on the pages, as they look at them: searches by the form, follows a hit to where it stands in its
 * source and to a speaker, asks for a list as it stood and goes back, changes the language; with script also by the keys
 * and the button that need it.
 */
export async function walkPages(page: Page, base: string, { language, script }: Look): Promise<void> {
  const at = () => new URL(page.url());
  await page.goto(`${base}/claims/bytedance-trained-on-chatgpt-output?language=${language}`);
  const search = page.getByRole('searchbox');
  if (script) {
    await page.keyboard.press('/');
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
    // Where somebody writes it is a letter like any other.
    await page.keyboard.type('a/b');
    expect(await search.inputValue()).toBe('a/b');
  }
  await search.fill('訓練');
  await search.press('Enter');
  await page.waitForURL(/\/search\?/);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await page.locator('mark').first().textContent()).toBe('训练');
  await page.locator('a[href*="type=PASSAGE"]').first().click();
  expect(await page.locator('blockquote mark').count()).toBeGreaterThan(3);

  await page.goto(`${base}/claims?status=CONTESTED&language=${language}`);
  const copy = page.locator('button', { hasText: words[language].copy });
  expect(await copy.count()).toBe(script ? 1 : 0);
  if (script) {
    await copy.click();
    await page.locator('button', { hasText: words[language].copied }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  }
  await page.locator('details.as-of summary').click();
  await page.locator('details.as-of input[type=date]').fill('2020-02-29');
  await page.locator('details.as-of form').first().getByRole('button').click();
  await page.waitForURL(/asOf=2020-02-29/);
  expect(at().search).toBe(`?asOf=2020-02-29&status=CONTESTED&language=${language}`);
  expect(await page.locator('.past').textContent()).toContain(words[language].past);
  await page.locator('.past a').click();
  expect(at().search).toBe(`?status=CONTESTED&language=${language}`);
  await page.locator('main a[href^="/claims/"]').first().click();
  await page.locator('main a[href^="/speakers/"]').first().click();
  expect(at().pathname).toMatch(/^\/speakers\//);
  const other = language === 'en' ? 'zh-Hans' : 'en';
  await page.locator(`header a[hreflang="${other}"]`).click();
  expect(await page.locator('html').getAttribute('lang')).toBe(other);
}
