import { beforeAll, describe, expect, it } from 'vitest';
import { type Activity, hashOf } from '../../src/domain/log.ts';
import type { Engine, Transaction } from '../../src/engine/engine.ts';
import { type KeptHead, readLogHead, verifyLog } from '../../src/store/verify-log.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { attachIdentity } from '../support/identities.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { smallBundle as bridge, idIn } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';
import { asideHistory, withAsides } from './aside-tamperings.ts';
import type { Behind, Tampering } from './behind-the-back.ts';
import { chance } from './chance.ts';
import { besideTheLog, deleteOne, editHead, tamperings } from './log-tamperings.ts';
import { smallBundle } from './small-bundle.ts';
import { full, seed } from './trial.ts';
import { tellRow } from './trial-row.ts';

class Undone extends Error {}

/** Does something to the store, asks whether it shows, and takes it back. */
async function shows(
  { engine, statements }: TestStore,
  tamper: (run: Behind) => Promise<string | null>,
  judge: (reader: Pick<Engine, 'read'>) => Promise<boolean>,
): Promise<{ readonly what: string; readonly shown: boolean } | null> {
  let outcome: { what: string; shown: boolean } | null = null;
  const undone = engine.write(async (transaction: Transaction) => {
    const what = await tamper((text, parameters) => transaction.run(statement('tamper', text), parameters));
    const reader = { read: transaction.run.bind(transaction) };
    if (what !== null) outcome = { what, shown: await judge(reader) };
    throw new Undone();
  });
  await expect(undone).rejects.toThrow(Undone);
  expect(statements.names.length).toBeGreaterThan(0);
  return outcome;
}

/** The naive way: each activity has the hash of what it says, and no more is asked. */
async function naive(reader: Pick<Engine, 'read'>): Promise<boolean> {
  const rows = await reader.read(statement('naive', 'MATCH (a:Activity) RETURN properties(a) AS found'));
  return rows.some(([found]) => {
    const { hash, ...activity } = found as Activity & { readonly hash: string };
    return hashOf(activity) !== hash;
  });
}

eachEngine((name, openEngine) => {
  const rounds = name === 'embedded' ? (full ? 1_000 : 60) : full ? 100 : 12;
  const emptyStore = storesOf(openEngine);

  /** So many tamperings by turns, each of which is to be found and named. */
  async function tamperWith(store: TestStore, kept: KeptHead, kinds: readonly Tampering[], times: number) {
    const random = chance(seed);
    const missed: string[] = [];
    let [tampered, missedByNaive] = [0, 0];
    while (tampered < times) {
      const tamper = kinds[tampered % kinds.length] ?? deleteOne;
      const state = Math.floor(random() * 2 ** 32);
      const found = await shows(
        store,
        (run) => tamper(run, chance(state)),
        async (engine) => {
          if (!(await naive(engine))) missedByNaive++;
          const { problems } = await verifyLog({ engine, statements: store.statements }, kept);
          return problems[0] !== undefined && problems[0].id !== '';
        },
      );
      if (found === null) continue;
      tampered++;
      if (!found.shown) missed.push(found.what);
    }
    return { tampered, missed, missedByNaive };
  }

  async function headOf(store: TestStore): Promise<KeptHead> {
    const head = await readLogHead(store);
    if (head === null) throw new Error('the store has no log');
    return head;
  }

  describe('what is done behind the service’s back', () => {
    let store: TestStore;
    let kept: KeptHead;
    beforeAll(async () => {
      store = await emptyStore();
      for (const number of [1, 2, 3]) await store.import(smallBundle(number));
      kept = await headOf(store);
    });

    it(`is found and named, ${rounds} times out of ${rounds}, where the naive way misses some`, async ({
      task,
    }) => {
      const { tampered, missed, missedByNaive } = await tamperWith(store, kept, tamperings, rounds);
      tellRow(task, {
        what: 'tampering behind the service’s back is found and named',
        rounds,
        outcome: `${tampered - missed.length} of ${tampered} named`,
        control: `hashes alone miss ${missedByNaive}`,
      });
      expect(missed).toEqual([]);
      expect(missedByNaive).toBeGreaterThan(rounds / 4);
      expect((await verifyLog(store, kept)).problems).toEqual([]);
    }, 3_600_000);
  });

  const some = full ? 100 : 2 * withAsides.length;

  describe('what is done behind the service’s back to asides and requests', () => {
    it(`is found and named, ${some} times out of ${some}, where the naive way misses most`, async ({
      task,
    }) => {
      const store = await emptyStore();
      await asideHistory(store);
      const kept = await headOf(store);
      expect((await verifyLog(store, kept)).problems).toEqual([]);
      const kinds = [...withAsides, editHead('asides'), editHead('asidesHash')];
      const { tampered, missed, missedByNaive } = await tamperWith(store, kept, kinds, some);
      tellRow(task, {
        what: 'tampering with asides and requests is found and named',
        rounds: some,
        outcome: `${tampered - missed.length} of ${tampered} named`,
        control: `hashes alone miss ${missedByNaive}`,
      });
      expect(missed).toEqual([]);
      expect(missedByNaive).toBe(some);
      expect((await verifyLog(store, kept)).problems).toEqual([]);
    }, 3_600_000);
  });

  const few = full ? 100 : besideTheLog.length;

  describe('what is done behind the service’s back to what stands beside the log', () => {
    it(`is found and named, ${few} times out of ${few}, where the naive way misses all`, async ({ task }) => {
      const store = await emptyStore();
      await store.import(bridge());
      await store.import(hiddenBundle());
      const open = hiddenBundle(({ sources }) => {
        for (const one of sources) if (one.key === 'leak') Object.assign(one, { access: 'PUBLIC' });
      });
      await store.import(open);
      await store.import(hiddenBundle());
      for (const key of ['one', 'other'])
        await attachIdentity(store, key, {
          entity: idIn('Entity', 'witness'),
          names: [{ text: `Jane ${key}` }],
        });
      const kept = await headOf(store);
      expect((await verifyLog(store, kept)).problems).toEqual([]);
      const { tampered, missed, missedByNaive } = await tamperWith(store, kept, besideTheLog, few);
      tellRow(task, {
        what: 'tampering with what is kept of the views is found and named',
        rounds: few,
        outcome: `${tampered - missed.length} of ${tampered} named`,
        control: `hashes alone miss ${missedByNaive}`,
      });
      expect(missed).toEqual([]);
      expect(missedByNaive).toBe(few);
      expect((await verifyLog(store, kept)).problems).toEqual([]);
    }, 3_600_000);
  });
});
