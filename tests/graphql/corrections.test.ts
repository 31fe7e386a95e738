import { describe, expect, it } from 'vitest';
import { eachEngine } from '../support/engines.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { apiOver } from './api.ts';
import { mutate } from './mutate.ts';
import { chainIn, text } from './whole-chain.ts';

eachEngine((_engine, open) => {
  const api = apiOver(open, smallBundle);

  describe('changing what is recorded', () => {
    const corrected = '... on AssertionCorrected { assertion { id version cue supersedes { id } } }';

    it('revises what is no part of what makes the assertion that assertion', async () => {
      const id = await chainIn(api(), 'to-revise-1');
      const input = { idempotencyKey: 'revise-it-1', id, expectedVersion: 1, cue: 'insisted' };
      expect(await mutate(api(), 'correctAssertion', input, corrected)).toMatchObject({
        assertion: { id, version: 2, cue: 'insisted', supersedes: null },
      });
    });

    it('supersedes where the speaker changes', async () => {
      const id = await chainIn(api(), 'to-supersede-1');
      const speaker = { id: idIn('Entity', 'company') };
      const input = { idempotencyKey: 'supersede-it-1', id, expectedVersion: 1, speaker };
      const result = await mutate(api(), 'correctAssertion', input, corrected);
      expect(result).toMatchObject({ assertion: { version: 1, supersedes: { id } } });
      const old = await api().data('query ($id: ID!) { assertion(id: $id) { supersededBy { id } } }', { id });
      expect(old).toEqual({
        assertion: { supersededBy: { id: (result as never as { assertion: { id: string } }).assertion.id } },
      });
      // It does not stand, so that there is nothing to withdraw; what took its place is named.
      const gone = {
        id,
        expectedVersion: 1,
        reason: 'Nobody said it.',
        idempotencyKey: 'withdraw-replaced-1',
      };
      expect(
        await mutate(api(), 'withdrawAssertion', gone, '... on ExpectedError { code ids }'),
      ).toMatchObject({
        code: 'NOT_POSSIBLE',
        ids: [(result as never as { assertion: { id: string } }).assertion.id],
      });
    });

    it('refuses a stale version with the current one', async () => {
      const id = await chainIn(api(), 'to-clash-1');
      await mutate(
        api(),
        'correctAssertion',
        { idempotencyKey: 'clash-one-1', id, expectedVersion: 1, cue: 'one' },
        corrected,
      );
      expect(
        await mutate(
          api(),
          'correctAssertion',
          { idempotencyKey: 'clash-two-1', id, expectedVersion: 1, cue: 'two' },
          corrected,
        ),
      ).toMatchObject({ __typename: 'StaleVersionError', currentVersion: 2, current: { id } });
    });

    it('withdraws with a reason after saying what that takes down, and reinstates', async () => {
      const id = await chainIn(api(), 'to-withdraw-1');
      const origin = (await api().data('query ($id: ID!) { assertion(id: $id) { attributedTo { id } } }', {
        id,
      })) as never as { assertion: { attributedTo: { id: string } } };
      const target = { id: origin.assertion.attributedTo.id, expectedVersion: 1, reason: 'typed twice' };
      const fields = '... on AssertionWithdrawn { assertion { id version withdrawalReason } }';
      expect(
        await mutate(
          api(),
          'withdrawAssertion',
          { ...target, idempotencyKey: 'withdraw-preview-1', preview: true },
          fields,
        ),
      ).toMatchObject({
        claims: [
          {
            losing: [{ id: target.id }, { id }],
            before: { status: 'NO_CONTEST_RECORDED' },
            after: { independentOrigins: 0 },
          },
        ],
      });
      expect(
        await mutate(api(), 'withdrawAssertion', { ...target, idempotencyKey: 'withdraw-it-1' }, fields),
      ).toMatchObject({ assertion: { version: 2, withdrawalReason: 'typed twice' } });
      expect(
        await mutate(
          api(),
          'withdrawAssertion',
          { ...target, expectedVersion: 2, idempotencyKey: 'withdraw-it-2' },
          fields,
        ),
      ).toMatchObject({ __typename: 'NotPossibleError' });
      expect(
        await mutate(
          api(),
          'reinstateAssertion',
          { idempotencyKey: 'reinstate-1', id: target.id, expectedVersion: 2 },
          '... on AssertionReinstated { assertion { version withdrawnAt } }',
        ),
      ).toMatchObject({ assertion: { version: 3, withdrawnAt: null } });
    });

    it('looks the passages of a source up in its new version, and warns what rests on those that changed', async () => {
      const id = await chainIn(api(), 'to-reanchor-1');
      const read = `query ($id: ID!) { assertion(id: $id) { warnings { code } source { id }
        passages { id exact start verification { state found } } } }`;
      const before = (await api().data(read, { id })) as never as { assertion: { source: { id: string } } };
      const input = {
        idempotencyKey: 'new-version-1',
        source: before.assertion.source.id,
        version: { text: text.replace('the tunnel is safe', 'the tunnel is unsafe') },
      };
      const fields = '... on SourceVersionAdded { activityId version { sha256 length } }';
      const preview = await mutate(api(), 'addSourceVersion', { ...input, preview: true }, fields);
      const { changes } = preview as never as {
        changes: { isNew: boolean; fields: { path: string; after: string }[] }[];
      };
      expect(changes.find(({ isNew }) => !isNew)?.fields).toContainEqual({
        path: '/verification/state',
        before: '"EXACT"',
        after: '"ALTERED"',
      });
      expect(await mutate(api(), 'addSourceVersion', input, fields)).toMatchObject({
        __typename: 'SourceVersionAdded',
      });
      expect(await api().data(read, { id })).toMatchObject({
        assertion: {
          warnings: [{ code: 'DATE_UNCERTAIN' }, { code: 'QUOTE_ALTERED' }, { code: 'UNARCHIVED' }],
          passages: [
            {
              exact: 'the tunnel is safe',
              start: 27,
              verification: { state: 'ALTERED', found: 'the tunnel is unsafe' },
            },
          ],
        },
      });
      const warned = `{ assertions(first: 50, filter: { warning: [QUOTE_ALTERED] }) { edges { node { id } } } }`;
      const { assertions } = (await api().data(warned)) as never as {
        assertions: { edges: { node: { id: string } }[] };
      };
      expect(assertions.edges.map(({ node }) => node.id)).toContain(id);
    });
  });
});
