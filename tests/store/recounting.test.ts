import { describe, expect, it } from 'vitest';
import { currentAssertions } from '../../src/store/query.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, entity, idIn } from '../support/small-bundle.ts';
import { edition, kept } from './two-voices.ts';

const whole = { limit: 100, beyond: null, backward: false };

/** Each in a bundle of its own, as it would come in later. */
const judged = (
  key: string,
  verdict: 'SAME' | 'DIFFERENT' | 'UNSURE',
  type: 'Entity' | 'Assertion',
  one: string,
  other: string,
) =>
  bundleOf(`test.example/judgement-${key}`, {
    judgements: [
      { key, verdict, between: [idIn(type, one), idIn(type, other)], reason: { en: 'So it is judged.' } },
    ],
  });

async function spokenBy(store: TestStore, key: string): Promise<number> {
  const query = {
    anchor: { by: 'speaker' as const, ids: [[idIn('Entity', key)]] },
    filter: currentAssertions,
    order: 'AS_RECORDED' as const,
  };
  return (await store.reader.listAssertions(query, whole))[0]?.items.length ?? 0;
}

async function speakers(store: TestStore): Promise<number> {
  return (await store.reader.countSpeakers({ kind: null, anonymous: null, name: null })) ?? -1;
}

describe('what is kept for lists', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);

    it('joins entities judged the same, so that any of their ids finds all, until they are judged different', async () => {
      const store = await emptyStore();
      await store.import(edition());
      expect(await kept(store, 'c')).toMatchObject({ independentOrigins: 2 });
      expect([await spokenBy(store, 'x'), await speakers(store)]).toEqual([1, 3]);

      await store.import(judged('same', 'SAME', 'Entity', 'x', 'y'));
      expect(await kept(store, 'c')).toMatchObject({ independentOrigins: 1 });
      expect([await spokenBy(store, 'x'), await spokenBy(store, 'y'), await speakers(store)]).toEqual([
        2, 2, 2,
      ]);
      const [x, y] = await store.reader.entitiesByIds([idIn('Entity', 'x'), idIn('Entity', 'y')]);
      expect(x?.clusterId).toBe(y?.clusterId);
      const held = await store.reader.heldBy([idIn('Entity', 'x'), idIn('Entity', 'y')]);
      expect(held.map((entries) => entries.length)).toEqual([2, 2]);

      await store.import(judged('different', 'DIFFERENT', 'Entity', 'y', 'x'));
      expect(await kept(store, 'c')).toMatchObject({ independentOrigins: 2 });
      expect([await spokenBy(store, 'x'), await speakers(store)]).toEqual([1, 3]);
    });

    it('joins over any number of steps, and parts only what the judgement undone had joined', async () => {
      const store = await emptyStore();
      await store.import(edition());
      await store.import(judged('one', 'SAME', 'Entity', 'x', 'y'));
      await store.import(judged('two', 'SAME', 'Entity', 'z', 'y'));
      await kept(store, 'c');
      expect(await spokenBy(store, 'z')).toBe(3);
      await expect(store.import(judged('no', 'DIFFERENT', 'Entity', 'x', 'z'))).rejects.toThrow(
        'both the same and different',
      );
      await store.import(judged('three', 'DIFFERENT', 'Entity', 'x', 'y'));
      await kept(store, 'c');
      expect([await spokenBy(store, 'x'), await spokenBy(store, 'y'), await spokenBy(store, 'z')]).toEqual([
        1, 2, 2,
      ]);
    });

    it('counts two assertions judged one occasion once, until they are judged different', async () => {
      const store = await emptyStore();
      await store.import(edition());
      await store.import(judged('same', 'SAME', 'Assertion', 'ax', 'ay'));
      expect(await kept(store, 'c')).toMatchObject({ independentOrigins: 1 });
      await store.import(judged('different', 'DIFFERENT', 'Assertion', 'ax', 'ay'));
      expect(await kept(store, 'c')).toMatchObject({ independentOrigins: 2 });
    });

    it('warns of a speaker who is not told, until it is', async () => {
      const store = await emptyStore();
      const unclear = { ...currentAssertions, warning: ['SPEAKER_UNCLEAR' as const] };
      const query = { anchor: null, filter: unclear, order: 'AS_RECORDED' as const };
      await store.import(
        edition((lists) => {
          lists.entities = [entity('x', { kind: 'UNKNOWN' }), entity('y'), entity('z')];
        }),
      );
      await kept(store, 'c');
      expect(await store.reader.countAssertions(query)).toEqual([1]);
      await store.import(edition());
      await kept(store, 'c');
      expect(await store.reader.countAssertions(query)).toEqual([0]);
    });

    it('counts anew when an entity turns out to be a machine', async () => {
      const store = await emptyStore();
      await store.import(edition());
      await store.import(
        edition((lists) => {
          lists.entities = [entity('x', { kind: 'MACHINE' }), entity('y', { kind: 'MACHINE' }), entity('z')];
        }),
      );
      expect(await kept(store, 'c')).toMatchObject({ independentOrigins: 0 });
    });

    it('counts anew when an assertion is withdrawn by a later edition, and when it is brought back', async () => {
      const store = await emptyStore();
      const withdrawing = (reason: string | null, cue?: string) =>
        edition((lists) => {
          for (const one of lists.assertions ?? []) {
            if (one.key !== 'ax') continue;
            if (reason !== null) one.withdrawn = { reason };
            if (cue !== undefined) one.cue = cue;
          }
        });
      await store.import(edition());
      const { recordedAt } = await store.import(withdrawing('It was misread.'));
      expect(await kept(store, 'c')).toMatchObject({ independentOrigins: 1 });
      expect([await spokenBy(store, 'x'), await speakers(store)]).toEqual([0, 2]);
      const withdrawn = async () =>
        (await store.reader.assertionsByIds([idIn('Assertion', 'ax')]))[0]?.withdrawnAt;
      expect(await withdrawn()).toBe(recordedAt);

      await store.import(withdrawing('It was misread twice.', 'says'));
      await kept(store, 'c');
      expect(await withdrawn()).toBe(recordedAt);

      await store.import(withdrawing(null));
      expect(await kept(store, 'c')).toMatchObject({ independentOrigins: 2 });
      expect(await withdrawn()).toBeNull();
      expect([await spokenBy(store, 'x'), await speakers(store)]).toEqual([1, 3]);
    });

    it('calls a claim withdrawn when all of its support is', async () => {
      const store = await emptyStore();
      await store.import(edition());
      await store.import(
        edition((lists) => {
          for (const one of lists.assertions ?? [])
            if (one.key !== 'az') one.withdrawn = { reason: 'Wrong.' };
        }),
      );
      expect(await kept(store, 'c')).toMatchObject({ status: 'WITHDRAWN' });
    });

    it('lists what takes the place of another, and the other again when the edition says so no more', async () => {
      const store = await emptyStore();
      await store.import(edition());
      const replacing = bundleOf('test.example/later', {
        assertions: [
          assertion('better', idIn('Claim', 'c'), idIn('Entity', 'z'), {
            supersedes: idIn('Assertion', 'ax'),
          }),
        ],
      });
      await store.import(replacing);
      await kept(store, 'c');
      expect([await spokenBy(store, 'x'), await spokenBy(store, 'z'), await speakers(store)]).toEqual([
        0, 2, 2,
      ]);
      const [old] = await store.reader.assertionsByIds([idIn('Assertion', 'ax')]);
      expect(old?.supersededById).not.toBeNull();

      await store.import(
        bundleOf('test.example/later', {
          assertions: [assertion('better', idIn('Claim', 'c'), idIn('Entity', 'z'))],
        }),
      );
      await kept(store, 'c');
      expect([await spokenBy(store, 'x'), await speakers(store)]).toEqual([1, 3]);
    });
  });
});
