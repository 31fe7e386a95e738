import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPlayground, type Playground } from '../../src/server/playground.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const SCRIPT = 'console.log("playground")';
const TAB = {
  name: 'WhoSaidIt',
  title: 'Who said it?',
  query: 'query WhoSaidIt { __typename }',
  variables: { claim: 'a' },
};
const data = { endpoint: '/graphql', title: 'Onrecord', examples: [TAB] };

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Request {
  return new Request(`http://localhost:4000${path}`, { method, headers });
}

function answer(playground: Playground, request: Request): Response {
  const response = playground.handle(request);
  if (response === null) throw new Error(`The playground does not answer ${request.method} ${request.url}.`);
  return response;
}

describe('the playground', () => {
  let folder: string;
  let playground: Playground;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-playground-'));
    playground = createPlayground({ folder, ...data });
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function build(): Promise<void> {
    const manifest = { 'client/main.tsx': { file: 'assets/main-1a2b.js', css: ['assets/main-3c4d.css'] } };
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets/main-1a2b.js'), SCRIPT);
    await writeFile(join(folder, 'assets/main-1a2b.js.gz'), gzipSync(SCRIPT));
    await writeFile(join(folder, 'assets/main-3c4d.css'), 'body { margin: 0 }');
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  }

  it('answers a browser at the endpoint with a page that holds the examples and loads the built files', async () => {
    await build();
    const response = answer(playground, ask('/graphql', { accept: BROWSER }));
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('vary')).toBe('accept');
    expect(html).toContain('<title>Onrecord</title>');
    expect(html).toContain('<script type="module" src="/playground/assets/main-1a2b.js"></script>');
    expect(html).toContain('<link rel="stylesheet" href="/playground/assets/main-3c4d.css">');
    const held = /<script type="application\/json" id="playground-data">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(held)).toEqual(data);
  });

  it('allows itself scripts, workers and requests of its own origin alone', async () => {
    await build();
    const policy =
      answer(playground, ask('/graphql', { accept: BROWSER })).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    for (const kind of ['script-src', 'worker-src', 'connect-src', 'font-src'])
      expect(policy).toContain(`${kind} 'self';`);
    expect(policy).not.toContain('http');
  });

  it('keeps an example from ending the element that carries it', async () => {
    await build();
    const query = '# </script><script>alert(1)</script>\nquery Evil { __typename }';
    const hostile = createPlayground({ folder, ...data, examples: [{ ...TAB, query }] });
    const html = await answer(hostile, ask('/graphql', { accept: BROWSER })).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('\\u003c/script>');
  });

  it.each([
    ['a client that names no type', ask('/graphql?query={__typename}')],
    ['curl', ask('/graphql', { accept: '*/*' })],
    [
      'an API client',
      ask('/graphql', { accept: 'application/graphql-response+json, application/json;q=0.9' }),
    ],
    [
      'a client that would rather have JSON',
      ask('/graphql', { accept: 'application/json, text/html;q=0.5' }),
    ],
    ['a client that refuses HTML', ask('/graphql', { accept: 'text/html;q=0' })],
    ['a POST', ask('/graphql', { accept: BROWSER }, 'POST')],
    ['another path', ask('/graphql/else', { accept: BROWSER })],
    ['the folder of the files', ask('/playground/', { accept: BROWSER })],
  ])('leaves %s to others', async (_who, request) => {
    await build();
    expect(playground.handle(request)).toBeNull();
  });

  it('serves built files with their types, to be kept for ever', async () => {
    await build();
    const script = answer(playground, ask('/playground/assets/main-1a2b.js'));
    expect(await script.text()).toBe(SCRIPT);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    const style = answer(playground, ask('/playground/assets/main-3c4d.css'));
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('serves the gzipped file to whoever takes one, and the plain one to whoever refuses it', async () => {
    await build();
    const path = '/playground/assets/main-1a2b.js';
    const gzipped = answer(playground, ask(path, { 'accept-encoding': 'br, gzip' }));
    expect(gzipped.headers.get('content-encoding')).toBe('gzip');
    expect(Buffer.from(await gzipped.arrayBuffer())).toEqual(gzipSync(SCRIPT));
    const plain = answer(playground, ask(path, { 'accept-encoding': 'gzip;q=0, br' }));
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
  });

  it('gives each example as text, to be asked with any program, and names them where there is no script', async () => {
    const page = answer(playground, ask('/graphql', { accept: BROWSER }));
    const [, address = ''] = /href="(\/playground\/examples\/[^"]+)"/.exec(await page.text()) ?? [];
    const response = answer(playground, ask(address));
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const text = await response.text();
    expect(text).toContain(TAB.query);
    expect(JSON.parse(text.trim().split('\n').at(-1) ?? '')).toEqual({
      query: TAB.query,
      variables: TAB.variables,
    });
    expect(playground.handle(ask('/playground/examples/Other.txt'))).toBeNull();
  });

  it('answers HEAD as GET without the body', async () => {
    await build();
    const response = answer(playground, ask('/playground/assets/main-1a2b.js', {}, 'HEAD'));
    expect(response.headers.get('content-length')).toBe(String(SCRIPT.length));
    expect(await response.text()).toBe('');
  });

  it.each([
    '/playground/assets/../manifest.json',
    '/playground/assets/..%2fmanifest.json',
    '/playground/assets/%2e%2e/manifest.json',
    '/playground/assets/....//manifest.json',
    '/playground/assets/..\\manifest.json',
    '/playground/assets//etc/passwd',
    '/playground/assets/constructor',
    '/playground/assets/',
  ])('gives away nothing but built files: %s', async (path) => {
    await build();
    const response = playground.handle(ask(path));
    expect(response === null || response.status === 404).toBe(true);
  });

  it('says how to build it while it is not built, and is there once it is', async () => {
    const before = answer(playground, ask('/graphql', { accept: BROWSER }));
    expect(before.status).toBe(503);
    expect(await before.text()).toContain('npm run build:playground');
    expect(answer(playground, ask('/playground/assets/main-1a2b.js')).status).toBe(404);
    await build();
    expect(answer(playground, ask('/graphql', { accept: BROWSER })).status).toBe(200);
  });
});

describe('the built playground', () => {
  const root = join(import.meta.dirname, '../..');
  const folder = join(root, 'dist/playground');
  const playground = createPlayground({ folder, ...data });
  beforeAll(() => {
    if (!existsSync(folder))
      execFileSync(process.execPath, ['src/web/playground/build.ts'], { cwd: root, stdio: 'ignore' });
  }, 60_000);

  it('is served whole, every file with a type that a browser takes', () => {
    const names = readdirSync(join(folder, 'assets')).filter((name) => !name.endsWith('.gz'));
    expect(names.filter((name) => name.includes('worker')).length).toBeGreaterThanOrEqual(3);
    for (const name of names) {
      const response = answer(playground, ask(`/playground/assets/${name}`));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^(text\/(javascript|css)|font\/|image\/)/);
    }
  });

  it('starts with files that it has', async () => {
    const html = await answer(playground, ask('/graphql', { accept: BROWSER })).text();
    const addresses = [...html.matchAll(/(?:src|href)="(\/playground\/assets\/[^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(addresses.length).toBeGreaterThanOrEqual(2);
    for (const address of addresses) expect(answer(playground, ask(address)).status).toBe(200);
  });
});
