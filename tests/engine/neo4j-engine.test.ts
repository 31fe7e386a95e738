import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreUnreachable } from '../../src/domain/errors.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type Neo4jAddress, openNeo4j } from '../../src/engine/neo4j-engine.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { statement } from '../support/statement.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { TlsProxy } from '../support/tls-proxy.ts';
import { BoltProxy } from '../trials/bolt-proxy.ts';

const ONE = statement('one', 'RETURN 1 AS one');
const COUNT = statement('count', 'MATCH (n:Once {id: $id}) RETURN count(n) AS total');
const found = ownNeo4j();
const server = found ?? { uri: '', user: '', password: '', database: '', tls: false };

describe.skipIf(found === null)('neo4j', () => {
  let proxy: TcpProxy;
  const engines: Engine[] = [];
  beforeAll(async () => {
    proxy = await TcpProxy.before(server.uri);
  });
  afterAll(async () => {
    for (const engine of engines) await engine.close();
    await proxy.close();
  });
  async function open(differing: Partial<Neo4jAddress>): Promise<Engine> {
    const engine = await openNeo4j({ ...server, ...differing });
    engines.push(engine);
    return engine;
  }

  test.each([
    ['a wrong password', { password: 'not the password' }, /refuses the user "\w+" with the password given/],
    ['an unknown user', { user: 'nobody' }, /refuses the user "nobody"/],
    ['a wrong database', { database: 'elsewhere' }, /has no database "elsewhere"/],
    [
      'a port where nothing listens',
      { uri: 'bolt://127.0.0.1:1' },
      /No Neo4j answers at bolt:\/\/127.0.0.1:1 /,
    ],
    ['the same by routing', { uri: 'neo4j://127.0.0.1:1' }, /No Neo4j answers at neo4j:\/\/127.0.0.1:1 /],
    ['an unknown host', { uri: 'bolt://nowhere.invalid' }, /No Neo4j answers at bolt:\/\/nowhere.invalid /],
    ['a scheme of another service', { uri: 'http://127.0.0.1:7474' }, /begins with one of bolt, bolt\+s/],
    ['an address without a host', { uri: 'bolt://' }, /"bolt:\/\/" is no address of a Neo4j/],
  ])('%s is told in a sentence that never holds the password', async (_, differing, sentence) => {
    const failure: unknown = await open(differing).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreUnreachable);
    expect(String(failure)).toMatch(sentence);
    expect(String(failure)).not.toContain(server.password);
    expect(String(failure)).not.toContain('not the password');
  });

  test('a server that accepts and says nothing is given up within the limit', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const begin = Date.now();
    await expect(open({ uri: `bolt://127.0.0.1:${port}` })).rejects.toThrow(StoreUnreachable);
    expect(Date.now() - begin).toBeLessThan(12_000);
    silent.close();
  });

  test('a web server at the port is told apart', async () => {
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await once(web, 'listening');
    const address = web.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await expect(open({ uri: `bolt://127.0.0.1:${port}` })).rejects.toThrow(/speaks HTTP, not Bolt/);
    web.close();
  });

  test('a routing address works with a single server, reads and writes', async () => {
    const engine = await open({ uri: server.uri.replace('bolt:', 'neo4j:') });
    const create = statement('create', 'MERGE (n:Routed) RETURN 1 AS one');
    expect(await engine.write((transaction) => transaction.run(create))).toEqual([[1]]);
    expect(await engine.read(statement('routed', 'MATCH (n:Routed) RETURN count(n) AS total'))).toEqual([
      [1],
    ]);
  });

  describe('over TLS', () => {
    let tls: TlsProxy | null = null;
    let host: string;
    beforeAll(async () => {
      // A server that was named or runs in a container has no certificate: one stands before it then.
      if (!server.tls) tls = await TlsProxy.before(server.uri);
      host = tls === null ? server.uri.replace('bolt://', '') : `127.0.0.1:${tls.port}`;
    });
    afterAll(() => tls?.close());

    test.each(['bolt+ssc', 'neo4j+ssc'])(
      '%s takes a certificate that the server signed itself',
      async (scheme) => {
        const engine = await open({ uri: `${scheme}://${host}` });
        expect(await engine.read(ONE)).toEqual([[1]]);
      },
    );

    test.each(['bolt+s', 'neo4j+s'])('%s refuses one, and says which scheme takes it', async (scheme) => {
      await expect(open({ uri: `${scheme}://${host}` })).rejects.toThrow(StoreUnreachable);
      await expect(open({ uri: `bolt+s://${host}` })).rejects.toThrow(
        /^The encrypted connection .* failed: .*bolt\+ssc:\/\/ or neo4j\+ssc:\/\//,
      );
    });
  });

  test('a server lost half way through a transaction is told, and answers again when it is back', async () => {
    const engine = await open({ uri: `bolt://127.0.0.1:${proxy.port}`, patience: 500 });
    const create = statement('create', "CREATE (n:Once {id: 'half way'})");
    const write = engine.write(async (transaction) => {
      await transaction.run(create);
      proxy.cut();
      await transaction.run(create);
    });
    await expect(write).rejects.toThrow(StoreUnreachable);
    await expect(write).rejects.toThrow(
      /^No Neo4j answers at bolt:\/\/127.0.0.1:\d+ \(user "\w+", database "neo4j"\)/,
    );
    await expect(engine.read(ONE)).rejects.toThrow(StoreUnreachable);
    await expect(engine.ping()).rejects.toThrow(StoreUnreachable);
    proxy.mend();
    await engine.ping();
    expect(await engine.read(COUNT, { id: 'half way' })).toEqual([[0]]);
  });

  test('a server that falls silent is not waited for, and is asked on new connections when it is back', async () => {
    const silent = await BoltProxy.before(server.uri);
    try {
      const engine = await open({ uri: silent.uri });
      silent.freeze();
      await expect(engine.ping()).rejects.toThrow(StoreUnreachable);
      const write = engine.write((transaction) => transaction.run(ONE), { silenceMs: 500 });
      await expect(write).rejects.toThrow(/^Neo4j at bolt:\/\/127.0.0.1:\d+ does not answer/);
      silent.thaw();
      await engine.ping();
      expect(await engine.read(ONE)).toEqual([[1]]);
    } finally {
      silent.close();
    }
  });

  test('a read survives a connection that is cut under it', async () => {
    const engine = await open({ uri: `bolt://127.0.0.1:${proxy.port}` });
    const reading = engine.read(statement('long', 'UNWIND range(1, 3000000) AS x RETURN sum(x) AS total'));
    setTimeout(() => proxy.cut(), 30);
    setTimeout(() => proxy.mend(), 60);
    expect(await reading).toEqual([[4500001500000]]);
  });

  test('when the reply to COMMIT is lost the work runs again; under MERGE and a constraint it changes nothing', async () => {
    const engine = await open({ uri: `bolt://127.0.0.1:${proxy.port}` });
    await engine.define(
      statement('defineOnce', 'CREATE CONSTRAINT once_id IF NOT EXISTS FOR (n:Once) REQUIRE n.id IS UNIQUE'),
    );
    const merge = statement(
      'merge',
      'MERGE (n:Once {id: $id}) ON CREATE SET n.made = $made RETURN n.made AS made',
    );
    let runs = 0;
    proxy.dropRepliesToCommit(1);
    const result = await engine.write((transaction) =>
      transaction.run(merge, { id: 'merged', made: ++runs }),
    );
    expect(proxy.dropped).toBe(1);
    expect(runs).toBe(2);
    expect(result).toEqual([[1]]);
    expect(await engine.read(COUNT, { id: 'merged' })).toEqual([[1]]);
  });

  test('reads pass the bookmark of the last write, so that a server that is behind waits; before it none is passed', async () => {
    const engine = await open({ uri: `bolt://127.0.0.1:${proxy.port}` });
    const mark = statement('mark', "MERGE (n:Once {id: 'marked'})");
    proxy.sent = '';
    await engine.read(COUNT, { id: 'marked' });
    expect(proxy.sent).toContain(COUNT.text);
    expect(proxy.sent).not.toContain('bookmarks');
    await engine.write((transaction) => transaction.run(mark));
    proxy.sent = '';
    expect(await engine.read(COUNT, { id: 'marked' })).toEqual([[1]]);
    expect(proxy.sent.match(/bookmarks/g)).toHaveLength(1);
  });
});
