import { describe, expect, it } from 'vitest';
import { eachEngine } from '../support/engines.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { apiOver } from './api.ts';
import { contributor, mutate } from './mutate.ts';
import { chainIn, recorded, wholeChain } from './whole-chain.ts';

eachEngine((_engine, open) => {
  const api = apiOver(open, smallBundle);

  describe('judging what is recorded', () => {
    it('proposes a relation, which an editor confirms and a contributor may not', async () => {
      const [one, two] = [await chainIn(api(), 'to-relate-1'), await chainIn(api(), 'to-relate-2')];
      const claims = (await api().data(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Assertion { claim { id } } } }',
        {
          ids: [one, two],
        },
      )) as never as { nodes: { claim: { id: string } }[] };
      const [from, to] = claims.nodes.map(({ claim }) => claim.id);
      const related = (await mutate(
        api(),
        'relateClaims',
        {
          idempotencyKey: 'relate-them-1',
          kind: 'CONTRADICTS',
          from,
          to,
          reason: [{ language: 'en', text: 'both cannot be' }],
        },
        '... on ClaimsRelated { relation { id version status proposedBy } }',
        contributor,
      )) as never as { relation: { id: string } };
      expect(related).toMatchObject({
        relation: { version: 1, status: 'PROPOSED', proposedBy: 'Cy Contributor' },
      });
      const decision = { id: related.relation.id, expectedVersion: 1, status: 'CONFIRMED' };
      const fields = '... on RelationDecided { relation { version status proposedBy from { status } } }';
      expect(
        await mutate(
          api(),
          'decideRelation',
          { ...decision, idempotencyKey: 'decide-it-1' },
          fields,
          contributor,
        ),
      ).toMatchObject({ __typename: 'NotAllowedError' });
      expect(
        await mutate(api(), 'decideRelation', { ...decision, idempotencyKey: 'decide-it-1' }, fields),
      ).toMatchObject({
        relation: {
          version: 2,
          status: 'CONFIRMED',
          proposedBy: 'Cy Contributor',
          from: { status: 'CONTESTED' },
        },
      });
    });

    it('judges two entities the same, and undoes it by judging anew', async () => {
      const assertions = [await chainIn(api(), 'to-judge-1'), await chainIn(api(), 'to-judge-2')];
      const found = (await api().data(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Assertion { speaker { id } } } }',
        { ids: assertions },
      )) as never as { nodes: { speaker: { id: string } }[] };
      const between = found.nodes.map(({ speaker }) => speaker.id);
      const fields =
        '... on IdentityJudged { judgement { id version verdict between { id } betweenIds by } }';
      const reason = [{ language: 'en', text: 'one masthead' }];
      const judged = await mutate(
        api(),
        'judgeIdentity',
        { idempotencyKey: 'judge-same-1', between, verdict: 'SAME', reason },
        fields,
      );
      expect(judged).toMatchObject({
        judgement: { version: 1, verdict: 'SAME', betweenIds: between, by: 'Ada Editor' },
      });
      const speakers = () =>
        api().data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: between }) as never as Promise<{
          nodes: { id: string }[];
        }>;
      expect(new Set((await speakers()).nodes.map(({ id }) => id)).size).toBe(1);
      const undo = { between, verdict: 'DIFFERENT', reason };
      expect(
        await mutate(api(), 'judgeIdentity', { ...undo, idempotencyKey: 'judge-undo-1' }, fields),
      ).toMatchObject({ __typename: 'StaleVersionError', currentVersion: 1 });
      expect(
        await mutate(
          api(),
          'judgeIdentity',
          { ...undo, idempotencyKey: 'judge-undo-1', expectedVersion: 1 },
          fields,
        ),
      ).toMatchObject({ judgement: { version: 2, verdict: 'DIFFERENT' } });
      expect(new Set((await speakers()).nodes.map(({ id }) => id)).size).toBe(2);
    });

    it('refuses to judge someone who asked not to be named the same as someone who is named', async () => {
      const leaked = wholeChain('to-unmask-1');
      leaked.attributedTo.new.speaker.new.anonymity = 'PROTECTED';
      const { assertion } = (await mutate(api(), 'recordAssertion', leaked, recorded)) as never as {
        assertion: { attributedTo: { id: string } };
      };
      const found = (await api().data('query ($id: ID!) { assertion(id: $id) { speaker { id } } }', {
        id: assertion.attributedTo.id,
      })) as never as { assertion: { speaker: { id: string } } };
      const between = [found.assertion.speaker.id, idIn('Entity', 'spokesman')];
      const reason = [{ language: 'en', text: 'known to the editors' }];
      const input = { between, verdict: 'SAME', reason };
      const refused = {
        __typename: 'NotPossibleError',
        code: 'SOURCE_UNMASKED',
        message: expect.stringContaining('belongs in a confidential identity'),
      };
      const judge = (idempotencyKey: string, others: object = {}) =>
        mutate(api(), 'judgeIdentity', { ...input, idempotencyKey, ...others }, '');
      expect(await judge('unmask-1')).toMatchObject(refused);
      expect(await judge('unmask-2', { preview: true })).toMatchObject(refused);
    });

    it('lists with the entity that readers see what was judged of any of those it stands for', async () => {
      const one = await chainIn(api(), 'to-list-1');
      const two = await chainIn(api(), 'to-list-2');
      const three = await chainIn(api(), 'to-list-3');
      const found = (await api().data(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Assertion { speaker { id } } } }',
        { ids: [one, two, three] },
      )) as never as { nodes: { speaker: { id: string } }[] };
      const [a = '', b = '', c = ''] = found.nodes.map(({ speaker }) => speaker.id);
      const reason = [{ language: 'en', text: 'one masthead' }];
      const judge = (idempotencyKey: string, between: string[], verdict: string, expectedVersion?: number) =>
        mutate(api(), 'judgeIdentity', { idempotencyKey, between, verdict, reason, expectedVersion }, '');
      await judge('list-one-1', [a, b], 'SAME');
      await judge('list-two-1', [b, c], 'SAME');
      const read = async (id: string) =>
        (await api().data(
          'query ($id: ID!) { entity(by: { id: $id }) { id judgements { version betweenIds } } }',
          { id },
        )) as never as {
          entity: { id: string; judgements: { version: number; betweenIds: string[] }[] };
        };
      const { entity } = await read(c);
      expect(entity.id).toBe(a);
      expect(entity.judgements.map(({ betweenIds }) => betweenIds)).toEqual([
        [a, b],
        [b, c],
      ]);
      const [, last] = entity.judgements;
      await judge('list-undo-1', last?.betweenIds ?? [], 'DIFFERENT', last?.version);
      expect((await read(c)).entity.id).toBe(c);
    });

    it('says that two cannot be both the same and different', async () => {
      const [one, other] = [idIn('Entity', 'company'), idIn('Entity', 'firm')];
      const third = idIn('Entity', 'paper');
      const reason = [{ language: 'en', text: 'so it seems' }];
      const judge = (idempotencyKey: string, between: readonly string[], verdict: string) =>
        mutate(api(), 'judgeIdentity', { idempotencyKey, between, verdict, reason }, '');
      expect(await judge('conflict-1', [one, third], 'DIFFERENT')).toMatchObject({
        __typename: 'IdentityJudged',
      });
      expect(await judge('conflict-2', [other, third], 'SAME')).toMatchObject({
        __typename: 'NotPossibleError',
        code: 'CONFLICTING_JUDGEMENTS',
      });
    });
  });
});
