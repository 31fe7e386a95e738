import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { onrecord, serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const content = `claim: {new: {text: [{language: "en", text: "The pier is shut"}], language: "en", nature: FACT,
    about: [{new: {kind: THING, names: [{text: "The pier"}]}}]}}
  speaker: {new: {kind: ORGANIZATION, names: [{text: "The harbour"}]}} stance: AFFIRMS directness: INDIRECT`;
const failure = '... on ExpectedError { code }';
const direct = `mutation { recordAssertion(input: {idempotencyKey: "pier-direct", ${content}}) { __typename ${failure} } }`;

test('a service told so has every assertion read by two people, and so has the command line', async () => {
  using folder = new TemporaryFolder();
  const variables = { ONRECORD_DATA: join(folder.path, 'data'), ONRECORD_FOUR_EYES: 'true' };
  const wrong = await onrecord(['check'], { ...variables, ONRECORD_FOUR_EYES: 'yes' });
  expect(wrong).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('ONRECORD_FOUR_EYES: expected true or false; came "yes"'),
  });
  await using service = await serving(variables, '--no-seed');
  const keyOf = async (name: string) =>
    JSON.parse(
      (await onrecord(['keys', 'create', '--role', 'editor', '--name', name, '--json'], variables)).stdout,
    ).key as string;
  const [ada, adaAgain, bo] = [await keyOf('Ada'), await keyOf('ada'), await keyOf('Bo')];
  async function ask(query: string, key: string): Promise<Record<string, Record<string, unknown>>> {
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query }),
    });
    return ((await response.json()) as { data: Record<string, Record<string, unknown>> }).data;
  }

  expect(await ask(direct, ada)).toEqual({
    recordAssertion: { __typename: 'NotPossibleError', code: 'DRAFT_NEEDED' },
  });
  const command = await onrecord(['query', direct], variables);
  expect(JSON.parse(command.stdout)).toMatchObject({ data: { recordAssertion: { code: 'DRAFT_NEEDED' } } });

  const save = `mutation { saveDraft(input: {idempotencyKey: "pier-draft", content: {recordAssertion: {${content}}}}) {
    ... on DraftSaved { draft { id } problems { path } } ${failure} } }`;
  const { saveDraft } = await ask(save, ada);
  const { id = '' } = (saveDraft?.['draft'] ?? {}) as { id?: string };
  const doing = (name: string, success: string, version: number, key: string) =>
    ask(
      `mutation { done: ${name}(input: {idempotencyKey: "${name}-${version}-pier", id: "${id}", expectedVersion: ${version}}) {
        ... on ${success} { draft { status isApproved } } ${failure} } }`,
      key,
    );
  expect(await doing('publishDraft', 'DraftPublished', 1, ada)).toEqual({
    done: { code: 'APPROVAL_NEEDED' },
  });
  expect(await doing('approveDraft', 'DraftApproved', 1, adaAgain)).toEqual({ done: { code: 'OWN_DRAFT' } });
  expect(await doing('approveDraft', 'DraftApproved', 1, bo)).toEqual({
    done: { draft: { status: 'OPEN', isApproved: true } },
  });
  expect(await doing('publishDraft', 'DraftPublished', 2, ada)).toEqual({
    done: { draft: { status: 'PUBLISHED', isApproved: true } },
  });
  const claims = await ask('{ claims { edges { node { text } } } }', ada);
  expect(claims).toEqual({ claims: { edges: [{ node: { text: 'The pier is shut' } }] } });
  expect(service.process.stderr).not.toContain('pier');
});
