import { beforeAll, describe, expect, it, vi } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { onrecord } from '../support/onrecord-process.ts';
import { assertion, bundleOf, claim } from '../support/small-bundle.ts';
import { contentOf, embedsOfStory, hiddenBeside, hide, idIn, later, noticeOf } from './embedded-story.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('an embed of a claim', () => {
  const { service, get, textAt, askApi, firstPin } = embedsOfStory();
  let pin: string;
  beforeAll(async () => {
    pin = await firstPin();
    await service.seed({ later: later(), beside: hiddenBeside(), hidden: later(hide) });
  });

  describe('of which something was erased', () => {
    const erase = async (...ids: string[]) =>
      expect(
        await onrecord(['erase', ...ids, '--reason', 'Order 17 of Zorilla'], service.variables),
      ).toMatchObject({ code: 0 });
    const paths = [
      '/claims/shut',
      '/claims/shut.svg',
      '/embed/v1/claim/shut',
      '/embed/v1/claim/shut@1',
      `/claims/${idIn('Claim', 'shut')}`,
      `/embed/v1/claim/${idIn('Claim', 'shut')}`,
    ];

    it('shows no more what an assertion said, says that it is withdrawn, and keeps the rest', async () => {
      await erase(idIn('Assertion', 'denied'));
      const page = await textAt(`@${pin}`);
      expect(contentOf(page)).toContain('The driver');
      expect(noticeOf(page)).toContain('withdrawn here: The mayor');
      expect(noticeOf(page)).toContain('erased for legal reasons');
    });

    it('is gone with the claim, and its addresses say so with the day and no word of it, in both languages', async () => {
      for (const path of [...paths, `/embed/v1/claim/shut@${pin}`])
        expect([path, (await get(`${path}?language=en`)).status]).toEqual([path, 200]);
      await erase(idIn('Claim', 'shut'));
      const day = new Date().toISOString().slice(0, 10);
      for (const path of [...paths, `/embed/v1/claim/shut@${pin}`]) {
        for (const [language, words] of [
          ['en', 'This claim was erased'],
          ['zh-Hans', '这项主张已被删除'],
        ] as const) {
          const response = await get(`${path}?language=${language}`);
          expect([path, response.status]).toEqual([path, 410]);
          const page = await response.text();
          expect(page).toContain(words);
          expect(page).toContain(day);
          for (const gone of ['bridge', 'driver', 'gazette', 'mayor', 'Zorilla'])
            expect(page.toLowerCase()).not.toContain(gone);
        }
      }
      for (const format of ['json', 'csv', 'bib', 'csl.json', 'txt', 'png']) {
        const response = await get(`/claims/shut.${format}`);
        expect([format, response.status]).toEqual([format, 410]);
        const left = await response.text();
        expect(left).toContain(day);
        expect(left.toLowerCase()).not.toMatch(/bridge|driver|gazette|mayor|zorilla/);
      }
      const url = `${service.base}/claims/shut`;
      const described = await get(`/oembed?${new URLSearchParams({ url })}`);
      expect(described.status).toBe(410);
      expect(await described.text()).toContain(day);
      const { claim: left } = await askApi('{ claim(by: { slug: "shut" }) { id slug erasedAt } }');
      expect(left).toMatchObject({ id: idIn('Claim', 'shut'), slug: expect.stringMatching(/^erased-/) });
      expect(left.erasedAt.slice(0, 10)).toBe(day);
      const past = `{ asOf(recorded: "${pin}") { claim(by: { slug: "shut" }) { erasedAt text } } }`;
      expect((await askApi(past)).asOf.claim).toMatchObject({ erasedAt: left.erasedAt });
    });

    it('tells nothing of a hidden one that was erased', async () => {
      await service.seed({
        secret: bundleOf('test.example/hidden-beside', {
          claims: [claim('quagga-secret', { about: [idIn('Entity', 'company')] })],
          assertions: [assertion('leaks', 'quagga-secret', idIn('Entity', 'driver'), { source: 'leak' })],
        }),
      });
      const absent = async (slug: string) => {
        const pages = await Promise.all(
          paths.slice(0, 4).map(async (path) => {
            const response = await get(`${path.replace('shut', slug)}?language=en`);
            return [response.status, (await response.text()).replaceAll(slug, 'nowhere')];
          }),
        );
        return pages;
      };
      const nowhere = await absent('nowhere');
      expect(nowhere.map(([status]) => status)).toEqual([404, 404, 404, 404]);
      expect(await absent('quagga-secret')).toEqual(nowhere);
      await erase(idOf('Claim', 'test.example/hidden-beside', 'quagga-secret'));
      expect(await absent('quagga-secret')).toEqual(nowhere);
    });
  });
});
