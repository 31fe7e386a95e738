import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { type Service, serving } from '../support/onrecord-process.ts';
import { seedInto } from '../support/seed-into.ts';
import { assertion, bundleOf, claim, entity } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const arabic = 'محمد العلي';
const hebrew = 'דוד לוי';
const text = 'الجسر مغلق منذ 2019';
const exact = 'قال «الجسر مغلق» في 2019 (Bridge 7).';
const named = (key: string, name: string) =>
  entity(key, { kind: 'PERSON', names: [{ text: name, language: 'en', kind: 'NAME' }] });
const bundle = bundleOf('test.example/rtl', {
  entities: [
    named('arab', arabic),
    named('hebrew', hebrew),
    entity('paper', { names: [{ text: 'صحيفة 24', language: 'ar', kind: 'NAME' }] }),
  ],
  sources: [
    {
      key: 'source',
      slug: 'source',
      kind: 'ARTICLE',
      title: { ar: 'تقرير 7' },
      language: 'ar',
      publisher: 'paper',
      publishedOn: { edtf: '2023-12-15' },
      seen: true,
      versions: [{ key: 'version', text: exact }],
    },
  ],
  passages: [
    {
      key: 'passage',
      version: 'version',
      exact,
      start: 0,
      end: [...exact].length,
      language: 'ar',
      rendering: 'ORIGINAL',
    },
  ],
  claims: [
    claim('shut', { text: { ar: text }, language: 'ar', about: ['arab'] }),
    claim('open', { text: { en: `The bridge of ${hebrew} is open` }, about: ['arab'] }),
  ],
  assertions: [
    assertion('says', 'shut', 'arab', {
      source: 'source',
      passages: ['passage'],
      saidOn: { edtf: '2023-12-14' },
    }),
    assertion('denies', 'shut', 'hebrew', { stance: 'DENIES', source: 'source' }),
    assertion('other', 'open', 'hebrew', { source: 'source' }),
  ],
  relations: [
    {
      key: 'either',
      kind: 'CONTRADICTS',
      from: 'shut',
      to: 'open',
      reason: { ar: 'إما 1 أو 2' },
      status: 'CONFIRMED',
    },
  ],
});

/** Where pieces of a text stand on its line, from the left, by where their first and last characters do. */
function placesIn({ selector, pieces }: { readonly selector: string; readonly pieces: readonly string[] }) {
  const within = [...document.querySelectorAll(selector)].find(({ textContent }) =>
    pieces.every((one) => textContent?.includes(one)),
  );
  if (within === undefined) return null;
  // On one line, so that an order is one from left to right.
  if (within instanceof HTMLElement) within.style.whiteSpace = 'nowrap';
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const whole = nodes.map(({ data }) => data).join('');
  const at = (offset: number) => {
    let left = offset;
    for (const node of nodes) {
      if (left < node.length) {
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, left + 1);
        const { x, width } = range.getBoundingClientRect();
        return x + width / 2;
      }
      left -= node.length;
    }
    return Number.NaN;
  };
  return pieces.map((piece) => {
    const start = whole.indexOf(piece);
    const [first, last] = [at(start), at(start + piece.length - 1)];
    return { first, last, left: Math.min(first, last), right: Math.max(first, last) };
  });
}

describe.skipIf(withoutBrowser)('what is written from right to left among English and Chinese', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: `${folder.path}/data` };
    service = await serving(variables, '--no-seed');
    await seedInto(folder, variables, { bundle });
    browser = await startBrowser();
    page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  });
  afterAll(async () => {
    await browser?.close();
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  const open = async (path: string) => {
    const answer = await page.goto(service.base + path);
    expect([path, answer?.status()]).toEqual([path, 200]);
  };
  /** Each piece stands to the right of the one before, and an Arabic or Hebrew one runs to the left. */
  const expectInOrder = async (selector: string, pieces: readonly string[]) => {
    const places = await page.evaluate(placesIn, { selector, pieces });
    expect([selector, places]).not.toEqual([selector, null]);
    for (const [at, place] of (places ?? []).entries()) {
      const before = places?.[at - 1];
      if (before !== undefined) expect([pieces[at], before.right < place.left]).toEqual([pieces[at], true]);
      const runsLeft = /^[\u0590-\u08ff]/.test(pieces[at] ?? '');
      expect([pieces[at], runsLeft ? place.first > place.last : place.first < place.last]).toEqual([
        pieces[at],
        true,
      ]);
    }
  };

  const headline = {
    en: ['According to', arabic, text, 'denied by', hebrew],
    'zh-Hans': [arabic, text, '否认'],
  };

  it.each(['en', 'zh-Hans'] as const)(
    'headlines are read in the order of their sentence: %s',
    async (language) => {
      await open(`/claims/shut?language=${language}`);
      await expectInOrder('h1', headline[language]);
      const own = await page.evaluate(() => document.querySelector('h1')?.textContent ?? '');
      // Without isolates the name and the claim would change places; in Chinese a word stands between them.
      if (language !== 'en') return;
      await page.evaluate(
        (plain) => {
          const h1 = document.querySelector('h1');
          if (h1) h1.textContent = plain;
        },
        own.replaceAll(/[\u2066-\u2069]/g, ''),
      );
      const places = (await page.evaluate(placesIn, { selector: 'h1', pieces: [arabic, text] })) ?? [];
      expect((places[0]?.left ?? 0) > (places[1]?.left ?? 0)).toBe(true);
    },
  );

  it('and so are they in embeds, lists and pictures, wide and narrow', async () => {
    for (const language of ['en', 'zh-Hans'] as const) {
      await open(`/embed/v1/claim/shut?language=${language}`);
      await expectInOrder('h1', headline[language]);
      await open(`/claims?language=${language}`);
      await expectInOrder('h2 a', headline[language]);
      await open(`/claims/shut.svg?language=${language}&width=1280`);
      await expectInOrder('svg text', headline[language]);
      await open(`/speakers/arab.svg?language=${language}&width=1280`);
      await expectInOrder('svg text', headline[language]);
    }
    await open('/claims/shut.svg?language=en&width=320');
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('svg text')].map(({ textContent }) => textContent ?? ''),
    );
    const wrapped = lines.filter((line) => /[\u0590-\u08ff]/.test(line));
    expect(wrapped.length).toBeGreaterThan(2);
    for (const line of wrapped)
      expect((line.match(/[\u2066-\u2068]/g) ?? []).length).toBe((line.match(/\u2069/g) ?? []).length);
  });

  it('names with numbers beside them, titles and quotations keep to themselves', async () => {
    await open('/claims/shut?language=en');
    const quote = await page.evaluate(() => {
      const found = document.querySelector<HTMLElement>('blockquote[lang=ar]');
      return (
        found && { direction: getComputedStyle(found).direction, text: found.querySelector('q')?.textContent }
      );
    });
    expect(quote).toEqual({ direction: 'rtl', text: exact });
    await open('/sources/source?language=en');
    const embed = '/embed/v1/source/source?language=en';
    await open(embed);
    // A date after a name would be drawn before it.
    await expectInOrder('.note', ['صحيفة 24', '2023-12-15']);
    await open('/speakers/arab?language=en');
    await expectInOrder('h1', [arabic]);
    await open('/search?q=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1&language=en');
    await expectInOrder('h2', ['According to', arabic, text]);
    await open('/contradictions?language=zh-Hans');
  });

  it('and so do sentences for print, feeds and oEmbed; BibTeX has the plain text', async () => {
    const get = async (path: string) => (await fetch(service.base + path)).text();
    const isolated = `\u2068${arabic}\u2069`;
    expect(await get('/claims/shut.txt?language=en')).toContain(isolated);
    expect(await get('/search.atom?q=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1')).toContain(isolated);
    expect(await get('/speakers/arab.atom')).not.toContain('<bdi>');
    const url = `${service.base}/claims/shut?language=en`;
    expect(JSON.parse(await get(`/oembed?${new URLSearchParams({ url })}`)).title).toContain(isolated);
    const bibtex = await get('/claims/shut.bib?language=en');
    expect(bibtex).toContain(`According to ${arabic}`);
    expect(bibtex).not.toMatch(/[\u2066-\u2069]/);
    const data = JSON.parse(await get('/claims/shut.json'));
    // What is recorded is handed out to the letter.
    expect(data.texts).toEqual([{ language: 'ar', text, translated: false }]);
    const png = await fetch(`${service.base}/claims/shut.png`);
    if (png.status !== 200)
      expect([png.status, await png.text()]).toEqual([501, expect.stringContaining('lack')]);
    expect(
      data.whoSaid.map(({ speaker }: { speaker: { name: { en: string } } }) => speaker.name.en).sort(),
    ).toEqual([arabic, hebrew].sort());
  });
});
