import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { eachEngine } from '../support/engines.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { apiOver } from './api.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };
const contributor: Caller = { id: 'key-2', name: 'Cy Contributor', role: 'contributor' };

/** The API's clock stands at noon of 2024-03-01. */
const past = '2024-03-01T11:00:00Z';
const future = '2024-03-02T11:00:00Z';
const request = `replyRequest { id version state by deadline assertion { id } to { slug }
  reply { id stance speaker { slug name } onBehalfOf { slug } inResponseTo { id } supersedes { id } } }`;
const failures = `... on ExpectedError { code message ids } ... on InvalidInputError { issues { path message } }
  ... on StaleVersionError { currentVersion current { id } }
  ... on MutationPreview { added revised claims { id } }`;

interface Request {
  readonly id: string;
  readonly version: number;
  readonly reply: { readonly id: string } | null;
}
type Result = Readonly<Record<string, unknown>> & { readonly replyRequest: Request };

eachEngine((_, open) => {
  const api = apiOver(open, smallBundle);
  async function mutate(name: string, success: string, input: object, caller: Caller): Promise<Result> {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
    const data = await api().data(
      `mutation M($input: ${type}!) { result: ${name}(input: $input) { __typename ... on ${success} { ${request} } ${failures} } }`,
      { input },
      caller,
    );
    return (data as { result: Result }).result;
  }
  const ask = (idempotencyKey: string, input: object, caller = editor) =>
    mutate('askForReply', 'ReplyAskedFor', { idempotencyKey, ...input }, caller);
  const answer = (idempotencyKey: string, { id, version }: Request, input: object, caller = editor) =>
    mutate(
      'recordReply',
      'ReplyRecorded',
      { idempotencyKey, id, expectedVersion: version, ...input },
      caller,
    );
  const open1 = async (key: string, deadline = past) => {
    const input = { claim: idIn('Claim', 'open'), to: { id: idIn('Entity', 'spokesman') }, deadline };
    return (await ask(key, input)).replyRequest;
  };

  describe('asking for a reply', () => {
    it('is a record of its own, shown with the claim and with the assertion that was put', async () => {
      const assertion = idIn('Assertion', 'opened');
      const asked = await ask(
        'ask-firm-1',
        {
          assertion,
          to: { id: idIn('Entity', 'paper') },
          channel: 'e-mail',
          question: [{ language: 'en', text: 'Is it open?' }],
          askedOn: { edtf: '2024-02-29' },
          deadline: future,
        },
        contributor,
      );
      expect(asked).toMatchObject({
        __typename: 'ReplyAskedFor',
        replyRequest: {
          version: 1,
          state: 'OPEN',
          by: 'Cy Contributor',
          assertion: { id: assertion },
          reply: null,
        },
      });
      const { node, claim } = (await api().data(
        `query ($assertion: ID!, $claim: ID!) { node(id: $assertion) { ... on Assertion { replyRequests { id } } }
          claim(by: { id: $claim }) { replyRequests { id } } }`,
        { assertion, claim: idIn('Claim', 'open') },
      )) as Record<'node' | 'claim', { replyRequests: { id: string }[] }>;
      expect(node.replyRequests).toEqual([{ id: asked.replyRequest.id }]);
      expect(claim.replyRequests).toContainEqual({ id: asked.replyRequest.id });
    });

    it('is about a claim or an assertion, and with a deadline after the asking', async () => {
      const to = { id: idIn('Entity', 'paper') };
      const claim = idIn('Claim', 'open');
      const issueAt = (path: string) => ({ __typename: 'InvalidInputError', issues: [{ path }] });
      expect(await ask('ask-none-1', { to, deadline: future })).toMatchObject(issueAt('claim'));
      const both = { claim, assertion: idIn('Assertion', 'opened'), to, deadline: future };
      expect(await ask('ask-both-1', both)).toMatchObject(issueAt('claim'));
      const late = { claim, to, askedOn: { edtf: '2024-03-05' }, deadline: future };
      expect(await ask('ask-late-1', late)).toMatchObject(issueAt('deadline'));
    });
  });

  describe('recording a reply', () => {
    it('is an assertion by whom was asked, or on its behalf', async () => {
      const own = await answer('own-reply-1', await open1('to-own-1'), { stance: 'DENIES' });
      expect(own).toMatchObject({
        __typename: 'ReplyRecorded',
        replyRequest: {
          version: 2,
          state: 'ANSWERED',
          reply: { stance: 'DENIES', speaker: { slug: 'spokesman' }, onBehalfOf: null },
        },
      });
      const asked = await ask('to-spoken-1', {
        assertion: idIn('Assertion', 'opened'),
        to: { id: idIn('Entity', 'company') },
        deadline: future,
      });
      const spoken = await answer(
        'spoken-reply-1',
        asked.replyRequest,
        {
          stance: 'DECLINES_TO_COMMENT',
          speaker: { new: { kind: 'PERSON', names: [{ text: 'Mo Speaker' }] } },
        },
        contributor,
      );
      expect(spoken).toMatchObject({
        replyRequest: {
          state: 'ANSWERED',
          by: 'Ada Editor',
          reply: {
            speaker: { name: 'Mo Speaker' },
            onBehalfOf: { slug: 'company' },
            inResponseTo: { id: idIn('Assertion', 'opened') },
          },
        },
      });
    });

    it('takes silence for an answer once the deadline has passed, and not before', async () => {
      const silence = { stance: 'NO_RESPONSE' };
      expect(await answer('too-early-1', await open1('to-wait-1', future), silence)).toMatchObject({
        __typename: 'NotPossibleError',
      });
      const asked = await open1('to-fall-silent-1');
      const someone = { ...silence, speaker: { id: idIn('Entity', 'paper') } };
      expect(await answer('silent-other-1', asked, someone)).toMatchObject({
        __typename: 'InvalidInputError',
      });
      const silent = await answer('silent-1', asked, silence);
      expect(silent).toMatchObject({
        replyRequest: {
          state: 'NO_RESPONSE',
          reply: { stance: 'NO_RESPONSE', speaker: { slug: 'spokesman' } },
        },
      });
      expect(await answer('silent-2', silent.replyRequest, silence)).toMatchObject({
        __typename: 'NotPossibleError',
      });
      expect(await answer('late-reply-1', silent.replyRequest, { stance: 'AFFIRMS' })).toMatchObject({
        replyRequest: {
          version: 3,
          state: 'ANSWERED',
          reply: { stance: 'AFFIRMS', supersedes: { id: silent.replyRequest.reply?.id } },
        },
      });
    });

    it('is done once: another answer is refused until the first is withdrawn', async () => {
      const asked = await open1('to-answer-once-1');
      const { replyRequest } = await answer('once-first-1', asked, { stance: 'DENIES' });
      expect(await answer('once-stale-1', asked, { stance: 'AFFIRMS' })).toMatchObject({
        __typename: 'StaleVersionError',
        currentVersion: 2,
        current: { id: asked.id },
      });
      expect(await answer('once-again-1', replyRequest, { stance: 'AFFIRMS' })).toMatchObject({
        __typename: 'NotPossibleError',
        ids: [asked.id, replyRequest.reply?.id],
      });
      await api().data(
        'mutation M($input: WithdrawAssertionInput!) { withdrawAssertion(input: $input) { __typename } }',
        {
          input: {
            idempotencyKey: 'withdraw-reply-1',
            id: replyRequest.reply?.id,
            expectedVersion: 1,
            reason: 'misheard',
          },
        },
        editor,
      );
      const read = () =>
        api().data('query ($id: ID!) { node(id: $id) { ... on ReplyRequest { state reply { id } } } }', {
          id: asked.id,
        });
      expect(await read()).toEqual({ node: { state: 'OPEN', reply: null } });
      expect(await answer('once-anew-1', replyRequest, { stance: 'AFFIRMS' })).toMatchObject({
        replyRequest: { version: 3, state: 'ANSWERED', reply: { stance: 'AFFIRMS' } },
      });
    });

    it('says before what it would record', async () => {
      const asked = await open1('to-preview-1');
      expect(await answer('preview-reply-1', asked, { stance: 'DENIES', preview: true })).toMatchObject({
        __typename: 'MutationPreview',
        added: 1,
        revised: 1,
        claims: [{ id: idIn('Claim', 'open') }],
      });
    });
  });

  describe('a request that should not have been recorded', () => {
    it('is withdrawn with a reason, stands with its claim no more, takes no answer, and is reinstated', async () => {
      const { id, version } = await open1('ask-mistaken');
      const shown = async () =>
        JSON.stringify(
          await api().data(`{ claim(by: {id: "${idIn('Claim', 'open')}"}) { replyRequests { id } } }`),
        );
      expect(await shown()).toContain(id);
      const target = { id, expectedVersion: version };
      const change = (name: string, success: string, key: string, input: object, caller = editor) =>
        mutate(name, success, { idempotencyKey: key, ...input }, caller);
      const wanted = { ...target, reason: 'Nobody was asked.' };
      expect(
        await change('withdrawReplyRequest', 'ReplyRequestWithdrawn', 'mistaken-0', wanted, contributor),
      ).toMatchObject({ code: 'FORBIDDEN' });
      expect(
        await change('withdrawReplyRequest', 'ReplyRequestWithdrawn', 'mistaken-1', wanted),
      ).toMatchObject({ replyRequest: { id, version: 2, by: 'Ada Editor' } });
      expect(await shown()).not.toContain(id);
      expect(
        await api().data(
          `{ node(id: "${id}") { ... on ReplyRequest { withdrawnAt withdrawalReason revisions { edges { node { kind } } } } } }`,
        ),
      ).toEqual({
        node: {
          withdrawnAt: expect.stringMatching(/^2024-03-01T12:/),
          withdrawalReason: 'Nobody was asked.',
          revisions: { edges: [{ node: { kind: 'WITHDRAWN' } }, { node: { kind: 'RECORDED' } }] },
        },
      });
      expect(
        await answer('mistaken-2', { id, version: 2, reply: null }, { stance: 'NO_RESPONSE' }),
      ).toMatchObject({ code: 'NOT_POSSIBLE' });
      expect(
        await change('reinstateReplyRequest', 'ReplyRequestReinstated', 'mistaken-3', {
          id,
          expectedVersion: 2,
        }),
      ).toMatchObject({ replyRequest: { version: 3, by: 'Ada Editor', state: 'OPEN' } });
      expect(await shown()).toContain(id);
    });
  });
});
