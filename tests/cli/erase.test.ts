import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { newClaimDraft } from '../support/draft-contents.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { seedBundle } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { uuidOf } from '../support/uuid-of.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

type Json = Readonly<Record<string, unknown>>;

const witness = idIn('Entity', 'witness');

describe('onrecord erase', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let variables: { ONRECORD_DATA: string };
  let key: string;
  let published: string;
  let as: string;
  let claim: string;
  let repeating: string;
  let naming: string;

  const command = (...args: string[]) => onrecord([...args, '--json'], variables);

  async function mutate(name: string, input: object, answer: string): Promise<Json> {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({
        query: `mutation M($input: ${type}!) { result: ${name}(input: $input) { __typename
          ... on ExpectedError { code message } ... on InvalidInputError { issues { path message } } ${answer} } }`,
        variables: { input: { idempotencyKey: uuidOf(`${name} ${JSON.stringify(input)}`), ...input } },
      }),
    });
    const { data } = (await response.json()) as { data: { result: Json } };
    return data.result;
  }
  const saved = async (content: object): Promise<string> => {
    const { draft } = await mutate('saveDraft', { content }, '... on DraftSaved { draft { id } }');
    return (draft as { id: string }).id;
  };

  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: join(folder.path, 'data') };
    service = await serving(variables);
    const path = folder.write('small.json', smallBundle());
    expect(await onrecord(['seed', path], variables)).toMatchObject({ code: 0 });
    const made = await command('keys', 'create', '--role', 'admin', '--name', 'Dee');
    key = JSON.parse(made.stdout).key;
    const { recordAssertion } = newClaimDraft('Dugong');
    const content = { recordAssertion: { ...recordAssertion, cue: 'says of the Quokka' } };
    published = await saved(content);
    const done = await mutate(
      'publishDraft',
      { id: published, expectedVersion: 1 },
      '... on DraftPublished { draft { publishedAs { id ... on Assertion { claim { id } } } } }',
    );
    const { publishedAs } = done['draft'] as { publishedAs: { id: string; claim: { id: string } } };
    [as, claim] = [publishedAs.id, publishedAs.claim.id];
    repeating = await saved({
      recordAssertion: {
        ...recordAssertion,
        claim: { new: { ...newClaim(recordAssertion), slug: 'other' } },
      },
    });
    naming = await saved({ correctAssertion: { id: as, expectedVersion: 1, cue: 'shouts' } });
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });
  const newClaim = (input: Json) => (input['claim'] as { new: Json }).new;

  test('says beforehand what would go and what stands beside it, and erases nothing', async () => {
    const before = (await onrecord(['export', '--all'], variables)).stdout;
    const { code, stdout, stderr } = await onrecord(['erase', as, '--dry-run'], variables);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 2)).toEqual([
      `Would erase: ${as}.`,
      `Would also erase: ${published}, from which ${as} was published.`,
    ]);
    for (const id of [repeating, naming])
      expect(lines).toContain(`Also names it, or says the same: ${id} (OPEN): not erased.`);
    expect(lines).toContain(`  ${claim}`);
    expect(lines.at(-1)).toBe('Nothing was erased.');
    expect((await onrecord(['export', '--all'], variables)).stdout).toBe(before);
    expect(JSON.parse((await command('erase', as, '--dry-run')).stdout)).toMatchObject({
      ...{ dryRun: true, wouldErase: [as], wouldAlsoErase: [{ id: published, with: as }], claims: [] },
      elsewhere: expect.arrayContaining([claim]),
    });
  });

  test('refuses beforehand what erasing would refuse', async () => {
    const refused = await command('erase', 'Claim_1', '--dry-run');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(JSON.parse(refused.stderr).error).toMatchObject({ code: 'NOT_FOUND' });
    const unexplained = await command('erase', as);
    expect(unexplained).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(unexplained.stderr).error).toMatchObject({ code: 'WRONG_CONFIGURATION' });
  });

  test('tells how a claim would stand, and at most twenty of those beside it', async () => {
    const { namespace, passages } = seedBundle();
    const id = idOf('SourceVersion', namespace, passages[0]?.version ?? '');
    const { beside } = JSON.parse((await command('erase', id, '--dry-run')).stdout);
    expect(beside.length).toBeGreaterThan(20);
    for (const one of beside)
      expect(one).toEqual({ id: expect.any(String), says: expect.stringMatching(/./) });
    const { stdout } = await onrecord(['erase', id, '--dry-run'], variables);
    const after = stdout.slice(stdout.indexOf('Stands beside it')).split('\n');
    expect(after.slice(1, 21).every((line) => /^ {2}[A-Z]\w+_[0-9a-f]{32} {2}\S/.test(line))).toBe(true);
    expect(after[21]).toBe(`  and ${beside.length - 20} more, which --json lists`);
    const supports = ['opened', 'copied', 'new'].map((one) => idIn('Assertion', one));
    const moved = JSON.parse((await command('erase', ...supports, '--dry-run')).stdout);
    expect(moved.claims).toEqual([
      { id: idIn('Claim', 'open'), before: expect.any(String), after: 'WITHDRAWN' },
    ]);
  });

  test('erases the draft that it was published from, of which nothing is left in the store or an export', async () => {
    const { code, stdout } = await command('erase', as, '--reason', 'Order 17');
    expect(code).toBe(0);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      ...{ erased: [as], alsoErased: [{ id: published, with: as }] },
      activityId: expect.stringMatching(/^Activity_/),
      elsewhere: expect.arrayContaining([claim]),
      drafts: expect.arrayContaining([
        { id: repeating, status: 'OPEN' },
        { id: naming, status: 'OPEN' },
      ]),
    });
    expect(told.drafts).toHaveLength(2);
    const everywhere = [...told.drafts, ...told.beside].map(({ id }: { id: string }) => id);
    expect(new Set([...everywhere, ...told.elsewhere]).size).toBe(everywhere.length + told.elsewhere.length);
    const exported = (await onrecord(['export', '--all', '--with-identities'], variables)).stdout;
    expect(exported).toContain('Dugong sold the bridge');
    expect(exported).not.toContain('Quokka');
    for (const verify of ['check', 'verify-log'])
      expect(await onrecord([verify], variables)).toMatchObject({ code: 0 });
    expect(
      await mutate('discardDraft', { id: published, expectedVersion: 3, reason: 'x' }, ''),
    ).toMatchObject({
      code: 'NOT_POSSIBLE',
    });
  });

  test('erases who an unnamed speaker is with the speaker, and says no name', async () => {
    const names = [{ text: 'Xanthippe Quill', language: 'en' }];
    await mutate('attachIdentity', { entity: witness, names }, '');
    const own = `{ entity(by: {id: "${witness}"}) { confidentialIdentities { edges { node { id } } } } }`;
    const [{ node }] = JSON.parse((await command('query', own)).stdout).data.entity.confidentialIdentities
      .edges;
    const entity = await onrecord(['erase', idIn('Entity', 'somebody'), '--dry-run'], variables);
    expect(entity).toMatchObject({ code: 0 });
    const { code, stdout } = await onrecord(['erase', witness, '--reason', 'Order 18'], variables);
    expect(code).toBe(0);
    expect(stdout).toContain(`Also erased: ${node.id}, which says who ${witness} is.\n`);
    expect(stdout).not.toContain('Xanthippe');
    const exported = (await onrecord(['export', '--all', '--with-identities'], variables)).stdout;
    expect(exported).toContain(node.id);
    expect(exported).not.toContain('Xanthippe');
    expect(await onrecord(['check'], variables)).toMatchObject({ code: 0 });
  });
});
