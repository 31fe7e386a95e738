import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { onrecord } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('onrecord log-head and verify-log', () => {
  let folder: TemporaryFolder;
  let variables: { ONRECORD_DATA: string };
  let kept: string;
  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: join(folder.path, 'data') };
    await onrecord(['migrate'], variables);
    await onrecord(['seed', folder.write('1.json', smallBundle(1))], variables);
    const { stdout } = await onrecord(['log-head'], variables);
    [kept = ''] = stdout.split(' ');
    await onrecord(['seed', folder.write('2.json', smallBundle(2))], variables);
  });
  afterAll(() => folder[Symbol.dispose]());

  test('print a head that can be kept', async () => {
    expect(kept).toMatch(/^1:[0-9a-f]{64}$/);
    const { code, stdout } = await onrecord(['log-head', '--json'], variables);
    expect({ code, head: JSON.parse(stdout) }).toEqual({
      code: 0,
      head: {
        sequence: 2,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        recordedAt: expect.stringMatching(/Z$/),
        asides: 0,
        asidesHash: '0'.repeat(64),
      },
    });
  });

  test('find a log in order, through a head that was kept', async () => {
    const { code, stdout } = await onrecord(['verify-log', '--head', kept, '--json'], variables);
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({
      code: 0,
      first: null,
      problems: [],
      head: { sequence: 2 },
    });
  });

  test('find a log that ends before the head that was kept, and exit with 1', async () => {
    const { code, stdout } = await onrecord(['verify-log', '--head', `9:${'0'.repeat(64)}`], variables);
    expect(code).toBe(1);
    expect(stdout).toContain('its tail was cut');
  });

  test('find a log that does not go through the head that was kept, and exit with 1', async () => {
    const { code, stdout } = await onrecord(['verify-log', '--head', `1:${'0'.repeat(64)}`], variables);
    expect(code).toBe(1);
    expect(stdout).toContain('the log was written anew');
  });

  test('tell the head of the asides where there are any, which verify-log takes', async () => {
    const bundle = smallBundle(2);
    const claims = bundle.claims.map((one) => ({ ...one, nature: 'NORM' }));
    await onrecord(['seed', folder.write('2-again.json', { ...bundle, claims })], variables);
    const { stdout: head } = await onrecord(['log-head'], variables);
    expect(head).toMatch(/^3:[0-9a-f]{64}\+2:[0-9a-f]{64} /);
    expect(await onrecord(['verify-log', '--head', head], variables)).toMatchObject({ code: 0 });
    expect(await onrecord(['verify-log', '--head', kept], variables)).toMatchObject({ code: 0 });
    const rewritten = head.replace(/\+2:[0-9a-f]{64}/, `+2:${'0'.repeat(64)}`);
    const { code, stdout } = await onrecord(['verify-log', '--head', rewritten], variables);
    expect(code).toBe(1);
    expect(stdout).toContain('LOG_REWRITTEN Aside_2');
    const cut = head.replace(/\+2:/, '+9:');
    expect((await onrecord(['verify-log', '--head', cut], variables)).stdout).toContain('their tail was cut');
  });

  test('refuse what is no head, with what was expected and what came', async () => {
    const { code, stderr } = await onrecord(['verify-log', '--head', 'yesterday'], variables);
    expect(code).toBe(2);
    expect(stderr).toContain('--head: expected a head as log-head prints it, number:hash; came "yesterday"');
  });
});
