import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pinText } from '../../src/web/pages/pin.ts';
import { readLink } from '../../src/web/playground/shared-query.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { type Service, serving } from '../support/onrecord-process.ts';
import { seedInto } from '../support/seed-into.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const decodedAttribute = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

describe('a page of the past', () => {
  let folder: TemporaryFolder;
  let service: Service;
  /** An instant after the small bundle and what is hidden were recorded, and before the claim was corrected. */
  let then = '';
  let variables: Record<string, string>;

  const seed = (name: string, bundle: object) => seedInto(folder, variables, { [name]: bundle });

  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: `${folder.path}/data` };
    service = await serving(variables, '--no-seed');
    await seed('small', smallBundle());
    await seed('hidden', hiddenBundle());
    then = pinText(new Date().toISOString());
    await new Promise((resolve) => setTimeout(resolve, 5));
    const corrected = smallBundle((input) => {
      for (const one of input.claims ?? [])
        if (one.key === 'shut') one.text = { en: 'The bridge is closed to lorries' };
      for (const one of input.entities ?? [])
        if (one.key === 'paper') one.names = [{ text: 'The Gazette', language: 'en', kind: 'NAME' }];
      for (const one of input.sources ?? []) if (one.key === 'article') one.title = { en: 'Lorries' };
    });
    await seed('corrected', corrected);
  });
  afterAll(async () => {
    await service?.[Symbol.asyncDispose]();
    folder?.[Symbol.dispose]();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(service.base + path, { headers, redirect: 'manual' });
  const at = (path: string, moment: string, language = 'en') =>
    `${path}${path.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(moment)}&language=${language}`;
  const textOf = async (path: string, status = 200) => {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, status]);
    return response.text();
  };

  const pages = [
    '/claims/shut',
    '/speakers/paper',
    '/speakers/paper?list=passed-on',
    '/sources/article',
    '/claims',
    '/claims?status=CONTESTED&speaker=paper',
    '/search?q=bridge',
    '/search',
    '/contradictions',
    '/anonymous',
    '/changes',
    '/changes?kind=RECORDED&since=2001-01-01',
  ];

  it('shows what stood, and the present what stands', async () => {
    expect(await textOf('/claims/shut?language=en')).toContain('The bridge is closed to lorries');
    const past = await textOf(at('/claims/shut', then));
    expect(past).not.toContain('closed to lorries');
    expect(past).not.toContain('The Gazette');
    expect(past).toContain('The bridge is shut');
    expect(await textOf(at('/speakers/paper', then))).toContain('<h1>The paper</h1>');
    expect(await textOf('/speakers/paper?language=en')).toContain('<h1>The Gazette</h1>');
    expect(await textOf(at('/sources/article', then))).toContain('<h1>The bridge</h1>');
    expect(await textOf('/sources/article?language=en')).toContain('<h1>Lorries</h1>');
    expect(await textOf(at('/search?q=lorries', then))).toContain('Nothing that is recorded here holds');
    expect(await textOf(at('/claims', then))).not.toContain('lorries');
  });

  it('says so on its face, leads to the present, and keeps the moment in every link and form, in both languages', async () => {
    let links = 0;
    for (const path of pages)
      for (const language of ['en', 'zh-Hans']) {
        const page = await textOf(at(path, then, language));
        expect(page).toContain(language === 'en' ? 'As it stood on ' : '这是');
        expect(page).toContain(language === 'en' ? 'See the present' : '查看现在');
        expect(page).toContain('<meta name="robots" content="noindex">');
        expect(page).not.toContain('application/ld+json');
        const all = [...page.matchAll(/(?:href|src|srcset)="(\/[^"]*)"/g)].map(([, link = '']) =>
          decodedAttribute(link),
        );
        const without = all.filter((link) => !new URL(link, service.base).searchParams.has('asOf'));
        // The way to the present, the playground by itself, a pinned embed, the sign and the script; the query behind the page has it within.
        const present = without.filter(
          (link) => !/^\/(graphql|embed\/v1\/[^?]*@|icon\.svg|page\.js)/.test(link),
        );
        expect([path, present.length]).toEqual([path, 1]);
        expect(page).toContain(
          `href="${present[0]?.replaceAll('&', '&amp;')}">${language === 'en' ? 'See' : '查看'}`,
        );
        for (const link of all.filter((one) => !without.includes(one)))
          expect(new URL(link, service.base).searchParams.get('asOf')).toBe(then);
        links += all.length - without.length;
        const search = /<form class="find"[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
        expect(search).toContain(`name="asOf" value="${then}"`);
      }
    expect(links).toBeGreaterThan(200);
  });

  it('offers on every page to be asked for by a day or a moment, and keeps what else its address says', async () => {
    for (const path of pages) {
      const page = await textOf(at(path, ''));
      expect(page).not.toContain('class="past"');
      const control = /<details class="as-of">[\s\S]*?<\/details>/.exec(page)?.[0] ?? '';
      expect(control).toContain('type="date" name="asOf"');
      expect(control).toContain('type="datetime-local" name="asOf"');
      for (const [name, value] of new URL(path, service.base).searchParams)
        expect(control).toContain(`<input type="hidden" name="${name}" value="${value}">`);
    }
    const day = await textOf(at('/claims/shut', '2999-12-31'));
    expect(day).toContain('That moment is still to come: this is the present so far.');
    expect(day).toContain('closed to lorries');
    // As a browser sends a field for a moment, which has no zone.
    const moment = await textOf(at('/claims/shut', `${then.slice(0, 10)}T00:00`), 404);
    expect(moment).toContain('00:00:00 UTC');
  });

  it('asks the same of the playground', async () => {
    for (const path of pages.filter((one) => one !== '/search')) {
      const page = await textOf(at(path, then));
      const [, link = ''] = /href="\/graphql(#[^"]*)"/.exec(page) ?? [];
      const { query = '', variables = '' } =
        readLink({ hash: decodedAttribute(link), search: '' })?.shared ?? {};
      expect(query).toContain('asOf(recorded: $recorded)');
      const response = await fetch(`${service.base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: JSON.parse(variables) }),
      });
      const answer = await response.json();
      expect(answer.errors).toBeUndefined();
      expect(JSON.stringify(answer.data.asOf)).toContain(new Date(then).toISOString());
    }
  });

  it('is drawn as it stood, and the picture says so', async () => {
    const present = await textOf('/claims/shut.svg?language=en');
    const past = await textOf(at('/claims/shut.svg', then));
    expect(present).toContain('lorries');
    expect(past).not.toContain('lorries');
    expect(past).toContain('As it stood on');
    const wrong = await get(at('/claims/shut.svg', 'yesterday'));
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      expect.stringContaining('asOf: expected a day such as'),
    ]);
  });

  it('has a tag of its own, and is kept for nobody longer than the present is', async () => {
    const present = await get('/claims/shut?language=en');
    const past = await get(at('/claims/shut', then));
    const tag = past.headers.get('etag') ?? '';
    expect(tag).not.toBe(present.headers.get('etag'));
    expect(past.headers.get('cache-control')).toBe('no-cache');
    const again = await get(at('/claims/shut', then), { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/claims/shut?language=en', { 'if-none-match': tag })).status).toBe(200);
  });

  it('is refused with a sentence for what is no moment', async () => {
    for (const wrong of [
      'yesterday',
      '2026-13-01',
      '2026-02-30',
      '2026-11-22T25:00',
      '2026',
      '1e9',
      '<b>',
      '2026-11-22T08:00:00+99:99',
    ])
      for (const path of pages) {
        const response = await get(at(path, wrong));
        const text = await response.text();
        expect([path, wrong, response.status]).toEqual([path, wrong, 400]);
        expect(response.headers.get('content-type')).toContain('text/html');
        expect(text).toContain('expected a day such as 2026-11-22');
      }
    expect(await textOf(at('/claims', 'gestern', 'zh-Hans'), 400)).toContain('应为日期');
    expect(await textOf(at('/embed/v1/claim/shut', then), 400)).toContain('takes no asOf');
    const embedded = `${service.base}/claims/shut?asOf=${then}`;
    // A page of the past is embedded pinned to its moment.
    const described = JSON.parse(await textOf(`/oembed?url=${encodeURIComponent(embedded)}`));
    expect(described.html).toContain(`/embed/v1/claim/shut@${then}`);
    const carrying = `${idIn('Claim', 'shut')}@~2026-11-22`;
    expect(await textOf(`/claims/${carrying}?language=en`, 400)).toContain('carries a moment');
    expect(await textOf(`/claims?about=${idIn('Entity', 'paper')}@~2026-11-22&language=en`, 400)).toContain(
      'carries a moment',
    );
  });

  it('before the first record says that there was nothing', async () => {
    const early = '2001-01-01';
    for (const path of ['/claims/shut', '/speakers/paper', '/sources/article', '/contradictions/made-up']) {
      const page = await textOf(at(path, early), 404);
      expect(page).toContain('By then nothing at all had been recorded here.');
      expect(page).toContain('As it stood at the end of 2001-01-01 (UTC).');
    }
    for (const path of ['/claims', '/search?q=bridge', '/contradictions', '/anonymous', '/changes'])
      expect(await textOf(at(path, early))).toContain('By then nothing at all had been recorded here.');
    const other = await textOf(at('/claims/nothing-of-this-name', then), 404);
    expect(other).toContain('By then nothing was recorded here under this address.');
  });

  it('shows nobody what may not be seen today', async () => {
    for (const path of [...pages, `/claims/${hiddenId('Claim', 'purpose')}`, '/search?q=Zanzibar']) {
      const response = await get(at(path, then));
      expect(response.status).toBe(path.includes('Claim_') ? 404 : 200);
      const asked = path.includes('Zanzibar')
        ? (await response.text()).replaceAll('Zanzibar"', '')
        : await response.text();
      const shown = path.includes('q=Zanzibar')
        ? asked.replaceAll(/q=Zanzibar|Search: Zanzibar|Zanzibar%22/g, '')
        : asked;
      expect([path, shown.includes('Zanzibar')]).toEqual([path, false]);
    }
  });
});
