import { describe, expect, it } from 'vitest';
import { recordTypes } from '../../src/domain/ids.ts';
import {
  type Activity,
  commitmentOf,
  hashBeforeTheFirst,
  hashOf,
  leafOf,
  merkleRoot,
} from '../../src/domain/log.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { bundleOf, claim, idIn, smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';

/** Three recordings: new records, a revision of two of them, one more record. */
async function threeRecordings(emptyStore: () => Promise<TestStore>): Promise<TestStore> {
  const store = await emptyStore();
  await store.import(smallBundle());
  await store.import(
    smallBundle((input) => {
      for (const one of input.claims ?? []) if (one.key !== 'shut') one.nature = 'NORM';
    }),
  );
  await store.import(
    bundleOf('test.example/third', {
      claims: [claim('late', { slug: 'late', about: [idIn('Entity', 'company')] })],
    }),
  );
  return store;
}

const activities = statement(
  'allActivities',
  'MATCH (a:Activity) RETURN a.sequence AS sequence, properties(a) AS properties ORDER BY sequence',
);
const states = statement(
  'allStates',
  `MATCH (activity:Activity)-[:CHANGED]->(s:State)-[:STATE_OF]->(record)
RETURN activity.id AS activity, record.id AS record, properties(s) AS state ORDER BY activity, s.index`,
);

interface StoredState {
  readonly activity: string;
  readonly record: string;
  readonly id: string;
  readonly of: string;
  readonly ofType: string;
  readonly version: number;
  readonly index: number;
  readonly payload: string;
  readonly salt: string;
  readonly commitment: string;
  readonly method: string;
  readonly position: number;
  readonly from: string;
  readonly to?: string;
}

async function log(store: TestStore) {
  const logged = (await store.engine.read(activities)).map(
    (row) => row[1] as Activity & { readonly hash: string },
  );
  const kept = (await store.engine.read(states)).map(
    ([activity, record, state]) => ({ ...(state as object), activity, record }) as StoredState,
  );
  return { logged, kept };
}

describe('the log', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);

    it('chains its activities by their hashes, numbered from 1, each after the one before', async () => {
      const { logged } = await log(await threeRecordings(emptyStore));
      expect(logged.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      let previous = hashBeforeTheFirst;
      let last = '';
      for (const { hash, ...said } of logged) {
        expect(said.previousHash).toBe(previous);
        expect(hashOf(said)).toBe(hash);
        expect(said.recordedAt > last).toBe(true);
        [previous, last] = [hash, said.recordedAt];
      }
      expect(logged.map(({ added, revised }) => added + revised).slice(1)).toEqual([2, 1]);
    });

    it('holds for each activity the Merkle root of its states and their commitments, in their order', async () => {
      const { logged, kept } = await log(await threeRecordings(emptyStore));
      for (const { id, merkleRoot: root, added, revised } of logged) {
        const changes = added + revised;
        const own = kept.filter((state) => state.activity === id);
        expect(own.map(({ index }) => index)).toEqual(
          Array.from({ length: changes }, (_none, index) => index),
        );
        expect(merkleRoot(own.map(leafOf))).toBe(root);
      }
    });

    it('opens each commitment with its salt and payload, and as no other record’s', async () => {
      const { kept } = await log(await threeRecordings(emptyStore));
      expect(kept.length).toBeGreaterThan(30);
      for (const state of kept) {
        const { salt, payload, commitment } = state;
        expect(salt).toMatch(/^[0-9a-f]{64}$/);
        expect(commitmentOf(salt, state)).toBe(commitment);
        expect(commitmentOf(salt, { ...state, payload: `${payload} ` })).not.toBe(commitment);
        expect(commitmentOf(salt, { ...state, id: `${state.id}0` })).not.toBe(commitment);
      }
      expect(new Set(kept.map(({ salt }) => salt)).size).toBe(kept.length);
    });

    it('keeps what each record was in half-open intervals without a gap, the last of them open', async () => {
      const { logged, kept } = await log(await threeRecordings(emptyStore));
      const instants = new Map(logged.map(({ id, recordedAt }) => [id, recordedAt]));
      const histories = Map.groupBy(kept, ({ record }) => record);
      for (const [record, history] of histories) {
        const sorted = history.sort((a, b) => a.version - b.version);
        sorted.forEach((state, index) => {
          expect(state.id).toBe(`${record}/${index + 1}`);
          expect(state.of).toBe(record);
          expect(state.from).toBe(instants.get(state.activity));
          expect(state.to).toBe(sorted[index + 1]?.from);
        });
      }
      const twice = [...histories].filter(([, history]) => history.length === 2).map(([record]) => record);
      expect(twice.sort()).toEqual([idIn('Claim', 'open'), idIn('Claim', 'asked')].sort());
    });

    it('leaves no record without a state, and no state without a record', async () => {
      const store = await threeRecordings(emptyStore);
      const { kept } = await log(store);
      const rows = await store.engine.read(store.statements.get('inventory'));
      const records = rows
        .filter(([labels]) => recordTypes.some((type) => (labels as string[]).includes(type)))
        .map(([, id]) => String(id));
      expect(records.length).toBeGreaterThan(30);
      expect([...new Set(kept.map(({ record }) => record))].sort()).toEqual(records.sort());
      const all = rows.filter(([labels]) => (labels as string[]).includes('State'));
      expect(all).toHaveLength(kept.length);
    });

    it('says in a payload all that was recorded, with ids in the place of keys', async () => {
      const { kept } = await log(await threeRecordings(emptyStore));
      const seen = kept.find(({ id }) => id === `${idIn('Assertion', 'seen')}/1`);
      expect(JSON.parse(seen?.payload ?? '')).toMatchObject({
        claim: idIn('Claim', 'shut'),
        speaker: idIn('Entity', 'witness'),
        stance: 'AFFIRMS',
        saidOn: { edtf: '2023-12-14', original: 'on the day' },
        passages: [idIn('Passage', 'shut')],
      });
    });
  });
});
