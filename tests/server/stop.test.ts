import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { onrecord, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

const LIMIT_MS = 10_000;
/** Well below the time after which a kept connection or a request that does not end is cut off. */
const AT_ONCE_MS = 4_000;
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

interface Answer {
  readonly status: number | undefined;
  readonly answer: unknown;
}

/** A request that the service has begun to read: it has asked for the body, which is not sent yet. */
interface Begun {
  /** Sends the body and reads the answer, whole; rejects where the request was dropped, then or before. */
  finish(): Promise<Answer>;
}

function begun(base: string, agent: Agent): Promise<Begun> {
  const asked = request(`${base}/graphql`, {
    agent,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
    },
  });
  const answered = new Promise<Answer>((resolve, reject) => {
    const dropped = (): void => reject(new Error('the request was dropped'));
    asked.once('response', (response) => {
      asked.off('close', dropped);
      text(response).then(
        (said) => resolve({ status: response.statusCode, answer: JSON.parse(said) }),
        reject,
      );
    });
    asked.on('error', reject);
    asked.once('close', dropped);
  });
  // Looked at by `finish`; a request that is dropped before must not end the test run.
  answered.catch(() => undefined);
  return new Promise((resolve, reject) => {
    answered.catch(reject);
    asked.once('continue', () => {
      resolve({
        finish: () => {
          asked.end(body);
          return answered;
        },
      });
    });
    asked.flushHeaders();
  });
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
      const another = fetch(`${service.base}/healthz`, { signal: AbortSignal.timeout(AT_ONCE_MS) });
      await expect(another).rejects.toThrow();
      const answers = await Promise.all(under.map((one) => one.finish()));
      const { result, ms } = await ended;
      agent.destroy();
      expect(result).toEqual({ code: 0, signal: null });
      expect(ms).toBeLessThan(AT_ONCE_MS);
      expect(answers).toHaveLength(REQUESTS);
      for (const { status, answer } of answers) {
        expect(status).toBe(200);
        expect(answer).toMatchObject({ data: { claims: { totalCount: 6 } } });
      }
      expect(service.process.stderr.trimEnd()).toMatch(/"msg":"stopped"\}$/);
    },
  );

  test('answers what was sent before, read or not, also when it is told twice', {
    timeout: 60_000,
  }, async () => {
    await using service = await serving(variables, '--no-seed');
    const { hostname, port } = new URL(service.base);
    const sent = `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
    const sockets = await Promise.all(
      Array.from({ length: REQUESTS }, async () => {
        const socket = connect(Number(port), hostname);
        await once(socket, 'connect');
        return socket;
      }),
    );
    const answers = sockets.map((socket) => {
      socket.write(sent);
      return text(socket);
    });
    // The first keeps it busy, while the others lie unread.
    await Promise.race(answers);
    const ended = service.process.end('SIGTERM');
    service.process.child.kill('SIGINT');
    const said = await Promise.all(answers);
    expect(said.filter((answer) => !answer.startsWith('HTTP/1.1 200 '))).toEqual([]);
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  test('is not held by connections that are kept alive or say nothing', { timeout: 60_000 }, async () => {
    await using service = await serving(variables, '--no-seed');
    const agent = new Agent({ keepAlive: true });
    const used = await Promise.all(Array.from({ length: 5 }, () => begun(service.base, agent)));
    expect(await Promise.all(used.map((one) => one.finish()))).toHaveLength(5);
    const { hostname, port } = new URL(service.base);
    const silent = connect(Number(port), hostname).on('error', () => undefined);
    const { result, ms } = await timed(service.process.end('SIGTERM'));
    silent.destroy();
    agent.destroy();
    expect(result).toEqual({ code: 0, signal: null });
    expect(ms).toBeLessThan(AT_ONCE_MS);
  });

  test('gives up on a request that never comes to its end', { timeout: 60_000 }, async () => {
    await using service = await serving(variables, '--no-seed');
    const agent = new Agent();
    await begun(service.base, agent);
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
    expect(await held.finish()).toMatchObject({ status: 200 });
    agent.destroy();
    expect(await ended).toEqual({ code: 0, signal: null });
  });
});

// npm hands its signals to a shell, which hands none on. Windows has no such processes.
test.skipIf(process.platform === 'win32')('stops when the npm that started it is told to', async () => {
  using folder = new TemporaryFolder();
  const npm = spawn('npm', ['start', '--', '--json', '--no-seed'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, PORT: '0', ONRECORD_DATA: `${folder.path}/data`, ONRECORD_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  npm.stdout.setEncoding('utf8');
  let told = '';
  while (!told.includes('"health"')) told += (await once(npm.stdout, 'data')).join('');
  const { health } = JSON.parse(/^\{.*"health".*$/m.exec(told)?.[0] ?? '');
  expect((await fetch(health)).status).toBe(200);
  npm.kill('SIGTERM');
  await vi.waitFor(() => expect(fetch(health)).rejects.toThrow(), { timeout: LIMIT_MS, interval: 200 });
});
