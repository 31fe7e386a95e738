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
      ['its graph', 'graph(depth: 1) { nodes { id label } edges { from to } }', 'neighbourhoods'],
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

    it('leaves what is wrong with its graph to the graph', async () => {
      const answer = await ask('graph(depth: 5) { truncated }');
      expect(answer.errors).toMatchObject([{ path: ['claim', 'graph'] }]);
      expect(answer.data).toMatchObject({ claim: { slug: claims[0]?.slug, graph: null } });
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

  describe('an assertion asked for by its id', () => {
    const askFor = (assertion: string, fields: string) =>
      api().ask(`query Ask($id: ID!) { assertion(id: $id) { id version cue ${fields} } }`, { id: assertion });
    const rest = 'passages { exact } basedOn { id } source { id } warnings { code }';
    const trail = 'trail { complete steps { kind } }';

    it('costs no round trip of its own beside its trail, and is the same that is found by itself', async () => {
      for (const { key } of caseBundle.assertions) {
        const assertion = idOf('Assertion', namespace, key);
        const alone = await askFor(assertion, rest);
        api().store.forget();
        const answer = await askFor(assertion, `${rest} ${trail}`);
        expect(api().store.calls()).toEqual(['trailsOfAssertions']);
        expect(answer.data).toMatchObject(alone.data ?? {});
      }
    });

    it('is null where there is none', async () => {
      expect(await askFor(idOf('Assertion', namespace, 'no such'), trail)).toEqual({
        data: { assertion: null },
      });
      expect(await askFor(id, trail)).toEqual({ data: { assertion: null } });
    });
  });

  describe('an entity asked for by its id', () => {
    const said = 'assertions(first: 3) { edges { node { cue } } }';
    const askFor = (entity: string, fields: string) =>
      api().ask(`query Ask($id: ID!) { entity(by: { id: $id }) { id slug ${fields} } }`, { id: entity });

    it('costs no round trip of its own beside what it said, and is the same that is found by itself', async () => {
      let compared = 0;
      for (const { key } of caseBundle.entities) {
        const entity = idOf('Entity', namespace, key);
        const alone = await askFor(entity, '');
        api().store.forget();
        const answer = await askFor(entity, said);
        expect(answer.errors).toBeUndefined();
        expect(answer.data).toMatchObject(alone.data ?? {});
        if (api().store.calls().join() === 'listAssertions') compared++;
      }
      expect(compared).toBeGreaterThan(2);
    });

    it('is read by itself where it said nothing, and null where there is none', async () => {
      const nobody = idOf('Entity', namespace, 'nobody');
      expect(await askFor(nobody, said)).toEqual({ data: { entity: null } });
      expect(api().store.calls()).toEqual(['listAssertions', 'entitiesByIds']);
    });
  });
});
