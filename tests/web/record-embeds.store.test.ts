import { beforeAll, describe, expect, it, vi } from 'vitest';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { serviceWith } from '../support/service-with.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { lastPinOf, later, more, today, wordsOf } from './embedded-records.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('embeds of speakers, sources, contradictions and searches', () => {
  const service = serviceWith({ small: smallBundle(), more });
  /** An instant after which all else is recorded. */
  let pin: string;
  const seed = (bundle: object) => service.seed({ bundle });
  beforeAll(async () => {
    pin = await lastPinOf(service);
    pinned = [
      `speaker/paper@${pin}?language=en`,
      `speaker/${idIn('Entity', 'paper')}@${pin}?language=en`,
      `source/article@${pin}?language=en`,
      `contradiction/${idIn('ClaimRelation', 'either')}@${pin}?language=en`,
      `search@${pin}?q=bridge&language=en`,
    ];
  });
  const embedOf = (path: string) => fetch(`${service.base}/embed/v1/${path}`);
  const all = [
    'speaker/paper?language=en',
    'speaker/bot?language=en',
    'source/article?language=en',
    `contradiction/${idIn('ClaimRelation', 'either')}?language=en`,
    'search?q=bridge&language=en',
  ];
  let pinned: readonly string[] = [];
  /** What an embed shows below its notice. */
  const contentOf = (page: string) => page.slice(page.indexOf('</aside>'), page.indexOf('</main>'));
  const noticeOf = (page: string) => wordsOf(/<aside class="notice">.*?<\/aside>/s.exec(page)?.[0] ?? '');
  const texts = () => Promise.all(all.map(async (path) => (await embedOf(path)).text()));

  it('show whose each claim is, with stance and date, and lead to the whole record outside the frame', async () => {
    for (const path of all) {
      const response = await embedOf(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-security-policy')).not.toContain('frame-ancestors');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      const page = await response.text();
      expect(page.match(/<script/g)).toHaveLength(1);
      for (const [link, href = ''] of page.matchAll(/<a href="([^"]*)"[^>]*>/g)) {
        expect(link).toContain('target="_blank" rel="noopener"');
        expect(href.startsWith(service.base)).toBe(true);
      }
    }
    const [paper = '', bot = '', article = '', either = '', search = ''] = await texts();
    expect(paper).toContain('✓</span> affirms');
    expect(paper).toMatch(/According to [^<]*: The bridge is open/);
    expect(bot).toContain('<span class="kind machine">Machine</span>');
    expect(article).toMatch(/<h1>The bridge<\/h1>/);
    expect(article).toMatch(/According to [^<]*: The bridge is shut/);
    const [, one = '', other = ''] = either.split('<section>');
    expect(
      [one, other].map((side) => /According to [^<]*: The bridge is (\w+)/.exec(side)?.[1]).sort(),
    ).toEqual(['open', 'shut']);
    expect(either).toContain('It is one or the other.');
    expect(search).toMatch(/According to [^<]*The bridge is shut/);
    // Never a claim alone.
    for (const page of [paper, article, either, search])
      expect(page).not.toMatch(/>The bridge is (shut|open)</);
    const chinese = await (await embedOf('speaker/bot?language=zh-Hans')).text();
    expect(chinese).toContain('完整记录与来源');
  });

  it('show that somebody holds another position than before, and every text as text', async () => {
    const page = await (await embedOf('speaker/sharp?language=en')).text();
    expect(page).toContain('✗</span> denies');
    expect(page).toContain('(changed');
    expect(page).toContain('Mx &lt;img');
    expect(page).not.toContain('<img');
  });

  it('are described by oEmbed, for the address of the page as of the embed', async () => {
    const described = async (path: string) => {
      const url = `${service.base}${path}`;
      return (await fetch(`${service.base}/oembed?${new URLSearchParams({ url })}`)).json();
    };
    for (const [page, embed] of [
      ['/speakers/paper?language=en', `/embed/v1/speaker/${idIn('Entity', 'paper')}?language=en`],
      ['/sources/article?language=en', '/embed/v1/source/article?language=en'],
      ['/search?q=bridge&language=en', '/embed/v1/search?q=bridge&amp;language=en'],
    ] as const) {
      const { html, title } = await described(page);
      expect(html).toContain(`src="${service.base}${embed}"`);
      expect(title).not.toBe('');
    }
    expect((await described(`/embed/v1/${all[3]}`)).title).toContain('The bridge is shut');
  });

  it('are offered on the pages of what they are of', async () => {
    for (const [page, embed] of [
      ['/speakers/paper', `/embed/v1/speaker/${idIn('Entity', 'paper')}?language=en`],
      ['/sources/article', '/embed/v1/source/article?language=en'],
      [
        `/contradictions/${idIn('ClaimRelation', 'either')}`,
        `/embed/v1/contradiction/${idIn('ClaimRelation', 'either')}?language=en`,
      ],
      ['/search?q=bridge', '/embed/v1/search?q=bridge&amp;amp;language=en'],
    ] as const) {
      const text = await (
        await fetch(`${service.base}${page}${page.includes('?') ? '&' : '?'}language=en`)
      ).text();
      expect(text).toContain(`&lt;iframe src=&quot;${service.base}${embed}&quot;`);
    }
  });

  it('pinned to an instant say that nothing came since, and need not be sent again', async () => {
    for (const path of pinned) {
      const response = await embedOf(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).not.toContain('frame-ancestors');
      const page = await response.text();
      expect(noticeOf(page)).toMatch(
        /^ As it stood on \S+ \d\d:\d\d:\d\d(\.\d{3})? UTC\. Nothing that is shown here has been recorded otherwise since\. $/,
      );
      const etag = response.headers.get('etag') ?? '';
      const again = await fetch(`${service.base}/embed/v1/${path}`, { headers: { 'if-none-match': etag } });
      expect(again.status).toBe(304);
      // What is shown is what the live one shows.
      const live = wordsOf(await (await embedOf(path.replace(`@${pin}`, ''))).text());
      const shown = wordsOf(contentOf(page))
        .replace(/Full record.*/, '')
        .trim();
      expect(shown.length).toBeGreaterThan(20);
      expect(live).toContain(shown);
    }
  });

  it('pinned to what was no moment of theirs are not there, and say so', async () => {
    const either = `contradiction/${idIn('ClaimRelation', 'either')}`;
    for (const name of ['speaker/paper', 'source/article', either])
      for (const at of ['@', '@0', '@9', '@soon', '@2999-01-01', '@2001-01-01', '@2026-02-30']) {
        const response = await embedOf(`${name}${at}?language=en`);
        expect([name, at, response.status]).toEqual([name, at, 404]);
        const page = await response.text();
        expect(page).toContain('There is no such moment of this record');
        expect(page).not.toMatch(/The paper|The bridge/);
      }
    for (const at of ['@', '@1', '@2999-01-01'])
      expect((await embedOf(`search${at}?q=bridge&language=en`)).status).toBe(404);
    expect((await embedOf('speaker/paper@%zz')).status).toBe(400);
    expect((await embedOf(`speaker/nowhere@${pin}?language=en`)).status).toBe(404);
    const before = await embedOf('search@2001-01-01?q=bridge&language=en');
    expect([before.status, wordsOf(await before.text())]).toEqual([200, expect.stringContaining('Nothing')]);
  });

  it('pinned keep their content to the byte, and say at once what has come since, with its day', async () => {
    const before = await Promise.all(
      pinned.map(async (path) => {
        const response = await embedOf(path);
        return { path, etag: response.headers.get('etag') ?? '', page: await response.text() };
      }),
    );
    const first = contentOf(await (await embedOf('speaker/paper@1?language=en')).text());
    await seed(later());
    const notices: string[] = [];
    for (const { path, etag, page } of before) {
      const headers = { 'if-none-match': etag };
      const after = await fetch(`${service.base}/embed/v1/${path}`, { headers });
      expect([path, after.status]).toEqual([path, 200]);
      const now = await after.text();
      expect(contentOf(now), path).toBe(contentOf(page));
      expect(now).not.toContain('<img');
      notices.push(noticeOf(now));
    }
    const [bySlug = '', byId = '', source = '', either = '', search = ''] = notices;
    const day = today();
    expect(byId).toBe(bySlug);
    for (const notice of notices) expect(notice).toContain('What has been recorded since');
    for (const notice of [source, either, search])
      expect(notice).toContain(`${day} newly recorded: The company ✗ denies`);
    for (const told of [
      'It now reads: The Daily',
      `${day} its own record was corrected: version 2`,
      'Claims in all',
      'The bridge is blue',
    ])
      expect(bySlug).toContain(told);
    expect(source).toContain('It now reads: The old bridge');
    expect(source).toMatch(/The bridge is blue [^.]*newly recorded/);
    for (const notice of [bySlug, either, search])
      expect(notice).toContain(`${day} withdrawn here: The company ✓ affirms (Taken back. &lt;img`);
    // A version is what it was at the end of its time.
    const version = await (await embedOf('speaker/paper@1?language=en')).text();
    expect(contentOf(version)).toBe(first);
    expect(noticeOf(version)).toContain('Version 1, as it stood at the end of its time');
    expect(noticeOf(await (await embedOf('speaker/paper@2?language=en')).text())).toContain(
      'Version 2, which is the current one',
    );
    const chinese = await (await embedOf((pinned[0] ?? '').replace('=en', '=zh-Hans'))).text();
    expect(noticeOf(chinese)).toContain('记录本身已更正：第 2 版');
  });

  it('pinned are offered beside the live ones with how they look, and described by oEmbed, as are pages of the past', async () => {
    const id = idIn('Entity', 'paper');
    const either = idIn('ClaimRelation', 'either');
    for (const [page, embed] of [
      ['/speakers/paper?', `/embed/v1/speaker/${id}`],
      ['/sources/article?', '/embed/v1/source/article'],
      [`/contradictions/${either}?`, `/embed/v1/contradiction/${either}`],
      ['/search?q=bridge&', '/embed/v1/search'],
    ] as const) {
      const response = await fetch(`${service.base}${page}language=en`);
      const text = await response.text();
      const offered = [...text.matchAll(/<iframe src="(\/embed[^"]*)"/g)].map(([, src = '']) => src);
      expect(offered.filter((src) => src.startsWith(`${embed}?`))).toHaveLength(1);
      const now = offered.filter((src) => src.startsWith(`${embed}@`));
      expect(now).toHaveLength(1);
      expect(text).toContain(`&lt;iframe src=&quot;${service.base}${embed}@`);
      const etag = response.headers.get('etag') ?? '';
      const again = await fetch(response.url, { headers: { 'if-none-match': etag } });
      expect([page, again.status]).toEqual([page, 304]);
      const past = `${service.base}${page}asOf=${encodeURIComponent(pin)}&language=en`;
      const offeredThen = await (await fetch(past)).text();
      expect(offeredThen).toContain(`<iframe src="${embed}@${pin}?`);
      expect(offeredThen).not.toContain(`<iframe src="${embed}?`);
      const { html, title } = await (
        await fetch(`${service.base}/oembed?${new URLSearchParams({ url: past })}`)
      ).json();
      expect(html).toContain(`src="${service.base}${embed}@${pin}?`);
      expect(title).not.toMatch(/Daily|old/);
    }
    const describedAt = (at: string) => {
      const url = `${service.base}/embed/v1/source/article${at}?language=en`;
      return fetch(`${service.base}/oembed?${new URLSearchParams({ url })}`);
    };
    expect((await (await describedAt(`@${pin}`)).json()).title).toBe('The bridge');
    expect((await (await describedAt('@1')).json()).html).toContain('/source/article@1?');
    for (const at of ['@9', '@2999-01-01', '@']) expect((await describedAt(at)).status).toBe(404);
  });

  it('say that a contradiction is one no more, and when', async () => {
    const path = `contradiction/${idIn('ClaimRelation', 'because')}`;
    expect((await embedOf(path)).status).toBe(404);
    await seed(later('REJECTED'));
    const page = await (await embedOf(all[3] ?? '')).text();
    const day = new Date().toISOString().slice(0, 10);
    expect(page).toContain(`On ${day} these two were recorded as not contradicting each other.`);
    const own = await fetch(`${service.base}/contradictions/${idIn('ClaimRelation', 'either')}?language=en`);
    expect(await own.text()).toContain(`On ${day} these two were recorded as not contradicting each other.`);
    const then = await (await embedOf(pinned[3] ?? '')).text();
    expect(noticeOf(then)).toContain(`On ${day} these two were recorded as not contradicting each other.`);
    expect(contentOf(then)).not.toContain('not contradicting');
  });

  it('are the same to the byte whatever is hidden, and not there for it', async () => {
    const pins = () => Promise.all(pinned.map(async (path) => (await embedOf(path)).text()));
    const [before, then] = [await texts(), await pins()];
    await seed(hiddenBundle());
    expect(await texts()).toEqual(before);
    expect(await pins()).toEqual(then);
    const hidden = [
      ['speaker/quagga-zanzibar', 'speaker/nowhere'],
      [`speaker/quagga-zanzibar@${today()}`, `speaker/nowhere@${today()}`],
      [`source/leak-zanzibar@1`, 'source/nowhere@1'],
      ['source/leak-zanzibar', 'source/nowhere'],
      [
        `contradiction/${hiddenId('ClaimRelation', 'against')}`,
        `contradiction/${hiddenId('ClaimRelation', 'x')}`,
      ],
    ] as const;
    for (const [path, absent] of hidden) {
      const [is, isNot] = await Promise.all([
        embedOf(`${path}?language=en`),
        embedOf(`${absent}?language=en`),
      ]);
      expect([path, is.status, isNot.status]).toEqual([path, 404, 404]);
      expect((await is.text()).replaceAll(path, absent)).toBe(await isNot.text());
    }
    const found = await (await embedOf('search?q=zanzibar&language=en')).text();
    const none = await (await embedOf('search?q=xyzzyxy&language=en')).text();
    expect(found.replaceAll('zanzibar', 'xyzzyxy')).toBe(none);
    expect((await embedOf('search?q=%20&language=en')).status).toBe(404);
  });
});
