import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BIN, OnrecordProcess, onrecord } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('a command whose output nobody reads any more', () => {
  let folder: TemporaryFolder;
  let variables: { ONRECORD_DATA: string };
  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: join(folder.path, 'data') };
    expect(await onrecord(['migrate'], variables)).toMatchObject({ code: 0 });
    expect(await onrecord(['seed'], variables)).toMatchObject({ code: 0 });
  });
  afterAll(() => folder[Symbol.dispose]());

  test.each([
    ['export', ['export', '--all']],
    ['a packed export', ['export', '--all', '--gzip']],
    ['check', ['check']],
    ['a query', ['query', '{ claims { totalCount } }', '--json']],
    ['the help of a command', ['erase', '--help']],
    ['the help', ['--help']],
    ['the list of keys', ['keys', 'list']],
  ])('ends quietly, with 141: %s', async (_, args) => {
    const run = new OnrecordProcess(args, variables);
    run.child.stdout?.destroy();
    expect(await run.ended()).toEqual({ code: 141, signal: null });
    expect(run.stderr).toBe('');
  });

  test('ends so in the middle of an export, and leaves the store as it was', async () => {
    const whole = await onrecord(['export', '--all'], variables);
    expect(whole.stdout.length).toBeGreaterThan(512 * 1024);
    const run = new OnrecordProcess(['export', '--all'], variables);
    run.child.stdout?.once('data', () => run.child.stdout?.destroy());
    expect(await run.ended()).toEqual({ code: 141, signal: null });
    expect(run.stderr).toBe('');
    expect(await onrecord(['export', '--all'], variables)).toEqual(whole);
  });

  test('has done what it was asked for, where it only could not say so', async () => {
    const path = folder.write('1.json', smallBundle(1));
    const run = new OnrecordProcess(['import', path], variables);
    run.child.stdout?.destroy();
    expect(await run.ended()).toEqual({ code: 141, signal: null });
    expect((await onrecord(['log-head'], variables)).stdout).toMatch(/^2:/);
  });

  test.skipIf(process.platform !== 'linux').each([
    ['check', ['check']],
    ['an export', ['export', '--all']],
    ['a packed export', ['export', '--all', '--gzip']],
  ])('says in one line that the disk is full, and ends with 1: %s', (_, args) => {
    const full = openSync('/dev/full', 'w');
    const env = { ...process.env, ...variables };
    const run = spawnSync(process.execPath, [BIN, ...args], { stdio: ['ignore', full, 'pipe'], env });
    closeSync(full);
    expect(run.stderr.toString()).toMatch(/^onrecord: cannot write the standard output: ENOSPC[^\n]*\n$/);
    expect(run.status).toBe(1);
  });

  test('still says what failed, with the code of that', async () => {
    const run = new OnrecordProcess(['erase', 'Claim_1', '--reason', 'Order 17'], variables);
    run.child.stdout?.destroy();
    expect(await run.ended()).toEqual({ code: 1, signal: null });
    expect(run.stderr).toMatch(/^onrecord: /);
  });
});
