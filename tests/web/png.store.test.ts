import { describe, expect, it, vi } from 'vitest';
import { FontBook } from '../../src/server/png/font-book.ts';
import { systemFontFolders } from '../../src/server/png/font-folders.ts';
import { PngRenderer } from '../../src/server/png/png-renderer.ts';
import { withOutlines } from '../../src/server/png/text-outlines.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { serviceWith } from '../support/service-with.ts';
import { assertion, bundleOf, claim, entity, smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const fonts = new FontBook(systemFontFolders());
/** Whether this machine can draw both languages; where it cannot, the service is to say so. */
const hasFonts = fonts.fontFor('桥') !== null && fonts.fontFor('B') !== null;
const hasHebrew = hasFonts && fonts.fontFor('א') !== null;
const svgOf = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><style>#x .f-text{fill:#102030;fill:var(--text)}</style><text class="f-text" x="4" y="20" font-size="12" textLength="100" lengthAdjust="spacingAndGlyphs">${text}</text></svg>`;

/** No font that texts are drawn with has this. */
const undrawn = bundleOf('test.example/undrawn', {
  entities: [entity('shop')],
  claims: [claim('undrawn', { text: { en: 'It is \u{F0000} there' }, about: ['shop'] })],
  assertions: [assertion('says', 'undrawn', 'shop')],
});

describe('a claim’s figure as PNG', () => {
  const service = serviceWith({ small: smallBundle(), hidden: hiddenBundle(), undrawn });

  const get = (path: string, headers: Record<string, string> = {}) => fetch(service.base + path, { headers });

  it('is drawn twice as large, need not be sent again, and is what links are shown with', async () => {
    const path = '/claims/asked.png?language=zh-Hans&width=400';
    const response = await get(path);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!hasFonts) {
      expect([response.status, bytes.toString()]).toEqual([501, expect.stringContaining('lack')]);
      return;
    }
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(800);
    expect(bytes.length).toBeGreaterThan(5_000);
    const again = await get(path, { 'if-none-match': response.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    const page = await (await get('/claims/asked?language=zh-Hans')).text();
    expect(page).toContain(
      `<meta property="og:image" content="${service.base}/claims/asked.png?language=zh-Hans&amp;or=sign">`,
    );
    expect(page).toContain('href="/claims/asked.png?language=zh-Hans"');
  });

  it('stands beside a link, or the service’s sign where there is none or none can be drawn', async () => {
    const cardOf = async (path: string) => {
      const page = await (await get(path)).text();
      const [, picture = ''] = /<meta property="og:image" content="([^"]*)">/.exec(page) ?? [];
      const [, card] = /<meta name="twitter:card" content="([^"]*)">/.exec(page) ?? [];
      return { picture: picture.replaceAll('&amp;', '&'), card };
    };
    const pages = [
      '/claims',
      '/anonymous',
      '/changes',
      '/search',
      '/schema',
      '/claims?status=FOO',
      '/claims/x',
    ];
    for (const path of pages)
      expect(await cardOf(`${path}${path.includes('?') ? '&' : '?'}language=zh-Hans`)).toEqual({
        picture: `${service.base}/icon.png`,
        card: 'summary',
      });
    const { picture, card } = await cardOf('/claims/undrawn');
    expect(card).toBe('summary_large_image');
    expect((await get('/claims/undrawn.png')).status).toBe(501);
    for (const address of [picture, `${service.base}/icon.png`]) {
      const shown = await fetch(address);
      const bytes = Buffer.from(await shown.arrayBuffer());
      expect([address, shown.status, shown.headers.get('content-type')]).toEqual([address, 200, 'image/png']);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([512, 512]);
    }
    expect((await get('/claims/nowhere.png?or=sign')).status).toBe(404);
  });

  it('keeps no other request waiting, and more than a few of them not either', async () => {
    const widths = Array.from({ length: 24 }, (_, number) => 400 + number);
    const drawing = Promise.all(
      widths.map(async (width) => (await get(`/claims/shut.png?width=${width}`)).status),
    );
    expect((await get('/healthz')).status).toBe(200);
    const statuses = new Set(await drawing);
    expect([...statuses].filter((status) => ![hasFonts ? 200 : 501, 503].includes(status))).toEqual([]);
    expect(statuses).toContain(hasFonts ? 200 : 501);
  });

  it('says what is wrong: in the address, in its size, and where there is no such claim', async () => {
    expect((await get('/claims/shut.png?theme=loud')).status).toBe(400);
    expect((await get('/claims/%ff.png')).status).toBe(400);
    const absent = await get('/claims/nowhere.png');
    const told = await absent.text();
    expect(absent.status).toBe(404);
    for (const { slug } of hiddenBundle().claims) {
      const response = await get(`/claims/${slug}.png`);
      expect([response.status, (await response.text()).replaceAll(slug, 'nowhere')]).toEqual([404, told]);
    }
    expect(await (await get('/metrics')).text()).toContain('_count{route="/claims/:slug.png",status="404"}');
  });

  it('draws no box for what no font has, but says which characters they are', async () => {
    using none = new TemporaryFolder();
    const answer = await new PngRenderer([none.path]).draw(svgOf('桥 &amp; B'), 2);
    expect(answer).toMatchObject({ notDrawable: expect.stringContaining('lack 3 of the characters') });
    expect(answer).toMatchObject({ notDrawable: expect.stringContaining('(桥 & B)') });
  });

  it.skipIf(!hasHebrew)('draws what is written from right to left in its order, from its right edge', () => {
    const placed = (svg: string) => {
      const [, x = '', across = ''] =
        /translate\(([-\d.]+) \d+\) scale\(([\d.]+) 12\)/.exec(withOutlines(svg, fonts)) ?? [];
      const glyphs = [...withOutlines(svg, fonts).matchAll(/<path [^>]*? d="([^"]*)"/g)].map(([, d]) => d);
      return { x: Number(x), across: Number(across), glyphs };
    };
    const [alef, bet] = ['א', 'ב'].map((letter) => placed(svgOf(letter)).glyphs[0]);
    expect(alef).not.toBe(bet);
    expect(placed(svgOf('אב')).glyphs).toEqual([bet, alef]);
    const within = placed(svgOf('a \u2068אב\u2069: \u2068ב\u2069')).glyphs;
    expect([within.at(1), within.at(2), within.at(-1)]).toEqual([bet, alef, bet]);
    const runsLeft = svgOf('אב').replace('<text ', '<text direction="rtl" ');
    expect(placed(runsLeft).glyphs).toEqual([bet, alef]);
    expect(placed(runsLeft).x).toBeLessThan(placed(svgOf('אב')).x);
  });

  it.skipIf(!hasFonts)(
    'has its texts as outlines that fill the room they have, and its colours plain',
    () => {
      const drawn = withOutlines(svgOf('桥 B fill:var(--text)'), fonts);
      expect(drawn).not.toContain('<text');
      expect(drawn).not.toContain('var(');
      expect(drawn).toContain('#x .f-text{fill:#102030}');
      const paths = [...drawn.matchAll(/<path transform="translate\(([\d.]+) /g)].map(([, at]) => Number(at));
      expect(paths.length).toBeGreaterThan(10);
      const [, across] = /scale\(([\d.]+) 12\)">/.exec(drawn) ?? [];
      expect(Number(across) * Math.max(...paths)).toBeGreaterThan(70);
      expect(Number(across) * Math.max(...paths)).toBeLessThan(100);
    },
  );
});
