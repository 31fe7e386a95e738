import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test, vi } from 'vitest';
import { serviceWith } from '../support/service-with.ts';
import { smallBundle } from '../trials/small-bundle.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const service = serviceWith({ 1: smallBundle(1) });

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(service.base + path, { headers, method, redirect: 'manual' });

/** The status line's number for a request that `fetch` would mend before it sends it. */
async function raw(target: string, ...headers: string[]): Promise<number> {
  const { hostname, port } = new URL(service.base);
  const socket = connect(Number(port), hostname);
  socket.write([`GET ${target} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n'));
  return Number((await text(socket)).split(' ')[1]);
}

describe('the addresses of the service', () => {
  test('tell that the process lives and that the store answers', async () => {
    for (const [path, status] of [
      ['/healthz', 'ok'],
      ['/readyz', 'ready'],
    ] as const) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toEqual({ status });
    }
  });

  test('count the requests by route and status, never by what a caller made up', async () => {
    await get('/claims/shut-bridge-1.svg');
    await get('/made/up/by-a-caller');
    await get('/schema');
    for (const path of ['claim/made@2026-01-01', 'speaker/made', 'search?q=made', 'onrecord-claim.js'])
      await get(`/embed/v1/${path}`);
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const metrics = await response.text();
    expect(metrics).toContain(
      'onrecord_http_request_duration_seconds_count{route="/healthz",status="200"} 1',
    );
    expect(metrics).toMatch(/_count\{route="\/claims\/:slug\.svg",status="200"\} [1-9]/);
    expect(metrics).toMatch(/_count\{route="\/schema",status="200"\} [1-9]/);
    expect(metrics).toMatch(/_count\{route="other",status="404"\} [1-9]/);
    for (const [route, status] of [
      ['claim/:slug', 404],
      ['speaker/:slug', 404],
      ['search', 200],
      ['onrecord-claim.js', 200],
    ])
      expect(metrics).toContain(`_count{route="/embed/v1/${route}",status="${status}"} 1`);
    expect(metrics).not.toContain('made');
    expect(metrics).toContain('onrecord_process_cpu_seconds_total');
  });

  test('lead from the root to the playground', async () => {
    const root = await get('/');
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
  });

  test.each(['/nothing', '/claims/', '/claims/a/b.svg', '/graphql/', '/healthz/', '/.env'])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
    '%s is refused where there is only reading',
    async (method) => {
      for (const path of ['/healthz', '/claims/shut-bridge-1.svg', '/nothing']) {
        const response = await get(path, {}, method);
        expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      }
    },
  );

  test('what is sent to them malformed is refused, and the service goes on', async () => {
    const asked = await Promise.all([
      raw('/healthz', 'Host: two words'),
      raw('/healthz', 'Host: ['),
      raw('/graphql?query=%7B__typename%7D', 'Host: two words'),
      raw('/graphql?query=%7B__typename%7D', 'Host: ['),
      raw('//', 'Host: localhost'),
      raw('/\\..\\', 'Host: localhost'),
      raw('http://[/healthz', 'Host: localhost'),
      raw(`/${'a'.repeat(20_000)}`, 'Host: localhost'),
      raw('/healthz', `X-Long: ${'a'.repeat(20_000)}`),
    ]);
    expect(asked.filter((status) => ![200, 302, 400, 404, 414, 431].includes(status))).toEqual([]);
    expect((await get('/healthz')).status).toBe(200);
  });
});

test('the map of the schema is a page that runs nothing, in the reader’s language, and need not be sent twice', async () => {
  const response = await get('/schema', { 'accept-language': 'zh-CN' });
  expect([response.status, response.headers.get('content-language')]).toEqual([200, 'zh-Hans']);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  const html = await response.text();
  expect(html).toContain('<h3 id="Assertion"');
  // It has no past.
  expect(html).not.toContain('class="as-of"');
  const etag = response.headers.get('etag') ?? '';
  const again = await get('/schema?language=zh-Hans', { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await get('/schema?language=no-language-at-all-!')).status).toBe(400);
});

describe('the picture of a claim', () => {
  const address = '/claims/shut-bridge-1.svg';

  test('is an SVG that may be shown anywhere and can do nothing', async () => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      vary: 'accept-language',
    });
    const svg = await response.text();
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('The bridge is shut 1');
  });

  test('need not be sent twice', async () => {
    const etag = (await get(address)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const match of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
      const again = await get(address, { 'if-none-match': match });
      expect({ match, status: again.status, body: await again.text() }).toEqual({
        match,
        status: 304,
        body: '',
      });
      expect(again.headers.get('etag')).toBe(etag);
    }
    expect((await get(address, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get(`${address}?width=400`)).headers.get('etag')).not.toBe(etag);
  });

  test('HEAD has the headers alone', async () => {
    const response = await get(address, {}, 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  });

  test.each([
    ['?language=zh-Hans', 'en', 'zh-Hans'],
    ['?language=en', 'zh-CN', 'en'],
    ['', 'zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['', 'fr,de;q=0.9', 'en'],
    ['', 'en;q=0.1,zh;q=0.9', 'zh-Hans'],
    ['', 'zh;q=0,en', 'en'],
    ['', '*', 'en'],
  ])('%s to a reader of %s is in %s', async (query, accepted, language) => {
    const response = await get(address + query, { 'accept-language': accepted });
    expect([response.status, response.headers.get('content-language')]).toEqual([200, language]);
    expect(await response.text()).toContain(language === 'en' ? 'The bridge is shut 1' : '（1）');
  });

  test.each([
    ['width=319', 'width: expected 320 to 2000 pixels'],
    ['width=2001', 'width: expected 320 to 2000 pixels'],
    ['width=wide', 'width: '],
    ['theme=pink', 'theme: '],
    ['depth=0', 'depth: '],
    ['depth=5', 'depth: '],
    ['language=not a tag', 'language: '],
  ])('?%s is refused with what was expected', async (query, sentence) => {
    const response = await get(`${address}?${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(sentence);
  });

  test.each([
    ['no such claim', 'nobody-said-this', 404],
    ['an id that is none', `Claim_${'0'.repeat(32)}`, 404],
    ['another record’s id', `Entity_${'0'.repeat(32)}`, 404],
    ['a null character', '%00', 404],
    ['a way out of the folder', '..%2F..%2Fetc%2Fpasswd', 404],
    ['markup', '%3Cscript%3Ealert(1)%3C%2Fscript%3E', 404],
    ['a line break', 'a%0d%0aset-cookie:%20b=c', 404],
    ['what Cypher is made of', "a'%20OR%20'1'='1", 404],
    ['five thousand letters', 'a'.repeat(5_000), 404],
    ['a percent sign alone', 'a%', 400],
    ['percent and no hex', '%zz', 400],
    ['bytes that are no UTF-8', '%ff%fe', 400],
    ['half a surrogate pair', '%ed%a0%80', 400],
  ])('%s is no claim', async (_, slug, status) => {
    const response = await get(`/claims/${slug}.svg`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect([302, 404, 400]).toContain((await get(`/claims/${slug}`)).status);
  });
});

describe('the log of the service', () => {
  test('is JSON on stderr, a line a request, by the id that the caller was given', async () => {
    const responses = await Promise.all([
      get('/readyz'),
      get('/nothing?key=secret-in-the-query', { 'x-request-id': 'made-up' }),
      fetch(`${service.base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ claims { totalCount } }' }),
      }),
    ]);
    const ids = responses.map((response) => response.headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(3);
    const logged = (id: string | null) => service.process.stderr.includes(`"requestId":"${id}"`);
    expect(await service.process.until(() => ids.every(logged))).toBe(true);
    const lines = service.process.stderr
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(lines.filter((line) => ids.includes(line.requestId))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ method: 'GET', path: '/readyz', status: 200, ms: expect.any(Number) }),
        expect.objectContaining({ method: 'GET', path: '/nothing', status: 404 }),
        expect.objectContaining({ method: 'POST', path: '/graphql', status: 200 }),
      ]),
    );
    expect(service.process.stderr).not.toContain('secret-in-the-query');
    expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
    expect(service.process.lines).toHaveLength(1);
  });
});
