import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreBusy, StoreUnreachable } from '../../src/domain/errors.ts';
import { connectEmbedded, type EmbeddedEngine, openEmbedded } from '../../src/engine/embedded-engine.ts';
import { statement } from '../support/statement.ts';

const CREATE = statement('create', 'CREATE (n:Thing {id: $id})');
const COUNT = statement('count', 'MATCH (n:Thing) RETURN count(n) AS total');
const WRITER = fileURLToPath(new URL('../support/embedded-writer.ts', import.meta.url));

let folder: string;
const engines: EmbeddedEngine[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(where = folder): Promise<EmbeddedEngine> {
  const engine = await openEmbedded({ folder: where });
  engines.push(engine);
  return engine;
}

/** Starts the writer; `said` grows by what it prints. */
async function startWriter(first: number, mode = '') {
  const child = spawn(process.execPath, [WRITER, folder, String(first), mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  child.stdout.on('data', (data) => {
    const parts = `${rest}${data}`.split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const exit = once(child, 'exit');
  while (lines.length === 0) await Promise.race([once(child.stdout, 'data'), exit]);
  return {
    lines,
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

describe('the embedded store', () => {
  test('is made with its folder, and holds what was committed when it is opened again', async () => {
    const deep = join(folder, 'not', 'yet');
    const first = await open(deep);
    await first.write((transaction) => transaction.run(CREATE, { id: 'a' }));
    await first.close();
    expect(await (await open(deep)).read(COUNT)).toEqual([[1]]);
  });

  test('is refused to a second opener in the same process', async () => {
    await open();
    await expect(open()).rejects.toThrow(StoreBusy);
    await expect(open()).rejects.toThrow(`The store in ${folder} is open in another process.`);
  });

  test('is refused while another process has it, is reached by its socket then, and opened after its SIGKILL', async () => {
    const other = await startWriter(1, 'idle');
    await expect(open()).rejects.toThrow(StoreBusy);
    const client = await connectEmbedded({ folder });
    await client?.write((transaction) => transaction.run(CREATE, { id: 'from the client' }));
    expect(await client?.read(COUNT)).toEqual([[1]]);
    await other.kill();
    await expect(client?.read(COUNT)).rejects.toThrow(
      `the service that has ${folder} open has closed the connection`,
    );
    await client?.close();
    expect(existsSync(join(folder, 'onrecord.sock'))).toBe(true);
    expect(await connectEmbedded({ folder })).toBeNull();
    expect(await (await open()).read(COUNT)).toEqual([[1]]);
  });

  test('loses nothing acknowledged and shows nothing half-written when its process is killed while it writes', async () => {
    let acknowledged = 0;
    for (let round = 0; round < 5; round++) {
      const writer = await startWriter(acknowledged + 1000 * round + 1);
      await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 150));
      await writer.kill();
      const told = writer.lines.slice(1).map(Number);
      const engine = await open();
      const pairs = await engine.read(
        statement('pairs', 'MATCH (n:Half) RETURN n.pair AS pair, count(n) AS sides ORDER BY pair'),
      );
      expect(pairs.filter(([, sides]) => sides !== 2)).toEqual([]);
      const stored = new Set(pairs.map(([pair]) => pair));
      expect(told.filter((pair) => !stored.has(pair))).toEqual([]);
      expect(stored.size).toBeGreaterThanOrEqual(acknowledged + told.length);
      acknowledged = stored.size;
      await engine.close();
    }
    expect(acknowledged).toBeGreaterThan(50);
  });

  test('begins anew on an empty file, as a first start leaves it that was killed at once', async () => {
    writeFileSync(join(folder, 'graph.grafeo'), '');
    expect(await (await open()).read(COUNT)).toEqual([[0]]);
  });

  test.each([
    ['a file of something else', (path: string) => writeFileSync(path, 'something else altogether')],
    ['a file that was cut off', cutOff],
  ])('%s is told by its path, with what to do', async (_, damage) => {
    const path = join(folder, 'graph.grafeo');
    await damage(path);
    await expect(open()).rejects.toThrow(StoreUnreachable);
    await expect(open()).rejects.toThrow(`${path} is damaged, or is no store of this program`);
    await expect(open()).rejects.toThrow(/Put a backup in its place, or move it away to begin anew\.$/);
  });

  test('a folder that cannot be made or written is told by its path', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(open(join(file, 'data'))).rejects.toThrow(StoreUnreachable);
    await expect(open(join(file, 'data'))).rejects.toThrow(/cannot be used .* Set ONRECORD_DATA to a folder/);
    mkdirSync(join(folder, 'graph.grafeo'));
    await expect(open()).rejects.toThrow(StoreUnreachable);
  });

  test('after close every call says so', async () => {
    const engine = await open();
    await engine.close();
    await expect(engine.read(COUNT)).rejects.toThrow(`the embedded store in ${folder} is closed`);
  });
});

async function cutOff(path: string): Promise<void> {
  const engine = await open();
  const fill = statement('fill', 'UNWIND range(1, 5000) AS i CREATE (:Filler {i: i})');
  await engine.write((transaction) => transaction.run(fill));
  await engine.close();
  truncateSync(path, 20_000);
}
