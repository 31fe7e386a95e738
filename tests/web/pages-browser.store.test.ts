import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { searchTypes } from '../../src/domain/vocabulary.ts';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { full } from '../trials/trial.ts';
import { hostileBundle } from './hostile-bundle.ts';
import { hostileTrial } from './hostile-trial.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const slug = 'bytedance-trained-on-chatgpt-output';
const hostile = hostileBundle();
/** How many frames stand beside each other in the browser while they are looked at. */
const atOnce = 15;

declare global {
  interface Window {
    ran?: unknown;
  }
}

describe.skipIf(withoutBrowser)('pages and embeds in a browser', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let browser: Browser;
  let complaints: string[] = [];

  beforeAll(async () => {
    folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: `${folder.path}/data`, ONRECORD_ADDRESS_RATE: '1000000000' };
    service = await serving(variables);
    const path = `${folder.path}/hostile.json`;
    writeFileSync(path, JSON.stringify(hostile));
    expect(await onrecord(['seed', path], variables)).toMatchObject({ code: 0 });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  async function opened(options: Parameters<Browser['newPage']>[0]): Promise<Page> {
    complaints = [];
    const page = await browser.newPage(options);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== service.base) complaints.push(`asked ${request.url()}`);
    });
    return page;
  }

  it('say the same without JavaScript', async () => {
    const told = async (javaScriptEnabled: boolean) => {
      const page = await opened({ javaScriptEnabled });
      await page.goto(`${service.base}/claims/${slug}?language=en`);
      const text = await page.locator('main').textContent();
      await page.close();
      // A pin names the moment at which the page was made.
      return text?.replaceAll(/@\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@then');
    };
    const without = await told(false);
    expect(without).toContain('How do we know?');
    expect(await told(true)).toBe(without);
  });

  it('run nothing that was recorded, on any page or embed, even without their policy', async () => {
    expect(hostile.claims.length).toBeGreaterThanOrEqual(200);
    const page = await browser.newPage();
    let looked = 0;
    /** Which of the documents ran something, each in a frame of its own. */
    const ranOf = async (documents: readonly (readonly [string, string])[]): Promise<readonly string[]> => {
      const ran = await page.evaluate(
        async (all) => {
          const frames = all.map((html) => Object.assign(document.createElement('iframe'), { srcdoc: html }));
          const loaded = frames.map(
            (frame) => new Promise((resolve) => frame.addEventListener('load', resolve)),
          );
          document.body.append(...frames);
          await Promise.all(loaded);
          await new Promise((resolve) => setTimeout(resolve, 50));
          const each = frames.map((frame) => frame.contentWindow?.ran !== undefined);
          for (const frame of frames) frame.remove();
          return each;
        },
        documents.map(([, html]) => html),
      );
      looked += documents.length;
      return documents.flatMap(([name], at) => (ran[at] ? [name] : []));
    };
    const told = async (path: string) => {
      const response = await fetch(service.base + path);
      expect(response.status).toBe(200);
      return response.text();
    };
    const ran: string[] = [];
    // All that shows one text stands in one frame: to make a frame costs more than to fill it.
    const shown = async (number: number) => {
      const pages = [
        `/claims/${hostile.claims[number]?.slug}`,
        `/speakers/${hostile.entities[number]?.slug}`,
        `/sources/${hostile.sources[number]?.slug}`,
      ];
      // An embed is looked at by itself; where it is framed it need not load.
      return (await Promise.all(pages.map(told))).join('\n').replaceAll(service.base, 'about:');
    };
    // Each alone; the next test has all of them together. Of these, a quarter unless all is asked for.
    const numbers = [...hostile.claims.keys()].filter((number) => full || number % 4 === 0);
    let last: (readonly [string, string])[] = [];
    for (let at = 0; at < numbers.length; at += atOnce) {
      last = [];
      for (const number of numbers.slice(at, at + atOnce)) last.push([`text ${number}`, await shown(number)]);
      ran.push(...(await ranOf(last)));
    }
    expect(looked).toBe(numbers.length);
    // The lists to their ends, and searches for some of the texts themselves.
    const searches = searchTypes.map((type) => `/search?q=window&type=${type}`);
    for (const list of ['/claims?', '/contradictions?', ...searches]) {
      const documents: (readonly [string, string])[] = [];
      for (let path: string | undefined = list; path !== undefined; ) {
        const made = await told(path);
        documents.push([path, made]);
        path = /<a rel="next" href="([^"]+)"/.exec(made)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(documents.length).toBeGreaterThan(5);
      ran.push(...(await ranOf(documents)));
    }
    const some = hostile.claims.filter((_, number) => number % 10 === 0);
    ran.push(
      ...(await ranOf(
        await Promise.all(
          some.map(async ({ text }) => {
            const path = `/search?${new URLSearchParams({ q: text['en'] ?? '' })}`;
            return [path, await told(path)] as const;
          }),
        ),
      )),
    );
    expect(ran).toEqual([]);
    // The naive way: texts put into a page as they are, even below all that was written well.
    const naive = last.map(([name, html], at) => {
      const { text } = hostile.claims[at] ?? {};
      return [name, `${html}<p>${text?.['en']}</p>`] as const;
    });
    expect((await ranOf(naive)).length).toBeGreaterThan(3);
    await page.close();
  });

  it('run nothing of all that a writer may write, at any address of the service', async () => {
    await hostileTrial({
      ...{ service, browser, folder: folder.path },
      variables: { ONRECORD_DATA: `${folder.path}/data`, ONRECORD_ADDRESS_RATE: '1000000000' },
    });
  });
});
