import { describe, expect, it, vi } from 'vitest';
import { startBrowser, withoutBrowser } from '../support/browser.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { serviceWith } from '../support/service-with.ts';
import { assertion, bundleOf, claim, entity, smallBundle } from '../support/small-bundle.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const many = Array.from({ length: 40 }, (_, number) => number);
/** A claim that so many speak of that its figure is taller than a page. */
const tall = bundleOf('test.example/tall', {
  entities: many.map((number) =>
    entity(`tall${number}`, { names: [{ text: `Speaker ${number}`, language: 'en', kind: 'NAME' }] }),
  ),
  claims: [claim('tall', { about: ['tall0'] }), claim('better', { about: ['tall0'] })],
  assertions: [
    ...many.map((number) =>
      assertion(`says${number}`, 'tall', `tall${number}`, {
        stance: number % 2 === 0 ? 'AFFIRMS' : 'DENIES',
      }),
    ),
    assertion('better', 'better', 'tall1'),
  ],
  relations: [
    {
      key: 'correction',
      kind: 'CORRECTS',
      from: 'better',
      to: 'tall',
      reason: { en: 'The corrections column.' },
      status: 'PROPOSED',
    },
  ],
});

describe('the figure of a claim, for who does not see it and on paper', () => {
  const service = serviceWith({ small: smallBundle(), hidden: hiddenBundle(), tall });

  const get = (path: string) => fetch(service.base + path);
  const textOf = async (path: string) => (await get(path)).text();
  const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  const partOf = (page: string, id: string) =>
    new RegExp(`<h2 id="${id}">.*?</section>`, 's').exec(page)?.[0] ?? '';

  it('is a table of all that is drawn, which the page and the picture’s alternative lead to', async () => {
    let compared = 0;
    for (const slug of ['shut', 'open', 'asked', 'tall', 'better'])
      for (const language of ['en', 'zh-Hans']) {
        const page = await textOf(`/claims/${slug}/graph?language=${language}`);
        const [, told = ''] =
          /<desc [^>]*>(.*?)<\/desc>/s.exec(await textOf(`/claims/${slug}.svg?language=${language}`)) ?? [];
        const [counts = ''] = told.split(/[.。]/);
        const drawn = [...counts.matchAll(/\d+/g)].reduce((sum, [number]) => sum + Number(number), 0);
        const rows = partOf(page, 'nodes').match(/<tr><td>/g) ?? [];
        expect([slug, language, rows.length]).toEqual([slug, language, drawn]);
        compared += drawn;
        const claim = await textOf(`/claims/${slug}?language=${language}`);
        expect(claim).toContain(`<a href="/claims/${slug}/graph?language=${language}">`);
        // Never a claim alone.
        expect(page).not.toMatch(/>(The bridge is|The claim \w+)/);
      }
    expect(compared).toBeGreaterThan(100);
    const edges = plain(partOf(await textOf('/claims/tall/graph?language=en'), 'edges'));
    expect(edges).toContain('Speaker 0 affirms According to');
    expect(edges).toContain('Speaker 1 denies According to');
    expect(edges).toContain('corrects, proposed According to');
    const alternative = /alt="Claim graph: [^"]*All of it stands in a table of its own\."/;
    expect(await textOf('/claims/tall?language=en')).toMatch(alternative);
  });

  it('leads to the records, keeps the moment, and is refused, missing and hidden as the claim is', async () => {
    const page = await textOf('/claims/shut/graph?language=en');
    const links = [...partOf(page, 'nodes').matchAll(/<td><a href="([^"]*)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links)
      expect([link, (await get(link.replaceAll('&amp;', '&'))).status]).toEqual([link, 200]);
    const now = new Date(Date.now() + 60_000).toISOString().slice(0, 10);
    expect(await textOf(`/claims/shut/graph?language=en&asOf=${now}`)).toContain(
      `?asOf=${now}&amp;language=en`,
    );
    for (const [path, status] of [
      ['/claims/nowhere/graph', 404],
      ['/claims/shut/graph?asOf=2020-02-29', 404],
      ['/claims/shut/graph?asOf=soon', 400],
      ['/claims/%ff/graph', 400],
    ] as const)
      expect([path, (await get(path)).status]).toEqual([path, status]);
    for (const { slug } of hiddenBundle().claims)
      expect((await get(`/claims/${slug}/graph`)).status).toBe(404);
    expect(page).not.toMatch(/zanzibar|quagga/i);
    expect(await textOf('/metrics')).toContain('_count{route="/claims/:slug/graph",status="200"}');
  });

  it.skipIf(withoutBrowser)(
    'is on paper no smaller than it is drawn, over pages where it is tall, and as a table fits a phone',
    async () => {
      const browser = await startBrowser();
      try {
        // A page of A4 across between its margins.
        const page = await browser.newPage({ viewport: { width: 1000, height: 690 } });
        await page.emulateMedia({ media: 'print' });
        await page.goto(`${service.base}/claims/tall?language=en`);
        const size = await page.evaluate(async () => {
          const picture = document.querySelector<HTMLImageElement>('.graph .on-paper');
          picture?.scrollIntoView();
          await picture?.decode();
          return picture && [picture.clientWidth / picture.naturalWidth, picture.naturalHeight];
        });
        expect(size?.[0]).toBe(1);
        expect(size?.[1]).toBeGreaterThan(690);
        // In the table no word between two names is broken, on a phone either.
        const phone = await browser.newPage({ viewport: { width: 320, height: 800 } });
        await phone.goto(`${service.base}/claims/tall/graph?language=en`);
        const [wide, broken] = await phone.evaluate(() => [
          document.documentElement.scrollWidth - innerWidth,
          [...document.querySelectorAll('.joins td:nth-child(2)')].filter(
            (cell) => cell.scrollWidth > cell.clientWidth,
          ).length,
        ]);
        expect([wide, broken]).toEqual([0, 0]);
        await phone.close();
        const pdf = await page.pdf({ format: 'A4' });
        expect(pdf.toString('latin1').match(/MediaBox \[0 0 84\d/g)?.length).toBeGreaterThan(1);
      } finally {
        await browser.close();
      }
    },
  );
});
