import { describe, expect, it } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, idIn } from '../support/small-bundle.ts';
import { edition, kept } from './two-voices.ts';

describe('what is kept for lists', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);

    it('counts anew when a relation is confirmed, rejected, and led elsewhere', async () => {
      const store = await emptyStore();
      const related = (status: 'PROPOSED' | 'CONFIRMED' | 'REJECTED', to = 'd') =>
        edition((lists) => {
          lists.claims = [
            ...(lists.claims ?? []),
            claim('d', { about: ['z'] }),
            claim('e', { about: ['z'] }),
          ];
          lists.relations = [
            { key: 'r', kind: 'CONTRADICTS', from: 'c', to, reason: { en: 'Not both.' }, status },
          ];
        });
      const near = async () =>
        (await store.reader.neighbourhoods([idIn('Claim', 'c')], 1))[0]?.map((one) => one.claim.slug).sort();
      await store.import(related('PROPOSED'));
      expect(await kept(store, 'c')).toMatchObject({
        hasContradiction: false,
        status: 'NO_CONTEST_RECORDED',
      });
      expect(await near()).toEqual(['c']);
      await store.import(related('CONFIRMED'));
      expect(await kept(store, 'c')).toMatchObject({ hasContradiction: true, status: 'CONTESTED' });
      expect(await kept(store, 'd')).toMatchObject({ hasContradiction: true });
      expect(await near()).toEqual(['c', 'd']);
      await store.import(related('CONFIRMED', 'e'));
      expect(await kept(store, 'd')).toMatchObject({ hasContradiction: false });
      expect(await kept(store, 'e')).toMatchObject({ hasContradiction: true });
      await store.import(related('REJECTED', 'e'));
      expect(await kept(store, 'c')).toMatchObject({ hasContradiction: false });
      expect(await near()).toEqual(['c']);
    });

    it('counts anew what a claim stood against when that lapses, and when it is said again', async () => {
      const store = await emptyStore();
      type Given = Parameters<typeof assertion>[3];
      const against = (given: Given, ...more: ReturnType<typeof assertion>[]) =>
        edition((lists) => {
          lists.claims = [...(lists.claims ?? []), claim('d', { about: ['z'] })];
          lists.assertions = [...(lists.assertions ?? []), assertion('ad', 'd', 'z', given), ...more];
          lists.relations = [
            {
              key: 'r',
              kind: 'CONTRADICTS',
              from: 'c',
              to: 'd',
              reason: { en: 'Not both.' },
              status: 'CONFIRMED',
            },
          ];
        });
      const stands = { hasContradiction: true, status: 'CONTESTED' };
      const standsNot = { hasContradiction: false, status: 'NO_CONTEST_RECORDED' };
      await store.import(against({}));
      expect(await kept(store, 'c')).toMatchObject(stands);
      await store.import(against({ withdrawn: { reason: 'It was not said.' } }));
      expect(await kept(store, 'd')).toMatchObject({ status: 'WITHDRAWN' });
      expect(await kept(store, 'c')).toMatchObject(standsNot);
      await store.import(against({}));
      expect(await kept(store, 'c')).toMatchObject(stands);
      await store.import(against({}, assertion('back', 'd', 'z', { stance: 'RETRACTS' })));
      expect(await kept(store, 'd')).toMatchObject({ status: 'UNSOURCED', hasContradiction: true });
      expect(await kept(store, 'c')).toMatchObject(standsNot);
      await store.import(
        bundleOf('test.example/again', {
          assertions: [assertion('again', idIn('Claim', 'd'), idIn('Entity', 'x'))],
        }),
      );
      expect(await kept(store, 'c')).toMatchObject(stands);
    });

    it('keeps with a source all that it derives from, in a circle too, rejected derivations left out', async () => {
      const store = await emptyStore();
      const deriving = (status: 'CONFIRMED' | 'REJECTED') =>
        edition((lists) => {
          lists.sources = ['s0', 's1', 's2'].map((key, index) => ({
            key,
            slug: key,
            kind: 'ARTICLE' as const,
            title: { en: key },
            seen: true,
            publisher: index === 0 ? 'x' : 'y',
            derivedFrom: [
              {
                kind: 'CITES' as const,
                from: `s${(index + 1) % 3}`,
                status: index === 2 ? status : 'CONFIRMED',
              },
            ],
          }));
          for (const one of lists.assertions ?? []) one.source = 's1';
        });
      const reached = async () =>
        [...((await store.reader.trailsOfClaims([idIn('Claim', 'c')]))[0]?.sources.values() ?? [])]
          .map((source) => source.slug)
          .sort();
      await store.import(deriving('CONFIRMED'));
      await kept(store, 'c');
      expect(await reached()).toEqual(['s0', 's1', 's2']);
      const [dossier] = await store.reader.dossiers([idIn('Claim', 'c')]);
      expect(dossier && corroborationOf(dossier).circular[0]).toHaveLength(3);
      await store.import(deriving('REJECTED'));
      await kept(store, 'c');
      expect(await reached()).toEqual(['s1', 's2']);
    });
  });
});
