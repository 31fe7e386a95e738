import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { uuidOf } from '../support/uuid-of.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const witness = idIn('Entity', 'witness');
const telling = /Xanthippe|rings on Sundays/;
const names = [{ text: 'Xanthippe Quill', language: 'en' }];
const question = `{ entity(by: {id: "${witness}"}) { confidentialIdentities { totalCount edges { node { id name note } } } } }`;

describe('the text of a confidential identity', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let key: string;
  const data = (name: string) => ({ ONRECORD_DATA: join(folder.path, name), ONRECORD_LOG: 'trace' });
  const asked = async (name: string) =>
    JSON.parse((await onrecord(['query', question, '--json'], data(name))).stdout).data.entity
      .confidentialIdentities;

  async function attach(input: object): Promise<{ status: number; text: string }> {
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({
        query: `mutation M($input: AttachIdentityInput!) { attachIdentity(input: $input) {
          ... on IdentityAttached { activityId identity { id } } ... on ExpectedError { code message }
          ... on InvalidInputError { issues { path message } } } }`,
        variables: { input },
      }),
    });
    return { status: response.status, text: await response.text() };
  }

  beforeAll(async () => {
    folder = new TemporaryFolder();
    const path = folder.write('small.json', smallBundle());
    service = await serving(data('first'), '--no-seed');
    expect(await onrecord(['seed', path], data('first'))).toMatchObject({ code: 0 });
    const made = await onrecord(
      ['keys', 'create', '--role', 'editor', '--name', 'Ed', '--json'],
      data('first'),
    );
    key = JSON.parse(made.stdout).key;
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  test('is answered to whoever may read identities, and stands in no line of a log and no metric', async () => {
    const note = 'A clerk; rings on Sundays only.';
    const whole = { idempotencyKey: uuidOf('attach-whole'), entity: witness, names, note };
    const done = await attach(whole);
    expect(JSON.parse(done.text)).toMatchObject({ data: { attachIdentity: { identity: null } } });
    expect(done.text).toContain('Activity_');
    for (const broken of [
      { ...whole, idempotencyKey: uuidOf('attach-broken'), names: [{ text: 'Xanthippe\u0000Quill' }] },
      { ...whole, idempotencyKey: uuidOf('attach-nobody'), entity: idOf('Entity', 'nowhere', 'nobody') },
      { ...whole, idempotencyKey: uuidOf('attach-named'), entity: idIn('Entity', 'paper') },
    ])
      expect((await attach(broken)).text).not.toMatch(telling);
    const mistyped = await attach({
      ...whole,
      idempotencyKey: uuidOf('attach-type'),
      names: 'Xanthippe Quill',
    });
    expect(mistyped.text).toContain('"errors"');
    expect(mistyped.text).not.toMatch(telling);
    expect(await asked('first')).toMatchObject({
      totalCount: 1,
      edges: [{ node: { name: 'Xanthippe Quill', note } }],
    });
    const metrics = await (await fetch(`${service.base}/metrics`)).text();
    expect(metrics).toContain('onrecord_');
    expect(metrics).not.toMatch(telling);
    expect(service.process.stderr).toContain('graphql');
    expect(service.process.stderr).not.toMatch(telling);
  });

  test('is in an export where that is asked for, and in no other', async () => {
    const without = await onrecord(['export', '--all'], data('first'));
    expect(without).toMatchObject({ code: 0 });
    expect(without.stdout).toContain('ConfidentialIdentity');
    expect(without.stdout + without.stderr).not.toMatch(telling);
    const whole = await onrecord(['export', '--all', '--with-identities'], data('first'));
    expect(whole.stdout).toMatch(telling);
    for (const [name, { stdout }, total] of [
      ['without', without, 0],
      ['whole', whole, 1],
    ] as const) {
      expect(await onrecord(['restore', '-'], data(name), stdout)).toMatchObject({ code: 0 });
      expect(await onrecord(['check'], data(name))).toMatchObject({ code: 0 });
      const options = total === 1 ? ['--with-identities'] : [];
      expect((await onrecord(['export', '--all', ...options], data(name))).stdout).toBe(stdout);
      expect(await asked(name)).toMatchObject({ totalCount: total });
    }
    const { stdout } = await onrecord(['verify-log'], data('without'));
    expect(stdout).toContain('were left out when the store was restored');
    expect((await onrecord(['verify-log'], data('whole'))).stdout).not.toContain('left out');
  });

  test('is gone when it is erased', async () => {
    const [{ node }] = (await asked('first')).edges;
    const erased = await onrecord(['erase', node.id, '--reason', 'Order 17'], data('first'));
    expect(erased).toMatchObject({ code: 0 });
    expect(erased.stdout + erased.stderr).not.toMatch(telling);
    const { stdout } = await onrecord(['export', '--all', '--with-identities'], data('first'));
    expect(stdout).toContain(node.id);
    expect(stdout).not.toMatch(telling);
    expect(await asked('first')).toMatchObject({ totalCount: 0 });
  });
});
