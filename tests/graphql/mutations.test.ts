import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { eachEngine } from '../support/engines.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { type Api, apiOver } from './api.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };
const contributor: Caller = { id: 'key-2', name: 'Cy Contributor', role: 'contributor' };
const reader: Caller = { id: 'key-3', name: 'Rea Reader', role: 'reader' };

const failures = `
  ... on ExpectedError { code message ids }
  ... on InvalidInputError { issues { path message } }
  ... on StaleVersionError { currentVersion current { id } }
`;

type Result = Readonly<Record<string, unknown>> & { readonly __typename: string };

async function mutate(
  api: Api,
  name: string,
  input: object,
  fields: string,
  caller: Caller | null = editor,
): Promise<Result> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  const data = await api.data(
    `mutation M($input: ${type}!) { result: ${name}(input: $input) { __typename ${fields} ${failures}
      ... on MutationPreview { changes { id isNew fields { path before after } }
        claims { id losing { id } before { status assertions } after { status assertions independentOrigins headline } } } } }`,
    { input },
    caller,
  );
  return (data as { result: Result }).result;
}

const recorded = `... on AssertionRecorded { activityId recordedAt assertion { id version stance commitment
  speaker { id slug name } claim { id slug } source { slug title } passages { exact start end verification { state } }
  attributedTo { id stance commitment speaker { name } attributedTo { id } } } }`;

const text = 'The mayor said on Friday: “the tunnel is safe”. 市长说隧道安全。';

/** A relay with everything new: a paper reports what a mayor said. */
const wholeChain = (key: string) => ({
  idempotencyKey: key,
  claim: {
    new: {
      text: [{ language: 'en', text: `The tunnel is safe (${key})` }],
      language: 'en',
      nature: 'FACT',
      about: [{ id: idIn('Entity', 'company') }],
    },
  },
  speaker: { new: { kind: 'ORGANIZATION', names: [{ text: 'The Courier', language: 'en' }] } },
  stance: 'AFFIRMS',
  directness: 'MIXED',
  cue: 'said',
  source: {
    new: {
      kind: 'ARTICLE',
      title: [{ language: 'en', text: 'Tunnel safe, says mayor' }],
      publishedOn: { edtf: '2024-02' },
      version: { text },
    },
  },
  passages: [{ new: { exact: 'the tunnel is safe', language: 'en', rendering: 'ORIGINAL' } }],
  attributedTo: {
    new: {
      speaker: { new: { kind: 'PERSON', names: [{ text: 'The mayor' }], anonymity: 'UNNAMED_HERE' } },
      stance: 'AFFIRMS',
      directness: 'DIRECT',
      saidOn: { edtf: '2024-02~', original: 'on Friday' },
    },
  },
});

eachEngine((_engine, open) => {
  const api = apiOver(open, smallBundle);

  describe('what a machine says by a mutation', () => {
    const between = [idIn('Entity', 'spokesman'), idIn('Entity', 'paper')];
    const reason = [{ language: 'en', text: 'Much alike.' }];
    it.each([
      ['judgeIdentity', { between, verdict: 'DIFFERENT', reason }, 'verdict'],
      [
        'reviewClaim',
        {
          claim: idIn('Claim', 'shut'),
          reviewer: { id: idIn('Entity', 'paper') },
          rating: 'False',
          normalized: 'FALSE',
        },
        '',
      ],
      [
        'addSource',
        {
          source: {
            kind: 'ARTICLE',
            title: [{ language: 'en', text: 'A reprint' }],
            derivedFrom: [{ kind: 'REPUBLISHES', from: idIn('Source', 'article'), status: 'CONFIRMED' }],
          },
        },
        'source.derivedFrom[0].status',
      ],
    ])('is refused where only a person decides: %s', async (name, input, path) => {
      const asked = { ...input, idempotencyKey: `machine-${name}`, method: 'MODEL' };
      expect(await mutate(api(), name, asked, '')).toMatchObject({
        __typename: 'InvalidInputError',
        code: 'INVALID_INPUT',
        issues: [
          { path, message: expect.stringContaining('a machine (MODEL) proposes, and a person decides') },
        ],
      });
    });

    it('is recorded where it proposes, and told as a machine’s', async () => {
      const asked = { between, verdict: 'UNSURE', reason, idempotencyKey: 'machine-unsure', method: 'RULES' };
      expect(
        await mutate(api(), 'judgeIdentity', asked, '... on IdentityJudged { judgement { verdict method } }'),
      ).toMatchObject({ judgement: { verdict: 'UNSURE', method: 'RULES' } });
    });
  });

  describe('recording an assertion', () => {
    it('records claim, speaker, source, passage and chain in one call, and finds the passage in the text', async () => {
      const result = await mutate(api(), 'recordAssertion', wholeChain('whole-chain-1'), recorded);
      expect(result).toMatchObject({
        __typename: 'AssertionRecorded',
        assertion: {
          version: 1,
          commitment: 'NEUTRAL',
          speaker: { name: 'The Courier' },
          source: { title: 'Tunnel safe, says mayor' },
          passages: [{ exact: 'the tunnel is safe', start: 27, end: 45, verification: { state: 'EXACT' } }],
          attributedTo: { commitment: 'ENDORSES', speaker: { name: 'The mayor' }, attributedTo: null },
        },
      });
    });

    it('answers the same to the same key and input, and records nothing more', async () => {
      const first = await mutate(api(), 'recordAssertion', wholeChain('same-key-1'), recorded);
      const again = await mutate(api(), 'recordAssertion', wholeChain('same-key-1'), recorded);
      expect(first.__typename).toBe('AssertionRecorded');
      expect(again).toEqual(first);
    });

    it('refuses the same key with another input, and takes it from another caller', async () => {
      await mutate(api(), 'recordAssertion', wholeChain('same-key-2'), recorded);
      const other = { ...wholeChain('same-key-2'), cue: 'claimed' };
      expect(await mutate(api(), 'recordAssertion', other, recorded)).toMatchObject({
        __typename: 'IdempotencyKeyReusedError',
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect(await mutate(api(), 'recordAssertion', other, recorded, contributor)).toMatchObject({
        __typename: 'AssertionRecorded',
      });
    });

    it('names the field of the input that breaks a rule, and records nothing', async () => {
      const count = () => api().data('{ assertions { totalCount } }');
      const before = await count();
      const input = {
        ...wholeChain('broken-input-1'),
        passages: [{ new: { exact: 'the tunnel is unsafe', language: 'en' } }],
      };
      expect(await mutate(api(), 'recordAssertion', input, recorded)).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'passages[0].new.exact' }],
      });
      const chain = wholeChain('broken-input-2');
      const denying = { ...chain, attributedTo: { new: { ...chain.attributedTo.new, stance: 'DENIES' } } };
      expect(await mutate(api(), 'recordAssertion', denying, recorded)).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'stance' }],
      });
      expect(await count()).toEqual(before);
    });

    const en = (given: string) => [
      { language: 'de', text: 'Ein Text' },
      { language: 'en', text: given },
    ];
    const source = { kind: 'ARTICLE', title: en('A reprint') };
    const noHash = { text: 'Words.', sha256: '0'.repeat(64) };
    const stands = { id: idIn('Assertion', 'seen'), expectedVersion: 1 };
    it.each<[string, object, string]>([
      [
        'addSource',
        { source: { ...source, embargoedUntil: '2030-01-01T00:00:00Z' } },
        'source.embargoedUntil',
      ],
      ['addSource', { source: { ...source, title: en('a\u0007b') } }, 'source.title[1].text'],
      ['addSource', { source: { ...source, version: noHash } }, 'source.version.sha256'],
      ['addSourceVersion', { source: idIn('Source', 'article'), version: noHash }, 'version.sha256'],
      ['withdrawAssertion', { ...stands, reason: 'a\u0007b' }, 'reason'],
      [
        'correctAssertion',
        { ...stands, warnings: [{ code: 'SCOPE_UNCLEAR', message: en('a\u0007b') }] },
        'warnings[0].message[1].text',
      ],
      [
        'correctClaim',
        { id: idIn('Claim', 'shut'), expectedVersion: 1, text: en('a\u0007b') },
        'text[1].text',
      ],
    ])('names the field where it stands below `input`: %s, %#', async (name, input, path) => {
      const asked = { ...input, idempotencyKey: `where-${path}` };
      expect(await mutate(api(), name, asked, '')).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path }],
      });
    });

    it('says who may not, and does nothing for them', async () => {
      expect(await mutate(api(), 'recordAssertion', wholeChain('no-caller-1'), recorded, null)).toMatchObject(
        {
          __typename: 'NotAllowedError',
          code: 'UNAUTHENTICATED',
        },
      );
      expect(
        await mutate(api(), 'recordAssertion', wholeChain('a-reader-1'), recorded, reader),
      ).toMatchObject({ __typename: 'NotAllowedError', code: 'FORBIDDEN' });
    });

    it('previews without recording', async () => {
      const preview = await mutate(
        api(),
        'recordAssertion',
        { ...wholeChain('preview-1'), preview: true },
        recorded,
      );
      expect(preview.__typename).toBe('MutationPreview');
      expect(preview).toMatchObject({
        claims: [{ before: null, after: { status: 'NO_CONTEST_RECORDED', independentOrigins: 1 } }],
      });
      const { changes } = preview as unknown as { changes: { id: string; isNew: boolean }[] };
      expect(changes.every(({ isNew }) => isNew)).toBe(true);
      const found = await api().data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: changes.map(({ id }) => id),
      });
      expect(found).toEqual({ nodes: changes.map(() => null) });
    });
  });

  describe('changing what is recorded', () => {
    const corrected = '... on AssertionCorrected { assertion { id version cue supersedes { id } } }';

    async function fresh(key: string): Promise<string> {
      const { assertion } = (await mutate(api(), 'recordAssertion', wholeChain(key), recorded)) as never as {
        assertion: { id: string };
      };
      return assertion.id;
    }

    it('revises what is no part of what makes the assertion that assertion', async () => {
      const id = await fresh('to-revise-1');
      const input = { idempotencyKey: 'revise-it-1', id, expectedVersion: 1, cue: 'insisted' };
      expect(await mutate(api(), 'correctAssertion', input, corrected)).toMatchObject({
        assertion: { id, version: 2, cue: 'insisted', supersedes: null },
      });
    });

    it('supersedes where the speaker changes', async () => {
      const id = await fresh('to-supersede-1');
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
      const id = await fresh('to-clash-1');
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
      const id = await fresh('to-withdraw-1');
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
      const id = await fresh('to-reanchor-1');
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

    it('proposes a relation, which an editor confirms and a contributor may not', async () => {
      const [one, two] = [await fresh('to-relate-1'), await fresh('to-relate-2')];
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
      const assertions = [await fresh('to-judge-1'), await fresh('to-judge-2')];
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
      const one = await fresh('to-list-1');
      const two = await fresh('to-list-2');
      const three = await fresh('to-list-3');
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
