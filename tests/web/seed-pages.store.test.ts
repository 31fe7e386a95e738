import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Service, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

const trained = 'bytedance-trained-on-chatgpt-output';
const removed = 'gpt-data-removed-from-bytedance-training-data';
const languages = ['en', 'zh-Hans'] as const;

/** What stands between two texts, the first of each. */
function between(page: string, start: string, end: string): string {
  const from = page.indexOf(start);
  expect(from, start).toBeGreaterThan(-1);
  const to = page.indexOf(end, from);
  expect(to, end).toBeGreaterThan(from);
  return page.slice(from, to);
}

const wordsOf = (html: string) =>
  html
    .replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, '')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

describe('to whoever meets it on the pages, the article', () => {
  let folder: TemporaryFolder;
  let service: Service;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    service = await serving({ ONRECORD_DATA: `${folder.path}/data` });
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  const get = (path: string, language = 'en') =>
    fetch(`${service.base}${path}${path.includes('?') ? '&' : '?'}language=${language}`);
  const textOf = async (path: string, language = 'en') => (await get(path, language)).text();
  const section = (page: string, id: string) =>
    between(page, `<h2 id="${id}">`, '\n<section aria-labelledby="');

  it('is drawn as the README has it', async () => {
    const drawn = await textOf(`/claims/${trained}.svg?width=960`);
    expect(drawn).toBe(
      readFileSync(new URL(`../../docs/pictures/trained-on-chatgpt-output.svg`, import.meta.url), 'utf8'),
    );
  });

  it('shows nobody as holding what it only passed on', async () => {
    for (const slug of [trained, removed])
      for (const [language, passesOn] of [
        ['en', /Huxiu passes on /],
        ['zh-Hans', /虎嗅 转述/],
      ] as const) {
        const page = await textOf(`/claims/${slug}`, language);
        for (const part of ['who-reported-it', 'timeline']) {
          const words = wordsOf(section(page, part));
          expect(words, part).toMatch(passesOn);
          expect(words, part).not.toMatch(/(Huxiu|虎嗅) (✓|✗|–|\?|…|↩)/);
        }
      }
  });

  it('warns of a date that cannot be true wherever the headline with it stands, and gives it as written', async () => {
    const own = wordsOf(await textOf(`/claims/${removed}`));
    expect(own).toContain('When it is to have been so: 2019 (written 2019 年中期)');
    expect(own).toContain('⚠ The text has 2019 年中期 (mid-2019), which is before ChatGPT');
    for (const [language, warning] of [
      ['en', '⚠ its date (2019 年中期) stands as it was written and cannot be true'],
      ['zh-Hans', '⚠ 其中的日期（2019 年中期）照录原文，不可能属实'],
    ] as const)
      for (const path of [
        `/claims/${removed}`,
        `/claims/${trained}`,
        '/speakers/jodi-seth?list=positions',
        `/embed/v1/claim/${removed}`,
        `/embed/v1/claim/${trained}`,
        '/sources/verge-report?list=claims',
        '/contradictions',
        '/claims?speaker=jodi-seth',
        '/search?q=2019&type=CLAIM',
      ]) {
        const page = wordsOf(await textOf(path, language));
        expect(page, path).toMatch(language === 'en' ? /in mid-2019/ : /2019年中期/);
        expect(page, path).toContain(warning);
      }
    for (const [language, warning] of [
      ['en', 'Its date (2019 年中期) stands as it was written and cannot be true. '],
      ['zh-Hans', '其中的日期（2019 年中期）照录原文，不可能属实。'],
    ] as const)
      for (const path of [
        ...['txt', 'csl.json', 'bib', 'json'].map((format) => `/claims/${removed}.${format}`),
        '/speakers/jodi-seth.atom',
        '/search.atom?q=2019&type=CLAIM',
      ])
        expect((await textOf(path, language)).replaceAll('\u00a0', ' '), path).toContain(warning);
    expect(await textOf(`/claims/${trained}.txt`)).not.toContain('cannot be true');
    expect(wordsOf(await textOf('/claims?speaker=niko-felix'))).not.toContain('cannot be true');
  });

  it('says of each contradiction whether it is confirmed and who drew it, and of each version who recorded it', async () => {
    const page = await textOf(`/claims/${trained}`);
    const pairs = between(page, '<h2 id="contradictions">', '</section>');
    const drawn = [...pairs.matchAll(/<p class="note">([^<]*drawn here by [^<]*)<\/p>/g)].map(
      ([, words]) => words,
    );
    expect(drawn).toEqual([
      'Confirmed · drawn here by Onrecord editors (seed)',
      'proposed, not confirmed · drawn here by Onrecord editors (seed)',
    ]);
    expect(wordsOf(section(page, 'revisions'))).toMatch(
      /version 1: [\d-]+ [\d:]+ UTC · .* · recorded by Onrecord editors \(seed\) · imported/,
    );
  });

  it('answers how it is known by what affirms it first, and by who would not say last', async () => {
    for (const slug of [trained, removed]) {
      const page = await textOf(`/claims/${slug}`);
      const trails = [...page.matchAll(/<h3 id="trail-\d+">.*?class="stance (\w+)"/g)].map(
        ([, stance]) => stance,
      );
      expect(trails[0], slug).toBe('affirms');
      const rank = ['affirms', 'denies', 'doubts', 'retracts', 'declines_to_comment', 'no_response'];
      const ranks = trails.map((stance = '') => rank.indexOf(stance));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }
    expect(await textOf(`/claims/${trained}`)).toMatch(/<h3 id="trail-2">.*declines to comment/);
  });

  it('is searched in the reader’s language, dated in words, and quoted where a role is in another script', async () => {
    const finds = await textOf('/search?q=ChatGPT&type=CLAIM');
    expect(finds).toMatch(/<h2><a[^>]*>[^<]*<mark>ChatGPT<\/mark>/);
    expect(finds).not.toContain('Found in:');
    expect(await textOf('/search?q=ChatGPT&type=CLAIM', 'zh-Hans')).not.toContain('匹配文字');
    expect(wordsOf(await textOf(`/claims/${trained}`))).toContain('⚠ When this was said is not certain.');
    for (const language of languages)
      expect(wordsOf(await textOf(`/claims/${trained}`, language))).not.toContain('../2023');
    expect(await textOf('/speakers/jodi-seth')).toMatch(
      /ByteDance<\/a><\/strong>: <q lang="und-Hani">发言人<\/q>/,
    );
    expect(await textOf('/speakers/jodi-seth', 'zh-Hans')).toContain('：发言人 ');
  });

  it('says what of an address it leaves aside or does not understand, and how to go on', async () => {
    const misspelt = await textOf('/claims?anonymousonly=true&bogus=%3Cb%3E');
    expect(misspelt).toContain(
      '“anonymousonly” (did you mean “anonymousOnly”?), “bogus”. Nothing on this page is narrowed by it.',
    );
    expect(await textOf('/claims?anonymousOnly=true')).not.toContain('Left aside');
    expect(await textOf('/speakers/jodi-seth?stanse=DENIES', 'zh-Hans')).toContain('已忽略：“stanse”。');
    for (const [path, language, told] of [
      [
        '/claims?status=FOO',
        'en',
        'status: “FOO” is nothing that can stand there, but one of these: WITHDRAWN, ',
      ],
      ['/claims?status=FOO', 'zh-Hans', 'status：不能是“FOO”，可以是：WITHDRAWN、'],
      ['/speakers/jodi-seth?list=lies', 'en', 'list: “lies” is nothing that can stand there'],
    ] as const) {
      const response = await get(path, language);
      const page = await response.text();
      expect([path, response.status]).toEqual([path, 400]);
      expect(page).toContain(told);
      expect(page).toContain(`<a href="/search?language=${language}">`);
    }
    const hostile = await textOf('/claims?%3Cscript%3Ealert(1)%3C/script%3E=1&status=%3Cimg%20src=x%3E');
    expect(hostile).not.toMatch(/<script>|<img/);
    for (const path of ['/claims/nothing', '/speakers/nothing', '/sources/nothing']) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toContain('<a href="/search?q=nothing&amp;language=en">Search</a>');
    }
    const oembed = await get(
      `/oembed?url=${encodeURIComponent(`${service.base}/claims/${trained}`)}&maxwidth=abc`,
    );
    expect([oembed.status, await oembed.text()]).toEqual([
      400,
      'maxwidth: expected a whole number of pixels, 1 or more; came "abc"\n',
    ]);
  });

  it('is drawn with the publisher of every source, with what is only proposed, and with its own sources apart', async () => {
    for (const [width, language, publisher, proposed] of [
      [960, 'en', '新零售资讯', '>contradicts,'],
      [960, 'zh-Hans', '新零售资讯', '>矛盾（提议，未确认）<'],
      [360, 'zh-Hans', '新零售资讯', '>（提议，<'],
    ] as const) {
      const svg = await textOf(`/claims/${trained}.svg?width=${width}`, language);
      expect(svg, `${width}`).toContain(language === 'en' ? 'New Retail News' : publisher);
      expect(svg).toMatch(language === 'en' ? /Doubao/ : /豆包/);
      expect(svg, `${width} ${language}`).toContain(proposed);
    }
    const { data } = await (
      await fetch(`${service.base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `{ claim(by: { slug: "${trained}" }) { graph { edges { kind status } } } }`,
        }),
      })
    ).json();
    const relations = data.claim.graph.edges.filter(({ kind }: { kind: string }) => kind === 'CONTRADICTS');
    expect(relations).toEqual([{ kind: 'CONTRADICTS', status: 'CONFIRMED' }]);
  });

  it('keeps to full-width colons in Chinese', async () => {
    for (const path of [`/claims/${trained}`, '/speakers/jodi-seth', '/sources/verge-report', '/claims']) {
      const page = await textOf(path, 'zh-Hans');
      const main = wordsOf(
        between(page, '<main', '</main>').replaceAll(/<(q|cite|pre|code)\b.*?<\/\1>/gs, ''),
      );
      expect(main.length).toBeGreaterThan(500);
      expect(main.match(/.{0,12}\p{Script=Han}[”）\d ]*: ?.{0,12}/gu) ?? [], path).toEqual([]);
    }
    expect(languages).toHaveLength(2);
  });
});
