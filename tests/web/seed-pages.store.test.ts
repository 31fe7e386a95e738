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
        '/sources/verge-report?list=claims',
        '/contradictions',
        '/claims?speaker=jodi-seth',
        '/search?q=2019&type=CLAIM',
      ]) {
        const page = wordsOf(await textOf(path, language));
        expect(page, path).toMatch(language === 'en' ? /in mid-2019/ : /2019年中期/);
        expect(page, path).toContain(warning);
      }
    expect(wordsOf(await textOf('/claims?speaker=niko-felix'))).not.toContain('cannot be true');
  });

  it('says of each contradiction whether it is confirmed and who drew it, and of each version who recorded it', async () => {
    const page = await textOf(`/claims/${trained}`);
    const pairs = between(page, '<h2 id="contradictions">', '</section>').split('<li>').slice(1).map(wordsOf);
    expect(pairs).toHaveLength(2);
    expect(pairs[0]).toContain('Confirmed · drawn here by Onrecord editors (seed)');
    expect(pairs[1]).toContain('proposed, not confirmed · drawn here by Onrecord editors (seed)');
    expect(wordsOf(section(page, 'revisions'))).toMatch(
      /version 1: [\d-]+ [\d:]+ UTC · imported · recorded by Onrecord editors \(seed\)/,
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
