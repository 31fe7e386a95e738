import { beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { eachEngine } from '../support/engines.ts';
import { apiOver } from './api.ts';
import { caseBundle } from './case.ts';

eachEngine((_, open) => {
  const api = apiOver(open, () => caseBundle);
  const { namespace, claims } = caseBundle;
  const id = idOf('Claim', namespace, claims[0]?.key ?? '');
  const ask = (fields: string, variables: object = {}, declared = '') =>
    api().ask(`query Ask($id: ID! ${declared}) { claim(by: { id: $id }) { slug ${fields} } }`, {
      id,
      ...variables,
    });
  beforeEach(() => {
    api().store.forget();
  });

  describe('a claim asked for by its id', () => {
    it.each([
      [
        'its assertions',
        'assertions(first: 3, orderBy: SAID_OLDEST) { edges { node { cue } } }',
        'listAssertions',
      ],
      [
        'some assertions',
        'assertions(filter: { origin: true }) { edges { node { cue } } }',
        'listAssertions',
      ],
      ['who said it', 'whoSaid { edges { node { cue } } }', 'listAssertions'],
      ['how it is known', 'howDoWeKnow { edges { node { complete } } }', 'trailsOfClaims'],
      ['its headline', 'headline', 'dossiers'],
    ])('costs no round trip of its own beside %s', async (_name, fields, call) => {
      const answer = await ask(fields);
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toMatchObject({ claim: { slug: claims[0]?.slug } });
      expect(api().store.calls()).toEqual([call]);
    });

    it('costs none with arguments that are variables either', async () => {
      await ask('assertions(first: $first) { edges { node { cue } } }', { first: 3 }, '$first: Int');
      expect(api().store.calls()).toEqual(['listAssertions']);
    });

    it('is read by itself where nothing else brings it', async () => {
      await ask('status assertions { totalCount }');
      expect(api().store.calls()).toEqual(['claimsByIds']);
    });

    it('is there even if the list that is asked for is empty', async () => {
      const answer = await ask('assertions(filter: { claim: [] }) { edges { cursor } }');
      expect(answer).toEqual({ data: { claim: { slug: claims[0]?.slug, assertions: { edges: [] } } } });
    });

    it('is null where there is none, whatever is asked of it', async () => {
      const nothing = { id: idOf('Claim', namespace, 'no such claim') };
      const fields = 'headline assertions { edges { cursor } } howDoWeKnow { edges { cursor } }';
      expect(await ask(fields, nothing)).toEqual({ data: { claim: null } });
    });

    it('leaves what is wrong with a list to that list', async () => {
      const answer = await ask(
        'assertions(first: $first) { edges { cursor } }',
        { first: 1000 },
        '$first: Int',
      );
      expect(answer.errors).toMatchObject([{ path: ['claim', 'assertions'] }]);
    });
  });
});
