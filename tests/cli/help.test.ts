import { describe, expect, test, vi } from 'vitest';
import { onrecord } from '../support/onrecord-process.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const commands = [
  'export',
  'import',
  'erase',
  'hold',
  'restore',
  'serve',
  'seed',
  'migrate',
  'check',
  'log-head',
  'verify-log',
  'query',
];

describe.concurrent('the command line', () => {
  test('tells of every command, the environment and the exit codes', async () => {
    const { code, stdout, stderr } = await onrecord(['--help'], {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of commands) expect(stdout).toContain(`\n  ${command} `);
    expect(stdout).toContain('ONRECORD_DATA');
    expect(stdout).toContain('3 the store cannot be reached');
  });

  test.each(commands)('tells how %s is used, with examples', async (command) => {
    const { code, stdout, stderr } = await onrecord([command, '--help'], {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: onrecord ${command}`);
    expect(stdout).toContain('--json');
    expect(stdout).toContain(`Examples:\n  onrecord ${command}`);
    expect(stdout).toContain('Exit codes: 0 done');
  });

  test('tells its version', async () => {
    expect(await onrecord(['--version'], {})).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test.each([
    ['no command', [], 'Usage: onrecord'],
    ['an unknown command', ['sow'], "unknown command 'sow'"],
    ['an unknown option', ['seed', '--fast'], "unknown option '--fast'"],
    ['an option without its value', ['query', '--file'], "option '--file <path>' argument missing"],
    ['an argument too many', ['migrate', 'now'], 'too many arguments'],
  ])('%s is wrong usage: exit code 2, said on stderr', async (_, args, sentence) => {
    const { code, stdout, stderr } = await onrecord(args, {});
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  test('with --json wrong usage too is told as JSON', async () => {
    const { code, stdout, stderr } = await onrecord(['seed', '--json', '--fast'], {});
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(JSON.parse(stderr)).toEqual({
      error: { code: 'WRONG_CONFIGURATION', message: "unknown option '--fast'", ids: [] },
    });
  });
});
