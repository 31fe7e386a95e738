import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { eachEngine } from '../support/engines.ts';
import { assertion, claim, entity, idIn, smallBundle } from '../support/small-bundle.ts';
import { apiOver } from './api.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };
const contributor: Caller = { id: 'key-2', name: 'Cy Contributor', role: 'contributor' };

const query = `mutation M($input: ImportBundleInput!) { result: importBundle(input: $input) { __typename
  ... on BundleImported { activityId recordedAt added revised unchanged }
  ... on MutationPreview { added revised unchanged changes { id isNew } claims { after { status } } }
  ... on ExpectedError { code message ids }
  ... on InvalidInputError { issues { path message } } } }`;

/** A bundle of one claim and one assertion, by the testers. */
const gates = (others: object = {}) => ({
  format: 'onrecord-bundle/1',
  namespace: 'test.example/gates',
  title: { en: 'The gates' },
  by: 'The testers',
  method: 'IMPORT',
  entities: [entity('keeper')],
  claims: [claim('gate-shut', { about: ['keeper'] })],
  assertions: [assertion('kept', 'gate-shut', 'keeper')],
  ...others,
});

eachEngine((_, open) => {
  const api = apiOver(open, smallBundle);
  async function imported(key: string, bundle: object | string, others: object = {}, caller = editor) {
    const text = typeof bundle === 'string' ? bundle : JSON.stringify(bundle);
    const input = { idempotencyKey: key, bundle: text, ...others };
    const { result } = (await api().data(query, { input }, caller)) as {
      result: Readonly<Record<string, unknown>>;
    };
    return result;
  }
  const claims = () => api().data('{ claims { totalCount } }');

  describe('importing a bundle by mutation', () => {
    it('says first what it would record, and records nothing then', async () => {
      const before = await claims();
      expect(await imported('preview-gates-1', gates(), { preview: true })).toMatchObject({
        __typename: 'MutationPreview',
        added: 3,
        revised: 0,
        unchanged: 0,
        claims: [{ after: { status: 'NO_CONTEST_RECORDED' } }],
      });
      expect(await claims()).toEqual(before);
    });

    it('records it once, whatever is sent again, in the name of the caller', async () => {
      const first = await imported('import-gates-1', gates());
      expect(first).toMatchObject({ __typename: 'BundleImported', added: 3, revised: 0, unchanged: 0 });
      expect(await imported('import-gates-1', gates())).toEqual(first);
      expect(await imported('import-gates-2', gates())).toMatchObject({
        __typename: 'BundleImported',
        activityId: null,
        added: 0,
        unchanged: 3,
      });
      const next = gates({
        title: { en: 'The gates, again' },
        entities: [entity('keeper', { kind: 'PERSON' })],
      });
      expect(await imported('import-gates-3', next)).toMatchObject({ added: 0, revised: 1, unchanged: 2 });
      expect(await imported('import-gates-3', gates())).toMatchObject({
        __typename: 'IdempotencyKeyReusedError',
      });
    });

    it('keeps who vouches for it beside who brought it', async () => {
      const between = [idIn('Entity', 'spokesman'), idIn('Entity', 'witness')];
      const judging = gates({
        namespace: 'test.example/vouched',
        ...{ entities: [], claims: [], assertions: [] },
        judgements: [{ key: 'j', verdict: 'UNSURE', between, reason: { en: 'Perhaps.' } }],
      });
      const { activityId } = await imported('import-vouched-1', judging);
      const { entity: found } = (await api().data(
        'query ($id: ID!) { entity(by: { id: $id }) { judgements { by betweenIds } } }',
        { id: between[0] },
      )) as never as { entity: { judgements: { by: string; betweenIds: string[] }[] } };
      expect(found.judgements).toContainEqual({ by: 'The testers', betweenIds: between });
      expect(activityId).toMatch(/^Activity_/);
    });

    it('refuses what breaks a rule with its path in the bundle, and records nothing', async () => {
      const before = await claims();
      const cases = [
        ['no-json-1', '{"format":', ''],
        [
          'no-bundle-1',
          gates({ claims: [claim('gate-shut', { language: 'xx-' as never })] }),
          'claims[0].language',
        ],
        [
          'no-speaker-1',
          gates({ assertions: [assertion('kept', 'gate-shut', 'nobody')] }),
          'assertions[0].speaker',
        ],
      ] as const;
      for (const [key, bundle, path] of cases) {
        const result = await imported(key, bundle);
        expect(result).toMatchObject({ __typename: 'InvalidInputError' });
        expect(result['issues']).toContainEqual({ path, message: expect.any(String) });
      }
      expect(await claims()).toEqual(before);
    });

    it('is for editors', async () => {
      expect(await imported('not-allowed-1', gates(), {}, contributor)).toMatchObject({
        __typename: 'NotAllowedError',
        code: 'FORBIDDEN',
      });
    });
  });
});
