import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('beside a service on the embedded store', () => {
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

  async function asked(query: string): Promise<unknown> {
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return response.json();
  }

  test('what a command seeds is in the next answer of the service', async () => {
    const query = '{ claim(by: {slug: "shut-bridge-1"}) { status } }';
    expect(await asked(query)).toEqual({ data: { claim: null } });
    const path = folder.write('1.json', smallBundle(1));
    expect(await onrecord(['seed', path], variables)).toMatchObject({ code: 0 });
    expect(await asked(query)).toEqual({ data: { claim: { status: 'CONTESTED' } } });
  });

  test('two commands that seed at once are both recorded, whole', async () => {
    const paths = [2, 3, 4, 5].map((number) => folder.write(`${number}.json`, smallBundle(number)));
    const [first, second] = await Promise.all([
      onrecord(['seed', ...paths.slice(0, 2)], variables),
      onrecord(['seed', ...paths.slice(2)], variables),
    ]);
    expect([first, second]).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(await asked('{ claims { totalCount } assertions { totalCount } }')).toEqual({
      data: { claims: { totalCount: 10 }, assertions: { totalCount: 30 } },
    });
  });

  test('query, migrate and check go through it', async () => {
    const [query, migrate, check] = await Promise.all([
      onrecord(['query', '{ claims { totalCount } }', '--json'], variables),
      onrecord(['migrate', '--json'], variables),
      onrecord(['check', '--json'], variables),
    ]);
    expect(query).toEqual({ code: 0, stdout: '{"data":{"claims":{"totalCount":10}}}\n', stderr: '' });
    expect(migrate).toEqual({ code: 0, stdout: '{"applied":[]}\n', stderr: '' });
    expect(check).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(check.stdout)).toMatchObject({ problems: [], holdings: { activities: 5 } });
  });

  test('a second service on the folder is refused', async () => {
    const { code, stdout, stderr } = await onrecord(['serve'], { ...variables, PORT: '0' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      `onrecord: a service runs already on ${variables.ONRECORD_DATA}; stop it, or set ONRECORD_DATA\n`,
    );
    expect((await fetch(`${service.base}/readyz`)).status).toBe(200);
  });

  test('a command that is refused leaves the service as it was', async () => {
    const path = folder.write('broken.json', { ...smallBundle(6), claims: [] });
    expect(await onrecord(['seed', path], variables)).toMatchObject({ code: 1 });
    expect(await asked('{ claims { totalCount } }')).toEqual({ data: { claims: { totalCount: 10 } } });
  });

  test('when it has stopped the commands open the store themselves', async () => {
    expect(await service.process.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(await onrecord(['query', '{ claims { totalCount } }', '--json'], variables)).toEqual({
      code: 0,
      stdout: '{"data":{"claims":{"totalCount":10}}}\n',
      stderr: '',
    });
  });
});
