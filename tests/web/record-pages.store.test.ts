import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readLink } from '../../src/web/playground/shared-query.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { seedInto } from '../support/seed-into.ts';
import { assertion, bundleOf, claim, entity, idIn, relay, smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** Somebody who first affirms, then denies, and passes on what is hidden; somebody whom nothing but a claim is known of. */
const turning = bundleOf('test.example/turning', {
  entities: [
    entity('mayor', {
      kind: 'PERSON',
      names: [
        { text: 'The Mayor', language: 'en', kind: 'NAME' },
        { text: '市长', language: 'zh-Hans', kind: 'TRANSLATION' },
        { text: 'Mr Bridge', kind: 'FORMER' },
      ],
    }),
    entity('silent', { kind: 'PERSON' }),
  ],
  claims: [claim('tunnel', { text: { en: 'There is a tunnel' }, about: ['silent'] })],
  assertions: [
    relay('heard', idIn('Claim', 'shut'), 'mayor', hiddenId('Assertion', 'told')),
    assertion('once', 'tunnel', 'mayor', { saidOn: { edtf: '2023-01-02' } }),
    assertion('now', 'tunnel', 'mayor', { stance: 'DENIES', saidOn: { edtf: '2023-02' } }),
  ],
});

describe('the pages of speakers and sources', () => {
  let folder: TemporaryFolder;
  let service: Service;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: `${folder.path}/data` };
    service = await serving(variables);
    await seedInto(folder, variables, { small: smallBundle(), hidden: hiddenBundle(), turning: turning });
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(service.base + path, { headers, redirect: 'manual' });
  const textOf = async (path: string) => {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 200]);
    return response.text();
  };
  /** The part of a page under one heading. */
  const partOf = (page: string, id: string) => {
    const start = page.indexOf(`<h2 id="${id}">`);
    return start < 0 ? null : page.slice(start, page.indexOf('</section>', start));
  };
  const plainOf = (html: string | null) => (html ?? '').replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  const attribute = (html: string) => html.replaceAll('&amp;', '&');

  async function askApi(query: string) {
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()).data;
  }

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

  describe('a speaker’s', () => {
    it('tell who it is: in the reader’s language, with its other names and roles as recorded', async () => {
      const page = await textOf('/speakers/mayor?language=zh-Hans');
      expect(page).toContain('<h1>市长</h1>');
      expect(page).toContain('<html lang="zh-Hans">');
      expect(plainOf(partOf(page, 'names'))).toContain('The Mayor (名称，en)');
      expect(plainOf(partOf(page, 'names'))).toContain('Mr Bridge (曾用名)');
      const driver = await textOf('/speakers/witness?language=en');
      expect(driver).toContain('Person · unnamed here');
      expect(driver).toContain('what stands here is a description');
      const roles = partOf(driver, 'affiliations') ?? '';
      expect(plainOf(roles)).toContain('The company: driver (Dec 2023)');
      expect(roles).toContain('href="/speakers/company?language=en"');
      expect(plainOf(partOf(driver, 'judgements'))).toContain('Perhaps the same: The somebody Perhaps.');
    });

    it('show a machine as one, and lead from a document to the source that it is', async () => {
      const bot = await textOf('/speakers/bot?language=en');
      expect(bot).toContain('<span class="kind machine">Machine</span>');
      expect(bot).toContain('nobody’s testimony');
      expect(await textOf('/speakers/bot?language=zh-Hans')).toContain('这是机器');
      expect(await textOf('/speakers/memo?language=en')).toContain('href="/sources/memo-source?language=en"');
    });

    it('keep what it said apart from what it passed on, each with headline, stance, date, words and source', async () => {
      const page = await textOf('/speakers/paper?language=en');
      const passedOn = partOf(page, 'passed-on') ?? '';
      expect(passedOn).toContain(`id="${idIn('Assertion', 'reported')}"`);
      expect(passedOn).toContain(`id="${idIn('Assertion', 'exaggerated')}"`);
      expect(plainOf(passedOn)).toMatch(
        /passes on what The witness \[unnamed here\] said \(takes no side\): ✓ affirms:/,
      );
      expect(passedOn).toContain('<q>the bridge is shut</q>');
      expect(plainOf(passedOn)).toContain('until 2023-12-15 The bridge original');
      expect(passedOn).toContain('href="/sources/article?language=en"');
      expect(passedOn).toContain('class="outside" href="https://paper.example/bridge"');
      expect(passedOn).toContain('href="/claims/shut?language=en"');
      const said = partOf(page, 'said') ?? '';
      expect(said).toContain(`id="${idIn('Assertion', 'copied')}"`);
      expect(said).not.toContain(idIn('Assertion', 'reported'));
      expect(passedOn).not.toContain(idIn('Assertion', 'copied'));
    });

    it('never show a claim by its proposition alone', async () => {
      for (const path of ['/speakers/mayor', '/speakers/company', '/sources/article']) {
        const page = await textOf(`${path}?language=en`);
        const claims = [...page.matchAll(/<a href="\/claims\/[^"]*">([^<]*)<\/a>/g)].map(([, text]) => text);
        expect(claims.length).toBeGreaterThan(0);
        for (const text of claims) expect(text).not.toMatch(/^(The bridge|Doubao|There is a tunnel)/);
      }
    });

    it('show what it held on each claim, and that it changed', async () => {
      const positions = plainOf(partOf(await textOf('/speakers/mayor?language=en'), 'positions'));
      expect(positions).toContain('✗ denies (changed):');
      expect(positions.indexOf('2023-01-02 ✓ affirms')).toBeGreaterThan(0);
      expect(positions.indexOf('Feb 2023 ✗ denies')).toBeGreaterThan(
        positions.indexOf('2023-01-02 ✓ affirms'),
      );
      const company = plainOf(partOf(await textOf('/speakers/company?language=en'), 'positions'));
      expect(company).toContain('said by The spokesman');
      expect(company).not.toContain('(changed)');
    });

    it('list what was said about it, and how that stands', async () => {
      const about = plainOf(partOf(await textOf('/speakers/company?language=en'), 'about'));
      expect(about).toContain('What was said about The company');
      expect(about).toContain('Contested');
    });

    it('say so where nothing is recorded as said, and lead to what is', async () => {
      const page = await textOf('/speakers/silent?language=en');
      expect(page).toContain('Nothing is recorded as said at first hand.');
      expect(page).toContain('<a href="#about">What was said about The silent</a> (1)');
      expect(partOf(page, 'passed-on')).toBeNull();
      const none = await textOf('/speakers/mayor?language=en&list=said&stance=DOUBTS');
      expect(plainOf(partOf(none, 'said'))).toContain('Nothing with this stance is recorded. Show all');
      expect(none).toContain('<a href="/speakers/mayor?language=en">Everything on one page</a>');
    });

    it('can be narrowed to one stance, which stays in every link', async () => {
      const page = await textOf('/speakers/mayor?language=en&list=said&stance=DENIES');
      expect(partOf(page, 'said')).toContain('<strong aria-current="true">denies</strong>');
      expect(partOf(page, 'said')).toContain('id="');
      expect(plainOf(partOf(page, 'said'))).not.toContain('✓ affirms');
      expect(attribute(page)).toContain('href="/speakers/mayor?list=said&stance=DENIES&language=zh-Hans"');
    });

    it('lead whoever asks for one who is judged the same to the one that is shown', async () => {
      const shown = (await askApi('{ entity(by: { slug: "firm" }) { slug } }')).entity.slug;
      const other = shown === 'firm' ? 'company' : 'firm';
      for (const named of [other, idIn('Entity', other)]) {
        const response = await get(`/speakers/${named}?language=zh-Hans&list=about`);
        expect(response.status).toBe(302);
        expect(response.headers.get('location')).toBe(`/speakers/${shown}?list=about&language=zh-Hans`);
      }
      for (const named of [shown, idIn('Entity', shown)])
        expect((await get(`/speakers/${named}?language=en`)).status).toBe(200);
      const page = await textOf(`/speakers/${shown}?language=en`);
      expect(plainOf(partOf(page, 'judgements'))).toContain('Judged to be the same One register entry.');
    });
  });

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
    const made = await onrecord(['keys', 'create', '--role', 'editor', '--name', 'Ed', '--json'], {
      ONRECORD_DATA: `${folder.path}/data`,
    });
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
