import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import { loadStatements } from '../../src/store/statements.ts';
import { cypherFolder } from '../support/empty-neo4j.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('onrecord export and restore', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let stream: string;
  const data = (name: string) => ({ ONRECORD_DATA: join(folder.path, name) });
  beforeAll(async () => {
    folder = new TemporaryFolder();
    service = await serving(data('first'), '--no-seed');
    for (const number of [1, 2]) {
      const path = folder.write(`${number}.json`, smallBundle(number));
      expect(await onrecord(['seed', path], data('first'))).toMatchObject({ code: 0 });
    }
    const key = ['keys', 'create', '--role', 'reader', '--name', 'Nobody Else'];
    expect(await onrecord(key, data('first'))).toMatchObject({ code: 0 });
    const exported = await onrecord(['export', '--all'], data('first'));
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    stream = exported.stdout;
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  test('beside a running service, to standard output: the stream and nothing else, without keys', () => {
    const lines = stream
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ type: 'header', format: 'onrecord-export/3', head: { sequence: 2 } });
    expect(lines.at(-1)).toMatchObject({ type: 'trailer', activities: 2, requests: 0 });
    expect(lines).toHaveLength(lines.at(-1).states + 4);
    expect(stream).not.toContain('Nobody Else');
    expect(stream).not.toContain('key_');
  });

  test('into a file, packed, that is there whole and only its owner may read', async () => {
    const path = join(folder.path, 'backup.ndjson.gz');
    const { code, stdout } = await onrecord(
      ['export', '--all', '--gzip', '--output', path, '--json'],
      data('first'),
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ export: path, head: { sequence: 2 } });
    expect(gunzipSync(readFileSync(path)).toString()).toBe(stream);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(folder.path).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('restored from a packed file into a new store, which then exports the same', async () => {
    const path = join(folder.path, 'backup.ndjson.gz');
    const { code, stdout } = await onrecord(['restore', path, '--json'], data('second'));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ export: path, activities: 2, requests: 0 });
    expect((await onrecord(['export', '--all'], data('second'))).stdout).toBe(stream);
    expect(await onrecord(['verify-log'], data('second'))).toMatchObject({ code: 0 });
  });

  test('restored from standard input', async () => {
    expect(await onrecord(['restore', '-'], data('third'), stream)).toMatchObject({ code: 0, stderr: '' });
    expect((await onrecord(['export', '--all'], data('third'))).stdout).toBe(stream);
  });

  test('says the head as log-head prints it, with what stands beside the log', async () => {
    const again = 'mutation ($input: ImportBundleInput!) { importBundle(input: $input) { __typename } }';
    const input = { bundle: JSON.stringify(smallBundle(1)), idempotencyKey: 'changes-nothing' };
    const asked = await onrecord(['query', again, '--variables', JSON.stringify({ input })], data('third'));
    expect(JSON.parse(asked.stdout)).toMatchObject({
      data: { importBundle: { __typename: 'BundleImported' } },
    });
    const exported = await onrecord(['export', '--all'], data('third'));
    const restored = await onrecord(['restore', '-'], data('beside'), exported.stdout);
    const [, head] = /the log holds, head (\S+)$/m.exec(restored.stdout) ?? [];
    expect(head).toMatch(/^2:[0-9a-f]{64}\+1:[0-9a-f]{64}$/);
    expect((await onrecord(['log-head'], data('beside'))).stdout.split(' ')[0]).toBe(head);
  });

  test('restored beside a running service that holds nothing yet', async () => {
    await using empty = await serving(data('fourth'), '--no-seed');
    expect(empty.base).toMatch(/^http/);
    expect(await onrecord(['restore', '-'], data('fourth'), stream)).toMatchObject({ code: 0, stderr: '' });
    expect((await onrecord(['export', '--all'], data('fourth'))).stdout).toBe(stream);
  });

  test('refused where the stream was cut, packed or not, and nothing is written', async () => {
    const cut = folder.write('cut.ndjson', stream.slice(0, -200));
    const refused = await onrecord(['restore', cut, '--json'], data('fifth'));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(JSON.parse(refused.stderr).error).toMatchObject({ code: 'REFUSED_EXPORT' });
    const packed = readFileSync(join(folder.path, 'backup.ndjson.gz'));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder.path, 'cut.gz'), packed.subarray(0, packed.length - 9));
    const alsoRefused = await onrecord(['restore', join(folder.path, 'cut.gz')], data('fifth'));
    expect(alsoRefused).toMatchObject({ code: 1, stdout: '' });
    expect(alsoRefused.stderr).toMatch(/^onrecord: the export was refused, and nothing was restored: /);
    // Not even a folder.
    expect(await onrecord(['check'], data('fifth'))).toMatchObject({ code: 3 });
  });

  test('refused where the store holds anything', async () => {
    const path = folder.write('stream.ndjson', stream);
    const refused = await onrecord(['restore', path, '--json'], data('second'));
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stderr).error).toMatchObject({ code: 'STORE_NOT_EMPTY' });
  });

  test('a store that is half restored is refused by everything but another restore', async () => {
    const engine = await openEmbedded({ folder: data('third').ONRECORD_DATA });
    const statements = loadStatements(cypherFolder, 'embedded');
    await engine.write(({ run }) => run(statements.get('begin-restore'), { run: 'killed' }));
    await engine.close();
    for (const command of [
      ['check'],
      ['verify-log'],
      ['export', '--all'],
      ['serve'],
      ['seed', 'nothing.json'],
    ]) {
      const { code, stderr } = await onrecord(command, { ...data('third'), PORT: '0' });
      expect({ command, code }).toEqual({ command, code: 1 });
      expect(stderr).toContain('the store is half restored');
    }
    expect(await onrecord(['restore', '-'], data('third'), stream)).toMatchObject({ code: 0 });
    expect((await onrecord(['export', '--all'], data('third'))).stdout).toBe(stream);
  });

  test.each([
    ['no --all', ['export'], 2, /expected --all/],
    ['a file that cannot be written', ['export', '--all', '--output', '/nowhere/at/all'], 1, /cannot write/],
    ['a file that cannot be read', ['restore', '/nowhere/at/all'], 1, /cannot read/],
  ])('%s is said', async (_, args, code, sentence) => {
    const said = await onrecord(args, data('first'));
    expect(said).toMatchObject({ code, stdout: '' });
    expect(said.stderr).toMatch(sentence);
  });
});
