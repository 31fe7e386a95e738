import { describe, expect, it, vi } from 'vitest';
import { serviceWith } from '../support/service-with.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const either = idIn('ClaimRelation', 'either');

describe('what is taken away of a speaker, a source, a contradiction and a search', () => {
  const service = serviceWith({ small: smallBundle() });
  const get = (path: string) => fetch(service.base + path, { redirect: 'manual' });

  it('is offered on the pages, in either language; on a page of the past pictures alone', async () => {
    const pages = [
      ['/speakers/paper', '/speakers/paper', ''],
      ['/sources/article', '/sources/article', ''],
      [`/contradictions/${either}`, `/contradictions/${either}`, ''],
      ['/search?q=bridge', '/search', '?q=bridge'],
    ] as const;
    for (const [page, at, query] of pages)
      for (const language of ['en', 'zh-Hans']) {
        const and = page.includes('?') ? '&' : '?';
        const text = await (await get(`${page}${and}language=${language}`)).text();
        const asked = query === '' ? '?' : `${query}&amp;`;
        for (const href of [
          ...['svg', 'png'].map((format) => `${at}.${format}${asked}language=${language}`),
          ...['json', 'csv'].map((format) => `${at}.${format}${query}`),
        ])
          expect([page, text.includes(`href="${href}"`), href]).toEqual([page, true, href]);
        const past = await (await get(`${page}${and}language=${language}&asOf=2099-01-01`)).text();
        expect(past).toContain(`${at}.svg${asked}asOf=2099-01-01`);
        expect(past).not.toContain(`${at}.json`);
      }
  });

  it('stands beside a sentence for print, a picture for links and the markup of the element, on every kind of page', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const pages = [
      ['/speakers/bot', '“The bot [machine]”. Onrecord, version 1, as of'],
      ['/sources/article', '“The bridge”. Onrecord, version 1, as of'],
      [`/contradictions/${either}`, '”. Onrecord, version 1, as of'],
      ['/search?q=bridge', '“Search: bridge”. Onrecord, as of'],
      ...['/claims', '/contradictions', '/anonymous', '/changes'].map(
        (path) => [path, '”. Onrecord, as of'] as const,
      ),
    ] as const;
    for (const [path, cited] of pages) {
      const and = path.includes('?') ? '&' : '?';
      const page = await (await get(`${path}${and}language=en`)).text();
      expect([path, page.includes(`${cited} ${day}. ${service.base}${path.split('?')[0]}`)]).toEqual([
        path,
        true,
      ]);
      const chinese = await (await get(`${path}${and}language=zh-Hans`)).text();
      expect([path, chinese.includes(`截至 ${day}。${service.base}`)]).toEqual([path, true]);
      const past = await (await get(`${path}${and}language=en&asOf=${day}`)).text();
      expect([path, past.includes(`as of the end of ${day} (UTC). `)]).toEqual([path, true]);
    }
    const contradiction = `/contradictions/${either}`;
    for (const path of ['/speakers/bot', '/sources/article', '/search?q=bridge', contradiction]) {
      const page = await (await get(path)).text();
      const [, picture = ''] = /<meta property="og:image" content="([^"]*)"/.exec(page) ?? [];
      expect(picture).toContain('.png?');
      expect([200, 501]).toContain((await fetch(picture.replaceAll('&amp;', '&'))).status);
      expect(page).toContain('application/json+oembed');
    }
    for (const path of ['/speakers/bot', '/sources/article', '/search?q=bridge', contradiction])
      expect((await (await get(path)).text()).match(/&lt;onrecord-claim src=/g)).toHaveLength(2);
  });
});
