import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, test, vi } from 'vitest';
import { onrecord } from '../support/onrecord-process.ts';
import {
  attackedService,
  codesIn,
  isRefused,
  megabytesOf,
  post,
  quantile,
  question,
  slack,
} from './attacked-service.ts';
import { bareYoga, harm } from './bare-service.ts';
import { fromElsewhere } from './from-elsewhere.ts';
import { dearQuery, fragmentBomb, hostileRequests, interfaceBomb } from './hostile-requests.ts';
import { type Sent, SlowConnection, send, slowConnectionsTo } from './hostile-sender.ts';
import { full } from './trial.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const REFUSED_WITHIN_MS = 500;
const OTHERS_P99_MS = 1_000;
const MEMORY_MB = 100;
/** How long a request may wait for its turn. */
const WAIT_MS = 5_000;

const times = full ? 10 : 3;
const floodMs = full ? 60_000 : 8_000;
const slowConnections = full ? 500 : 100;
const floodOfDear = full ? 1_000 : 300;

const attacked = attackedService();

describe('a hostile request', () => {
  test('of every kind is refused at once, for what it is', async () => {
    const attacks = hostileRequests();
    expect(attacks.length).toBeGreaterThan(25);
    await send(attacked.service.base, post(question, { slug: 'none' }));
    const lines: string[] = [];
    for (const attack of attacks) {
      const took: number[] = [];
      for (let time = 0; time < times; time++) {
        const { body, ms, status } = await send(attacked.service.base, attack);
        expect(isRefused(attack, body), `${attack.name}: ${status} ${body.slice(0, 300)}`).toBe(true);
        took.push(ms);
      }
      took.sort((a, b) => a - b);
      lines.push(
        `  ${attack.name}: ${quantile(took, 0.5).toFixed(0)} ms, at the most ${took.at(-1)?.toFixed(0)}`,
      );
      expect(quantile(took, 0.5), attack.name).toBeLessThan(REFUSED_WITHIN_MS * slack());
    }
    process.stdout.write(
      `refusals, ${times} times each (load ${loadavg()[0]?.toFixed(1)}):\n${lines.join('\n')}\n`,
    );
  });

  test('of 8 MB is refused to those who may record too', async () => {
    const authorization = `Bearer ${attacked.keys['contributor']?.key}`;
    const large = hostileRequests().filter(({ codes }) => codes.includes('BODY_TOO_LARGE'));
    const enormous = large.filter(({ body }) => (body?.length ?? 0) > 4_000_000);
    expect(enormous.length).toBe(4);
    for (const attack of enormous) {
      const { status, body } = await send(attacked.service.base, {
        ...attack,
        headers: { ...attack.headers, authorization },
      });
      expect(status).toBe(413);
      expect(JSON.parse(body).errors[0].extensions).toMatchObject({
        code: 'BODY_TOO_LARGE',
        limit: 2_097_152,
      });
    }
  });

  test('that is small and multiplies by itself is answered, and holds up nobody', async () => {
    for (const query of [interfaceBomb(3), interfaceBomb(4)]) {
      const { status, body, ms } = await send(attacked.service.base, post(query));
      expect(status, body).toBeLessThan(500);
      expect(ms).toBeLessThan(REFUSED_WITHIN_MS * slack());
    }
  });

  test('keeps no other caller waiting in a flood, and leaves no memory behind', async () => {
    const attacks = hostileRequests();
    const quiet = await attacked.othersMeanwhile(() => pause(2_000));
    const ordinary = { over: false };
    const askers = Array.from({ length: 6 }, () => attacked.other(ordinary, 0));
    await pause(floodMs / 2);
    ordinary.over = true;
    await Promise.all(askers);
    const before = megabytesOf(attacked.service.process);
    let refused = 0;
    const notRefused: string[] = [];
    const slow: SlowConnection[] = [];
    const busy = await attacked.othersMeanwhile(async () => {
      slow.push(...slowConnectionsTo(attacked.service.base, slowConnections));
      const end = performance.now() + floodMs;
      const attacker = async (first: number) => {
        for (let at = first; performance.now() < end; at++) {
          const attack = attacks[at % attacks.length];
          if (attack === undefined) throw new Error('there are attacks');
          try {
            const { body, status } = await send(attacked.service.base, attack);
            if (
              isRefused(attack, body) ||
              codesIn(body).every((code) => code === 'SERVICE_BUSY' || code === 'BODIES_TOO_LARGE')
            )
              refused++;
            else notRefused.push(`${attack.name}: ${status}`);
          } catch (error) {
            // Its connection was cut while it was sending, which refuses it too.
            if (attack.body === null || attack.body.length < 1_000_000) throw error;
            refused++;
          }
        }
      };
      await Promise.all(Array.from({ length: 6 }, (_, index) => attacker(index * 5)));
    });
    const peak = megabytesOf(attacked.service.process);
    for (const connection of slow) connection.end();
    const deadline = performance.now() + 60_000;
    let after = peak;
    while (after > attacked.fresh + MEMORY_MB && performance.now() < deadline) {
      await pause(1_000);
      await send(attacked.service.base, post(question, { slug: 'none' }));
      after = megabytesOf(attacked.service.process);
    }
    process.stdout.write(
      `a flood of ${floodMs / 1000} s beside ${slowConnections} slow connections: ${refused} refused; others' p50 ` +
        `${quantile(busy, 0.5).toFixed(0)} ms, p99 ${quantile(busy, 0.99).toFixed(0)} ms of ${busy.length} (without: ` +
        `${quantile(quiet, 0.5).toFixed(0)} and ${quantile(quiet, 0.99).toFixed(0)}); memory ${attacked.fresh.toFixed(0)} MB fresh, ` +
        `${before.toFixed(0)} after ordinary work, ` +
        `${peak.toFixed(0)} at its end, ${after.toFixed(0)} after (load ${loadavg()[0]?.toFixed(1)})\n`,
    );
    expect(notRefused).toEqual([]);
    expect(refused).toBeGreaterThan(attacks.length);
    expect(busy.length).toBeGreaterThan(20);
    expect(quantile(busy, 0.99)).toBeLessThan(OTHERS_P99_MS * slack());
    expect(after).toBeLessThanOrEqual(attacked.fresh + MEMORY_MB);
  });

  test('that is dear and allowed keeps no other caller waiting, however many come at once', async () => {
    // Another each time, so that none is answered from what is remembered.
    const dear = (index: number) =>
      post(dearQuery, { trails: 10 + Math.floor(index / 40), said: 10 + (index % 40) });
    const alone = await attacked.othersMeanwhile(async () => {
      for (let time = 0; time < 3; time++)
        expect((await send(attacked.service.base, dear(floodOfDear + time))).status).toBe(200);
    });
    const answers: Sent[] = [];
    const busy = await attacked.othersMeanwhile(async () => {
      const all = Array.from({ length: floodOfDear }, async (_, index) => {
        // As events too: that it is told so makes no listener of it.
        const accept = index % 2 === 0 ? 'application/json' : 'text/event-stream';
        const one = dear(index);
        answers.push(await send(attacked.service.base, { ...one, headers: { ...one.headers, accept } }));
      });
      await Promise.all(all);
    });
    const told = Map.groupBy(answers, ({ status }) => status);
    const waited = Math.max(...answers.map(({ ms }) => ms));
    process.stdout.write(
      `${floodOfDear} dear queries at once: ${told.get(200)?.length} answered, ${told.get(503)?.length} refused, none after more than ` +
        `${(waited / 1000).toFixed(1)} s; others' p50 ${quantile(busy, 0.5).toFixed(0)} ms, p99 ${quantile(busy, 0.99).toFixed(0)} ms of ` +
        `${busy.length} (beside one at a time: ${quantile(alone, 0.5).toFixed(0)} and ${quantile(alone, 0.99).toFixed(0)}; load ${loadavg()[0]?.toFixed(1)})\n`,
    );
    expect([...told.keys()].sort()).toEqual([200, 503]);
    for (const { body } of told.get(503) ?? []) expect(body).toContain('"code":"SERVICE_BUSY"');
    // Whoever waited as long as one may, and was begun then, has an answer of his own to wait for.
    expect(waited).toBeLessThan((WAIT_MS + 2_000) * slack());
    expect(busy.length).toBeGreaterThan(10);
    expect(quantile(busy, 0.99)).toBeLessThan(OTHERS_P99_MS * slack());
  });

  test('whose headers never end is cut off, and told why', async () => {
    const connections = Array.from(
      { length: 20 },
      () => new SlowConnection(attacked.service.base, 'GET /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
    );
    for (const { over } of connections) {
      const { ms, said } = await over;
      expect(said).toContain('HTTP/1.1 408');
      expect(said).toContain('"code":"REQUEST_TOO_SLOW","limit":5');
      expect(ms).toBeGreaterThan(4_000);
      expect(ms).toBeLessThan(8_000 * slack());
    }
  });
});

describe('a mutation that a page elsewhere could make a browser send', () => {
  const { mutation, form, ways } = fromElsewhere();
  const sources = async () => {
    const { body } = await send(attacked.service.base, post('{ sources { totalCount } }'));
    return JSON.parse(body).data.sources.totalCount as number;
  };

  test('is not run in any way, even with an admin’s key', async () => {
    const before = await sources();
    for (const [way, query, init] of ways) {
      const headers = { ...init.headers, authorization: `Bearer ${attacked.keys['admin']?.key}` };
      const response = await fetch(`${attacked.service.base}/graphql${query}`, { ...init, headers });
      expect(response.status, way).toBeGreaterThanOrEqual(400);
      expect(await sources(), way).toBe(before);
    }
    // With the type that a page may not send unasked, the same is run: it is the way that is refused.
    const run = {
      ...post(mutation),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${attacked.keys['admin']?.key}` },
    };
    expect((await send(attacked.service.base, run)).body).toContain('"SourceAdded"');
    expect(await sources()).toBe(before + 1);
  });

  test('would be run by Yoga alone, from a form', async () => {
    await using bare = await bareYoga();
    await fetch(`${bare.base}/graphql`, { method: 'POST', body: form });
    await vi.waitFor(() => expect(bare.written()).toContain('written'), 20_000);
  });
});

describe('a key or token that is not good', () => {
  const ask = async (authorization: string) => {
    const request = post('{ claims { totalCount } }');
    return send(attacked.service.base, { ...request, headers: { ...request.headers, authorization } });
  };

  test('is never taken, nor its bearer for nobody', async () => {
    expect((await ask(`Bearer ${await attacked.issuer.token()}`)).status).toBe(200);
    expect((await ask(`Bearer ${attacked.keys['reader']?.key}`)).status).toBe(200);
    const revoked = attacked.keys['admin'];
    expect(await onrecord(['keys', 'revoke', revoked?.id ?? ''], attacked.variables)).toMatchObject({
      code: 0,
    });
    const tokens = await Promise.all(
      attacked.issuer.bad.map(async ([what, make]) => [what, await make()] as const),
    );
    const wrong = [
      ...tokens,
      ['a revoked key', revoked?.key ?? ''],
      ['an unknown key', `onr_${'A'.repeat(43)}`],
      ['a key cut short', attacked.keys['reader']?.key.slice(0, -1) ?? ''],
      ['a key with more', `${attacked.keys['reader']?.key}A`],
    ] as const;
    expect(wrong.length).toBeGreaterThan(20);
    for (const [what, secret] of wrong) {
      const { status, body } = await ask(`Bearer ${secret}`);
      expect(status, what).toBe(401);
      expect(codesIn(body), what).toEqual(['UNAUTHENTICATED']);
      expect(body, what).not.toContain('"data"');
    }
  });

  test('would be taken in part by whoever reads a token without verifying it', async () => {
    const taken = [];
    for (const [what, make] of attacked.issuer.bad) {
      try {
        const secret = await make();
        if (decodeProtectedHeader(secret).alg && decodeJwt(secret).iss === attacked.issuer.issuer)
          taken.push(what);
      } catch {
        // What is no token at all even this one does not take.
      }
    }
    expect(taken).toContain('has no signature');
    expect(taken).toContain('is signed with the public key as a secret');
    expect(taken.length).toBeGreaterThan(8);
  });
});

describe('without the limits', () => {
  test.each([
    ['a bomb of fragments', (size: number) => fragmentBomb(6 + size)],
    ['interfaces within interfaces', (size: number) => interfaceBomb(size)],
  ])('%s holds a service up for more than a second, from less than 2 kB', async (name, bomb) => {
    await using bare = await bareYoga();
    await harm(bare.base, post('{ __typename }'));
    let ms = 0;
    let size = 0;
    while (ms < 1_000 && size < 8) ms = await harm(bare.base, post(bomb(++size)));
    expect(bomb(size).length).toBeLessThan(2_000);
    expect(ms).toBeGreaterThan(1_000);
    const here = await send(attacked.service.base, post(bomb(size)));
    process.stdout.write(
      `${name}, ${bomb(size).length} bytes: ${ms.toFixed(0)} ms without the limits, ${here.ms.toFixed(0)} ms with them\n`,
    );
    expect(here.ms).toBeLessThan(ms / 2);
  });

  test('8 MB of variables are read whole', async () => {
    await using bare = await bareYoga();
    const [large] = hostileRequests().filter(({ name }) => name === '8 MB of variables');
    if (large === undefined) throw new Error('there is such an attack');
    expect((await send(bare.base, large)).body).toContain('it was read to its end');
  });
});
