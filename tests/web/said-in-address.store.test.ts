import { describe, expect, it, vi } from 'vitest';
import { serviceWith } from '../support/service-with.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('what an address says', () => {
  const service = serviceWith({ small: smallBundle() });

  const get = (path: string) => fetch(service.base + path);

  it('of a moment is refused by what is of the present alone, and never passed over', async () => {
    for (const path of [
      ...['txt', 'bib', 'csl.json', 'json', 'csv'].map((format) => `/claims/shut.${format}?`),
      `/assertions/${idIn('Assertion', 'denied')}.txt?`,
      '/search.atom?q=bridge&',
      '/corrections.atom?',
      '/speakers/paper.atom?',
    ])
      for (const [language, told] of [
        ['en', 'These data are of the present and take no asOf'],
        ['zh-Hans', '这些数据反映当前状态，不接受 asOf'],
      ]) {
        const response = await get(`${path}asOf=2026-01-01&language=${language}`);
        expect([path, response.status]).toEqual([path, 400]);
        expect(await response.text()).toContain(told);
        expect([path, (await get(`${path}asOf=&language=${language}`)).status]).toEqual([path, 200]);
      }
  });

  it('of a language is read whatever its case, and says nothing where it is empty', async () => {
    const paths = [
      ...['/claims/shut', '/claims', '/speakers/paper', '/schema', '/embed/v1/claim/shut'],
      ...['/claims/shut.svg', '/speakers/paper.svg', '/claims/shut.txt', '/corrections.atom'],
    ];
    for (const path of paths) {
      for (const [tag, spoken] of [
        ['EN-us', 'en'],
        ['en-US', 'en'],
        ['ZH-hans', 'zh-Hans'],
        ['zh-cn', 'zh-Hans'],
      ]) {
        const response = await get(`${path}?language=${tag}`);
        const { status, headers } = response;
        expect([path, tag, status, headers.get('content-language')]).toEqual([path, tag, 200, spoken]);
      }
      const own = await fetch(`${service.base}${path}?language=`, { headers: { 'accept-language': 'zh' } });
      expect([path, own.status, own.headers.get('content-language')]).toEqual([path, 200, 'zh-Hans']);
      expect([path, (await get(`${path}?language=_`)).status]).toEqual([path, 400]);
    }
  });

  it('that is wrong is told on a page, with the ways on, in the language of the reader', async () => {
    const id = idIn('Claim', 'shut');
    for (const path of ['/claims/shut', '/claims', '/speakers/paper', '/sources/article', '/changes'])
      for (const [query, told] of [
        ['asOf=garbage&language=zh-Hans', '但收到的是“garbage”'],
        ['asOf=2026-02-30&language=en', '“2026-02-30” came.'],
        ['language=_', 'language: “_” is nothing that can stand there, but one of these: en, zh-Hans.'],
      ]) {
        const response = await get(`${path}?${query}`);
        expect([path, response.status, response.headers.get('content-type')]).toEqual([
          ...[path, 400],
          'text/html; charset=utf-8',
        ]);
        const page = await response.text();
        expect(page).toContain(told);
        expect(page).toContain('<main id="content">');
      }
    const named = await get(`/claims/${id}@2026-01-01T00:00:00%2E000Z?language=en`);
    expect([named.status, await named.text()]).toEqual([400, expect.stringContaining('carries a moment')]);
  });
});
