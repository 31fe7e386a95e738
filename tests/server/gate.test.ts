import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { LimitExceeded, limitCodes } from '../../src/domain/limit-exceeded.ts';
import { retryHeaders } from '../../src/graphql/limit-error.ts';
import { Admission, type Asked } from '../../src/server/admission.ts';
import { createClientAddress } from '../../src/server/client-address.ts';
import { Rates } from '../../src/server/rates.ts';
import { RequestAborted } from '../../src/server/request-body.ts';

const refusal = async (work: Promise<unknown>): Promise<LimitExceeded> => {
  const error: unknown = await work.then(
    () => new Error('it was let in'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof LimitExceeded) return error;
  throw error;
};

it('is described limit by limit', () => {
  const described = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
  expect(limitCodes.length).toBeGreaterThan(20);
  expect(limitCodes.filter((code) => !described.includes(`\`${code}\``))).toEqual([]);
});

describe('the address of a client', () => {
  const from = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

  it.each([
    ['198.51.100.7', undefined, '198.51.100.7'],
    ['::ffff:198.51.100.7', undefined, '198.51.100.7'],
    // Whoever connects himself is not believed.
    ['198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['10.1.2.3', '203.0.113.9', '203.0.113.9'],
    // What stands further to the left was written by the caller.
    ['10.1.2.3', '192.0.2.1, 203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['10.1.2.3', 'nonsense', '10.1.2.3'],
    ['10.1.2.3', undefined, '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', undefined, '20010db800010002/64'],
    ['2001:db8:1:2:ffff::1', undefined, '20010db800010002/64'],
  ])('%s with X-Forwarded-For %s is %s', (peer, forwarded, expected) => {
    expect(createClientAddress(['10.0.0.0/8'])(from(peer, forwarded))).toBe(expected);
  });

  it('is who connects where no proxy is trusted', () => {
    expect(createClientAddress([])(from('10.1.2.3', '203.0.113.9'))).toBe('10.1.2.3');
  });
});

describe('the rate of a caller', () => {
  const caller: Caller = { id: 'key-1', name: 'Ada', role: 'reader' };
  const rates = () => new Rates({ callerRate: 10, addressRate: 5, failedRate: 3 }, () => new Date());

  it('is counted in points, by key where there is one and by address else', async () => {
    const counted = rates();
    const [ada, nobody] = [counted.spending(caller, 'a'), counted.spending(null, 'a')];
    await ada(9);
    await nobody(5);
    await counted.spending(null, 'b')(5);
    await ada(1);
    const error = await refusal(ada(1));
    expect(error).toMatchObject({ code: 'RATE_EXCEEDED', limit: 10, came: 11 });
    expect(error.retryAfter).toBeGreaterThan(0);
    expect(error.retryAfter).toBeLessThanOrEqual(60);
    expect(retryHeaders(error)).toEqual({
      'retry-after': String(error.retryAfter),
      'ratelimit-policy': '"minute";q=10;w=60',
      ratelimit: `"minute";r=0;t=${error.retryAfter}`,
    });
    expect(await refusal(nobody(1))).toMatchObject({ limit: 5, came: 6 });
  });

  it('does not let an address try keys without end, nor a neighbour lock out whose key was taken', async () => {
    const counted = rates();
    counted.taken('Bearer good');
    for (let time = 0; time < 3; time++) {
      await counted.expectWorthTrying('a', `Bearer bad-${time}`);
      await counted.failed('a');
    }
    expect(await refusal(counted.expectWorthTrying('a', 'Bearer bad-3'))).toMatchObject({
      code: 'FAILED_KEYS_TOO_MANY',
      limit: 3,
    });
    await counted.expectWorthTrying('a', 'Bearer good');
    await counted.expectWorthTrying('b', 'Bearer bad-3');
  });
});

describe('the queue', () => {
  /** A request that can be ended. */
  const visitor = (admission: Admission, who: string, asked: Asked = {}) => {
    const ends: (() => void)[] = [];
    let entered = false;
    const turn = admission
      .enter(who, (then) => ends.push(then), asked)
      .then(() => {
        entered = true;
      });
    return {
      turn,
      end: () => {
        for (const then of ends.splice(0)) then();
      },
      entered: () => entered,
    };
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

  it('lets so many in, the next when one ends, and refuses beyond what may wait', async () => {
    const admission = new Admission({ running: 2, waiting: 2 }, 60_000);
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((who) => visitor(admission, who));
    await settled();
    expect([a, b, c, d].map((one) => one?.entered())).toEqual([true, true, false, false]);
    expect(await refusal(admission.enter('e', () => {}))).toMatchObject({
      code: 'SERVICE_BUSY',
      limit: 4,
      came: 5,
      retryAfter: 1,
    });
    a?.end();
    await settled();
    expect([c, d].map((one) => one?.entered())).toEqual([true, false]);
    for (const one of [b, c, d]) one?.end();
    await Promise.all([b, c, d].map((one) => one?.turn));
    await admission.enter('f', () => {});
  });

  it('gives no caller more than half', async () => {
    const admission = new Admission({ running: 4, waiting: 2 }, 60_000);
    const greedy = [1, 2, 3].map(() => visitor(admission, 'greedy'));
    await settled();
    expect(greedy.map(({ entered }) => entered())).toEqual([true, true, false]);
    expect(await refusal(admission.enter('greedy', () => {}))).toMatchObject({ code: 'SERVICE_BUSY' });
    const other = visitor(admission, 'other');
    await settled();
    expect(other.entered()).toBe(true);
  });

  it('counts what is dear for what it weighs, and lets in what has room when it ends', async () => {
    const admission = new Admission({ running: 8, waiting: 6 }, 60_000, 'points');
    const dear = (who: string, weight: number) => visitor(admission, who, { weight });
    // More than half counts as half: it is worked on beside nothing else of its caller's.
    const [first, second] = [dear('a', 100), dear('a', 1)];
    const [third, fourth, fifth] = [dear('b', 3), dear('c', 2), dear('d', 1)];
    await settled();
    // The fourth waits for room alone, so that the fifth is not let in before it.
    const all = [first, second, third, fourth, fifth];
    expect(all.map((one) => one.entered())).toEqual([true, false, true, false, false]);
    first.end();
    await settled();
    expect(all.map((one) => one.entered())).toEqual([true, true, true, true, true]);
    const last = dear('e', 4);
    expect(await refusal(admission.enter('f', () => {}, { waitMs: 0 }))).toMatchObject({
      code: 'SERVICE_BUSY',
      limit: 8,
      message: expect.stringContaining('8 points;'),
    });
    for (const one of all) one.end();
    await settled();
    expect(last.entered()).toBe(true);
  });

  it('gives room back before a request is over, once', async () => {
    const admission = new Admission({ running: 1, waiting: 0 }, 0);
    const ends: (() => void)[] = [];
    const leave = await admission.enter('a', (then) => ends.push(then));
    leave();
    const other = visitor(admission, 'b');
    await settled();
    expect(other.entered()).toBe(true);
    for (const then of ends) then();
    expect(await refusal(admission.enter('c', () => {}))).toMatchObject({ code: 'SERVICE_BUSY' });
  });

  it('keeps nobody waiting for ever, and forgets who has gone', async () => {
    const admission = new Admission({ running: 1, waiting: 4 }, 30);
    const first = visitor(admission, 'a');
    const gone = visitor(admission, 'b');
    gone.end();
    await expect(gone.turn).rejects.toBeInstanceOf(RequestAborted);
    expect(await refusal(admission.enter('c', () => {}))).toMatchObject({ code: 'SERVICE_BUSY' });
    first.end();
    await admission.enter('d', () => {});
  });
});
