import { request as send } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { StoreUnreachable } from '../../src/domain/errors.ts';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import { answerPlainPosts } from '../../src/graphql/plain-post.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { answerQueries, type NodeHandler } from '../../src/server/answer-queries.ts';
import { NotAuthenticated } from '../../src/server/authenticate.ts';
import { type RunningService, startService } from '../../src/server/service.ts';
import { createHistory } from '../../src/store/history.ts';
import type { StoreReader } from '../../src/store/store.ts';
import { caseBundle } from '../graphql/case.ts';
import { openTestStore, type TestStore } from '../support/seeded-store.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { claim, documents, json, posted, requests, type Sent } from './plain-requests.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const waits = JSON.stringify({ query: claim, variables: { slug: 'waits' } });

const own = new Set(['date', 'x-request-id', 'content-length', 'transfer-encoding']);
const ids = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Status, headers and body, but for what is each request's own and for how long it was said to be. */
function ask(port: number, { method = 'POST', path = '/graphql', headers = {}, body }: Sent) {
  return new Promise<object>((resolve, reject) => {
    const sent = send({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: Object.fromEntries(Object.entries(response.headers).filter(([name]) => !own.has(name))),
          body: Buffer.concat(chunks).toString().replace(ids, 'id'),
        }),
      );
    });
    // Of what is refused before it is read nothing more is taken.
    sent.on('error', (error: NodeJS.ErrnoException) => error.code !== 'EPIPE' && reject(error));
    sent.end(body ?? undefined);
  });
}

const ada: Caller = { id: 'key-1', name: 'Ada', role: 'reader' };
const folder = new TemporaryFolder();
const logged: object[] = [];
const logger = new Proxy({} as Parameters<typeof startService>[0]['logger'], {
  get: (_, level) => (said: object) => void (level === 'error' && logged.push(said)),
});
const now = () => new Date('2026-11-27T12:00:00.000Z');
let store: TestStore;
let close = async () => {};
/** What lets go on whoever asked for the claim that waits, and what was asked of the store after that. */
const waiting: (() => void)[] = [];
let taken = 0;

beforeAll(async () => {
  const engine = await openEmbedded({ folder: join(folder.path, 'data') });
  store = await openTestStore(engine);
  await store.import(caseBundle);
  close = () => engine.close();
});
afterAll(async () => {
  await close();
  folder[Symbol.dispose]();
});

function reader(asked: (name: string) => void): StoreReader {
  return new Proxy(store.reader, {
    get(target, name: keyof StoreReader) {
      const method: unknown = target[name];
      if (typeof method !== 'function') return method;
      if (name !== 'claimsBySlugs')
        return (...given: unknown[]): unknown => {
          asked(name);
          return Reflect.apply(method, target, given);
        };
      return async (slugs: readonly string[]) => {
        if (slugs.includes('away')) throw new StoreUnreachable('no server at bolt://db.internal:7687');
        if (slugs.includes('broken')) throw new Error('password=secret');
        if (slugs.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 2_500));
        if (slugs.includes('waits')) await new Promise<void>((resolve) => waiting.push(resolve));
        return target.claimsBySlugs(
          slugs.map((slug) => (slug === 'waits' ? 'pole-trained-on-data-of-orbit' : slug)),
        );
      };
    },
  });
}

/** The service with its short way, and one that has Yoga's own alone. */
async function bothWays(rememberedBytes: number, asked: (name: string) => void = () => {}) {
  const history = createHistory({ engine: store.engine, statements: store.statements }, rebuildGraph);
  const start = (handler: (yoga: ReturnType<typeof createGraphql>) => NodeHandler) => {
    const readerFor = async () => reader(asked);
    const yoga = createGraphql({
      readerFor,
      writer: store.writer,
      history,
      clock: now,
      logger,
      requestSeconds: 2,
    });
    return startService(
      {
        readerFor,
        readerAsOf: () => Promise.reject(new Error('is not asked')),
        graphql: handler(yoga),
        ask: () => Promise.reject(new Error('is not asked')),
        pastStanding: () => history.standing(),
        publicStanding: async () => ({ mark: 'one', nextEmbargoEnd: null }),
        rememberedBytes,
        playground: { handle: () => null } as never,
        authenticate: async (authorization) => {
          if (authorization === undefined) return null;
          if (authorization === 'Bearer good') return ada;
          throw new NotAuthenticated('this key is unknown here, revoked or expired');
        },
        publicReading: true,
        readiness: { check: async () => {} },
        limits: {
          ...{ bodyBytes: 131_072, recorderBodyBytes: 2_097_152 },
          ...{ callerRate: 1e9, addressRate: 1e9, failedRate: 1e9 },
          ...{ running: 64, waiting: 512, runningPoints: 400, trustedProxies: [] },
        },
        now,
        baseAt: (port) => `http://127.0.0.1:${port}`,
        logger,
      },
      { host: '127.0.0.1', port: 0 },
    );
  };
  const services: RunningService[] = await Promise.all([
    start((yoga) => {
      const short = answerPlainPosts(yoga);
      return answerQueries(
        async (post, given) => {
          const answer = await short(post, { ...given, logger });
          if (answer !== null) taken++;
          return answer;
        },
        (request, response, given) => yoga.handle(request, response, { ...given, logger }),
      );
    }),
    start((yoga) => (request, response, given) => yoga.handle(request, response, { ...given, logger })),
  ]);
  return {
    ports: services.map(({ port }) => port),
    stop: async () => {
      await Promise.all(services.map((service) => service.stop(0)));
      await history.close();
    },
  };
}

describe('a query that is posted plainly', () => {
  it.each([
    ['remembered', 10_000_000],
    ['not remembered', 0],
  ])('is answered and refused as by the long way, where answers are %s', async (_, rememberedBytes) => {
    const { ports, stop } = await bothWays(rememberedBytes);
    taken = 0;
    const differing: object[] = [];
    const statuses = new Set<unknown>();
    // Twice, and again once it is compiled.
    for (let time = 0; time < 3; time++)
      for (const request of requests) {
        if (time > 0 && request.name === 'what takes too long') continue;
        const [short, long] = await Promise.all(ports.map((port) => ask(port, request)));
        try {
          expect(short).toEqual(long);
        } catch {
          differing.push({ name: request.name, short, long });
        }
        statuses.add((short as { status: number }).status);
      }
    await stop();
    expect(differing).toEqual([]);
    expect(requests.length).toBeGreaterThan(150);
    expect([...statuses].sort()).toEqual([200, 204, 400, 401, 405, 406, 413, 414, 415, 431, 503]);
    expect(taken).toBeGreaterThan(documents.length);
  });

  it('is masked and logged once, whichever way it went', async () => {
    const { ports, stop } = await bothWays(0);
    logged.length = 0;
    const broken = posted('a failure', { query: claim, variables: { slug: 'broken' } });
    const [short, long] = await Promise.all(ports.map((port) => ask(port, broken)));
    await stop();
    expect(short).toEqual(long);
    expect(JSON.stringify(short)).not.toContain('secret');
    expect(logged.map((one) => Object.keys(one))).toEqual([
      ['err', 'requestId', 'path'],
      ['err', 'requestId', 'path'],
    ]);
  });

  it.each([
    ['the short way', 0],
    ['the long way', 1],
  ])('asks nothing more of the store once whoever asked is gone, by %s', async (_, way) => {
    const asked: string[] = [];
    const { ports, stop } = await bothWays(0, (name) => asked.push(name));
    const askedAfter = async (isGone: boolean) => {
      const headers = { ...json, 'content-length': Buffer.byteLength(waits) };
      const to = { port: ports[way], host: '127.0.0.1', method: 'POST', path: '/graphql', headers };
      const sent = send(to, (response) => response.resume());
      const closed = new Promise<void>((resolve) => sent.on('close', resolve));
      sent.on('error', () => {});
      sent.end(waits);
      await vi.waitFor(() => expect(waiting).toHaveLength(1));
      if (isGone) {
        sent.destroy();
        // The server hears of it between two turns of its own.
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      asked.length = 0;
      for (const go of waiting.splice(0)) go();
      await closed;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [...asked];
    };
    const [whole, gone] = [await askedAfter(false), await askedAfter(true)];
    await stop();
    expect(whole.length).toBeGreaterThan(0);
    expect(gone).toEqual([]);
  });
});
