import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { onrecord } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const run = promisify(execFile);

describe('onrecord seed', () => {
  let folder: TemporaryFolder;
  let variables: { ONRECORD_DATA: string };
  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: join(folder.path, 'data') };
    expect(await onrecord(['migrate', '--json'], variables)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\{"applied":\["001-schema".*\]\}\n$/),
    });
  });
  afterAll(() => folder[Symbol.dispose]());

  test('a second migration finds nothing to do', async () => {
    expect(await onrecord(['migrate'], variables)).toEqual({
      code: 0,
      stdout: 'Nothing to migrate.\n',
      stderr: '',
    });
  });

  test('prints one receipt a bundle, a line of JSON each with --json, and nothing else', async () => {
    const paths = [1, 2].map((number) => folder.write(`${number}.json`, smallBundle(number)));
    const { code, stdout, stderr } = await onrecord(['seed', '--json', ...paths], variables);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const receipts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(receipts).toEqual(
      paths.map((bundle) => ({
        bundle,
        activityId: expect.stringMatching(/^Activity_[0-9a-f]{32}$/),
        recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        added: 18,
        revised: 0,
        unchanged: 0,
      })),
    );
  });

  test('refuses bytes that are no UTF-8, and says the first of them', async () => {
    const json = JSON.stringify(smallBundle(9));
    const [before = '', after = ''] = json.split('"en":"', 2);
    const path = join(folder.path, 'latin1.json');
    await writeFile(path, Buffer.from(`${before}"en":"caf\u00e9 ${after}`, 'latin1'));
    const { code, stdout, stderr } = await onrecord(['seed', path], variables);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`onrecord: ${path}: the text is not UTF-8:`);
    expect(stderr).toContain(
      `expected UTF-8; byte ${before.length + '"en":"caf'.length} (line 1) is 0xE9, which is none there`,
    );
  });

  test('of what is recorded already changes nothing, and says so', async () => {
    const path = folder.write('1.json', smallBundle(1));
    expect(await onrecord(['seed', path], variables)).toEqual({
      code: 0,
      stdout: `${path}: nothing new; all 18 records stand as recorded\n`,
      stderr: '',
    });
  });

  test('reads standard input where the bundle is called -', async () => {
    const { code, stdout } = await onrecord(['seed', '-'], variables, JSON.stringify(smallBundle(3)));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '-: 18 records added, 0 revised, 0 unchanged\n' });
  });

  const broken = () => {
    const bundle = smallBundle(4);
    const [first, ...others] = bundle.assertions;
    return { ...bundle, assertions: [{ ...first, speaker: 'nobody' }, ...others] };
  };

  test('refuses a bundle with the path and the reason, keeps those before it, and takes none after it', async () => {
    const paths = [smallBundle(5), broken(), smallBundle(6)].map((one, at) =>
      folder.write(`three-${at}.json`, one),
    );
    const { code, stdout, stderr } = await onrecord(['seed', ...paths], variables);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: `${paths[0]}: 18 records added, 0 revised, 0 unchanged\n`,
    });
    expect(stderr).toContain(`${paths[1]}: the bundle was refused, and nothing of it was recorded`);
    expect(stderr).toContain('assertions[0].speaker: expected the key of an Entity');
    const query = '{ claim(by: {slug: "shut-bridge-6"}) { id } }';
    expect((await onrecord(['query', query], variables)).stdout).toContain('"claim": null');
  });

  test('with --json the refusal is JSON on stderr', async () => {
    const path = folder.write('broken.json', broken());
    const { code, stdout, stderr } = await onrecord(['seed', '--json', path], variables);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'REFUSED_BUNDLE',
      message: expect.stringContaining(`${path}: the bundle was refused`),
      issues: [{ path: 'assertions[0].speaker', message: expect.stringMatching(/nothing is there for it/) }],
    });
  });

  test.each([
    ['no file', 'nowhere.json', null, 'UNREADABLE_FILE', /ENOENT/],
    ['no JSON', 'no.json', 'not JSON', 'INVALID_INPUT', /the bundle is not JSON/],
    [
      'another format',
      'other.json',
      '{"format": "other/1"}',
      'INVALID_INPUT',
      /format: .*onrecord-bundle\/1.*\(came: "other\/1"\)/,
    ],
  ])('%s is said with exit code 1', async (_, name, content, code, sentence) => {
    const path = content === null ? join(folder.path, name) : folder.write(name, content);
    const refused = await onrecord(['seed', path, '--json'], variables);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    const { error } = JSON.parse(refused.stderr);
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
    expect(error.message).toContain(path);
  });

  // util-linux's `script` gives a command a terminal.
  test.runIf(process.platform === 'linux')('shows its progress on a terminal only', async () => {
    const path = folder.write('7.json', smallBundle(7));
    const command = `'${process.execPath}' src/cli/bin.js seed '${path}' >/dev/null`;
    const { stdout } = await run('script', ['-qec', command, '/dev/null'], {
      env: { ...process.env, ...variables },
    });
    expect(stdout).toContain(`reading ${path} …`);
    expect(stdout).toContain('recording 6 assertions …');
  });

  test('makes the store where there is none yet, and takes --json before the command too', async () => {
    using elsewhere = new TemporaryFolder();
    const own = { ONRECORD_DATA: join(elsewhere.path, 'new') };
    const seeded = await onrecord(['--json', 'seed', folder.write('9.json', smallBundle(9))], own);
    expect(seeded).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(seeded.stdout)).toMatchObject({ unchanged: 0, revised: 0 });
    const { stdout } = await onrecord(['--json', 'check'], own);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [], holdings: { claims: 2, assertions: 6 } });
  });

  test('leaves a graph that check finds in order', async () => {
    const { code, stdout, stderr } = await onrecord(['check', '--json'], variables);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ problems: [], holdings: { claims: 10, assertions: 30 } });
  });
});
