import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Service, serving } from '../support/onrecord-process.ts';
import { seedInto } from '../support/seed-into.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('what an address says', () => {
  let folder: TemporaryFolder;
  let service: Service;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: `${folder.path}/data` };
    service = await serving(variables, '--no-seed');
    await seedInto(folder, variables, { small: smallBundle() });
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

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
});
