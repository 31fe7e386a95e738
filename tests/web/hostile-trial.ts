import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { routeOf } from '../../src/server/asked-route.ts';
import { routes } from '../../src/server/routes.ts';
import { fragmentOf } from '../../src/web/playground/shared-query.ts';
import { onrecord, type Service } from '../support/onrecord-process.ts';
import { type HostileAddress, hostileAddresses } from './hostile-addresses.ts';
import { ranInElements } from './hostile-elements.ts';
import { hostileTexts, packedTexts } from './hostile-texts.ts';
import { packedBundle } from './packed-bundle.ts';
import { lookThrough, own, type Parsed } from './page-faults.ts';

/** How many requests are under way, and how many documents are parsed, at once. */
const atOnce = 4;

interface Made {
  readonly service: Service;
  readonly browser: Browser;
  /** Where files are written, and with what the service was started. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

async function inTurn<Item, Outcome>(
  items: readonly Item[],
  act: (item: Item) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < items.length; at += atOnce)
    outcomes.push(...(await Promise.all(items.slice(at, at + atOnce).map(act))));
  return outcomes;
}

/** Records everything hostile that a writer may write, in two editions, and returns an instant between them. */
async function recorded({ service, folder, variables }: Made): Promise<string> {
  const seed = async (isLater: boolean) => {
    const path = `${folder}/packed.json`;
    writeFileSync(path, JSON.stringify(packedBundle(isLater)));
    expect(await onrecord(['seed', path], variables)).toMatchObject({ code: 0 });
  };
  await seed(false);
  const query = '{ changes(first: 1) { edges { node { recordedAt } } } }';
  const answer = await fetch(`${service.base}/graphql?${new URLSearchParams({ query })}`);
  const { data } = await answer.json();
  await seed(true);
  return data.changes.edges[0].node.recordedAt;
}

const nosniff = (response: Response) => response.headers.get('x-content-type-options') === 'nosniff';

/** What an address answers as documents to be parsed; of what a browser makes no document, whether it is so. */
async function documentsOf({ path, parsed }: HostileAddress, { service }: Made): Promise<readonly Parsed[]> {
  const headers = path.startsWith('/graphql') ? { accept: 'text/html' } : {};
  const response = await fetch(service.base + path, { headers, redirect: 'manual' });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  expect([path.slice(0, 200), response.status < 500 || response.status === 501]).toEqual([
    path.slice(0, 200),
    true,
  ]);
  const name = `${response.status} ${path.slice(0, 120)}`;
  switch (parsed) {
    case 'HTML':
      expect([name, type]).toEqual([name, expect.stringMatching(/^text\/html/)]);
      expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'|script-src 'self'/);
      return [{ name, text, type: 'text/html' }];
    case 'XML':
      expect([name, response.status, type]).toEqual([name, 200, expect.stringMatching(/xml/)]);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      return [{ name, text, type: 'application/xml' }];
    case 'OEMBED': {
      expect([name, response.status, type]).toEqual([name, 200, expect.stringMatching(/^application\/json/)]);
      return [{ name, text: JSON.parse(text).html, type: 'text/html' }];
    }
    case 'JSON':
      expect([name, response.status, type]).toEqual([name, 200, expect.stringMatching(/json/)]);
      JSON.parse(text);
      expect([name, nosniff(response)]).toEqual([name, true]);
      return [];
    case 'PROGRAM':
      // It shows no record before it asks for one, and nothing of its address but behind the `#`.
      expect([name, type]).toEqual([name, expect.stringMatching(/^text\/html/)]);
      return [];
    case 'PLAIN':
      // Of these types no browser makes a document that runs, whatever stands in it.
      expect([name, type]).toEqual([
        name,
        expect.stringMatching(
          /^(text\/(plain|csv|javascript)|application\/(x-bibtex|json)|image\/(png|svg\+xml)|$)/,
        ),
      ]);
      return [];
  }
}

/** Parses everything that every kind of address answers, and names what in it the service did not put there. */
async function faultsEverywhere(
  page: Page,
  all: readonly HostileAddress[],
  made: Made,
): Promise<readonly string[]> {
  const { base } = made.service;

  const documents = (await inTurn(all, (one) => documentsOf(one, made))).flat();

  expect(documents.length).toBeGreaterThan(200);
  const faults: string[] = [];
  let characters = 0;
  for (let at = 0; at < documents.length; at += 60) {
    const some = documents.slice(at, at + 60);
    for (const looked of await page.evaluate(lookThrough, { documents: some, own, base })) {
      characters += looked.characters;
      faults.push(...looked.faults.map((fault) => `${looked.name}: ${fault}`));
    }
  }
  expect(characters).toBeGreaterThan(1_000_000);
  // Every text would be found: put into a page as it is, each is at fault.
  const naive = hostileTexts.map(
    (text, number): Parsed => ({
      name: `${number}`,
      text: `<p title="${text}">${text}</p><p title=x${text}></p>`,
      type: 'text/html',
    }),
  );
  const found = await page.evaluate(lookThrough, { documents: naive, own, base });
  // A text that ends a tag before it names attributes does nothing by itself.
  expect(found.filter(({ faults: all }) => all.length > 0).length).toBeGreaterThanOrEqual(200);
  return faults;
}

/** Opens one of each kind of address as a reader does, and a shared query; what ran, asked or complained. */
async function openedEverywhere(
  page: Page,
  all: readonly HostileAddress[],
  { service }: Made,
): Promise<readonly string[]> {
  const { base } = service;
  const wrong: string[] = [];
  let at = '';
  page.on('dialog', (dialog) => void dialog.dismiss());
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== base) wrong.push(`${at} asked ${request.url()}`);
  });
  const ran = () =>
    page.evaluate(() =>
      [window, ...Array.from(frames)].some((one) => {
        try {
          return one.ran !== undefined;
        } catch {
          return false;
        }
      }),
    );
  const kinds = new Map<string, string>();
  for (const [number, { path, parsed }] of all.entries()) {
    if (parsed !== 'HTML' && parsed !== 'XML') continue;
    const { pathname, searchParams } = new URL(path, base);
    const isPast = pathname.includes('@') || searchParams.has('asOf');
    const isWrong = /%3C|%22|%26/.test(pathname) || searchParams.has('status') || searchParams.has('since');
    const kind = `${routeOf(pathname)} ${isPast} ${isWrong}`;
    // Another text for each.
    if (!kinds.has(kind) || (number * 7) % 11 === 0) kinds.set(kind, path);
  }
  const query = packedTexts.join('\n');
  const shared = `/graphql${fragmentOf({ query, variables: JSON.stringify({ text: packedTexts[1] }), operation: packedTexts[2] ?? '' })}`;
  const paths = [...kinds.values(), shared];
  expect(paths.length).toBeGreaterThan(25);
  for (const path of paths) {
    at = path.slice(0, 100);
    // A feed may be handed to another program instead.
    await page.goto(base + path, { waitUntil: 'load' }).catch((error) => {
      if (!String(error).includes('Download')) throw error;
    });
    if (await ran()) wrong.push(`${at} ran`);
  }
  await page.waitForTimeout(300);
  if (await ran()) wrong.push(`${at} ran`);
  return wrong;
}

/**
 * Every hostile text in everything that a writer may write, at every address: parsed, and one of each kind opened; and in the
 * custom element as it is offered to other pages. An
 * address of the service that is not among those looked at is told as well.
 */
export async function hostileTrial(made: Made): Promise<void> {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
  const pin = await recorded(made);
  const all = hostileAddresses(pin, made.service.base);
  const looked = new Set(all.map(({ path }) => routeOf(new URL(path, made.service.base).pathname)));
  expect(routes.filter((route) => route !== 'other' && !looked.has(route))).toEqual([]);
  const page = await made.browser.newPage();

  expect(await faultsEverywhere(page, all, made)).toEqual([]);
  expect(await openedEverywhere(page, all, made)).toEqual([]);
  await page.close();
  expect(await ranInElements(made.browser, made.service.base)).toEqual([]);
}
