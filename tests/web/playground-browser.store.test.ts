import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExamples } from '../../src/graphql/examples.ts';
import { fragmentOf } from '../../src/web/playground/shared-query.ts';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { type Service, serving } from '../support/onrecord-process.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const built = existsSync(new URL('../../dist/playground/manifest.json', import.meta.url));
const examples = loadExamples();
/** One page of each kind, and one that is not there. */
const kinds = [
  '/claims/bytedance-trained-on-chatgpt-output?language=zh-Hans',
  '/speakers/grok',
  '/sources/repost-on-new-retail-news',
  '/claims?status=CONTESTED&about=bytedance',
  '/search?q=%E8%AE%AD%E7%BB%83',
  '/contradictions',
  '/anonymous',
  '/changes',
  '/claims/nothing-of-that-name',
  '/schema',
];

describe.skipIf(withoutBrowser || (!built && !process.env['CI']))('the playground in a browser', () => {
  let browser: Browser;
  let service: Service;
  let folder: string;
  let complaints: string[] = [];
  /** What was asked of the API, but for what the playground asks of the schema. */
  let asked: string[] = [];

  async function open(options: Parameters<Browser['newPage']>[0], path = '/graphql'): Promise<Page> {
    complaints = [];
    asked = [];
    const page = await browser.newPage(options);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== service.base) complaints.push(`asked ${request.url()}`);
      const body = request.postData() ?? '';
      if (body !== '' && !body.includes('IntrospectionQuery')) asked.push(body);
    });
    await page.goto(service.base + path);
    return page;
  }

  const tabs = (page: Page) => page.getByRole('list', { name: 'Queries' });
  const tabNamed = (page: Page, name: string) => tabs(page).getByRole('button', { name, exact: true });
  const current = (page: Page) => tabs(page).locator('[aria-current]').textContent();
  const tabCount = (page: Page) => tabs(page).getByRole('listitem').count();
  const inEditor = (page: Page, editor: 'query-editor' | 'editor-tool') =>
    page.locator(`.graphiql-${editor} .view-lines`).first();

  async function violations(page: Page): Promise<unknown> {
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, { iframes: false }));
    expect(found.passes.length).toBeGreaterThan(20);
    return found.violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html)]);
  }

  /** What the API answers to what stands in the editors. */
  async function answered(page: Page): Promise<string> {
    // The editor reads the document a moment after it is shown; nobody clicks sooner.
    await page.waitForTimeout(1_000);
    const answer = page.waitForResponse((response) => {
      const body = response.request().postData() ?? '';
      return response.url().endsWith('/graphql') && !/"operationName":"IntrospectionQuery"/.test(body);
    });
    await page.getByRole('button', { name: /Execute/ }).click();
    return (await answer).text();
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

  it('answers every example at one click, and what every kind of page asked, without a complaint or a request elsewhere', async () => {
    const page = await open({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark' });
    await page.getByRole('button', { name: /Execute/ }).waitFor();
    expect(examples.length).toBeGreaterThanOrEqual(8);
    await expect.poll(() => inEditor(page, 'editor-tool').textContent()).toContain('bytedance-trained');
    for (const { name } of examples) {
      await tabNamed(page, name).click();
      const json = await answered(page);
      expect(json, name).not.toContain('"errors"');
      expect(json, name).toContain('"data"');
    }
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor();
    expect(await violations(page)).toEqual([]);

    let count = await tabCount(page);
    for (const path of kinds) {
      const html = await (await fetch(service.base + path)).text();
      const link = /href="\/graphql(#[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      await page.evaluate((hash) => {
        location.hash = hash;
      }, link);
      await expect.poll(() => tabCount(page), { message: path }).toBe(++count);
      const json = await answered(page);
      expect(json, path).not.toContain('"errors"');
      expect(json, path).toContain('"data"');
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('opens a shared link beside what was there, as long as it may be, and runs nothing of it', async () => {
    const shared = {
      query: `# ${'long '.repeat(2_400)}\nquery One { __typename }\nmutation Two($input: DiscardDraftInput!) { discardDraft(input: $input) { __typename } }`,
      variables: '{ "input": { "of": "所有" } }',
      operation: 'Two',
    };
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: /Execute/ }).waitFor();
    await inEditor(page, 'query-editor').click({ position: { x: 5, y: 5 } });
    await page.keyboard.type('# mine ');
    // It is kept for the next visit half a second after the last key.
    await page.waitForTimeout(1_000);
    await page.goto('about:blank');
    await page.goto(`${service.base}/graphql${fragmentOf(shared)}`);
    await expect.poll(() => inEditor(page, 'editor-tool').textContent()).toContain('所有');
    await expect.poll(() => current(page)).toContain('Two');
    expect(await tabCount(page)).toBe(examples.length + 1);
    expect(new URL(page.url()).hash).toBe('');

    await page.getByRole('button', { name: 'Copy a link to this query' }).click();
    await page.getByText('The link is copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `${service.base}/graphql${fragmentOf(shared)}`,
    );
    expect(await violations(page)).toEqual([]);

    // Loading the page again brings back what stood in the tab that was open, and which operation was meant.
    await page.waitForTimeout(1_000);
    await page.reload();
    await expect.poll(() => inEditor(page, 'editor-tool').textContent()).toContain('所有');
    await expect.poll(() => inEditor(page, 'query-editor').textContent()).toContain('long');
    await expect.poll(() => current(page)).toContain('Two');
    expect(await tabCount(page)).toBe(examples.length + 1);

    await page.evaluate(() => {
      location.hash = '#query=%7Bclaims';
    });
    await page.getByText('This link is broken: its query is not whole').waitFor();
    // While the new tab slides into its place a press on another is lost.
    await expect
      .poll(async () => {
        await tabs(page)
          .getByRole('button', { name: /^WhoSaidIt/ })
          .click();
        return current(page);
      })
      .toContain('WhoSaidIt');
    await expect.poll(() => inEditor(page, 'query-editor').textContent()).toMatch(/mine.*Who/);
    // Keys lead out of the editor. What is pressed while it takes in another tab's text is lost.
    await expect
      .poll(async () => {
        await inEditor(page, 'query-editor').click();
        await page.keyboard.press('Escape');
        await page.keyboard.press('Tab');
        return page.evaluate('document.activeElement.getAttribute("aria-label")');
      })
      .toMatch(/^Execute/);
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('fits a phone, shows the editor with the example that was chosen, and leaves the side bar in reach', async () => {
    const page = await open({ viewport: { width: 360, height: 800 } });
    const editor = inEditor(page, 'query-editor');
    const examplesPanel = page.getByRole('region', { name: 'Examples' });
    const [first] = examples;
    const name = first?.name ?? '';
    await page.getByRole('button', { name: /Execute/ }).waitFor();
    expect(await page.evaluate('[document.documentElement.scrollWidth, window.innerWidth]')).toEqual([
      360, 360,
    ]);
    // The second time its tab was closed. The tab that is open shows how to close it.
    for (const closed of [0, 1]) {
      if (closed === 1) {
        await tabNamed(page, name).click();
        await tabs(page).locator('.graphiql-tab-active').getByLabel('Close Tab').click();
      }
      await tabNamed(page, 'Search').click();
      await expect.poll(() => tabNamed(page, name).count()).toBe(1 - closed);
      // Twice: what was closed from within can be had again, and closed again.
      for (const example of [name, 'WhoDeniesIt']) {
        await page.getByRole('button', { name: 'Show Examples' }).click();
        await examplesPanel.getByRole('button', { name: example }).click();
        await expect.poll(() => editor.textContent(), { timeout: 10_000 }).toContain(example);
        const covering = await editor.evaluate((lines) => {
          const { left, top } = lines.getBoundingClientRect();
          const seen = document.elementFromPoint(left + 20, top + 20);
          return lines.contains(seen) ? '' : String(seen?.className);
        });
        expect(covering).toBe('');
      }
    }
    await page.getByRole('button', { name: 'Show Examples' }).click();
    expect(
      await examplesPanel.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
    ).toEqual(['/schema', '/claims']);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says without JavaScript that it needs it, and gives the examples as text', async () => {
    const page = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'The playground needs JavaScript',
    );
    const [first] = examples;
    expect(await page.getByRole('listitem').count()).toBe(examples.length);
    const href = await page.getByRole('link', { name: first?.title ?? '' }).getAttribute('href');
    const text = await (await fetch(service.base + href)).text();
    expect(text).toContain(first?.query.trim());
    const answer = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text.trim().split('\n').at(-1) ?? '',
    });
    expect(await answer.text()).not.toContain('"errors"');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
