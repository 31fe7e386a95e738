import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { routeOf } from '../../src/server/asked-route.ts';
import { routes } from '../../src/server/routes.ts';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { type Service, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { isKept } from './pages/kept-screenshots.ts';
import { knownTo } from './pages/known-to.ts';
import { type Look, looks, lookText, otherLook, sampledLooks } from './pages/look.ts';
import { type Load, PageReader } from './pages/page-judge.ts';
import { walkPages } from './pages/page-walk.ts';
import { onPaper } from './pages/paper.ts';
import { walkPlayground } from './pages/playground-walk.ts';
import { ScreenshotSet } from './pages/screenshot-set.ts';
import { nobodyKnows, type ServedAddress, servedAddresses } from './pages/served-addresses.ts';
import { SpoiledService, spoilings } from './pages/spoiled-page.ts';
import { full, roundsOf } from './trial.ts';
import { tellRow } from './trial-row.ts';

vi.setConfig({ testTimeout: 7_200_000, hookTimeout: 300_000 });

const folderOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const isLookedAt = ({ kind }: ServedAddress) => kind !== 'data';

it('every route that the service counts requests under is driven, and no address of it is counted as another', () => {
  const listed = servedAddresses(nobodyKnows).map(({ path }) => routeOf(path.split('?')[0] ?? ''));
  expect(new Set(listed)).toEqual(new Set(routes.filter((route) => route !== 'other')));
});

describe.skipIf(withoutBrowser)('every address, in every way of looking', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let browser: Browser;
  let addresses: readonly ServedAddress[];
  beforeAll(async () => {
    folder = new TemporaryFolder();
    service = await serving({ ONRECORD_DATA: `${folder.path}/data`, ONRECORD_ADDRESS_RATE: '1000000000' });
    addresses = servedAddresses(await knownTo(service.base));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  it('can be read, is quick, and asks nobody else', async ({ task }) => {
    const driven = addresses.filter(isLookedAt);
    const keeps = process.env['ONRECORD_TRIAL_KEEP'] !== undefined;
    // A pass looks at each address in one way, at another address in another: a share of the full form has all of both.
    // The short form has one look of each address, and another in its other language, in one of another width and scheme.
    const passes = full
      ? looks.map((_, pass) => sampledLooks(driven.length, pass))
      : [sampledLooks(driven.length), sampledLooks(driven.length).map(otherLook)];
    const all = passes.flatMap((pass) =>
      driven.flatMap((address, index) => {
        const look = pass[index];
        return look === undefined ? [] : [{ address, index, look }];
      }),
    );
    const chosen = all.slice(0, roundsOf(all.length, all.length));
    const rounds = all.filter(
      (one) => chosen.includes(one) || (keeps && isKept(one.address, one.index, one.look)),
    );
    const readers = {
      yes: await PageReader.open(browser, service.base, true),
      no: await PageReader.open(browser, service.base, false),
    };
    const taken = full ? new ScreenshotSet(folderOf('screenshots'), { quality: 60, height: 8_000 }) : null;
    const kept = keeps
      ? new ScreenshotSet(folderOf('docs/screenshots'), { quality: 45, height: 1_500 })
      : null;
    const loads: Load[] = [];
    const links = new Set<string>();
    const wrong: string[] = [];
    for (const { address, index, look } of rounds) {
      const reader = readers[look.script ? 'yes' : 'no'];
      const load = await reader.load(address, look);
      loads.push(load);
      wrong.push(...load.complaints.map((one) => `${address.path} (${lookText(look)}): ${one}`));
      for (const link of load.links) links.add(link);
      if (full) await reader.showAll();
      await taken?.take(reader.page, address, look);
      if (isKept(address, index, look)) await kept?.take(reader.page, address, look);
    }
    taken?.writeIndex();
    kept?.writeIndex();
    await Promise.all([readers.yes.close(), readers.no.close()]);
    expect(wrong).toEqual([]);
    expect(new Set(rounds.map(({ look }) => lookText(look)))).toEqual(new Set(looks.map(lookText)));
    expect(new Set(rounds.map(({ address }) => address))).toEqual(new Set(driven));
    const most = (of: (load: Load) => number) => Math.max(...loads.map(of));
    expect(Math.min(...loads.map(({ texts }) => texts))).toBeGreaterThan(1);
    expect(most(({ rules }) => rules)).toBeGreaterThan(40);
    const leading = await dead([...links], roundsOf(links.size, 0));
    expect(leading.dead).toEqual([]);
    expect(leading.looked).toBeGreaterThan(50);
    tellRow(task, {
      what: 'every address in every way of looking',
      rounds: rounds.length,
      outcome: `${driven.length} addresses, none with a complaint; ${leading.looked} links lead somewhere; the longest page has ${Math.round(most(({ html }) => html) / 1000)} kB, nothing moves by more than ${most(({ shift }) => shift).toFixed(2)}${taken === null ? '' : `; ${taken.size} screenshots`}`,
    });
  });

  /** Which of the links that pages have lead nowhere: by their routes, and by following so many of them. */
  async function dead(
    links: readonly string[],
    followed: number,
  ): Promise<{ readonly looked: number; readonly dead: readonly string[] }> {
    const own = links
      .filter((link) => link.startsWith(service.base))
      .map((link) => link.slice(service.base.length));
    const found: string[] = [];
    for (const [at, link] of own.entries()) {
      if (routeOf(link.split(/[?#]/)[0] ?? '') === 'other') found.push(link);
      else if (at < followed) {
        const { status } = await fetch(service.base + link, { redirect: 'manual' });
        // Of an address that is wrong the page keeps the address.
        if (status >= 400 && !/nothing|nobody|status=FOO/.test(link)) found.push(`${link}: ${status}`);
      }
    }
    return { looked: own.length, dead: found };
  }

  it('is walked by who searches, follows, asks for the past, changes the language and tries the playground', async ({
    task,
  }) => {
    const some = (all: readonly Look[]) => all.slice(0, roundsOf(all.length, 0));
    const ways: readonly Look[] = full
      ? some(looks)
      : looks.filter(({ width, scheme, language, script }) =>
          script
            ? width === 360 && scheme === 'dark' && language === 'en'
            : width === 1280 && scheme === 'light' && language === 'zh-Hans',
        );
    for (const look of ways) {
      const reader = await PageReader.open(browser, service.base, look.script);
      await reader.looking(look);
      await walkPages(reader.page, service.base, look);
      expect([lookText(look), reader.complaints]).toEqual([lookText(look), []]);
      await reader.close();
    }
    // Its actions have tests of their own in every run; here they are done in every way of looking.
    const tried = some(looks.filter(({ language, script }) => script && language === 'en'));
    for (const look of tried) {
      const reader = await PageReader.open(browser, service.base, true);
      await reader.looking(look);
      expect([lookText(look), await walkPlayground(reader)]).toEqual([lookText(look), []]);
      await reader.close();
    }
    tellRow(task, {
      what: 'what can be done on pages and in the playground is done',
      rounds: ways.length + tried.length,
      outcome: 'each walked to its end without a complaint',
    });
  });

  it('is on paper light, whole and drawn, with addresses, and without what cannot be pressed there', async () => {
    await onPaper(browser, service.base);
  });

  it('is answered, where it is data, with what was expected and no cookie', async () => {
    const data = addresses.filter((address) => !isLookedAt(address));
    for (const { path, status } of data) {
      const answer = await fetch(service.base + path, { redirect: 'manual' });
      expect([path, answer.status, answer.headers.get('set-cookie')]).toEqual([path, status, null]);
      await answer.arrayBuffer();
    }
    expect(data.length).toBeGreaterThan(20);
    const metrics = await (await fetch(`${service.base}/metrics`)).text();
    // What is served is counted under its route.
    expect(metrics).toContain('route="/claims/:slug",status="200"');
    expect(metrics).not.toMatch(/route="other",status="[23]/);
  });

  it('is found out where it is spoiled', async ({ task }) => {
    await using spoiled = await SpoiledService.start(service.base);
    const claim = addresses.find(({ name }) => name === 'claim');
    if (claim === undefined) throw new Error('there is no claim on the list');
    const look: Look = { width: 360, scheme: 'light', language: 'en', script: true };
    // In full each alone; the short form has all of them in one page.
    for (const together of full ? spoilings.map((one) => [one]) : [spoilings]) {
      spoiled.spoilings = together;
      const reader = await PageReader.open(browser, spoiled.base, true, { patience: 500 });
      const { complaints } = await reader.load(claim, look);
      for (const { complaint } of together)
        expect(complaints.join('\n')).toMatch(new RegExp(complaint.source, 'm'));
      await reader.close();
    }
    spoiled.spoilings = [];
    const reader = await PageReader.open(browser, spoiled.base, true);
    expect((await reader.load(claim, look)).complaints).toEqual([]);
    await reader.close();
    tellRow(task, {
      what: 'a page that is spoiled',
      rounds: spoilings.length,
      outcome: 'each spoiling is found and named',
      control: `${spoilings.length} of ${spoilings.length} spoiled pages are found out`,
    });
  });
});
