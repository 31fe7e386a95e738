import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { needlesOf, phraseOf } from '../../src/domain/search-text.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity, idIn, namespace } from '../support/small-bundle.ts';

type Anonymity = 'NAMED' | 'UNNAMED_HERE' | 'PROTECTED';
const named = (key: string, anonymity: Anonymity, ...texts: string[]) =>
  entity(key, {
    kind: 'PERSON',
    anonymity,
    names: texts.map((text) => ({ text, language: 'en', kind: 'NAME' as const })),
  });
const id = (key: string) => idIn('Entity', key);

/** Recorded in this order: the unnamed before the named. */
const people = () =>
  bundleOf(namespace, {
    entities: [
      named('engineer', 'UNNAMED_HERE', 'an engineer'),
      named('leaker', 'PROTECTED', 'a leaker'),
      named('wang', 'NAMED', 'Wang Li', 'W. Li'),
      named('li', 'NAMED', 'Li Wang', 'W. Li'),
      entity('company'),
    ],
    claims: [claim('c')],
    assertions: [assertion('said', 'c', 'engineer')],
  });
const judged = (verdict: 'SAME' | 'DIFFERENT', one: string, other: string, edition = one + other) =>
  bundleOf(`test.example/judgement-${edition}`, {
    judgements: [{ key: 'j', verdict, between: [id(one), id(other)], reason: { en: 'So it is.' } }],
  });

eachEngine((_, openEngine) => {
  describe('the entity that readers see for all that are judged the same', () => {
    const emptyStore = storesOf(openEngine);
    let store: TestStore;
    beforeEach(async () => {
      store = await emptyStore();
      await store.import(people());
    });

    const entities = () => store.reader.entitiesByIds(['engineer', 'leaker', 'wang', 'li'].map(id));
    const shownFor = async (key: string) => {
      const [one] = await store.reader.entitiesByIds([id(key)]);
      const [shown] = await store.reader.entitiesByIds([one?.clusterId ?? '']);
      return { slug: shown?.slug, names: shown?.names.map(({ text }) => text) };
    };
    const found = async (query: string) => {
      const page = { limit: 9, beyond: null, backward: false };
      const asked = { needles: needlesOf(query), phrase: phraseOf(query), types: ['ENTITY'] as const };
      const pages = await store.reader.search([asked], page);
      return pages.flatMap(({ items }) => items.map(({ item }) => item.id));
    };

    it('is whose name a claim is told with, whichever of them spoke', async () => {
      await store.import(judged('SAME', 'engineer', 'wang'));
      const [dossier] = await store.reader.dossiers([idIn('Claim', 'c')]);
      if (!dossier) throw new Error('the claim is not there');
      expect(headlineOf(dossier, 'en')).toBe('According to Wang Li: The claim c');
      expect(corroborationOf(dossier).unnamedOrigins).toBe(0);
      const [[near] = []] = await store.reader.neighbourhoods([idIn('Claim', 'c')], 1);
      expect(near?.entries.map(({ speaker }) => speaker.names[0]?.text)).toEqual(['Wang Li']);
      await store.import(judged('DIFFERENT', 'engineer', 'wang', 'undone'));
      const [parted] = await store.reader.dossiers([idIn('Claim', 'c')]);
      expect(parted && headlineOf(parted, 'en')).toBe('According to an engineer: The claim c');
    });

    it('is the one who is named, with the names of all, and is found by each of them', async () => {
      await store.import(judged('SAME', 'engineer', 'wang'));
      const wang = { slug: 'wang', names: ['Wang Li', 'W. Li', 'an engineer'] };
      expect(await shownFor('engineer')).toEqual(wang);
      await store.import(judged('SAME', 'engineer', 'li'));
      const all = { slug: 'wang', names: ['Wang Li', 'W. Li', 'Li Wang', 'an engineer'] };
      for (const key of ['engineer', 'wang', 'li']) expect(await shownFor(key)).toEqual(all);
      for (const name of ['Li Wang', 'an engineer', 'Wang Li'])
        expect(await found(name)).toEqual([id('wang')]);
      const speakers = await store.reader.listSpeakers(
        { kind: null, anonymous: false, name: needlesOf('engineer') },
        { limit: 9, beyond: null, backward: false },
      );
      expect(speakers.items.map(({ item }) => item.slug)).toEqual(['wang']);
      expect(await checkGraph(store)).toEqual([]);
    });

    it('is as before once the judgement is undone', async () => {
      const before = await entities();
      await store.import(judged('SAME', 'engineer', 'wang'));
      expect(await entities()).not.toEqual(before);
      await store.import(judged('DIFFERENT', 'engineer', 'wang'));
      expect(await entities()).toEqual(before);
      expect(await found('an engineer')).toEqual([id('engineer')]);
      expect(await checkGraph(store)).toEqual([]);
    });

    it('is called anew when one of them is, and is another when who is named changes', async () => {
      await store.import(judged('SAME', 'engineer', 'wang'));
      const edition = (change: (entities: NonNullable<ReturnType<typeof people>['entities']>) => void) => {
        const next = people();
        change(next.entities);
        return next;
      };
      await store.import(
        edition(([engineer]) => {
          engineer?.names.push({ text: 'the whistleblower', kind: 'ALIAS' });
        }),
      );
      expect((await shownFor('wang')).names).toEqual([
        'Wang Li',
        'W. Li',
        'an engineer',
        'the whistleblower',
      ]);
      expect(await found('whistleblower')).toEqual([id('wang')]);
      await store.import(
        edition((all) => {
          for (const one of all) if (one.slug === 'wang') one.anonymity = 'UNNAMED_HERE';
        }),
      );
      expect(await shownFor('wang')).toMatchObject({ slug: 'engineer' });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('does not hang on the order in which they are judged', async () => {
      const pairs = [
        ['engineer', 'wang'],
        ['engineer', 'li'],
        ['wang', 'li'],
      ] as const;
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([...pairs], { minLength: 2 }), async (some) => {
          store = await emptyStore();
          await store.import(people());
          for (const [one, other] of some) await store.import(judged('SAME', one, other));
          seen.add(JSON.stringify(await entities()));
        }),
        { numRuns: 4 },
      );
      expect(seen.size).toBe(1);
    });

    it('never tells who someone is who asked not to be named', async () => {
      const before = await entities();
      const refusedAt = (path: string) => ({
        code: 'REFUSED_BUNDLE',
        issues: [{ path, message: expect.stringContaining('a confidential identity') }],
      });
      const refused = refusedAt('judgements[0].between');
      await expect(store.import(judged('SAME', 'leaker', 'wang'))).rejects.toMatchObject(refused);
      await store.import(judged('SAME', 'leaker', 'engineer'));
      await expect(store.import(judged('SAME', 'wang', 'engineer'))).rejects.toMatchObject(refused);
      const renamed = people();
      for (const one of renamed.entities) if (one.slug === 'engineer') one.anonymity = 'NAMED';
      await expect(store.import(renamed)).rejects.toMatchObject(refusedAt('entities[0].anonymity'));
      await store.import(judged('DIFFERENT', 'leaker', 'engineer'));
      expect(await entities()).toEqual(before);
      expect(await checkGraph(store)).toEqual([]);
    });
  });
});
