import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  connectEmbedded,
  type EmbeddedEngine,
  openEmbedded,
  serveEngine,
} from '../../src/engine/embedded-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { socketPath } from '../../src/engine/socket-path.ts';
import { statement } from '../support/statement.ts';

const CREATE = statement('create', 'CREATE (n:Thing {id: $id})');
const COUNT = statement('count', 'MATCH (n:Thing) RETURN count(n) AS total');

describe('a store that is offered on a socket', () => {
  let folder: string;
  let host: EmbeddedEngine;
  let offer: { close(): Promise<void> };
  const clients: Engine[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
    host = await openEmbedded({ folder });
    offer = await serveEngine(host, folder);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close();
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function client(): Promise<Engine> {
    const engine = await connectEmbedded({ folder });
    if (engine === null) throw new Error('nobody listens');
    clients.push(engine);
    return engine;
  }

  /** Sends lines as they are and gives what comes back until the other side closes, or `replies` lines have come. */
  async function talk(lines: string[], replies: number): Promise<unknown[]> {
    const socket = connect(socketPath(folder));
    await once(socket, 'connect');
    for (const line of lines) socket.write(`${line}\n`);
    let text = '';
    for await (const data of socket) {
      text += data;
      if (text.split('\n').length > replies) break;
    }
    socket.destroy();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  }

  test('is open to its user alone, and gone when withdrawn', async () => {
    const path = socketPath(folder);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const engine = await client();
    await engine.ping();
    await offer.close();
    expect(existsSync(path)).toBe(false);
    expect(await connectEmbedded({ folder })).toBeNull();
    await expect(engine.ping()).rejects.toThrow(/has closed the connection/);
    expect(await host.read(COUNT)).toEqual([[0]]);
  });

  test('serves reads and writes of several processes, one writer after the other', async () => {
    const engines = [host, await client(), await client()];
    await host.write((transaction) => transaction.run(statement('counter', 'CREATE (n:Counter {value: 0})')));
    const get = statement('get', 'MATCH (n:Counter) RETURN n.value AS value');
    const set = statement('set', 'MATCH (n:Counter) SET n.value = $value');
    const steps = Array.from({ length: 30 }, (_, turn) =>
      engines[turn % 3]?.write(async (transaction) => {
        const [[value] = []] = await transaction.run(get);
        await transaction.run(set, { value: Number(value) + 1 });
      }),
    );
    await Promise.all(steps);
    expect(await engines[2]?.read(get)).toEqual([[30]]);
  });

  test('rolls back what a client had begun that went away, and lets the next writer in', async () => {
    const engine = await client();
    const entered = Promise.withResolvers<void>();
    const lost = engine.write(async (transaction) => {
      await transaction.run(CREATE, { id: 'lost' });
      entered.resolve();
      await engine.close();
      await transaction.run(CREATE, { id: 'lost too' });
    });
    await entered.promise;
    await expect(lost).rejects.toThrow(/is closed/);
    await host.write((transaction) => transaction.run(CREATE, { id: 'next' }));
    expect(await host.read(COUNT)).toEqual([[1]]);
  });

  test('passes over a client that went away while it waited for its turn', async () => {
    const waiting = await client();
    const holding = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const held = host.write(() => {
      holding.resolve();
      return released.promise;
    });
    await holding.promise;
    const never = waiting.write((transaction) => transaction.run(CREATE, { id: 'never' }));
    await Promise.all([waiting.close(), expect(never).rejects.toThrow(/is closed/)]);
    released.resolve();
    await held;
    await host.write((transaction) => transaction.run(CREATE, { id: 'next' }));
    expect(await host.read(COUNT)).toEqual([[1]]);
  });

  test('closes although a client has a transaction open', async () => {
    const engine = await client();
    const open = engine.write(async (transaction) => {
      await transaction.run(CREATE, { id: 'open' });
      await host.close();
    });
    await expect(open).rejects.toThrow(/the service that has/);
    host = await openEmbedded({ folder });
    expect(await host.read(COUNT)).toEqual([[0]]);
  });

  test('lets no client close, withdraw or move it', async () => {
    const replies = await talk(
      ['{"id":1,"kind":"close"}', '{"id":2,"kind":"withdraw"}', '{"id":3,"kind":"what"}'],
      3,
    );
    expect(replies).toHaveLength(3);
    for (const reply of replies) expect(reply).toMatchObject({ failure: { code: 'STATEMENT_FAILED' } });
    expect(await (await client()).read(COUNT)).toEqual([[0]]);
  });

  test.each(['no JSON at all', 'null', '[]', '{"id":"1","kind":"ping"}', '{"id":1,"kind":"read"}', '"ping"'])(
    'cuts off a client that sends %s, and serves the others',
    async (line) => {
      expect(await talk([line], 1)).toEqual([]);
      expect(await (await client()).read(COUNT)).toEqual([[0]]);
    },
  );

  test('refuses a message of more than 64 MB on either side, and goes on', async () => {
    const engine = await client();
    const huge = 'x'.repeat(65 * 1024 * 1024);
    await expect(engine.read(statement('huge', 'RETURN $huge AS huge'), { huge })).rejects.toThrow(
      /the message is \d+ bytes long, more than the 67108864 that may pass between processes/,
    );
    await expect(
      engine.read(statement('wide', 'RETURN [x IN range(1, 70) | $text] AS wide'), {
        text: huge.slice(0, 1024 * 1024),
      }),
    ).rejects.toThrow(/statement wide failed: the message is \d+ bytes long/);
    const socket = connect(socketPath(folder));
    socket.on('error', () => undefined);
    const cut = new Promise((resolve) => socket.on('close', resolve));
    socket.write(huge);
    await cut;
    expect(await engine.read(COUNT)).toEqual([[0]]);
  });

  test('takes the place of a socket that was left over', async () => {
    await offer.close();
    writeFileSync(socketPath(folder), '');
    expect(await connectEmbedded({ folder })).toBeNull();
    offer = await serveEngine(host, folder);
    expect(await (await client()).read(COUNT)).toEqual([[0]]);
  });
});

test('a folder whose path is too long for a socket gets one elsewhere, and works the same', async () => {
  const base = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const folder = join(base, 'a-folder-with-a-long-name'.repeat(6));
  mkdirSync(folder);
  const path = socketPath(folder);
  expect(Buffer.byteLength(path)).toBeLessThan(100);
  expect(socketPath(join(folder, '.'))).toBe(path);
  const host = await openEmbedded({ folder });
  await serveEngine(host, folder);
  const client = await connectEmbedded({ folder });
  expect(await client?.read(COUNT)).toEqual([[0]]);
  await client?.close();
  await host.close();
  expect(existsSync(path)).toBe(false);
  rmSync(base, { recursive: true });
});

test('on Windows the socket is a named pipe', () => {
  expect(socketPath(tmpdir(), 'win32')).toMatch(/^\\\\\.\\pipe\\onrecord-[0-9a-f]{24}$/);
});
