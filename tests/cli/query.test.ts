import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { onrecord } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { smallBundle } from '../trials/small-bundle.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const question =
  'query ($slug: String!) { claim(by: {slug: $slug}) { slug status assertions { totalCount } } }';
const slug = '{"slug": "shut-bridge-1"}';
const answer = {
  data: { claim: { slug: 'shut-bridge-1', status: 'CONTESTED', assertions: { totalCount: 4 } } },
};

describe('onrecord query', () => {
  let folder: TemporaryFolder;
  let variables: { ONRECORD_DATA: string };
  beforeAll(async () => {
    folder = new TemporaryFolder();
    variables = { ONRECORD_DATA: join(folder.path, 'data') };
    await onrecord(['migrate'], variables);
    const path = folder.write('1.json', smallBundle(1));
    expect(await onrecord(['seed', path], variables)).toMatchObject({ code: 0 });
  });
  afterAll(() => folder[Symbol.dispose]());

  test('answers with variables, in one line of JSON with --json', async () => {
    const { code, stdout, stderr } = await onrecord(
      ['query', question, '--variables', slug, '--json'],
      variables,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`${JSON.stringify(answer)}\n`);
  });

  test('takes the question from a file, or from standard input', async () => {
    const file = folder.write('question.graphql', question);
    for (const [args, input] of [
      [['--file', file], undefined],
      [['-'], question],
    ] as const) {
      const { code, stdout } = await onrecord(['query', ...args, '--variables', slug], variables, input);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual(answer);
    }
  });

  test.each([
    ['no GraphQL', '{ claims(', /Syntax Error/],
    ['a field that there is not', '{ claimz { id } }', /claimz/],
    ['an argument that is refused', '{ claims(first: 1000) { totalCount } }', /100/],
  ])('%s is answered with errors and exit code 1', async (_, text, message) => {
    const { code, stdout } = await onrecord(['query', text, '--json'], variables);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).errors[0].message).toMatch(message);
  });

  test.each([
    ['no question', ['query'], 'expected a query, or --file with one, and not both'],
    [
      'two questions',
      ['query', '{ x }', '--file', 'x'],
      'expected a query, or --file with one, and not both',
    ],
    ['variables that are no JSON', ['query', '{ x }', '--variables', 'slug'], 'expected a JSON object'],
    ['variables that are no object', ['query', '{ x }', '--variables', '[1]'], 'expected a JSON object'],
  ])('%s is wrong usage: exit code 2', async (_, args, sentence) => {
    const { code, stdout, stderr } = await onrecord(args, variables);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  test('a file that is not there is said, with exit code 1', async () => {
    const { code, stdout, stderr } = await onrecord(['query', '--file', 'nowhere.graphql'], variables);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('cannot read nowhere.graphql');
  });
});
