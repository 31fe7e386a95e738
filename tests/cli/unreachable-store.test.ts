import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import { onrecord, serving } from '../support/onrecord-process.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { statement } from '../support/statement.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const everyCommand = [['serve'], ['seed'], ['migrate'], ['check'], ['query', '{ __typename }']];

describe('a store that cannot be used ends the command with exit code 3 and a sentence', () => {
  test.each(everyCommand)('no server: %s', async (...args) => {
    const variables = { NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'not-to-be-told' };
    const { code, stdout, stderr } = await onrecord(args, variables);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(
      /^onrecord: No Neo4j answers at bolt:\/\/127\.0\.0\.1:9 \(user "neo4j", database "neo4j"\)/,
    );
    expect(stderr).toContain('Check that it runs and that NEO4J_URI is right.');
    expect(stderr).not.toContain('not-to-be-told');
  });

  test('a folder that may not be used', async () => {
    using folder = new TemporaryFolder();
    const data = `${folder.write('file', '')}/data`;
    const { code, stderr } = await onrecord(['migrate'], { ONRECORD_DATA: data });
    expect(code).toBe(3);
    expect(stderr).toContain(`The folder ${data} cannot be used for the store`);
    expect(stderr).toContain('Set ONRECORD_DATA to a folder that may be written.');
  });

  test.runIf(process.platform === 'linux')('a folder where nothing can be made', async () => {
    const { code, stderr } = await onrecord(['migrate'], { ONRECORD_DATA: '/proc/onrecord/data' });
    expect(code).toBe(3);
    expect(stderr).toContain('The folder /proc/onrecord/data cannot be used for the store: ENOENT');
  });

  test('a store that another process has open, and does not offer', async () => {
    using folder = new TemporaryFolder();
    const held = await openEmbedded({ folder: folder.path });
    try {
      for (const args of everyCommand) {
        expect(await onrecord(args, { ONRECORD_DATA: folder.path })).toEqual({
          code: 3,
          stdout: '',
          stderr: `onrecord: The store in ${folder.path} is open in another process. Stop that one first.\n`,
        });
      }
    } finally {
      await held.close();
    }
  });

  test.each([['check'], ['query', '{ __typename }'], ['log-head'], ['keys', 'list']])(
    'a folder without a store: %s says so, and makes none',
    async (...args) => {
      using folder = new TemporaryFolder();
      const nowhere = join(folder.path, 'mistyped');
      const { code, stdout, stderr } = await onrecord([...args, '--json'], { ONRECORD_DATA: nowhere });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(JSON.parse(stderr).error).toMatchObject({
        code: 'STORE_UNREACHABLE',
        message: `there is no store in ${nowhere}: set ONRECORD_DATA to the folder of one, or make one with \`onrecord migrate\``,
      });
      expect(existsSync(nowhere)).toBe(false);
    },
  );

  test.each([['check'], ['query', '{ __typename }']])(
    'a store that was never migrated: %s',
    async (...args) => {
      using folder = new TemporaryFolder();
      await (await openEmbedded({ folder: folder.path })).close();
      const { code, stdout, stderr } = await onrecord([...args, '--json'], { ONRECORD_DATA: folder.path });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(JSON.parse(stderr).error).toMatchObject({
        code: 'STORE_VERSION_MISMATCH',
        message: expect.stringMatching(
          /^the store is at version 0 and this program wants \d+: run `onrecord migrate`$/,
        ),
      });
    },
  );

  test('a store that a newer program has written', async () => {
    using folder = new TemporaryFolder();
    const variables = { ONRECORD_DATA: folder.path };
    expect(await onrecord(['migrate'], variables)).toMatchObject({ code: 0 });
    const engine = await openEmbedded({ folder: folder.path });
    await engine.write((transaction) =>
      transaction.run(
        statement('newer', "CREATE (:Migration {version: 999, name: '999-later', appliedAt: 'later'})"),
      ),
    );
    await engine.close();
    for (const args of everyCommand) {
      const { code, stdout, stderr } = await onrecord(args, variables);
      expect({ args, code, stdout }).toEqual({ args, code: 3, stdout: '' });
      expect(stderr).toMatch(
        /the store is at version 999, which is newer than this program's \d+: run the newer program/,
      );
    }
  });
});

const neo4j = ownNeo4j();
describe.skipIf(neo4j === null)(
  'a Neo4j that refuses ends the command with exit code 3 and a sentence',
  () => {
    const right = {
      NEO4J_URI: neo4j?.uri ?? '',
      NEO4J_USER: neo4j?.user ?? '',
      NEO4J_PASSWORD: neo4j?.password ?? '',
    };

    test('a wrong password', async () => {
      const { code, stdout, stderr } = await onrecord(['check'], {
        ...right,
        NEO4J_PASSWORD: 'not-to-be-told',
      });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toBe(
        `onrecord: Neo4j at ${right.NEO4J_URI} refuses the user "${right.NEO4J_USER}" with the password given. Check NEO4J_USER and NEO4J_PASSWORD.\n`,
      );
    });

    test('a wrong database', async () => {
      const { code, stdout, stderr } = await onrecord(['check'], { ...right, NEO4J_DATABASE: 'elsewhere' });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toContain(
        `Neo4j at ${right.NEO4J_URI} has no database "elsewhere". Check NEO4J_DATABASE`,
      );
      expect(stderr).not.toContain(right.NEO4J_PASSWORD);
    });
  },
);

describe('a service that cannot listen', () => {
  test('where the port is taken is wrong configuration, and leaves the store free', async () => {
    using folder = new TemporaryFolder();
    using second = new TemporaryFolder();
    await using service = await serving({ ONRECORD_DATA: folder.path }, '--no-seed');
    const { port } = new URL(service.base);
    const refused = await onrecord(['serve', '--no-seed'], { ONRECORD_DATA: second.path, PORT: port });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(
      `onrecord: cannot listen at 127.0.0.1:${port} (another process listens there); set HOST or PORT to another`,
    );
    expect(await onrecord(['migrate'], { ONRECORD_DATA: second.path })).toMatchObject({ code: 0 });
  });

  test('at a host that is not of this machine is wrong configuration', async () => {
    using folder = new TemporaryFolder();
    // 192.0.2.0/24 is kept for documentation (RFC 5737).
    const { code, stderr } = await onrecord(['serve', '--no-seed'], {
      ONRECORD_DATA: folder.path,
      HOST: '192.0.2.1',
    });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'onrecord: cannot listen at 192.0.2.1:4000 (EADDRNOTAVAIL); set HOST or PORT to another',
    );
  });
});
