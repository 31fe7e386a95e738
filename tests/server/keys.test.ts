import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const mutation = `mutation ($key: String!) { result: addSource(input: {
  idempotencyKey: $key, source: { kind: ARTICLE, title: [{ language: "en", text: "A page" }] }
}) { __typename ... on ExpectedError { code } } }`;

describe('the keys of a service', () => {
  let folder: TemporaryFolder;
  let variables: { ONRECORD_DATA: string };
  let service: Service;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: join(folder.path, 'data') };
    service = await serving(variables, '--no-seed');
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  async function made(role: string, ...more: string[]): Promise<{ id: string; key: string }> {
    const { code, stdout } = await onrecord(
      ['keys', 'create', '--role', role, '--name', `A ${role}`, '--json', ...more],
      variables,
    );
    expect(code).toBe(0);
    return JSON.parse(stdout);
  }

  const ask = (query: string, authorization?: string, given: object = {}) =>
    fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: JSON.stringify({ query, variables: given }),
    });
  const outcome = async (response: Response) => (await response.json()).data.result;

  test('let a contributor record, and neither a reader nor nobody', async () => {
    const contributor = await made('contributor');
    const reader = await made('reader');
    expect(contributor.key).toMatch(/^onr_[\w-]{43}$/);
    const done = await ask(mutation, `Bearer ${contributor.key}`, { key: 'record-one' });
    expect(done.headers.get('cache-control')).toBe('private, no-store');
    expect(await outcome(done)).toEqual({ __typename: 'SourceAdded' });
    expect(await outcome(await ask(mutation, `Bearer ${reader.key}`, { key: 'record-two' }))).toEqual({
      __typename: 'NotAllowedError',
      code: 'FORBIDDEN',
    });
    expect(await outcome(await ask(mutation, undefined, { key: 'record-three' }))).toEqual({
      __typename: 'NotAllowedError',
      code: 'UNAUTHENTICATED',
    });
    expect(await (await ask('{ sources { totalCount } }')).json()).toEqual({
      data: { sources: { totalCount: 1 } },
    });
  });

  test('are refused when they are wrong, revoked or expired, and never taken as nobody', async () => {
    const { id, key } = await made('editor');
    const soon = await made('editor', '--expires', new Date(Date.now() + 4_000).toISOString());
    const query = '{ claims { totalCount } }';
    expect((await ask(query, `Bearer ${key}`)).status).toBe(200);
    expect(await onrecord(['keys', 'revoke', id], variables)).toMatchObject({ code: 0 });
    await vi.waitFor(async () => expect((await ask(query, `Bearer ${soon.key}`)).status).toBe(401), 20_000);
    const wrong = [
      `Bearer ${key}`,
      `Bearer ${key.slice(0, -1)}`,
      `Bearer onr_${'A'.repeat(43)}`,
      'Bearer',
      'Bearer  ',
      'Basic YWRtaW46YWRtaW4=',
      key,
      `Bearer ${key} ${key}`,
      'Bearer eyJhbGciOiJub25lIn0.e30.',
      "Bearer ' OR 1=1",
    ];
    for (const authorization of wrong) {
      const response = await ask(query, authorization);
      expect(response.status, authorization).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    expect((await fetch(`${service.base}/healthz`, { headers: { authorization: 'Bearer x' } })).status).toBe(
      401,
    );
  });

  test('are listed without their secrets, and never written to the log', async () => {
    const { id, key } = await made('admin');
    await ask('{ claims { totalCount } }', `Bearer ${key}`);
    const { stdout } = await onrecord(['keys', 'list', '--json'], variables);
    expect(stdout).toContain(id);
    expect(stdout).not.toContain(key.slice(4));
    expect(service.process.stderr).not.toContain(key.slice(4));
  });

  test('are printed alone, so that a shell takes one as it is', async () => {
    const made = await onrecord(['keys', 'create', '--role', 'reader', '--name', 'Shell'], variables);
    expect(made).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^onr_[\w-]+\n$/),
      stderr: expect.stringContaining('The key of Shell (reader), key_'),
    });
  });

  test('are made only as they should be', async () => {
    expect(
      await onrecord(
        ['keys', 'create', '--role', 'owner', '--name', ' ', '--expires', '1999-01-01'],
        variables,
      ),
    ).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/--role: .*owner[\s\S]*--name: [\s\S]*--expires: /),
    });
    expect(await onrecord(['keys', 'revoke', 'key_none'], variables)).toMatchObject({ code: 1 });
  });
});

/** The status of a target and a host that are sent as they stand. */
function rawStatusOf(base: string, path: string, host?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const asked = request({ hostname, port, path, ...(host && { headers: { host } }) }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

test('a service that is not public answers nobody without a key, but for its probes and its playground', async () => {
  using folder = new TemporaryFolder();
  const variables = { ONRECORD_DATA: join(folder.path, 'data') };
  await using service = await serving({ ...variables, ONRECORD_PUBLIC: 'false' }, '--no-seed');
  const created = await onrecord(['keys', 'create', '--role', 'reader', '--name', 'R', '--json'], variables);
  const { key } = JSON.parse(created.stdout);
  const statusOf = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(service.base + path, { headers, redirect: 'manual' })).status;
  const query = '/graphql?query=%7B__typename%7D';
  expect(await statusOf(query)).toBe(401);
  expect(await statusOf('/metrics')).toBe(401);
  for (const path of [
    ...[
      '/claims/any.svg',
      '/speakers/any.json',
      '/sources/any.svg',
      '/contradictions/any.csv',
      '/search.svg?q=any',
    ],
    `/oembed?url=${encodeURIComponent(`${service.base}/claims/any`)}`,
  ])
    expect([path, await statusOf(path)]).toEqual([path, 401]);
  expect(await statusOf('/healthz')).toBe(200);
  expect(await statusOf('/readyz')).toBe(200);
  expect(await statusOf('/graphql', { accept: 'text/html' })).toBe(200);
  // Whatever way an address is written, it is one address to whoever lets in and to whoever answers.
  for (const path of [
    '/playground/../claims/any.svg',
    '/playground/%2e%2e/claims/any.svg',
    '/playground/..\\claims/any.svg',
    '/playground//../../search?q=any',
    '/healthz/../metrics',
    '/./search?q=any',
  ])
    expect(await rawStatusOf(service.base, path), path).toBe(401);
  for (const host of ['h/claims/any?', 'h/playground/..', 'u@h', 'h#'])
    expect(await rawStatusOf(service.base, '/playground/', host), host).toBe(400);
  expect(await rawStatusOf(service.base, '@h/playground/')).toBe(400);
  expect(await statusOf(query, { authorization: `Bearer ${key}` })).toBe(200);
  expect(await statusOf('/claims/any.svg', { authorization: `Bearer ${key}` })).toBe(404);
});
