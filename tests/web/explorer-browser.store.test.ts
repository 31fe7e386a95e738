import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExamples } from '../../src/graphql/examples.ts';
import { fragmentOf } from '../../src/web/playground/shared-query.ts';
import { englishExplorer } from '../../src/web/words/explorer-words-en.ts';
import { chineseExplorer } from '../../src/web/words/explorer-words-zh-hans.ts';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { type Service, serving } from '../support/onrecord-process.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const built = existsSync(new URL('../../dist/playground/manifest.json', import.meta.url));
const [example] = loadExamples();
const LISTED = '# mine\nquery Mine {\n  # none yet\n  __typename\n}\n';

describe.skipIf(withoutBrowser || (!built && !process.env['CI']))('the query builder in a browser', () => {
  let browser: Browser;
  let service: Service;
  let folder: string;
  let complaints: string[] = [];

  /** The playground with the query in the tab that is open, and the query builder beside it. */
  async function open(query: string | null, options: Parameters<Browser['newPage']>[0]): Promise<Page> {
    complaints = [];
    const page = await browser.newPage(options);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== service.base) complaints.push(`asked ${request.url()}`);
    });
    const shared = query === null ? '' : fragmentOf({ query, variables: '', operation: null });
    await page.goto(`${service.base}/graphql${shared}`);
    await page.getByRole('button', { name: `Show ${englishExplorer.title}` }).press('Enter');
    return page;
  }

  const panel = (page: Page) => page.locator('.onrecord-explorer');
  const list = (page: Page, name: string) => panel(page).getByRole('list', { name, exact: true });
  const field = (page: Page, within: string, name: string) =>
    list(page, within).first().locator('> li > .onrecord-row').getByRole('checkbox', { name, exact: true });

  /** The whole query of the open tab, as the browser keeps it for the next visit. */
  const kept = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('onrecord:graphiql:tabState') ?? '{}');
      return tabs?.[activeTabIndex]?.query ?? '';
    });
  const reads = (page: Page, query: string) => expect.poll(() => kept(page), { timeout: 10_000 }).toBe(query);
  const focused = (page: Page) =>
    page.evaluate(() => {
      const active = document.activeElement;
      return active?.closest('label')?.textContent ?? active?.getAttribute('aria-label') ?? '';
    });

  async function violations(page: Page): Promise<unknown> {
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, { iframes: false }));
    expect(found.passes.length).toBeGreaterThan(20);
    return found.violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html)]);
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-explorer-'));
    service = await serving({ ONRECORD_DATA: folder });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes by mouse what is ticked, takes it out again to the letter, and lets the editor undo it', async () => {
    const page = await open(null, { viewport: { width: 1280, height: 800 } });
    const query = example?.query ?? '';
    const title = 'Query WhoSaidIt';
    await field(page, title, 'claim').waitFor();
    expect(await field(page, title, 'claim').isChecked()).toBe(true);
    // What is not opened is not drawn.
    const drawn = await panel(page).getByRole('listitem').count();
    expect(drawn).toBeLessThan(100);

    await field(page, title, 'claims').click();
    const end = query.lastIndexOf('}');
    const ticked = `${query.slice(0, end)}  claims {\n    edges {\n      node {\n        id\n      }\n    }\n  }\n${query.slice(end)}`;
    await reads(page, ticked);
    await list(page, 'claims').getByRole('button', { name: 'Inside edges' }).click();
    await list(page, 'edges').getByRole('button', { name: 'Inside node' }).click();
    await field(page, 'node', 'slug').click();
    await reads(page, ticked.replace('        id\n', '        id\n        slug\n'));
    await field(page, title, 'claims').click();
    await reads(page, query);
    expect(await field(page, title, 'claims').isChecked()).toBe(false);

    await field(page, 'claim', 'status').click();
    await reads(page, query.replace('    status\n', ''));
    await page.locator('.graphiql-query-editor .view-lines').first().click();
    await page.keyboard.press('Control+z');
    await reads(page, query);
    expect(await field(page, 'claim', 'status').isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('stays under a press: what one row tells more or less of moves no other away', async () => {
    const page = await open('{ __typename }', { viewport: { width: 1280, height: 800 } });
    await field(page, 'Query', 'changes').click();
    for (const name of ['since', 'kind', 'first', 'after']) {
      const row = field(page, englishExplorer.argumentsOf('changes'), name);
      await row.click();
      await expect.poll(() => row.isChecked(), { message: name }).toBe(true);
    }
    await panel(page).getByRole('checkbox', { name: 'RECORDED', exact: true }).click();
    await expect.poll(() => kept(page), { timeout: 10_000 }).toContain('kind: [RECORDED]');
    await page.close();
  });

  it('is gone through and ticked by keys alone, with what has the focus in sight, and its query is answered', async () => {
    const page = await open(LISTED, { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' });
    const title = 'Query Mine';
    await field(page, title, 'claims').waitFor();
    // It is reached by Tab from the button that showed it.
    let tabs = 0;
    while (!(await page.evaluate(() => document.activeElement?.hasAttribute('data-row')))) {
      expect(++tabs).toBeLessThan(20);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Home');
    const first = panel(page).getByRole('checkbox').first();
    expect(await first.evaluate((one) => one === document.activeElement)).toBe(true);
    while ((await focused(page)) !== 'claims') await page.keyboard.press('ArrowDown');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return [outlineStyle, outlineWidth];
    });
    expect(outline).toEqual(['solid', '2px']);
    await page.keyboard.press('Space');
    const edges = 'edges {\n      node {\n        id\n      }\n    }\n';
    const written = (more: string) => LISTED.replace('}\n', `  claims${more} {\n    ${edges}  }\n}\n`);
    await reads(page, written(''));
    // In, and to the first argument but one.
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('after');
    while ((await focused(page)) !== 'first') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await reads(page, written('(first: 10)'));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Value of first');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('3x');
    // What cannot stand there is said, and not written.
    await panel(page).getByRole('status').getByText(englishExplorer.refused).waitFor();
    await reads(page, written('(first: 3)'));
    await page.keyboard.press('Backspace');
    expect(await panel(page).getByRole('status').textContent()).toBe('');
    await page.keyboard.press('ArrowDown');
    while ((await focused(page)) !== 'filter') await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    while ((await focused(page)) !== 'reviewed') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await reads(page, written('(first: 3, filter: {reviewed: true})'));
    await page.getByRole('combobox', { name: 'Value of reviewed' }).selectOption('false');
    await reads(page, written('(first: 3, filter: {reviewed: false})'));
    // Out to the field, which is closed and unticked.
    await field(page, title, 'claims').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await list(page, 'claims').count()).toBe(0);

    const answer = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('reviewed: false'),
    );
    await page.getByRole('button', { name: /Execute/ }).click();
    expect(await (await answer).text()).toMatch(/"edges":\[\{"node":\{"id"/);
    await field(page, title, 'claims').press('Space');
    await reads(page, LISTED);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('begins a query, a mutation or a subscription, and adds one to what has a name', async () => {
    const page = await open('# nothing', { viewport: { width: 1280, height: 800 } });
    await field(page, 'Mutation', 'discardDraft').waitFor();
    expect(await list(page, 'Subscription').count()).toBe(1);
    await field(page, 'Query', 'claim').click();
    await reads(page, '# nothing\n{\n  claim(by: {id: ""}) {\n    id\n  }\n}');
    expect(await field(page, 'Query', 'claim').evaluate((one) => one === document.activeElement)).toBe(true);
    await panel(page).getByRole('radio', { name: 'slug' }).click();
    await panel(page).getByRole('textbox', { name: 'Value of slug' }).fill('a "quoted" one');
    await reads(page, '# nothing\n{\n  claim(by: {slug: "a \\"quoted\\" one"}) {\n    id\n  }\n}');
    await panel(page).getByRole('button', { name: englishExplorer.add.mutation }).click();
    const said = panel(page).getByRole('status');
    await said.getByText('anonymous').waitFor();
    // The button stands below a tree that is longer than the window.
    expect(
      await said.evaluate((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }),
    ).toBe(true);
    await page.close();

    const named = await open(LISTED, { viewport: { width: 1280, height: 800 } });
    await panel(named).getByRole('button', { name: englishExplorer.add.mutation }).click();
    await reads(named, `${LISTED}\nmutation NewMutation {\n  __typename\n}\n`);
    await field(named, 'Mutation NewMutation', 'importBundle').waitFor();
    expect(complaints).toEqual([]);
    await named.close();
  });

  it('says in the reader’s language that a text cannot be read, and changes nothing of it', async () => {
    for (const [locale, words] of [
      ['zh-CN', chineseExplorer],
      ['fr-FR', englishExplorer],
    ] as const) {
      const page = await open('query { claims {', { viewport: { width: 360, height: 800 }, locale });
      await panel(page).getByRole('status').getByText(words.unreadable).waitFor();
      expect(await panel(page).getAttribute('lang')).toBe(words.language);
      expect(await panel(page).getByRole('checkbox').count()).toBe(0);
      await reads(page, 'query { claims {');
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
  });

  it.each([
    [360, 'light', 'zh-CN'],
    [360, 'dark', 'en'],
    [1280, 'light', 'en'],
    [1280, 'dark', 'zh-CN'],
  ] as const)(
    'is fit to be read at %i px, %s, in %s, by whoever reads',
    async (width, colorScheme, locale) => {
      const page = await open(example?.query ?? '', {
        viewport: { width, height: 800 },
        colorScheme,
        locale,
      });
      const words = locale === 'en' ? englishExplorer : chineseExplorer;
      await panel(page).getByRole('checkbox', { name: 'whoSaid', exact: true }).first().press('ArrowRight');
      await list(page, words.argumentsOf('whoSaid')).waitFor();
      await panel(page).getByRole('checkbox', { name: 'headline', exact: true }).press('ArrowRight');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await panel(page).evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
