import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/domain/bundle.ts';
import { trailsOf } from '../../src/graphql/trails.ts';
import { bundleRecords } from '../../src/ingest/bundle-records.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity, idIn, namespace, relay } from '../support/small-bundle.ts';

type AssertionInput = ReturnType<typeof assertion>;
const id = (key: string) => idIn('Assertion', key);
const keys = ['first', 'report', 'second', 'apart', 'beside'];
const keyOf = (one: string) => keys.find((key) => id(key) === one);

/** `first`, which `report` passes on, was replaced by one that passes on `report`. */
const circle = (...beside: readonly AssertionInput[]): Bundle =>
  bundleOf(namespace, {
    entities: [entity('company'), entity('paper'), entity('rival')],
    claims: [claim('shut')],
    assertions: [
      assertion('first', 'shut', 'company'),
      relay('report', 'shut', 'paper', 'first'),
      relay('second', 'shut', 'company', 'report', { supersedes: 'first' }),
      assertion('apart', 'shut', 'rival'),
      ...beside,
    ],
  });

eachEngine((_, openEngine) => {
  describe('a chain that leads back to itself over what took a place in it', () => {
    const emptyStore = storesOf(openEngine);
    /** As it stands in a store from before it was refused. */
    async function stored(...beside: readonly AssertionInput[]): Promise<TestStore> {
      const store = await emptyStore();
      const { entries } = bundleRecords(circle(...beside));
      const recording = {
        requestKey: 'circle',
        inputHash: null,
        by: 'The testers',
        method: 'IMPORT',
      } as const;
      await store.writer.record({ ...recording, title: 'A circle' }, async () => ({ entries, about: null }));
      return store;
    }
    const trailsIn = async ({ reader }: TestStore) => {
      const [material] = await reader.trailsOfClaims([idIn('Claim', 'shut')]);
      if (!material) throw new Error('the claim is not there');
      return trailsOf(material)
        .map(({ trail: { steps, complete, ...trail } }) => ({
          top: keyOf(trail.id),
          said: steps.map(({ assertionId }) => assertionId && keyOf(assertionId)),
          complete,
        }))
        .sort((a, b) => ((a.top ?? '') < (b.top ?? '') ? -1 : 1));
    };

    it('is survived by readers: each of the circle has a trail, which is incomplete', async () => {
      expect(await trailsIn(await stored())).toEqual([
        { top: 'apart', said: ['apart'], complete: false },
        { top: 'report', said: ['report', 'second', null], complete: false },
        { top: 'second', said: ['second', 'report', null], complete: false },
      ]);
    });

    it('is told within the trail of who relays it, where somebody does', async () => {
      expect(await trailsIn(await stored(relay('beside', 'shut', 'rival', 'second')))).toEqual([
        { top: 'apart', said: ['apart'], complete: false },
        { top: 'beside', said: ['beside', 'second', 'report', null], complete: false },
      ]);
    });

    it('is found by the check, told of each that is on it', async () => {
      const problems = await checkGraph(await stored(relay('beside', 'shut', 'rival', 'second')));
      expect(problems.map(({ code, id: of }) => [code, of]).sort()).toEqual(
        [
          ['CHAIN_CYCLE', id('report')],
          ['CHAIN_CYCLE', id('second')],
        ].sort(),
      );
    });
  });
});
