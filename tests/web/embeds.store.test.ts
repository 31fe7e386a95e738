import { beforeAll, describe, expect, it, vi } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { onrecord } from '../support/onrecord-process.ts';
import { assertion, bundleOf, claim, entity } from '../support/small-bundle.ts';
import { contentOf, embedsOfStory, hiddenBeside, hide, later, noticeOf } from './embedded-story.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('an embed of a claim', () => {
  const { service, get, embedAt, textAt, askApi, firstPin } = embedsOfStory();
  const seed = (bundle: object) => service.seed({ bundle });
  let pin: string;
  beforeAll(async () => {
    pin = await firstPin();
  });

  it('pinned to an instant says that nothing has come since, and need not be sent again', async () => {
    const response = await embedAt(`@${pin}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).not.toContain('frame-ancestors');
    expect(noticeOf(await response.text())).toMatch(
      /As it stood on \S+ \d\d:\d\d:\d\d(\.\d{3})? UTC\. Nothing has been recorded of it since\./,
    );
    const etag = response.headers.get('etag') ?? '';
    expect((await embedAt(`@${pin}`, { 'if-none-match': etag })).status).toBe(304);
  });

  it('pinned to what was no moment of it is not there, and says so', async () => {
    const others = [
      '@',
      '@0',
      '@2',
      '@soon',
      '@2999-01-01T00:00:00Z',
      '@2999-01-01',
      '@2001-01-01',
      '@2026-02-30',
    ];
    for (const at of others) {
      const response = await embedAt(at);
      expect([at, response.status]).toEqual([at, 404]);
      const page = await response.text();
      expect(page).toContain('There is no such revision of this claim');
      expect(page).not.toContain('bridge is shut');
    }
    expect((await get(`/embed/v1/claim/nowhere@${pin}?language=en`)).status).toBe(404);
    expect((await embedAt('@%zz')).status).toBe(400);
    expect(await (await embedAt('@2', {}, 'zh-Hans')).text()).toContain('这项主张没有这样的版本');
  });

  it('pinned keeps its content to the byte, and says at once what has come since, with its day', async () => {
    const before = await embedAt(`@${pin}`);
    const [etag, page] = [before.headers.get('etag') ?? '', await before.text()];
    const version = await textAt('@1');
    expect(contentOf(version)).toBe(contentOf(page));
    await seed(later());
    const after = await embedAt(`@${pin}`, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    const now = await after.text();
    expect(contentOf(now)).toBe(contentOf(page));
    expect(contentOf(now)).toContain('The driver');
    expect(contentOf(now)).toContain('The gazette');
    expect(contentOf(now)).not.toContain('The mayor');
    const day = new Date().toISOString().slice(0, 10);
    const notice = noticeOf(now);
    for (const told of [
      `${day} newly recorded: The mayor ✗ denies`,
      `${day} withdrawn here: The gazette ✓ affirms (It was another bridge.)`,
      `${day} the claim itself was corrected: version 2`,
      `${day} a contradiction was confirmed: `,
      'Status now: Contested. Then: No contest recorded.',
    ])
      expect(notice).toContain(told);
    expect(noticeOf(await textAt(`@${pin}`, 'zh-Hans'))).toContain(
      '现在的状态：有争议。当时：未记录到异议。',
    );
    // Read by eye as well: a whole day is its last instant, a version what it was at the end of its time.
    expect((await embedAt(`@${day}`)).status).toBe(404);
    const one = await textAt('@1');
    expect(contentOf(one)).toBe(contentOf(page));
    expect(noticeOf(one)).toContain('Version 1, as it stood at the end of its time');
    const two = await textAt('@2');
    expect(noticeOf(two)).toContain('Version 2, which is the current one');
    expect(contentOf(two)).toContain('The mayor');
    expect((await embedAt('@3')).status).toBe(404);
  });

  it('live says what was corrected, withdrawn or denied, and has the denial beside what it denies', async () => {
    const page = await textAt('');
    expect(noticeOf(page)).toContain('newly recorded: The mayor ✗ denies');
    expect(noticeOf(page)).toContain('withdrawn here: The gazette');
    expect(noticeOf(page)).not.toContain('passed on');
    const [, affirming = '', denying = ''] = contentOf(page).split('<section>');
    expect(affirming).toContain('The driver');
    expect(denying).toContain('The mayor');
  });

  it('is the same to the byte whatever is hidden beside it', async () => {
    const [live, pinned] = [await textAt(''), await textAt(`@${pin}`)];
    await seed(hiddenBeside());
    expect([await textAt(''), await textAt(`@${pin}`)]).toEqual([live, pinned]);
  });

  it('pinned shows no more what was public then and is confidential now', async () => {
    expect(contentOf(await textAt(`@${pin}`))).toContain('The insider');
    await seed(later(hide));
    const page = await textAt(`@${pin}`);
    expect(page).not.toContain('The insider');
    expect(contentOf(page)).toContain('The driver');
    const made = await onrecord(
      ['keys', 'create', '--role', 'editor', '--name', 'Ed', '--json'],
      service.variables,
    );
    const { key } = JSON.parse(made.stdout);
    const response = await embedAt(`@${pin}`, { authorization: `Bearer ${key}` });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(contentOf(await response.text())).toContain('The insider');
    expect(await textAt(`@${pin}`)).toBe(page);
  });

  it('has as much room for those who deny it as for those who affirm it, however many there are of either', async () => {
    const many = (count: number, stance: 'AFFIRMS' | 'DENIES' | 'DECLINES_TO_COMMENT') =>
      Array.from({ length: count }, (_, number) => ({ key: `${stance.toLowerCase()}-${number}`, stance }));
    const voices = [...many(30, 'AFFIRMS'), ...many(9, 'DENIES'), ...many(7, 'DECLINES_TO_COMMENT')];
    const slugOf = (key: string) => key.replaceAll('_', '-');
    await seed(
      bundleOf('test.example/crowd', {
        entities: [entity('town'), ...voices.map(({ key }) => entity(key, { slug: slugOf(key) }))],
        claims: [claim('loud', { about: ['town'] })],
        assertions: voices.map(({ key, stance }) => assertion(`says-${key}`, 'loud', key, { stance })),
      }),
    );
    const page = await (await get('/embed/v1/claim/loud?language=en')).text();
    expect(page).toContain('Contested');
    const sides = contentOf(page).split('<section>').slice(1);
    expect(sides.map((side) => side.match(/<li>/g)?.length)).toEqual([6, 6, 6]);
    expect(sides.map((side) => /(\d+ of \d+) shown/.exec(side)?.[1])).toEqual([
      '6 of 30',
      '6 of 9',
      '6 of 7',
    ]);
    expect(sides[1]?.match(/✗<\/span> denies/g)).toHaveLength(6);
    // Of much that came since, the denial is what must not be missed.
    const { claim: found } = await askApi(
      `{ claim(by: { slug: "loud" }) { firstAssertion { recordedAt } } }`,
    );
    const joining = (from: number, stance: 'AFFIRMS' | 'DENIES', count: number) => {
      const keys = Array.from({ length: count }, (_, number) => `joins-${from + number}`);
      return bundleOf('test.example/joining', {
        entities: keys.map((key) => entity(key)),
        assertions: keys.map((key) =>
          assertion(`by-${key}`, idOf('Claim', 'test.example/crowd', 'loud'), key, { stance }),
        ),
      });
    };
    await seed(joining(0, 'DENIES', 1));
    await seed(joining(1, 'AFFIRMS', 60));
    const pinned = await (
      await get(`/embed/v1/claim/loud@${found.firstAssertion.recordedAt}?language=en`)
    ).text();
    expect(noticeOf(pinned)).toContain('The joins-0 ✗ denies');
    expect(noticeOf(pinned)).toMatch(/The joins-\d+ ✓ affirms.*There may be more; see the full record/);
  });

  it('says at its top that the claim was withdrawn, and when', async () => {
    const taken = (withdrawn: object) =>
      bundleOf('test.example/taken', {
        entities: [entity('village')],
        claims: [claim('gone', { about: ['village'] })],
        assertions: [assertion('says', 'gone', 'village', withdrawn)],
      });
    await seed(taken({}));
    const { claim: found } = await askApi(
      '{ claim(by: { slug: "gone" }) { firstAssertion { recordedAt } } }',
    );
    await seed(taken({ withdrawn: { reason: 'It was not said.<img src=x onerror=alert(1)>' } }));
    const day = new Date().toISOString().slice(0, 10);
    for (const at of ['', `@${found.firstAssertion.recordedAt}`]) {
      const page = await (await get(`/embed/v1/claim/gone${at}?language=en`)).text();
      expect(noticeOf(page)).toContain(
        `Withdrawn on ${day}: all that supported this claim has been withdrawn`,
      );
      expect(page).toContain('It was not said.&lt;img src=x onerror=alert(1)&gt;');
      expect(page.indexOf('class="notice"')).toBeLessThan(page.indexOf('<article>'));
    }
    const chinese = await (await get('/embed/v1/claim/gone?language=zh-Hans')).text();
    expect(noticeOf(chinese)).toContain(`已于 ${day} 撤回`);
  });

  it('is what the API says how to embed, live as it stands, and oEmbed describes pinned addresses too', async () => {
    const graph = 'graph(depth: 1) { embed(language: "en") { url svgUrl html oembedUrl } }';
    const { claim: found, asOf } = await askApi(
      `{ claim(by: { slug: "shut" }) { headline(language: "en") ${graph} } asOf(recorded: "${pin}") { claim(by: { slug: "shut" }) { ${graph} } } }`,
    );
    const { embed } = found.graph;
    expect(embed.url).toBe(`${service.base}/embed/v1/claim/shut?language=en`);
    for (const url of [embed.url, embed.svgUrl]) expect((await fetch(url)).status).toBe(200);
    expect(embed.html).toContain(`src="${embed.url}" title="${found.headline}`);
    expect(await (await fetch(embed.oembedUrl)).json()).toMatchObject({ html: embed.html });
    const then = asOf.claim.graph.embed;
    expect(then.url).toBe(`${service.base}/embed/v1/claim/shut@${pin}?language=en`);
    for (const url of [then.url, then.svgUrl]) expect([url, (await fetch(url)).status]).toEqual([url, 200]);
    expect(await (await fetch(then.oembedUrl)).json()).toMatchObject({ html: then.html });
    const toCome = await askApi(
      `{ asOf(recorded: "9999-01-01T00:00:00Z") { claim(by: { slug: "shut" }) { ${graph} } } }`,
    );
    expect(toCome.asOf.claim.graph.embed).toBe(null);
    const page = `/claims/shut?asOf=${encodeURIComponent(pin)}&language=en`;
    const ofPage = await get(`/oembed?${new URLSearchParams({ url: service.base + page })}`);
    expect((await ofPage.json()).html).toBe(then.html);
    expect(await (await get(page)).text()).toContain(`shut@${pin}?language=en`);
    expect((await get('/embed/v1/claim/shut?asOf=2026-01-01')).status).toBe(400);
    const described = (at: string) =>
      get(`/oembed?${new URLSearchParams({ url: `${service.base}/embed/v1/claim/shut${at}?language=en` })}`);
    const pinned = await (await described(`@${pin}`)).json();
    expect(pinned.html).toContain(`src="${service.base}/embed/v1/claim/shut@${pin}?language=en"`);
    expect(pinned.title).toMatch(/^According to The driver.*: The bridge is shut$/);
    expect(found.headline).toContain('denied by The mayor');
    expect((await (await described('@1')).json()).html).toContain('/shut@1?language=en');
    for (const at of ['@99', '@2999-01-01', '@']) expect((await described(at)).status).toBe(404);
  });
});
