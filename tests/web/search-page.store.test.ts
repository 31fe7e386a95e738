import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { found, listsOf, nextOn, totalOn } from './listed-pages.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: TemporaryFolder;
let service: Service;
let here: string;
const { get, textOf, asked, followed } = listsOf(() => here);
/** Pages as they were before what is hidden was recorded. */
const before = new Map<string, string>();

/** A page but for the instant that it offers to pin, which is that of the request. */
const stillOf = (page: string): string => page.replaceAll(/@\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');

const pagesToCompare = ['en', 'zh-Hans'].flatMap((language) =>
  [
    '/claims?',
    '/claims?anonymousOnly=true&',
    '/claims?hasContradiction=true&',
    '/claims?about=company&order=MOST_ASSERTED&',
    '/claims?speaker=paper&',
    '/claims?source=article&',
    '/contradictions?',
    '/contradictions?status=PROPOSED&',
    '/search?q=bridge&',
    '/search?q=bridge&type=PASSAGE&',
    '/search?q=zanzibar&',
    '/search?q=purpose&type=CLAIM&',
  ].map((path) => `${path}language=${language}`),
);

beforeAll(async () => {
  folder = new TemporaryFolder();
  const variables = { ONRECORD_DATA: `${folder.path}/data`, ONRECORD_URL: 'https://facts.example' };
  const port = await freePort();
  here = `http://127.0.0.1:${port}`;
  service = await serving({ ...variables, PORT: String(port) });
  const seeded = async (name: string, bundle: object) => {
    const path = `${folder.path}/${name}.json`;
    writeFileSync(path, JSON.stringify(bundle));
    expect(await onrecord(['seed', path], variables)).toMatchObject({ code: 0 });
  };
  await seeded('small', smallBundle());
  for (const path of pagesToCompare) before.set(path, await textOf(path));
  await seeded('hidden', hiddenBundle());
});
afterAll(async () => {
  await service?.[Symbol.asyncDispose]();
  folder?.[Symbol.dispose]();
});

describe('every page', () => {
  it.each(['/claims', '/search', '/contradictions', '/claims/shut'])(
    '%s has a search that needs no script, and the way to the lists',
    async (path) => {
      const response = await get(`${path}?language=zh-Hans`);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("form-action 'self'");
      expect(policy).toMatch(/script-src 'sha256-[\w+/]{43}=';/);
      expect(response.headers.get('content-language')).toBe('zh-Hans');
      const page = await response.text();
      const [form = ''] = /<form .*?<\/form>/s.exec(page) ?? [];
      expect(form).toContain('role="search" action="/search" method="get"');
      expect(form).toContain('<input type="hidden" name="language" value="zh-Hans">');
      for (const link of ['/claims', '/contradictions'])
        expect(page).toContain(`<a href="${link}?language=zh-Hans"`);
      expect(page).toContain('<a href="/graphql">查询台</a>');
    },
  );

  it('that is embedded sends no form anywhere', async () => {
    const policy = (await get('/embed/v1/claim/shut')).headers.get('content-security-policy');
    expect(policy).toContain("form-action 'none'");
  });

  it('need not be sent again while nothing has changed', async () => {
    const etag = (await get('/claims?language=en')).headers.get('etag') ?? '';
    const again = await fetch(`${here}/claims?language=en`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });
});

describe('the search page', () => {
  it.each([
    ['训练', 'zh-Hans'],
    ['訓練', 'zh-Hans'],
    ['训练', 'en'],
    ['bytedance', 'en'],
    ['BYTEDANCE  chatgpt', 'zh-Hans'],
  ])('finds %s once each, marks it, and counts it by type: %s', async (query, language) => {
    const pages = await followed(`/search?${new URLSearchParams({ q: query, language })}`);
    const items = pages.join('').split('<li class="item">').slice(1);
    const { search } = await asked(
      'query ($query: String!) { search(query: $query, first: 100) { totalCount edges { node { node { id } } } } }',
      { query },
    );
    expect(items.length).toBeGreaterThan(query.includes(' ') ? 0 : 20);
    expect(items.length).toBe(search.totalCount);
    expect(new Set(items).size).toBe(items.length);
    for (const item of items) expect(item).toContain('<mark>');
    const marks = found(pages.join(''), /<mark>([^<]+)<\/mark>/g).map((mark) => mark.toLowerCase());
    const words = query === '訓練' ? ['训练'] : query.toLowerCase().split(/\s+/);
    expect([...new Set(marks)].sort()).toEqual(words.sort());
    const counts = found(pages[0] ?? '', /<span class="count">(\d+)<\/span>/g).map(Number);
    const [all = 0, ...each] = counts;
    expect([all, each.length]).toEqual([items.length, 4]);
    expect(each.reduce((sum, count) => sum + count)).toBe(all);
  });

  it('shows one type alone, and keeps it for the next search', async () => {
    const shown = {
      CLAIM: /href="\/claims\/[^"]+"/,
      ENTITY: /href="\/speakers\/[^"]+"/,
      SOURCE: /<cite><a href="\/sources\/[^"]+"/,
      PASSAGE: /<blockquote lang="[^"]+"><p><q>/,
    };
    for (const [type, pattern] of Object.entries(shown)) {
      const pages = await followed(`/search?q=%E5%AD%97%E8%8A%82&type=${type}&language=en`);
      const items = pages.join('').split('<li class="item">').slice(1);
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) expect(item).toMatch(pattern);
      expect(pages[0]).toContain(`<input type="hidden" name="type" value="${type}">`);
    }
  });

  it('quotes a passage to the letter, with its source, and says where it is not in the speaker’s own words', async () => {
    const page = await textOf('/search?q=%E8%A8%93%E7%B7%B4&type=PASSAGE&language=en');
    const item = page.split('<li class="item">').find((one) => one.includes('可以证明字节跳动'));
    expect(item).toContain('<q>可以证明字节跳动正在使用ChatGPT输出的数据进行模型<mark>训练</mark></q>');
    expect(item).toContain('translated in the source: not the speaker’s own words');
    expect(item).toMatch(/<cite><a href="\/sources\//);
  });

  it('shows a claim in the reader’s language, and beside it the words that were found in another', async () => {
    const page = await textOf('/search?q=%E8%AE%AD%E7%BB%83&type=CLAIM&language=en');
    const item = page.split('<li class="item">').find((one) => one.includes('bytedance-trained-on'));
    expect(item).toContain('According to The Verge, as reported by Huxiu: ByteDance is using');
    expect(item).toMatch(/Found in: <span lang="zh-Hans">据The Verge称[^/]*<mark>训练<\/mark>/);
  });

  it('says what to do next where there is nothing to look for, or nothing was found', async () => {
    for (const [query, says] of [
      ['', 'Type a word or more'],
      ['q=', 'Type a word or more'],
      ['q=%20%20', 'Type a word or more'],
      ['q=%EF%BC%81%3F', 'no letter, digit or character'],
      ['q=%00', 'no letter, digit or character'],
      ['q=xyzzyxyzzy', 'Nothing that is recorded here'],
    ]) {
      const page = await textOf(`/search?${query}&language=en`);
      expect(page).toContain(says);
      expect(page).toContain('<a href="/claims?language=en">See all claims</a>');
    }
    const elsewhere = await textOf('/search?q=bridge&type=ENTITY&language=en');
    expect(elsewhere).toContain('<a href="/search?q=bridge&amp;language=en">Look for it everywhere</a>');
    expect(await textOf('/search?language=zh-Hans')).toContain('请在上方输入');
  });

  it('shows what was asked as text', async () => {
    const page = await textOf(
      `/search?${new URLSearchParams({ q: '"><script>bridge</script>', language: 'en' })}`,
    );
    expect(page.match(/<script/g)).toEqual(['<script']);
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;bridge&lt;/script&gt;"');
  });
});

describe('the page of contradictions', () => {
  it('has the confirmed ones side by side with the reason, and the proposed ones apart', async () => {
    const counted = async (status: string) =>
      (await asked(`{ contradictions(status: [${status}]) { totalCount } }`)).contradictions.totalCount;
    const confirmed = await textOf('/contradictions?language=en');
    expect(totalOn(confirmed)).toBe(`${await counted('CONFIRMED')} pairs`);
    const small =
      confirmed.split('<li class="item"').find((one) => one.includes('It is one or the other.')) ?? '';
    const [sides = ''] = /<div class="sides">.*<\/div><\/div>/s.exec(small) ?? [];
    for (const slug of ['shut', 'open'])
      expect(sides).toContain(`<a href="/claims/${slug}?language=en">According to`);
    expect(small).toMatch(/✗<\/span> denies/);
    expect(small).toContain('drawn by The spokesman, The company');
    expect(confirmed).not.toContain('proposed, not confirmed');
    const [link = ''] = found(confirmed, /<a href="([^"]+)">Proposed<\/a>/g);
    const proposed = await textOf(link);
    const items = proposed.split('<li class="item"').slice(1);
    expect(items.length).toBe(await counted('PROPOSED'));
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item).toContain('proposed, not confirmed');
    expect(proposed).toContain('<a href="/contradictions?language=en">Confirmed</a>');
    expect(await textOf('/contradictions?language=zh-Hans')).toContain('为何不能同时为真');
  });
});

describe('what is hidden', () => {
  it('changes no list and no search by a byte', async () => {
    expect(before.size).toBe(pagesToCompare.length);
    for (const [path, page] of before) {
      const now = stillOf(await textOf(path));
      expect({ path, now }).toEqual({ path, now: stillOf(page) });
    }
  });

  it('is named by no address', async () => {
    const names = [
      ['speaker', 'quagga-zanzibar'],
      ['about', 'cell-zanzibar'],
      ['source', 'leak-zanzibar'],
    ];
    for (const [field, slug = ''] of names) {
      const hidden = await textOf(`/claims?${field}=${slug}&language=en`);
      expect(hidden.replaceAll(slug, 'nowhere')).toBe(await textOf(`/claims?${field}=nowhere&language=en`));
    }
  });
});

describe('an address that is wrong', () => {
  it.each([
    ['/claims?status=TRUE', 'status: '],
    ['/claims?reviewed=yes', 'reviewed: '],
    ['/claims?order=BEST', 'order: '],
    ['/claims?after=nothing', 'after: '],
    ['/search?q=bridge&type=PERSON', 'type: '],
    ['/search?q=bridge&after=nothing', 'after: '],
    ['/contradictions?status=REJECTED', 'status: '],
    ['/contradictions?language=no-language-at-all-!', 'language: '],
  ])('%s is answered by a page that says what may stand there', async (path, says) => {
    const response = await get(`${path}&language=en`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    expect(page).toContain(`<p>${says}`);
    expect(page).toContain('<a href="/claims?language=en">See all claims</a>');
  });

  it.each([[`/search?q=${'a'.repeat(1_001)}`, 'at most 1000 characters']])(
    '%s is refused with what was expected',
    async (path, says) => {
      const response = await get(path);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(await response.text()).toContain(says);
    },
  );

  it('is one that takes a place in one list for a place in another', async () => {
    const after = new URL(nextOn(await textOf('/claims?language=en')) ?? '', here).searchParams.get('after');
    const response = await get(`/claims?anonymousOnly=true&after=${after}`);
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('another filter'),
    ]);
  });
});
