import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onrecord, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

const LIMIT_MS = 10_000;
const REQUESTS = 50;
const body = JSON.stringify({
  query:
    '{ claims { totalCount edges { node { headline status whoSaid { edges { node { speaker { name } } } } } } } }',
});

let folder: TemporaryFolder;
let variables: { ONRECORD_DATA: string };
beforeAll(async () => {
  folder = new TemporaryFolder();
  variables = { ONRECORD_DATA: `${folder.path}/data` };
  await onrecord(['migrate'], variables);
  const paths = [1, 2, 3].map((number) => folder.write(`${number}.json`, smallBundle(number)));
  expect(await onrecord(['seed', ...paths], variables)).toMatchObject({ code: 0 });
});
afterAll(() => folder[Symbol.dispose]());

/** A request that the service has begun to read: it has asked for the body, which is not sent yet. */
function begun(base: string, agent: Agent): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const asked = request(`${base}/graphql`, {
      agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        expect: '100-continue',
      },
    });
    asked.once('continue', () => resolve(asked));
    asked.once('error', reject);
    asked.flushHeaders();
  });
}

/** Sends the body and reads the answer, whole. */
async function finished(asked: ClientRequest): Promise<{ status: number | undefined; answer: unknown }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve);
    asked.once('error', reject);
    asked.end(body);
  });
  return { status: response.statusCode, answer: JSON.parse(await text(response)) };
}

async function timed<Result>(work: Promise<Result>): Promise<{ result: Result; ms: number }> {
  const started = performance.now();
  const result = await work;
  return { result, ms: performance.now() - started };
}

describe('a service that is asked to stop', () => {
  test.each([1, 2, 3, 4, 5])(
    'drops none of fifty requests under way, takes no more, and ends with 0 (time %i)',
    { timeout: 60_000 },
    async () => {
      await using service = await serving(variables, '--no-seed');
      const agent = new Agent({ keepAlive: true });
      const under = await Promise.all(Array.from({ length: REQUESTS }, () => begun(service.base, agent)));
      const ended = timed(service.process.end('SIGTERM'));
      expect(await service.process.until(({ stderr }) => stderr.includes('"msg":"stopping"'))).toBe(true);
      await expect(fetch(`${service.base}/healthz`)).rejects.toThrow();
      const answers = await Promise.all(under.map(finished));
      const { result, ms } = await ended;
      agent.destroy();
      expect(result).toEqual({ code: 0, signal: null });
      expect(ms).toBeLessThan(LIMIT_MS);
      expect(answers).toHaveLength(REQUESTS);
      for (const { status, answer } of answers) {
        expect(status).toBe(200);
        expect(answer).toMatchObject({ data: { claims: { totalCount: 6 } } });
      }
      expect(service.process.stderr.trimEnd()).toMatch(/"msg":"stopped"\}$/);
    },
  );

  test('is not held by connections that are kept alive or say nothing', { timeout: 60_000 }, async () => {
    await using service = await serving(variables, '--no-seed');
    const agent = new Agent({ keepAlive: true });
    const used = await Promise.all(Array.from({ length: 5 }, () => begun(service.base, agent)));
    expect(await Promise.all(used.map(finished))).toHaveLength(5);
    const { hostname, port } = new URL(service.base);
    const silent = connect(Number(port), hostname).on('error', () => undefined);
    const { result, ms } = await timed(service.process.end('SIGTERM'));
    silent.destroy();
    agent.destroy();
    expect(result).toEqual({ code: 0, signal: null });
    expect(ms).toBeLessThan(LIMIT_MS);
  });

  test('gives up on a request that never comes to its end', { timeout: 60_000 }, async () => {
    await using service = await serving(variables, '--no-seed');
    const agent = new Agent();
    const stuck = await begun(service.base, agent);
    stuck.on('error', () => undefined);
    const { result, ms } = await timed(service.process.end('SIGTERM'));
    expect(result).toEqual({ code: 0, signal: null });
    expect(ms).toBeLessThan(LIMIT_MS);
    agent.destroy();
  });

  test('says meanwhile that it is not ready, to those who are connected', { timeout: 60_000 }, async () => {
    await using service = await serving(variables, '--no-seed');
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { hostname, port } = new URL(service.base);
    const probe = connect(Number(port), hostname);
    // Half a request, so that the connection is not idle when the service closes those that are.
    probe.write('GET /readyz HTTP/1.1\r\nHost: localhost\r\n');
    const held = await begun(service.base, agent);
    const ended = service.process.end('SIGTERM');
    expect(await service.process.until(({ stderr }) => stderr.includes('"msg":"stopping"'))).toBe(true);
    probe.write('Connection: close\r\n\r\n');
    const said = await text(probe);
    expect(said).toContain(' 503 ');
    expect(said).toContain('{"status":"stopping"}');
    expect(await finished(held)).toMatchObject({ status: 200 });
    agent.destroy();
    expect(await ended).toEqual({ code: 0, signal: null });
  });
});
