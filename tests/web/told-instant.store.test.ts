import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { type Service, serving } from '../support/onrecord-process.ts';
import { seedInto } from '../support/seed-into.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** Every kind of address that says when it was made: pages that offer to be pinned, and files. */
const paths = [
  '/claims/shut?language=en',
  '/claims/shut/graph?language=en',
  '/claims?language=en',
  '/search?q=bridge&language=en',
  '/speakers/paper?language=en',
  '/sources/article?language=en',
  '/claims/shut.json',
  '/claims/shut.csv',
  '/claims.json',
  '/speakers/paper.json',
];

describe('when an answer to nobody in particular was made', () => {
  let folder: TemporaryFolder;
  let service: Service;
  const variables = () => ({ ONRECORD_DATA: `${folder.path}/data` });
  beforeAll(async () => {
    folder = new TemporaryFolder();
    service = await serving(variables(), '--no-seed');
    await seedInto(folder, variables(), { small: smallBundle() });
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  const answers = () =>
    Promise.all(
      paths.map(async (path) => {
        const response = await fetch(service.base + path);
        expect([path, response.status]).toEqual([path, 200]);
        return response.text();
      }),
    );
  const minute = () => new Date().toISOString().slice(0, 16);

  it('does not tell when something hidden was recorded, and tells what the public sees', async () => {
    let [before, after, began]: [string[], string[], string] = [[], [], ''];
    // Of two in one minute; the bundle's own changes make each time another.
    for (let edition = 1; began !== minute(); edition++) {
      expect(edition).toBeLessThan(4);
      began = minute();
      before = await answers();
      await seedInto(folder, variables(), { [`hidden ${edition}`]: hiddenBundle() });
      after = await answers();
    }
    expect(after).toEqual(before);
    await seedInto(folder, variables(), {
      shown: smallBundle((input) => {
        for (const one of input.claims ?? [])
          if (one.key === 'shut') one.text = { en: 'The bridge is closed' };
      }),
    });
    const ended = new Date();
    const shown = await answers();
    for (const [index, path] of paths.entries())
      if (!path.startsWith('/s')) expect([path, shown[index]]).not.toEqual([path, after[index]]);
    const { retrievedAt } = JSON.parse(shown[paths.indexOf('/claims/shut.json')] ?? '');
    expect(new Date(retrievedAt).getTime()).toBeLessThanOrEqual(ended.getTime());
    // A pin of that page is of what it shows.
    const page = shown[0] ?? '';
    const [, pinned = ''] = /<iframe src="(\/embed\/v1\/claim\/shut@[^"]*)"/.exec(page) ?? [];
    const embed = await (await fetch(service.base + pinned.replaceAll('&amp;', '&'))).text();
    expect(embed).toContain('The bridge is closed');
    expect(embed).toContain('Nothing has been recorded of it since.');
  });
});
