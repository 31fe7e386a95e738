import { describe, expect, it } from 'vitest';
import { eachEngine } from '../support/engines.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { apiOver } from './api.ts';
import { contributor, mutate, reader } from './mutate.ts';
import { recorded, wholeChain } from './whole-chain.ts';

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
});
