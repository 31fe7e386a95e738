import { beforeAll, describe, expect, it, vi } from 'vitest';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { onrecord } from '../support/onrecord-process.ts';
import { serviceWith } from '../support/service-with.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { askApi, lastPinOf, later, more, today, wordsOf } from './embedded-records.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('embeds of speakers, sources, contradictions and searches', () => {
  const service = serviceWith({ small: smallBundle(), more });
  /** An instant after which all else was recorded. */
  let pin: string;
  beforeAll(async () => {
    pin = await lastPinOf(service);
    await service.seed({ later: later(), rejected: later('REJECTED'), hidden: hiddenBundle() });
  });

  describe('of which something was erased', () => {
    const reason = 'Order 17 of Zorilla';
    const erase = async (...ids: string[]) =>
      expect(await onrecord(['erase', ...ids, '--reason', reason], service.variables)).toMatchObject({
        code: 0,
      });
    const get = (path: string, language = 'en') =>
      fetch(`${service.base}${path}${path.includes('?') ? '&' : '?'}language=${language}`);
    const formats = ['csl.json', 'bib', 'txt'];

    it('say so with the day and nothing of it, and so do pages, pins, feeds, citations and oEmbed, in both languages', async () => {
      const [witness, seen] = [idIn('Entity', 'witness'), idIn('Assertion', 'seen')];
      const [article, shut] = [idIn('Source', 'article'), idIn('Passage', 'shut')];
      const either = idIn('ClaimRelation', 'either');
      const of = (kind: string, name: string) => [
        `/${kind}s/${name}`,
        `/${kind}s/${name}?asOf=${encodeURIComponent(pin)}`,
        ...['', `@${pin}`, '@1'].map((at) => `/embed/v1/${kind}/${name}${at}`),
      ];
      const html = [
        ...of('speaker', witness),
        ...of('source', 'article'),
        ...of('source', article),
        ...of('contradiction', either),
      ];
      const files = [
        `/speakers/${witness}`,
        '/sources/article',
        `/sources/${article}`,
        `/contradictions/${either}`,
      ];
      const others = [
        `/speakers/${witness}.atom`,
        ...files.flatMap((one) => ['svg', 'json', 'csv'].map((format) => `${one}.${format}`)),
        ...files.map((one) => `${one}.svg?asOf=${encodeURIComponent(pin)}`),
        ...[`assertions/${seen}`, `passages/${shut}`].flatMap((one) =>
          formats.map((format) => `/${one}.${format}`),
        ),
        ...html
          .filter((path) => !path.includes('asOf'))
          .map((path) => `/oembed?${new URLSearchParams({ url: service.base + path })}`),
      ];
      for (const path of [...html, ...others]) expect([path, (await get(path)).status]).toEqual([path, 200]);
      const old = await (await get('/speakers/witness')).text();
      expect(old).toContain('The witness');
      await erase(witness, seen, article, shut, either);
      for (const path of [...html, ...others])
        for (const [language, words, at] of [
          ['en', 'This record was erased', 'was erased on'],
          ['zh-Hans', '这项记录已被删除', '因法律原因删除'],
        ] as const) {
          const response = await get(path, language);
          expect([path, response.status]).toEqual([path, 410]);
          const text = await response.text();
          if (html.includes(path)) expect(text).toContain(words);
          if (!path.startsWith('/oembed') && !path.includes('.svg')) expect(text).toContain(at);
          if (path.includes('.svg')) expect(text).toContain(words);
          expect(text).toContain(today());
          const told = wordsOf(text);
          for (const gone of ['witness', 'bridge', 'paper.example', 'driver', 'one or the other', 'Zorilla'])
            expect([path, told.toLowerCase().includes(gone.toLowerCase())]).toEqual([path, false]);
        }
    });

    it('tell no more than the API does: whoever spoke is found by id alone, a source by its old slug too', async () => {
      const answer = await askApi(
        service,
        `{
        byName: entity(by: { slug: "witness" }) { id }
        byId: entity(by: { id: "${idIn('Entity', 'witness')}" }) { slug erasedAt kind }
        source(by: { slug: "article" }) { id slug erasedAt }
        assertion(id: "${idIn('Assertion', 'seen')}") { erasedAt }
        passage: node(id: "${idIn('Passage', 'shut')}") { ... on Passage { erasedAt } }
        relation: node(id: "${idIn('ClaimRelation', 'either')}") { ... on ClaimRelation { erasedAt } }
        stands: entity(by: { slug: "company" }) { erasedAt }
      }`,
      );
      expect(answer.byName).toBeNull();
      const [byId, source] = [answer.byId, answer.source];
      expect(byId).toMatchObject({ kind: 'REDACTED', slug: expect.stringMatching(/^erased-/) });
      for (const { erasedAt } of [byId, source, answer.assertion, answer.passage, answer.relation])
        expect(erasedAt.slice(0, 10)).toBe(today());
      expect(answer.stands).toEqual({ erasedAt: null });
      // By a name that is easily guessed nobody finds what was said under it.
      for (const [path, end] of [
        ['/speakers/', ''],
        ['/embed/v1/speaker/', ''],
        ['/speakers/', '.svg'],
        ['/speakers/', '.json'],
      ] as const) {
        const [is, isNot] = await Promise.all([get(`${path}witness${end}`), get(`${path}nowhere${end}`)]);
        expect([is.status, isNot.status]).toEqual([404, 404]);
        expect((await is.text()).replaceAll('witness', 'nowhere')).toBe(await isNot.text());
      }
      // Where its tombstone stands in a list, its own address says the same.
      for (const path of [`/speakers/${byId.slug}`, `/embed/v1/source/${source.slug}`])
        expect((await get(path)).status).toBe(410);
    });

    it('leave nothing of it on any page, picture, feed, embed or pin of what it stood beside, and tell nothing of what was hidden', async () => {
      const beside = [
        ...['shut', 'open'].flatMap((slug) => [
          ...['', '.svg', '.json', '.csv', '.bib', '.csl.json', '.txt'].map((end) => `/claims/${slug}${end}`),
          `/claims/${slug}?asOf=${encodeURIComponent(pin)}`,
          ...['', `@${pin}`, '@1'].map((at) => `/embed/v1/claim/${slug}${at}`),
        ]),
        '/sources/memo-source',
        ...['', '.svg', '.json', '.csv'].map((end) => `/speakers/paper${end}`),
        ...['svg', 'json', 'csv'].map((end) => `/search.${end}?q=bridge`),
        '/speakers/spokesman',
        `/embed/v1/speaker/spokesman@${pin}`,
        `/embed/v1/search@${pin}?q=bridge`,
        '/corrections.atom',
        '/speakers/paper.atom',
        '/search.atom?q=bridge',
        '/changes',
        '/contradictions',
        `/contradictions?asOf=${encodeURIComponent(pin)}`,
        '/claims',
        '/search?q=bridge',
        '/anonymous',
      ];
      for (const path of beside) {
        const response = await get(path);
        expect([path, response.status]).toEqual([path, 200]);
        const text = await response.text();
        for (const gone of [
          'The witness',
          'paper.example/bridge',
          'One or the other',
          'It is one or the other',
        ])
          expect([path, gone, text.includes(gone)]).toEqual([path, gone, false]);
      }
      const [leak, quagga] = [hiddenId('Source', 'leak'), hiddenId('Entity', 'quagga')];
      const hidden = [
        ['/sources/leak-zanzibar', '/sources/nowhere'],
        [`/sources/${leak}`, `/sources/${hiddenId('Source', 'x')}`],
        [`/speakers/${quagga}`, `/speakers/${hiddenId('Entity', 'x')}`],
        ...['svg', 'json', 'csv'].flatMap((end) => [
          [`/sources/${leak}.${end}`, `/sources/${hiddenId('Source', 'x')}.${end}`] as const,
          [`/speakers/${quagga}.${end}`, `/speakers/${hiddenId('Entity', 'x')}.${end}`] as const,
        ]),
        [`/speakers/${quagga}.atom`, `/speakers/${hiddenId('Entity', 'x')}.atom`],
        [`/embed/v1/source/${leak}@1`, `/embed/v1/source/${hiddenId('Source', 'x')}@1`],
        [`/assertions/${hiddenId('Assertion', 'told')}.bib`, `/assertions/${hiddenId('Assertion', 'x')}.bib`],
      ] as const;
      await erase(leak, quagga, hiddenId('Assertion', 'told'));
      for (const [path = '', absent = ''] of hidden) {
        const [is, isNot] = await Promise.all([get(path), get(absent)]);
        expect([path, is.status, isNot.status]).toEqual([path, 404, 404]);
        const name = (one: string) =>
          one
            .split('/')
            .at(-1)
            ?.replace(/[.@].*$/, '') ?? '';
        expect((await is.text()).replaceAll(name(path), name(absent))).toBe(await isNot.text());
      }
    });
  });
});
