import { describe, expect, it } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { currentAssertions } from '../../src/store/query.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import {
  assertion,
  type BundleInput,
  bundleOf,
  claim,
  entity,
  idIn,
  namespace,
  relay,
} from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';

const whole = { limit: 100, beyond: null, backward: false };

/** Two entities that affirm one claim, and a third that relays the first. */
function twoVoices(): Partial<BundleInput> {
  return {
    entities: [entity('x'), entity('y'), entity('z')],
    claims: [claim('c', { about: ['z'] })],
    assertions: [assertion('ax', 'c', 'x'), assertion('ay', 'c', 'y'), relay('az', 'c', 'z', 'ax')],
  };
}

const edition = (change: (lists: ReturnType<typeof twoVoices>) => void = () => {}) => {
  const lists = twoVoices();
  change(lists);
  return bundleOf(namespace, lists);
};

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

/** What is kept with the claim, after making sure that it is what is counted anew. */
async function kept(store: TestStore, key: string): Promise<Readonly<Record<string, unknown>>> {
  expect(await checkGraph(store)).toEqual([]);
  const id = idIn('Claim', key);
  const read = statement('keptWithClaim', 'MATCH (c:Claim {id: $id}) RETURN properties(c) AS kept');
  const [row] = await store.engine.read(read, { id });
  const [dossier] = await store.reader.dossiers([id]);
  const facets = (row?.[0] ?? {}) as Record<string, unknown>;
  if (dossier) expect(facets['independentOrigins']).toBe(corroborationOf(dossier).independentOrigins);
  return facets;
}

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
