import { getNamedType, isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { toSchema } from '../../src/graphql/schema.ts';
import { assertionDraft } from '../support/draft-contents.ts';
import { eachEngine } from '../support/engines.ts';
import { draftIdOf, draftsOf } from '../support/recorded-drafts.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { uuidOf } from '../support/uuid-of.ts';
import { apiOver } from './api.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };

interface Change {
  readonly mutation: string;
  /** The record whose version is expected. */
  readonly changes: string;
  /** The input that changes it, in two ways that differ. */
  readonly input: (which: number) => object;
}

const of = (changes: string, mutation: string, input: (which: number) => object): Change => ({
  mutation,
  changes,
  input: (which) => ({ id: changes, ...input(which) }),
});
const en = (text: string) => [{ language: 'en', text }];
const between = [idIn('Entity', 'witness'), idIn('Entity', 'somebody')];
const statuses = ['CONFIRMED', 'REJECTED'];
const writer: Caller = { id: 'key-2', name: 'Cy Contributor', role: 'contributor' };
const draftKeys = ['draft-to-save', 'draft-to-approve', 'draft-to-publish', 'draft-to-discard'];
const [toSave = '', toApprove = '', toPublish = '', toDiscard = ''] = draftKeys.map((key) =>
  draftIdOf(writer, key),
);

/** Each of them on a record of its own, so that none changes what another expects. */
const changes: readonly Change[] = [
  of(idIn('Assertion', 'seen'), 'correctAssertion', (which) => ({ cue: `cue ${which}` })),
  of(idIn('Claim', 'asked'), 'correctClaim', (which) => ({ nature: ['NORM', 'OPINION'][which] })),
  of(idIn('Entity', 'bot'), 'correctEntity', (which) => ({ names: [{ text: `Bot ${which}` }] })),
  of(idIn('Source', 'article'), 'correctSource', (which) => ({ title: en(`Title ${which}`) })),
  of(idIn('ClaimRelation', 'because'), 'decideRelation', (which) => ({ status: statuses[which] })),
  of(idIn('Source', 'copy'), 'decideDerivation', (which) => ({
    kind: 'REPUBLISHES',
    from: idIn('Source', 'article'),
    status: statuses[which],
  })),
  of(idIn('Assertion', 'doubted'), 'decideCopy', (which) => ({
    copyOf: idIn('Assertion', which === 0 ? 'denied' : 'seen'),
    reason: 'the same words',
  })),
  of(idIn('Assertion', 'opened'), 'withdrawAssertion', (which) => ({ reason: `reason ${which}` })),
  of(idIn('Assertion', 'wrong'), 'reinstateAssertion', () => ({})),
  of(idIn('Review', 'check'), 'withdrawReview', (which) => ({ reason: `reason ${which}` })),
  of(idIn('Review', 'wrong-check'), 'reinstateReview', () => ({})),
  of(idIn('ReplyRequest', 'asked-company'), 'withdrawReplyRequest', (which) => ({
    reason: `reason ${which}`,
  })),
  of(idIn('ReplyRequest', 'wrong-request'), 'reinstateReplyRequest', () => ({})),
  of(idIn('ReplyRequest', 'open-request'), 'recordReply', (which) => ({
    stance: ['DENIES', 'AFFIRMS'][which],
  })),
  of(toSave, 'saveDraft', (which) => ({ content: assertionDraft({ cue: `cue ${which}` }) })),
  of(toApprove, 'approveDraft', () => ({})),
  of(toPublish, 'publishDraft', () => ({})),
  of(toDiscard, 'discardDraft', (which) => ({ reason: `reason ${which}` })),
  {
    mutation: 'judgeIdentity',
    changes: idIn('IdentityJudgement', 'unsure'),
    input: (which) => ({ between, verdict: ['DIFFERENT', 'UNSURE'][which], reason: en('so it is') }),
  },
];

const bundle = () =>
  smallBundle((input) => {
    const [check] = input.reviews ?? [];
    if (check) input.reviews?.push({ ...check, key: 'wrong-check', withdrawn: { reason: 'Misread.' } });
    input.replyRequests?.push({
      key: 'wrong-request',
      claim: 'asked',
      to: 'spokesman',
      deadline: '2024-01-01T00:00:00Z',
      withdrawn: { reason: 'Nobody was asked.' },
    });
    input.replyRequests?.push({
      key: 'open-request',
      claim: 'asked',
      to: 'spokesman',
      deadline: '2024-01-01T00:00:00Z',
    });
  });

it('knows every mutation that expects a version', () => {
  const mutations = Object.values(toSchema().getMutationType()?.getFields() ?? {});
  const expecting = mutations
    .filter(({ args }) => {
      const input = args[0] && getNamedType(args[0].type);
      return isInputObjectType(input) && 'expectedVersion' in input.getFields();
    })
    .map(({ name }) => name)
    // Editors may not: it is tested with confidential identities.
    .filter((name) => name !== 'withdrawIdentity');
  expect(expecting.length).toBeGreaterThan(10);
  expect(changes.map(({ mutation }) => mutation).sort()).toEqual(expecting.sort());
});

eachEngine((_, open) => {
  const api = apiOver(open, bundle, async (store) => {
    for (const key of draftKeys) await draftsOf(store, writer).begin(key, assertionDraft());
  });
  async function change(one: Change, which: number, expectedVersion: number) {
    const { mutation, input } = one;
    const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
    const data = await api().data(
      `mutation M($input: ${type}!) { result: ${mutation}(input: $input) { __typename
        ... on ExpectedError { code message } ... on StaleVersionError { currentVersion current { id } } } }`,
      {
        input: {
          ...input(which),
          expectedVersion,
          idempotencyKey: uuidOf(`${mutation}-${which}-${expectedVersion}`),
        },
      },
      editor,
    );
    return (data as { result: { __typename: string } }).result;
  }

  describe('a change that expects a version', () => {
    it.each(changes)('is refused by $mutation where it is stale, with the record as it is', async (one) => {
      expect(await change(one, 0, 7)).toMatchObject({
        __typename: 'StaleVersionError',
        code: 'STALE_VERSION',
        currentVersion: 1,
        current: { id: one.changes },
      });
    });

    it.each(changes)('is done by $mutation once, of two at the same time', async (one) => {
      const results = await Promise.all([change(one, 0, 1), change(one, 1, 1)]);
      const refused = results.filter(({ __typename }) => __typename === 'StaleVersionError');
      expect(refused, JSON.stringify(results)).toHaveLength(1);
      expect(refused[0]).toMatchObject({ currentVersion: 2, current: { id: one.changes } });
      expect(results.filter(({ __typename }) => __typename.endsWith('Error'))).toHaveLength(1);
    });
  });
});
