import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { eachEngine } from '../support/engines.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { apiOver } from './api.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };
const text = 'At noon it was shut. At night it was shut, too.';

eachEngine((_engine, open) => {
  const api = apiOver(open, smallBundle);

  async function recorded(key: string, words: object): Promise<unknown> {
    const input = {
      idempotencyKey: `words-${key}`,
      claim: { id: idIn('Claim', 'shut') },
      speaker: { id: idIn('Entity', 'paper') },
      ...{ stance: 'AFFIRMS', directness: 'DIRECT' },
      source: {
        new: { kind: 'ARTICLE', title: [{ language: 'en', text: `Twice ${key}` }], version: { text } },
      },
      passages: [{ new: { language: 'en', ...words } }],
    };
    const { result } = (await api().data(
      `mutation ($input: RecordAssertionInput!) { result: recordAssertion(input: $input) { __typename
        ... on AssertionRecorded { assertion { passages { exact start prefix suffix verification { state } } } }
        ... on InvalidInputError { issues { path message } } } }`,
      { input },
      editor,
    )) as { result: unknown };
    return result;
  }

  describe('words that stand twice in a text', () => {
    const exact = 'it was shut';
    const found = (start: number, around: object) => ({
      __typename: 'AssertionRecorded',
      assertion: {
        passages: [{ exact, start, prefix: null, suffix: null, ...around, verification: { state: 'EXACT' } }],
      },
    });
    it('are found by what stands around them', async () => {
      const [before, after] = [{ prefix: 'At night ' }, { suffix: '. At' }];
      expect(await recorded('before', { exact, ...before })).toEqual(found(text.lastIndexOf(exact), before));
      expect(await recorded('behind', { exact, ...after })).toEqual(found(text.indexOf(exact), after));
    });

    it('are refused where nothing tells which are meant', async () => {
      const path = 'passages[0].new.start';
      for (const around of [{}, { prefix: ' ' }])
        expect(await recorded(`neither-${Object.keys(around).length}`, { exact, ...around })).toEqual({
          __typename: 'InvalidInputError',
          issues: [{ path, message: expect.stringContaining('the words stand 2 times') }],
        });
    });
  });

  it('a preview heads a claim as the claim does, in the language asked for and in none', async () => {
    for (const args of ['', '(language: "en")', '(language: "zh")']) {
      const { result } = (await api().data(
        `mutation ($input: WithdrawAssertionInput!) { result: withdrawAssertion(input: $input) {
          ... on MutationPreview { claims { id before { headline${args} } } } } }`,
        {
          input: {
            ...{ id: idIn('Assertion', 'seen'), expectedVersion: 1, reason: 'It is wrong', preview: true },
            idempotencyKey: `preview-${args.length}`,
          },
        },
        editor,
      )) as { result: { claims: { id: string; before: { headline: string } }[] } };
      expect(result.claims.length).toBeGreaterThan(0);
      for (const { id: one, before } of result.claims) {
        const { claim } = (await api().data(`{ claim(by: { id: "${one}" }) { headline${args} } }`)) as {
          claim: { headline: string };
        };
        expect(before.headline).toBe(claim.headline);
      }
    }
  });
});
