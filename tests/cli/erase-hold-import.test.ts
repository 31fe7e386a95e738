import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { onrecord, type Service, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const said = 'The company says it is not.';
const passage = idOf('Passage', 'trial.example/1', 'not');
const claim = idOf('Claim', 'trial.example/1', 'shut-bridge');
const user = userInfo().username;

describe('onrecord import, hold and erase, beside a running service', () => {
  let folder: TemporaryFolder;
  let service: Service;
  let variables: { ONRECORD_DATA: string };
  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: join(folder.path, 'data') };
    service = await serving(variables, '--no-seed');
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const command = (...args: string[]) => onrecord([...args, '--json'], variables);
  const failure = ({ stderr }: { readonly stderr: string }) => JSON.parse(stderr).error;

  async function asked(query: string): Promise<unknown> {
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return response.json();
  }

  test('a dry run says what would be new, and records nothing', async () => {
    const path = folder.write('1.json', smallBundle(1));
    const { code, stdout, stderr } = await command('import', path, '--dry-run');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ bundle: path, dryRun: true, unchanged: 0 });
    expect(told.changes).toHaveLength(18);
    expect(told.changes.every((change: { isNew: boolean }) => change.isNew)).toBe(true);
    expect(told.claims).toContainEqual({
      id: claim,
      before: null,
      after: { status: 'CONTESTED', assertions: 4 },
    });
    expect((await onrecord(['log-head'], variables)).stdout).toMatch(/^0:0{64} /);
  });

  test('the import then records it, and says so as seed does', async () => {
    const { code, stdout } = await command('import', join(folder.path, '1.json'));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ added: 18, revised: 0, unchanged: 0 });
  });

  test('a dry run of a second edition says in words what would differ', async () => {
    const bundle = smallBundle(1);
    const [first, ...others] = bundle.claims;
    const path = folder.write('2.json', { ...bundle, claims: [{ ...first, nature: 'OPINION' }, ...others] });
    const { code, stdout } = await onrecord(['import', path, '--dry-run'], variables);
    expect(code).toBe(0);
    expect(stdout).toBe(
      `${path}: would add 0 records, revise 1, leave 17; nothing was recorded\n` +
        `~ ${claim} shut-bridge-1, to version 2\n    /nature: "FACT" -> "OPINION"\n`,
    );
    const same = await onrecord(['import', join(folder.path, '1.json'), '--dry-run'], variables);
    expect(same.stdout).toContain('nothing would change; all 18 records stand as recorded');
  });

  test('a dry run refuses what the import would refuse, with the path', async () => {
    const path = folder.write('3.json', { ...smallBundle(3), claims: [] });
    const refused = await command('import', path, '--dry-run');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(failure(refused)).toMatchObject({ code: 'REFUSED_BUNDLE' });
  });

  test('what is on hold is not erased, and the list says who holds it and why', async () => {
    const held = await command('hold', passage, '--reason', 'Letter of 3 May');
    expect(held).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(held.stdout)).toMatchObject({ id: passage, held: true });
    const { holds } = JSON.parse((await command('hold', '--list')).stdout);
    expect(holds).toMatchObject([{ recordId: passage, by: user, reason: 'Letter of 3 May' }]);
    const refused = await command('erase', passage, '--reason', 'Order 17');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(failure(refused)).toMatchObject({ code: 'NOT_POSSIBLE', ids: [passage, holds[0].id] });
    expect(await asked(`{ node(id: "${holds[0].id}") { id } }`)).toEqual({ data: { node: null } });
    const released = await command('hold', passage, '--release', '--reason', 'Settled');
    expect(JSON.parse(released.stdout)).toMatchObject({ id: passage, held: false });
    expect((await onrecord(['hold', '--list'], variables)).stdout).toBe('Nothing is on hold.\n');
  });

  test('what is erased is gone from the next answer, from search and from every export', async () => {
    const words = '{ search(query: "The company says") { totalCount } }';
    expect(await asked(words)).toMatchObject({ data: { search: { totalCount: 1 } } });
    const { code, stdout } = await onrecord(['erase', passage, '--reason', 'Order 17'], variables);
    expect(code).toBe(0);
    expect(stdout).toContain(`Erased: ${passage} (Activity_`);
    expect(stdout).toContain('No other record says the same word for word.');
    expect(stdout).toContain('Not reached:');
    expect(await asked(words)).toMatchObject({ data: { search: { totalCount: 0 } } });
    expect(await asked(`{ node(id: "${passage}") { ... on Passage { exact } } }`)).toEqual({
      data: { node: { exact: '[this quotation was erased for legal reasons]' } },
    });
    const exported = (await onrecord(['export', '--all'], variables)).stdout;
    expect(exported).not.toContain(said);
    expect(exported).toContain('Order 17');
    expect(exported).toContain(`"by":"${user}"`);
    expect(await onrecord(['verify-log'], variables)).toMatchObject({ code: 0 });
  });

  test('other records that hold the same words are listed', async () => {
    const path = folder.write('4.json', smallBundle(4));
    expect(await command('import', path)).toMatchObject({ code: 0 });
    const [one, other] = ['trial.example/4', 'trial.example/1'].map((name) => idOf('Passage', name, 'shut'));
    const { stdout } = await command('erase', one ?? '', '--reason', 'Order 18');
    expect(JSON.parse(stdout)).toMatchObject({ erased: [one], elsewhere: [other] });
  });

  test('the bundle that it came in is refused from then on', async () => {
    const refused = await command('import', join(folder.path, '1.json'));
    expect(failure(refused)).toMatchObject({
      code: 'REFUSED_BUNDLE',
      issues: [{ path: 'passages[1]', message: expect.stringContaining('was erased') }],
    });
  });

  test.each([
    ['erase without a reason', ['erase', passage], 2, 'WRONG_CONFIGURATION'],
    ['erase with an empty one', ['erase', passage, '--reason', ' '], 1, 'INVALID_INPUT'],
    ['erase of nothing', ['erase', 'Claim_1', '--reason', 'Order 17'], 1, 'NOT_FOUND'],
    ['a hold without a reason', ['hold', claim], 2, 'WRONG_CONFIGURATION'],
    ['a hold on nothing', ['hold', '--reason', 'Letter'], 2, 'WRONG_CONFIGURATION'],
    ['a list of one', ['hold', claim, '--list'], 2, 'WRONG_CONFIGURATION'],
    ['a release of what is not held', ['hold', claim, '--release', '--reason', 'Settled'], 1, 'NOT_POSSIBLE'],
  ])('%s is refused', async (_, args, code, stable) => {
    const refused = await command(...args);
    expect(refused).toMatchObject({ code, stdout: '' });
    expect(failure(refused)).toMatchObject({ code: stable });
  });
});
