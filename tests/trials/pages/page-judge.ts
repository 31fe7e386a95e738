import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page, Response } from 'playwright-core';
import type { Look } from './look.ts';
import type { AddressKind, ServedAddress } from './served-addresses.ts';
import { layoutShift, textsShown } from './texts-shown.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe: { run(what: Document, options: { iframes: boolean; preload?: boolean }): Promise<AxeResults> };
  }
}

/** What a load may cost, in bytes before they are packed and in requests up to the `load` event. */
interface Budget {
  readonly html: number;
  readonly code: number;
  readonly requests: number;
}

const budgets: Readonly<Record<Exclude<AddressKind, 'data'>, Budget>> = {
  // A page, its script, its sign and its picture; what it previews below is loaded when it is reached.
  page: { html: 120_000, code: 16_000, requests: 6 },
  embed: { html: 30_000, code: 16_000, requests: 1 },
  picture: { html: 120_000, code: 4_000, requests: 1 },
  playground: { html: 30_000, code: 8_000_000, requests: 60 },
};
/** A claim's page has what is promised of it; a list of a hundred and the whole schema are longer. */
const budgetOf = ({ kind, path }: ServedAddress) => {
  if (kind === 'data') throw new Error('data is not looked at');
  return path.startsWith('/claims/') && kind === 'page' ? { ...budgets.page, html: 60_000 } : budgets[kind];
};

const smallestPixels = 11;
const mostShift = 0.1;

/** The figures of one load, of which a table is made. */
export interface Load {
  readonly complaints: readonly string[];
  readonly html: number;
  readonly code: number;
  readonly requests: number;
  readonly shift: number;
  /** How many texts were measured, and how many rules of axe held. */
  readonly texts: number;
  readonly rules: number;
  readonly links: readonly string[];
}

/** Whether something is painted while no script has come yet; every script is held back until it is told. */
async function paints(page: Page, patience: number): Promise<boolean> {
  for (const until = performance.now() + patience; performance.now() < until; ) {
    const painted = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    if (painted) return true;
    await page.waitForTimeout(10);
  }
  return false;
}

const sizes = new Map<string, number>();
/** The smallest text in a picture, in its own pixels. */
async function smallestIn(src: string): Promise<number> {
  const known = sizes.get(src);
  if (known !== undefined) return known;
  const svg = await (await fetch(src)).text();
  const found = [...svg.matchAll(/font-size[:=]\s*"?([\d.]+)/g), ...svg.matchAll(/font:[^;"]*?([\d.]+)px/g)];
  const smallest = Math.min(...found.map(([, pixels]) => Number(pixels)));
  sizes.set(src, smallest);
  return smallest;
}

async function violationsOf(
  page: Page,
  script: boolean,
): Promise<{ readonly rules: number; readonly told: readonly string[] }> {
  // Where scripts are off a debugger's run all the same, but no timer does; and what is shown instead axe would pass over.
  if (!script)
    await page.evaluate(() => {
      const soon = (then: () => void) => Number(void Promise.resolve().then(then));
      Object.assign(window, { setTimeout: soon });
      for (const instead of document.querySelectorAll('body noscript'))
        instead.replaceWith(...instead.childNodes);
    });
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() =>
    window.axe.run(document, { iframes: false, preload: false }),
  );
  return {
    rules: passes.length,
    told: violations.map(
      ({ id, impact, nodes }) =>
        `axe, ${impact}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
    ),
  };
}

/** Somebody who reads one address after the other, with script or without. */
export class PageReader {
  readonly page: Page;
  readonly base: string;
  readonly #script: boolean;
  /** How long a first paint is waited for, in milliseconds. */
  readonly #patience: number;
  /** What the page did since the last address that it should not do: complain, fail, ask elsewhere, be given a cookie. */
  #complaints: string[] = [];
  #responses: Response[] = [];
  /** Scripts come when this is there. */
  #scripts = Promise.withResolvers<void>();

  private constructor(page: Page, base: string, script: boolean, patience: number) {
    this.page = page;
    this.base = base;
    this.#script = script;
    this.#patience = patience;
  }

  static async open(
    browser: Browser,
    base: string,
    script: boolean,
    { patience = 10_000 } = {},
  ): Promise<PageReader> {
    const context = await browser.newContext({ javaScriptEnabled: script });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: base });
    const reader = new PageReader(await context.newPage(), base, script, patience);
    await reader.#listen();
    return reader;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  async #listen(): Promise<void> {
    const { page } = this;
    const tell = (complaint: string) => this.#complaints.push(complaint);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) tell(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => tell(`page error: ${error.message}`));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.base) tell(`elsewhere: ${request.url()}`);
    });
    page.on('response', (response) => {
      this.#responses.push(response);
      if (response.headers()['set-cookie'] !== undefined) tell(`cookie: ${response.url()} sets one`);
    });
    if (this.#script)
      await page.route(
        (url) => url.pathname.endsWith('.js'),
        async (route) => {
          await this.#scripts.promise;
          await route.continue();
        },
      );
  }

  /** What it complained of, or did that it should not, since the last address was loaded. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  /** Has it looked at so; scripts come at once. */
  async looking(look: Look): Promise<void> {
    await this.page.setViewportSize({ width: look.width, height: 900 });
    await this.page.emulateMedia({ colorScheme: look.scheme });
    this.#scripts.resolve();
  }

  /** What axe finds in what is shown now. */
  async violations(): Promise<readonly string[]> {
    const { rules, told } = await violationsOf(this.page, this.#script);
    return rules > 0 ? told : ['axe looked at nothing'];
  }

  /** Goes down the page and up again, so that what is loaded when it is reached is there. */
  async showAll(): Promise<void> {
    const { page } = this;
    await page.evaluate(() => {
      for (let top = 0; top < document.documentElement.scrollHeight; top += 600) scrollTo(0, top);
    });
    const previews = page.locator('iframe[loading=lazy]');
    for (const preview of await previews.all())
      if (await preview.isVisible()) await preview.scrollIntoViewIfNeeded();
    await page.waitForTimeout((await previews.count()) > 0 ? 400 : 20);
    await page.evaluate(() => scrollTo(0, 0));
  }

  /**
   * Loads an address as somebody would who looks so, and tells what is wrong with it. With `withAxe` false the rules of
   * accessibility, which take the longest, are left out.
   */
  async load(address: ServedAddress, look: Look, withAxe = true): Promise<Load> {
    const { page } = this;
    const isProgram = address.kind === 'playground' && look.script;
    const asked = new URL(this.base + address.path);
    if (address.kind !== 'playground') asked.searchParams.set('language', look.language);
    if (address.kind === 'picture') asked.searchParams.set('theme', look.scheme);
    // Where one page ends, what it says and asks is no more the next one's.
    await page.goto('about:blank');
    await this.looking(look);
    this.#complaints = [];
    this.#responses = [];
    this.#scripts = Promise.withResolvers<void>();
    if (isProgram) this.#scripts.resolve();
    const answer = await page.goto(asked.href, { waitUntil: 'commit' });
    const painted = await paints(page, this.#patience);
    this.#scripts.resolve();
    await page.waitForLoadState('load');
    if (isProgram) await page.getByRole('button', { name: /Execute/ }).waitFor();
    const loaded = [...this.#responses];
    const shown = await page.evaluate(textsShown);
    const shift = await page.evaluate(layoutShift);
    const code = await Promise.all(
      loaded
        .filter((response) => ['script', 'stylesheet'].includes(response.request().resourceType()))
        .map(async (response) => (await response.body()).length),
    );
    const cost = {
      html: (await answer?.body())?.length ?? 0,
      code: code.reduce((sum, one) => sum + one, shown.style),
      requests: loaded.length,
    };
    const axed =
      withAxe && address.kind !== 'picture' ? await violationsOf(page, look.script) : { rules: 0, told: [] };
    const cookies = await page.context().cookies();
    // That an address is not there the browser tells too.
    const expected = address.status < 400 ? null : `status of ${address.status}`;
    const said = this.#complaints.filter((one) => expected === null || !one.includes(expected));
    return {
      complaints: [
        ...said,
        ...(answer?.status() === address.status
          ? []
          : [`status: ${answer?.status()} instead of ${address.status}`]),
        ...(painted ? [] : ['first paint: nothing is painted before a script has come']),
        ...(shift > mostShift ? [`layout shift: ${shift.toFixed(3)}`] : []),
        ...(cookies.length > 0 ? ['cookie: one is kept'] : []),
        ...wrongIn(shown, address, look),
        ...(await tooSmall(shown)),
        ...tooMuch(cost, address),
        ...axed.told,
      ],
      ...cost,
      shift,
      texts: shown.texts,
      links: shown.links,
      rules: axed.rules,
    };
  }
}

type Shown = ReturnType<typeof textsShown>;

function wrongIn(shown: Shown, { kind }: ServedAddress, look: Look): readonly string[] {
  const language = kind === 'playground' ? 'en' : look.language;
  const told = shown.texts === 0 ? ['text: there is none'] : [];
  if (shown.language !== language) told.push(`language: ${shown.language} instead of ${language}`);
  // A picture that stands alone is as wide as it was asked for.
  if (kind === 'picture') return told;
  if (shown.headings !== 1) told.push(`headings: ${shown.headings} h1`);
  if (shown.overflow > 0) told.push(`overflow: by ${shown.overflow} px`);
  return kind === 'playground' ? told : [...told, ...shown.sideways.map((one) => `sideways: ${one}`)];
}

async function tooSmall({ smallest, pictures }: Shown): Promise<readonly string[]> {
  const told = pictures.map(async ({ src, scale, natural }) => {
    if (natural === 0) return [`picture: ${src} is not drawn`];
    const pixels = (await smallestIn(src)) * scale;
    return pixels >= smallestPixels ? [] : [`small text: ${pixels.toFixed(1)} px in ${src}`];
  });
  const own = smallest.pixels < smallestPixels ? [`small text: ${smallest.pixels} px: ${smallest.text}`] : [];
  return [...own, ...(await Promise.all(told)).flat()];
}

function tooMuch(cost: Readonly<Record<keyof Budget, number>>, address: ServedAddress): readonly string[] {
  const budget = budgetOf(address);
  return (['html', 'code', 'requests'] as const)
    .filter((name) => cost[name] > budget[name])
    .map((name) => `budget: ${name} ${cost[name]}, at most ${budget[name]}`);
}
