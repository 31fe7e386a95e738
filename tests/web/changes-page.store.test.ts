import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { seedInto } from '../support/seed-into.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { hostileBundle } from './hostile-bundle.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const plainOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the lists of what changed and of what rests on unnamed sources only', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let then = '';
  let variables: Record<string, string>;

  const seed = (name: string, bundle: object) => seedInto(folder, variables, { [name]: bundle });

  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: `${folder.path}/data` };
    service = await serving(variables, '--no-seed');
    await seed('small', smallBundle());
    await seed('hidden', hiddenBundle());
    await new Promise((resolve) => setTimeout(resolve, 5));
    then = new Date().toISOString();
    await seed(
      'corrected',
      smallBundle((input) => {
        for (const one of input.claims ?? [])
          if (one.key === 'shut') one.text = { en: 'The bridge is closed to lorries' };
        for (const one of input.entities ?? [])
          if (one.key === 'paper') one.names = [{ text: 'The Gazette', language: 'en', kind: 'NAME' }];
      }),
    );
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  const textOf = async (path: string, status = 200) => {
    const response = await fetch(service.base + path);
    expect([path, response.status]).toEqual([path, status]);
    return response.text();
  };

  it('tell what was corrected since a moment: under its headline, by whom, and what stood before', async () => {
    const page = await textOf(`/changes?since=${encodeURIComponent(then)}&language=en`);
    const items = page.split('<li class="speech">').slice(1);
    expect(items.length).toBe(2);
    const claim = items.find((item) => item.includes('/claims/shut')) ?? '';
    expect(plainOf(claim)).toContain('Corrected · Claim');
    // Whose it is stands before what it is.
    expect(plainOf(claim)).toMatch(/According to .*: The bridge is closed to lorries/);
    expect(plainOf(claim)).toContain(
      '/text/en before: The bridge is shut after: The bridge is closed to lorries',
    );
    expect(plainOf(items.find((item) => item.includes('/speakers/paper')) ?? '')).toContain('The Gazette');
    expect(plainOf(page)).toContain('recorded by');
    const chinese = await textOf(`/changes?since=${encodeURIComponent(then)}&language=zh-Hans`);
    expect(chinese).toContain('<h1>有何变化</h1>');
    expect(plainOf(chinese)).toContain('更正 · 主张');
  });

  it('are narrowed and followed by links alone, to the first record', async () => {
    const page = await textOf('/changes?language=en');
    expect(page).toContain('kind=REVISED');
    expect((await textOf('/changes?kind=REVISED&language=en')).split('<li class="speech">').length).toBe(3);
    expect(await textOf('/changes?kind=WITHDRAWN&language=en')).toContain(
      'Nothing of this kind has been recorded.',
    );
    let shown = 0;
    for (let path: string | null = '/changes?language=en'; path !== null; ) {
      const one: string = await textOf(path);
      shown += one.split('<li class="speech">').length - 1;
      const next: string | undefined = /rel="next" href="([^"]*)"/.exec(one)?.[1];
      path = next === undefined ? null : next.replaceAll('&amp;', '&');
      if (path !== null) expect(path).toContain('language=en');
    }
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: '{ changes(first: 100) { edges { node { kind } } pageInfo { hasNextPage } } }',
      }),
    });
    const { data } = await response.json();
    expect(data.changes.pageInfo.hasNextPage).toBe(false);
    expect(shown).toBe(data.changes.edges.length);
    expect(shown).toBeGreaterThan(30);
  });

  it('refuse what is no day, no kind and no cursor of theirs', async () => {
    for (const [query, sentence] of [
      ['since=tomorrow', 'since: expected a day'],
      ['kind=LOST', 'kind'],
      ['after=none', 'after'],
    ] as const)
      expect(await textOf(`/changes?${query}&language=en`, 400)).toContain(sentence);
    expect(await textOf('/changes?since=2999-01-01&language=en')).toContain('since then');
  });

  it('name the claims whose every origin is unnamed, as the API does', async () => {
    const page = await textOf('/anonymous?language=en');
    expect(page).toContain('<h1>Unnamed sources only</h1>');
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: '{ claims(filter: {anonymousOnly: true}) { edges { node { slug } } } }',
      }),
    });
    const { data } = await response.json();
    const slugs = data.claims.edges.map(({ node }: { node: { slug: string } }) => node.slug);
    expect(slugs.length).toBeGreaterThan(0);
    const shown = [...page.matchAll(/<h2><a href="\/claims\/([^?]+)\?/g)].map(([, slug]) => slug);
    expect(shown).toEqual(slugs);
    expect(await textOf('/claims?language=en')).toContain('href="/anonymous?language=en"');
    expect(await textOf('/claims?language=zh-Hans')).toContain('href="/changes?language=zh-Hans"');
  });

  it('tell nobody a byte of what is hidden, and a caller’s own pages are kept by no cache', async () => {
    let told = '';
    for (let path: string | null = '/changes?language=en'; path !== null; ) {
      const page: string = await textOf(path);
      for (const hidden of ['Zanzibar', 'zanzibar', hiddenId('Source', 'leak'), hiddenId('Claim', 'purpose')])
        expect(page).not.toContain(hidden);
      path = /rel="next" href="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null;
      told += plainOf(page);
    }
    // What is only passed on is told as such.
    expect(told).toMatch(/passes on what The witness \[unnamed here\] said/);
    expect(await textOf('/anonymous?language=en')).not.toContain('anzibar');
    const made = await onrecord(['keys', 'create', '--role', 'editor', '--name', 'Ada', '--json'], variables);
    const { key } = JSON.parse(made.stdout);
    const response = await fetch(`${service.base}/changes?language=en`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(await response.text()).toContain('anzibar');
  });

  it('run nothing that is recorded, wherever it stands', async () => {
    const hostile = hostileBundle();
    await seed('hostile', hostile);
    // So that such texts stand in what a revision changed, before and after.
    const assertions = hostile.assertions.map((one) => ({ ...one, role: `${one.role} again` }));
    await seed('hostile-again', { ...hostile, assertions });
    let pages = 0;
    for (let path: string | null = '/changes?language=en'; path !== null && pages < 16; pages++) {
      const page: string = await textOf(path);
      expect(page.match(/<script[^>]*/gi)).toEqual([
        expect.stringMatching(/^<script src="\/page\.js" integrity=/),
      ]);
      expect(page).not.toMatch(
        /<(?!\/?(?:html|head|script|meta|title|link|style|body|a|header|form|input|button|nav|span|details|summary|label|main|h1|h2|p|section|time|ul|li|strong|ol|q|cite|code|dl|dt|dd|del|ins|footer|div|!doctype)\b)[a-z!]/i,
      );
      expect(page).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
      expect(page).not.toMatch(/href="(?:javascript|data|vbscript):/i);
      path = /rel="next" href="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null;
    }
    expect(pages).toBeGreaterThan(3);
  });
});
