import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ran, started } from './stranger.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'onrecord-pack-'));
const home = join(folder, 'home of a stranger');
const embedded = { ONRECORD_DATA: join(folder, 'data'), PORT: '0', ONRECORD_LOG: 'warn' };
const packed = z.tuple([
  z.looseObject({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
]);

let inside: readonly string[] = [];
let service: ChildProcess | null = null;

const onrecord = (...args: string[]) => ran(home, 'npx', ['--no-install', 'onrecord', ...args], embedded);

beforeAll(async () => {
  const pack = await ran(root, 'npm', ['pack', '--json', '--pack-destination', folder]);
  expect(pack.code, pack.stderr).toBe(0);
  // What prepack says on stdout stands before the JSON.
  const [{ filename, files }] = packed.parse(JSON.parse(pack.stdout.slice(pack.stdout.search(/^\[$/m))));
  inside = files.map(({ path }) => path);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const tarball = join(folder, filename);
  const install = await ran(home, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball]);
  expect(install.code, install.stderr).toBe(0);
}, 300_000);

afterAll(() => {
  service?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('the packed package', () => {
  it('holds what it runs on, built, and neither tests nor sources', () => {
    expect(inside).toEqual(
      expect.arrayContaining([
        'dist/lib/cli/onrecord.js',
        'dist/lib/engine/embedded-worker.js',
        'dist/playground/manifest.json',
        'cypher/migrations/001-schema.embedded.cypher',
        'schema/schema.graphql',
        'seed/bytedance-openai.bundle.json',
        'LICENSE',
        'README.md',
      ]),
    );
    expect(inside.filter((path) => /^(?:tests|data|bench|\.)|(?<!\.d)\.ts$|\.log$/.test(path))).toEqual([]);
  });

  it('holds nothing built of a source that is gone', () => {
    const built = inside.filter((path) => path.startsWith('dist/lib/'));
    expect(built.length).toBeGreaterThan(100);
    const source = (path: string) => path.replace(/^dist\/lib\//, 'src/').replace(/\.js$/, '.ts');
    expect(built.filter((path) => !existsSync(join(root, source(path))))).toEqual([]);
  });

  it('helps, in an empty folder', async () => {
    const { code, stdout } = await onrecord('--help');
    expect(code).toBe(0);
    for (const command of ['serve', 'seed', 'migrate', 'check', 'query'])
      expect(stdout).toContain(`\n  ${command} `);
  });

  it('says what is wrong with its configuration, with exit code 2', async () => {
    const { code, stderr } = await ran(home, 'npx', ['--no-install', 'onrecord', 'serve'], { PORT: 'many' });
    expect(code).toBe(2);
    expect(stderr).toContain('PORT');
  });

  it('serves what it seeds, and stops when asked to', async () => {
    const bin = join(home, 'node_modules', '.bin', 'onrecord');
    const serving = started(home, bin, ['serve', '--json'], embedded);
    service = serving;
    const ended = once(serving, 'exit');
    if (serving.stdout === null || serving.stderr === null) throw new Error('the service has no output');
    let said = '';
    serving.stderr.on('data', (text) => {
      said += String(text);
    });
    const line = await Promise.race([
      once(createInterface(serving.stdout), 'line').then(([first]) => String(first)),
      ended.then(() => {
        throw new Error(`the service ended: ${said}`);
      }),
    ]);
    const { playground, picture, health } = z
      .object({ playground: z.url(), picture: z.url(), health: z.url() })
      .parse(JSON.parse(line));

    expect((await fetch(health)).status).toBe(200);
    expect((await fetch(new URL('/readyz', health))).status).toBe(200);
    expect(await (await fetch(picture)).text()).toContain('<svg');
    const page = await (await fetch(playground, { headers: { accept: 'text/html' } })).text();
    const [, script = ''] = /src="(\/playground\/[^"]+\.js)"/.exec(page) ?? [];
    expect((await fetch(new URL(script, playground))).headers.get('content-type')).toContain('javascript');
    const asked = await fetch(playground, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ claims(first: 1) { totalCount edges { node { headline } } } }' }),
    });
    const answer = z.object({
      data: z.object({
        claims: z.object({
          totalCount: z.number().min(60),
          edges: z.tuple([z.object({ node: z.object({ headline: z.string().min(1) }) })]),
        }),
      }),
    });
    expect(answer.safeParse(await asked.json()).error).toBeUndefined();

    const again = await onrecord('seed', '--json');
    expect(again.code, again.stderr).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, revised: 0, activityId: null });

    serving.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  }, 60_000);
});
