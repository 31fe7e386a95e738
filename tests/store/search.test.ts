import { beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { needlesOf, phraseOf } from '../../src/domain/search-text.ts';
import { type SearchType, searchTypes } from '../../src/domain/vocabulary.ts';
import type { PageRequest } from '../../src/store/query.ts';
import { eachEngine } from '../support/engines.ts';
import { seedBundle, storesOf, type TestStore } from '../support/seeded-store.ts';
import { bundleOf, claim, entity, idIn, namespace } from '../support/small-bundle.ts';

const texts: Readonly<Record<string, string>> = {
  suspended: '字节跳动的账号被暂停使用',
  traditional: '字節跳動的賬號',
  latin: 'OpenAI has spoken to The Verge',
  spaced: 'The\u00a0Verge and Open\u00a0AI',
  thence: 'They were there then',
  mixed: '豆包称OpenAI发布了GPT-4',
  apart: '使用|条款',
  year: '2023年底的事',
  words: 'the bridge and is shut',
  phrase: 'the bridge is shut',
  kana: 'データを使う',
};

const first = bundleOf(namespace, {
  entities: [entity('e', { names: [{ text: '某某', kind: 'NAME' }] })],
  claims: Object.entries(texts).map(([key, text]) =>
    claim(key, { text: { 'zh-Hans': text }, language: 'zh-Hans', about: ['e'] }),
  ),
});
const second = bundleOf('test.example/later', {
  claims: ['later-a', 'later-b'].map((key) =>
    claim(key, { text: { en: 'is shut the bridge' }, about: [idIn('Entity', 'e')] }),
  ),
});

describe('search', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    let store: TestStore;
    beforeAll(async () => {
      store = await emptyStore();
      await store.import(first);
      await store.import(second);
    });

    /** A page of what one search alone finds. */
    async function search(query: string, page: PageRequest, types: readonly SearchType[] = searchTypes) {
      const asked = { needles: needlesOf(query), phrase: phraseOf(query), types };
      const [found] = await store.reader.search([asked], page);
      return found ?? { items: [], more: false };
    }

    async function found(query: string, limit = 50): Promise<readonly string[]> {
      const { items } = await search(query, { limit, beyond: null, backward: false });
      return items.map(({ item }) => ('slug' in item ? item.slug : item.id));
    }

    it.each([
      ['账号', ['suspended', 'traditional']],
      ['賬號', ['suspended', 'traditional']],
      ['字節跳動', ['suspended', 'traditional']],
      ['号', ['suspended', 'traditional']],
      ['使用', ['suspended', 'apart']],
      ['用条', []],
      ['条款', ['apart']],
      ['年', ['year']],
      ['2023年', ['year']],
      ['ope', ['latin', 'mixed', 'spaced']],
      ['penai', []],
      ['OPENAI', ['latin', 'mixed']],
      ['openai发', ['mixed']],
      ['称OpenAI', ['mixed']],
      ['gpt 4', ['mixed']],
      ['gpt-4', ['mixed']],
      ['the verge', ['latin', 'spaced']],
      ['The\u00a0Verge', ['latin', 'spaced']],
      ['the', ['latin', 'later-a', 'later-b', 'phrase', 'spaced', 'thence', 'words']],
      ['th', ['latin', 'later-a', 'later-b', 'phrase', 'spaced', 'thence', 'words']],
      ['is', ['later-a', 'later-b', 'phrase', 'words']],
      ['データ', ['kana']],
      ['不存在', []],
      ['账号 verge', []],
      ['…', []],
    ])('%s finds what contains it, and nothing else', async (query, expected) => {
      const slugs = needlesOf(query).length === 0 ? [] : await found(query);
      expect([...slugs].sort()).toEqual([...expected].sort());
      if (needlesOf(query).length > 0) {
        expect(await store.reader.countSearch(needlesOf(query), searchTypes)).toBe(expected.length);
      }
    });

    it('puts the whole phrase first, then what was recorded last, then the smaller id', async () => {
      const later = ['later-a', 'later-b'];
      const byId = later.sort((x, y) => (lateId(x) < lateId(y) ? -1 : 1));
      expect(await found('bridge is shut')).toEqual(['phrase', ...byId, 'words']);
    });

    it('goes on where a page ended, each hit once', async () => {
      const query = 'bridge';
      const all = await found(query);
      const walked: string[] = [];
      let beyond: { readonly key: string; readonly id: string } | null = null;
      for (let pages = 0; pages < 10; pages++) {
        const page = { limit: 1, beyond, backward: false };
        const found = await search(query, page);
        walked.push(...found.items.map(({ item }) => ('slug' in item ? item.slug : item.id)));
        beyond = found.items.at(-1)?.position ?? null;
        if (!found.more) break;
      }
      expect(walked).toEqual(all);
      expect(all).toHaveLength(4);
    });

    it('finds only the types asked for', async () => {
      const page = { limit: 9, beyond: null, backward: false };
      const none = await search('某某', page, ['CLAIM', 'PASSAGE']);
      const one = await search('某某', page, ['ENTITY']);
      expect([none.items.length, one.items.length]).toEqual([0, 1]);
    });

    it('finds the passages of the article by two Chinese characters', async () => {
      const article = await emptyStore();
      const seed = seedBundle();
      await article.import(seed);
      const expected = seed.passages.filter(({ exact }) => exact.includes('模型')).length;
      expect(expected).toBeGreaterThan(3);
      const page = { limit: 100, beyond: null, backward: false };
      const asked = { needles: needlesOf('模型'), phrase: phraseOf('模型'), types: ['PASSAGE'] as const };
      const items = (await article.reader.search([asked], page)).flatMap((found) => found.items);
      expect(items).toHaveLength(expected);
      expect(items.every(({ item }) => item.type === 'Passage' && item.exact.includes('模型'))).toBe(true);
    }, 120_000);
  });
});

const lateId = (key: string): string => idOf('Claim', 'test.example/later', key);
