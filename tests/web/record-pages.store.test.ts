import { describe, expect, it, vi } from 'vitest';
import { readLink } from '../../src/web/playground/shared-query.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { onrecord } from '../support/onrecord-process.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { attribute, pagesOfRecords, partOf, plainOf } from './pages-of-records.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('the pages of speakers and sources', () => {
  const { service, get, textOf, askApi } = pagesOfRecords();

  /** Follows a list of a page to its end by its links alone; the ids, or what else `item` finds, in order. */
  async function followed(start: string, id: string, item: RegExp): Promise<readonly string[]> {
    const found: string[] = [];
    for (let path: string | null = start; path !== null; ) {
      const part: string = partOf(await textOf(path), id) ?? '';
      const here = [...part.matchAll(item)].map(([, one = '']) => one);
      expect(here.length).toBeGreaterThan(0);
      found.push(...here);
      const next: string | undefined = /rel="next" href="([^"]*)"/.exec(part)?.[1];
      path = next === undefined ? null : attribute(next);
      if (path !== null) expect(path).toContain('language=en');
    }
    return found;
  }

  describe('a source’s', () => {
    it('tell what it is, who made it and when, and whether it was seen', async () => {
      const page = await textOf('/sources/article?language=en');
      expect(page).toContain('Article · seen');
      expect(page).toContain('<h1>The bridge</h1>');
      expect(page).toContain('<a href="/speakers/paper?language=en">The paper</a>');
      expect(page).toContain('<dd>2023-12-15</dd>');
      expect(page).toContain('class="outside" href="https://paper.example/bridge"');
      expect(plainOf(partOf(page, 'disclaimer'))).toContain('豆包 is asked');
      const memo = await textOf('/sources/memo-source?language=zh-Hans');
      expect(memo).toContain('文件 · 此处未见到，只经他人报道得知');
      expect(memo).toContain('<dt>有效期</dt>');
      expect(memo).toContain('没有记录到它的文本。');
      expect(await textOf('/sources/article?language=zh-Hans')).toContain('<h1>桥</h1>');
    });

    it('show its texts, and the exact words that are quoted, in the order in which they stand', async () => {
      const page = await textOf('/sources/article?language=en');
      const versions = partOf(page, 'versions') ?? '';
      expect(versions).toMatch(/<code>[0-9a-f]{64}<\/code>/);
      expect(plainOf(versions)).toContain('retrieved 2023-12-16 00:00 UTC');
      expect(versions).toContain('href="https://archive.example/1"');
      const passages = partOf(page, 'passages') ?? '';
      const places = ['shut', 'open', 'asked'].map((key) => passages.indexOf(`id="${idIn('Passage', key)}"`));
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(passages).toContain('translated in the source: not the speaker’s own words');
      expect(plainOf(passages)).toContain('found word for word characters 20 to 37');
      expect(plainOf(passages)).toContain('the newest text has other wordsThe newest text has: it is shut');
    });

    it('tell what comes from it and how, to nobody of what is hidden, and for whom its words are quoted', async () => {
      const page = await textOf('/sources/article?language=en');
      const derived = partOf(page, 'derivatives') ?? '';
      expect(derived).toContain('href="/sources/copy?language=en"');
      expect(plainOf(derived)).toMatch(/(republishes|translates|excerpts|cites) it/);
      const { source } = await askApi('{ source(by: {slug: "article"}) { derivatives { totalCount } } }');
      expect(derived.split('<li class="speech"').length - 1).toBe(source.derivatives.totalCount);
      expect(page).not.toContain('anzibar');
      expect(plainOf(partOf(page, 'passages'))).toMatch(
        /Quoted for: ?(.*)The paper passes on what The witness \[unnamed here\] said \(takes no side\): ✓ affirms: According to/,
      );
      const alone = await textOf('/sources/article?list=derivatives&language=en');
      expect(partOf(alone, 'derivatives')).toContain('href="/sources/copy?language=en"');
    });

    it('lead to what it comes from, by how and how far that is agreed upon', async () => {
      const copy = partOf(await textOf('/sources/copy?language=en'), 'derived-from') ?? '';
      expect(plainOf(copy)).toContain('republished from The bridge original ↗ proposed, not confirmed');
      expect(copy).toContain('href="/sources/article?language=en"');
    });

    it('list the claims read in it, with who took which position in it', async () => {
      const claims = partOf(await textOf('/sources/article?language=en'), 'claims') ?? '';
      expect(claims).toContain('href="/claims/shut?language=en"');
      expect(plainOf(claims)).toContain('The spokesman ✗ denies');
      expect(plainOf(claims)).toContain(
        'The paper passes on what The witness [unnamed here] said (takes no side): ✓ affirms',
      );
    });
  });

  it('are followed by links until every item of a list was shown once', async () => {
    const { entity: huxiu, source } = await askApi(`{
      entity(by: { slug: "huxiu" }) {
        passedOn: assertions(filter: { origin: false }, first: 100) { totalCount edges { node { id } } }
        positions(first: 100) { totalCount edges { node { held { id } } } }
      }
      source(by: { slug: "repost-on-new-retail-news" }) {
        passages(first: 100) { totalCount edges { node { id } } }
      }
    }`);
    const idsOf = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);
    const passedOn = await followed(
      '/speakers/huxiu?language=en',
      'passed-on',
      /<li class="speech" id="(\w+)"/g,
    );
    expect(passedOn).toEqual(idsOf(huxiu.passedOn));
    expect(passedOn.length).toBeGreaterThan(60);
    const positions = await followed('/speakers/huxiu?language=en', 'positions', /<p class="who">(.)/g);
    expect(positions.length).toBe(huxiu.positions.totalCount);
    const passages = await followed(
      '/sources/repost-on-new-retail-news?language=en',
      'passages',
      /<li class="speech" id="(\w+)"/g,
    );
    expect(passages.slice(0, 100)).toEqual(idsOf(source.passages));
    expect(new Set(passages).size).toBe(source.passages.totalCount);
    const claims = await followed(
      '/sources/repost-on-new-retail-news?language=en',
      'claims',
      /href="\/claims\/([^?]*)\?/g,
    );
    expect(claims.length).toBeGreaterThan(100);
    expect(new Set(claims).size).toBe(claims.length);
  });

  it('lead to claims, and claims to them', async () => {
    const page = await textOf('/claims/shut?language=en');
    for (const path of ['/speakers/witness', '/speakers/paper', '/speakers/company', '/sources/article'])
      expect(page).toContain(`<a href="${path}?language=en">`);
    expect(page).toContain('class="outside" href="https://paper.example/bridge"');
    expect(await textOf('/claims/shut?language=zh-Hans')).toContain(
      'href="/speakers/witness?language=zh-Hans"',
    );
  });

  it('name whoever stands in for somebody hidden, and lead nowhere from there', async () => {
    for (const path of ['/speakers/mayor', '/claims/shut']) {
      const page = await textOf(`${path}?language=en`);
      expect(page).toContain('passes on');
      expect(page).not.toContain('/speakers/Entity_');
      expect(page).not.toMatch(/zanzibar|quagga/i);
    }
    const passedOn = plainOf(partOf(await textOf('/speakers/mayor?language=en'), 'passed-on'));
    expect(passedOn).toMatch(/passes on [^[]*\[not shown, name protected\]/);
  });

  it('are asked for in GraphQL by the very query that they show the answer of', async () => {
    for (const path of ['/speakers/mayor', '/sources/article']) {
      const page = attribute(await textOf(`${path}?language=en`));
      const [, link = ''] = /<a href="\/graphql(#[^"]*)">Ask this in GraphQL/.exec(page) ?? [];
      const { query, variables } = readLink({ hash: link, search: '' })?.shared ?? {};
      const response = await fetch(`${service.base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: JSON.parse(variables ?? '') }),
      });
      const { data, errors } = await response.json();
      expect(errors).toBeUndefined();
      expect(Object.values(data)[0]).toMatchObject({ slug: path.split('/')[2] });
    }
  });

  it('refuse what an address asks wrongly, and say what was expected', async () => {
    for (const [path, told] of [
      ['/speakers/mayor?list=lies', 'list:'],
      ['/speakers/mayor?list=said&stance=LIES', 'stance:'],
      ['/speakers/mayor?stance=DENIES', 'stance: expected one of these lists beside it: said, passed-on'],
      ['/speakers/mayor?list=said&after=nothing', 'after: this is not a cursor'],
      ['/speakers/mayor?after=nothing', 'after: expected a list beside it'],
      ['/speakers/mayor?language=no-language-at-all-!', 'language:'],
      ['/speakers/%ff', 'wrongly encoded'],
      ['/sources/article?list=said', 'list:'],
      ['/sources/article?list=claims&after=nothing', 'after: this is not a cursor'],
    ] as const) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 400]);
      expect(await response.text()).toContain(told);
    }
  });

  it('need not be sent again while nothing has changed', async () => {
    for (const path of ['/speakers/mayor?language=en', '/sources/article?language=en']) {
      const first = await get(path);
      expect(first.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
      const again = await get(path, { 'if-none-match': first.headers.get('etag') ?? '' });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  it('show to whoever may see it what is not for the public, marked as such, and to no cache', async () => {
    const made = await onrecord(
      ['keys', 'create', '--role', 'editor', '--name', 'Ed', '--json'],
      service.variables,
    );
    const authorization = `Bearer ${JSON.parse(made.stdout).key}`;
    const page = async (path: string) => {
      const response = await get(`${path}?language=en`, { authorization });
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      return response.text();
    };
    const leak = await page(`/sources/${hiddenId('Source', 'leak')}`);
    expect(leak).toContain('Interview · seen · confidential: not for the public');
    expect(leak).toContain('<q>the bridge is shut on purpose</q>');
    const later = await page(`/sources/${hiddenId('Source', 'later')}`);
    expect(later).toContain('under embargo: not for the public yet');
    expect(later).toContain('<dd>2030-01-01 00:00 UTC</dd>');
    const named = await fetch(`${service.base}/speakers/${hiddenId('Entity', 'quagga')}?language=en`, {
      headers: { authorization },
    });
    expect(named.status).toBe(200);
    expect(await named.text()).toContain('Zanzibar Quagga');
  });

  it('are missing for what is hidden as for what is not there, and tell nothing of it elsewhere', async () => {
    const hidden = hiddenBundle();
    const addresses = {
      speakers: hidden.entities.flatMap(({ key, slug }) => [slug, hiddenId('Entity', key)]),
      sources: hidden.sources.flatMap(({ key, slug }) => [slug, hiddenId('Source', key)]),
    };
    for (const [kind, all] of Object.entries(addresses)) {
      expect(all.length).toBeGreaterThan(0);
      const absent = await get(`/${kind}/nowhere?language=en`);
      expect(absent.status).toBe(404);
      const told = await absent.text();
      expect(told).toContain('There is no such');
      for (const named of all) {
        const response = await get(`/${kind}/${named}?language=en`);
        expect([named, response.status]).toEqual([named, 404]);
        expect((await response.text()).replaceAll(named, 'nowhere')).toBe(told);
      }
    }
    const small = smallBundle();
    const pages = [
      ...small.entities.map(({ slug }) => `/speakers/${slug}`),
      ...small.sources.map(({ slug }) => `/sources/${slug}`),
    ];
    for (const path of pages) {
      for (const language of ['en', 'zh-Hans']) {
        const response = await fetch(`${service.base}${path}?language=${language}`);
        expect([path, response.status]).toEqual([path, 200]);
        expect(await response.text()).not.toMatch(/zanzibar|quagga/i);
      }
    }
  });
});
