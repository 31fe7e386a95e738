import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { eachEngine } from '../support/engines.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { apiOver } from './api.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };
const reason = [{ language: 'en', text: 'So it seems.' }];
const shut = idIn('Claim', 'shut');
const [bot, company, somebody, spokesman] = ['bot', 'company', 'somebody', 'spokesman'].map((key) => ({
  id: idIn('Entity', key),
})) as [{ id: string }, { id: string }, { id: string }, { id: string }];
const said = { claim: { id: shut }, stance: 'AFFIRMS', directness: 'INDIRECT' };

eachEngine((_engine, open) => {
  const api = apiOver(open, smallBundle);

  describe('a mutation that names what is recorded', () => {
    it.each<[string, string, object, string, RegExp]>([
      [
        'lets no machine speak for a body',
        'recordAssertion',
        { ...said, speaker: bot, onBehalfOf: company },
        'onBehalfOf',
        /a product speaks for nobody/,
      ],
      [
        'lets no unknown voice speak for a body',
        'recordAssertion',
        { ...said, speaker: somebody, onBehalfOf: company },
        'onBehalfOf',
        /nobody knows speaks for nobody/,
      ],
      [
        'lets nobody speak for itself',
        'recordAssertion',
        { ...said, speaker: company, onBehalfOf: company },
        'onBehalfOf',
        /another body than the speaker itself/,
      ],
      [
        'lists no document twice',
        'recordAssertion',
        {
          ...said,
          speaker: company,
          basedOn: [{ id: idIn('Source', 'copy') }, { id: idIn('Source', 'copy') }],
        },
        'basedOn[1]',
        /expected each once/,
      ],
      [
        'leads no chain back to itself over what takes a place in it',
        'correctAssertion',
        {
          id: idIn('Assertion', 'seen'),
          expectedVersion: 1,
          attributedTo: idIn('Assertion', 'reported'),
          commitment: 'NEUTRAL',
        },
        'attributedTo',
        /leads back to itself: Assertion_\w+ -> Assertion_\w+ -> Assertion_\w+$/,
      ],
      [
        'tells of what it refers to without a bundle',
        'recordAssertion',
        { ...said, claim: { id: idIn('Claim', 'nowhere') }, speaker: company },
        'claim',
        /^expected the id of a Claim in the store; nothing is there for it/,
      ],
      [
        'relates no claim to itself',
        'relateClaims',
        { kind: 'CONTRADICTS', from: shut, to: shut, reason },
        'to',
        /another claim than/,
      ],
      [
        'judges nobody to be itself',
        'judgeIdentity',
        { between: [company.id, company.id], verdict: 'SAME', reason },
        'between',
        /one came twice/,
      ],
      [
        'judges no machine to be a person',
        'judgeIdentity',
        { between: [bot.id, spokesman.id], verdict: 'SAME', reason },
        'between',
        /no machine to be judged the same/,
      ],
    ])('%s', async (name, mutation, input, path, message) => {
      const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
      for (const preview of [true, false]) {
        const idempotencyKey = `${name.replaceAll(' ', '-').slice(0, 40)}-${preview}`;
        const { result } = (await api().data(
          `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename
            ... on InvalidInputError { issues { path message } } } }`,
          { input: { ...input, idempotencyKey, preview } },
          editor,
        )) as { result: unknown };
        expect(result).toEqual({
          __typename: 'InvalidInputError',
          issues: [{ path, message: expect.stringMatching(message) }],
        });
      }
    });
  });
});
