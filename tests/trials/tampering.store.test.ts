import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Activity,
  type CommittedState,
  commitmentOf,
  hashBeforeTheFirst,
  hashOf,
  leafOf,
  merkleRoot,
} from '../../src/domain/log.ts';
import type { Engine, Transaction } from '../../src/engine/engine.ts';
import { type KeptHead, readLogHead, verifyLog } from '../../src/store/verify-log.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { attachIdentity } from '../support/identities.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { smallBundle as bridge, idIn } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';
import { asideHistory, withAsides } from './aside-tamperings.ts';
import { another, type Behind, oneOf, type Tampering } from './behind-the-back.ts';
import { chance } from './chance.ts';
import { smallBundle } from './small-bundle.ts';
import { full, seed } from './trial.ts';
import { tellRow } from './trial-row.ts';

async function idsOf(run: Behind, label: string): Promise<readonly string[]> {
  return (await run(`MATCH (n:${label}) RETURN n.id AS id ORDER BY id`)).map(([id]) => String(id));
}

const recordLabels = ['Entity', 'Source', 'SourceVersion', 'Passage', 'Claim', 'Assertion', 'ClaimRelation'];

async function editOne(run: Behind, random: () => number, label: string): Promise<string | null> {
  const id = oneOf(await idsOf(run, label), random);
  const [[found] = []] = await run(`MATCH (n:${label} {id: $id}) RETURN properties(n) AS found`, { id });
  const properties = Object.entries(found as object).filter(
    ([name, value]) => name !== 'id' && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  const [name, value] = oneOf(properties, random);
  const changed = another(value);
  if (changed === value || value === '') return null;
  await run(`MATCH (n:${label} {id: $id}) SET n.\`${name}\` = $changed`, { id, changed });
  return `edited ${name} of ${id}`;
}

async function deleteOne(run: Behind, random: () => number): Promise<string> {
  const label = oneOf(['Activity', 'State', ...recordLabels], random);
  const id = oneOf(await idsOf(run, label), random);
  await run(`MATCH (n:${label} {id: $id}) DETACH DELETE n`, { id });
  return `deleted ${id}`;
}

async function swap(run: Behind, random: () => number, label: string, names: readonly string[]) {
  const ids = await idsOf(run, label);
  const [one, other] = [oneOf(ids, random), oneOf(ids, random)];
  const columns = names.map((name) => `n.${name}`).join(', ');
  const read = async (id: string) =>
    (await run(`MATCH (n:${label} {id: $id}) RETURN [${columns}] AS found`, { id }))[0]?.[0] as string[];
  const [first, second] = [await read(one), await read(other)];
  if (JSON.stringify(first) === JSON.stringify(second)) return null;
  for (const [id, values] of [
    [one, second],
    [other, first],
  ] as const) {
    const sets = names.map((name, index) => `n.${name} = $values[${index}]`).join(', ');
    await run(`MATCH (n:${label} {id: $id}) SET ${sets}`, { id, values });
  }
  return `swapped ${names.join(', ')} of ${one} and ${other}`;
}

async function rewire(run: Behind, random: () => number): Promise<string | null> {
  const states = await idsOf(run, 'State');
  const [state, other] = [oneOf(states, random), oneOf(states, random)];
  const [[activity] = []] = await run(
    'MATCH (a:Activity)-[:CHANGED]->(s:State {id: $other}) RETURN a.id AS id',
    { other },
  );
  const [[held] = []] = await run('MATCH (a:Activity)-[:CHANGED]->(s:State {id: $state}) RETURN a.id AS id', {
    state,
  });
  if (activity === held) return null;
  await run('MATCH (:Activity)-[link:CHANGED]->(s:State {id: $state}) DELETE link', { state });
  await run('MATCH (a:Activity {id: $activity}) MATCH (s:State {id: $state}) CREATE (a)-[:CHANGED]->(s)', {
    activity: String(activity),
    state,
  });
  return `moved ${state} to ${String(activity)}`;
}

/** The log as it would be, had somebody else said one thing: every hash is made anew, the head too. */
async function rewriteAll(run: Behind, random: () => number): Promise<string> {
  const target = oneOf(await idsOf(run, 'Activity'), random);
  await run("MATCH (a:Activity {id: $target}) SET a.by = 'Somebody else'", { target });
  const rows = await run('MATCH (a:Activity) RETURN properties(a) AS found ORDER BY a.sequence');
  let previousHash = hashBeforeTheFirst;
  for (const [found] of rows) {
    const held = found as Activity;
    const states = await run(
      'MATCH (:Activity {id: $id})-[:CHANGED]->(s:State) RETURN properties(s) AS found ORDER BY s.index',
      { id: held.id },
    );
    const leaves = states.map(([state]) => {
      const committed = state as CommittedState & { readonly salt: string; readonly ofType: string };
      return leafOf({ ...committed, commitment: commitmentOf(committed.salt, committed) });
    });
    const { hash: _, ...activity } = held as Activity & { readonly hash: string };
    const hash = hashOf({ ...activity, merkleRoot: merkleRoot(leaves), previousHash });
    await run('MATCH (a:Activity {id: $id}) SET a.hash = $hash, a.previousHash = $previousHash', {
      id: held.id,
      hash,
      previousHash,
    });
    previousHash = hash;
  }
  await run("MATCH (h:LogHead {id: 'head'}) SET h.hash = $hash", { hash: previousHash });
  return `rewrote everything after a change of ${target}`;
}

/** The last activity and all that it recorded is gone, and the head says so too. */
async function cutTail(run: Behind): Promise<string> {
  const [[last] = []] = await run('MATCH (a:Activity) RETURN max(a.sequence) AS last');
  const sequence = Number(last);
  await run(
    'MATCH (a:Activity {sequence: $sequence})-[:CHANGED]->(s:State)-[:STATE_OF]->(n) DETACH DELETE n',
    {
      sequence,
    },
  );
  await run('MATCH (a:Activity {sequence: $sequence})-[:CHANGED]->(s:State) DETACH DELETE s', { sequence });
  await run('MATCH (a:Activity {sequence: $sequence}) DETACH DELETE a', { sequence });
  await run(
    `MATCH (a:Activity {sequence: $before}) MATCH (h:LogHead {id: 'head'})
     SET h.sequence = a.sequence, h.hash = a.hash, h.recordedAt = a.recordedAt`,
    { before: sequence - 1 },
  );
  return 'cut the tail';
}

const tamperings: readonly Tampering[] = [
  (run, random) => editOne(run, random, 'Activity'),
  (run, random) => editOne(run, random, 'State'),
  (run, random) => editOne(run, random, oneOf(recordLabels, random)),
  deleteOne,
  (run, random) => swap(run, random, 'Activity', ['sequence']),
  (run, random) => swap(run, random, 'State', ['payload', 'salt', 'commitment']),
  (run, random) => swap(run, random, 'State', ['of', 'version']),
  rewire,
  (run) => cutTail(run),
  rewriteAll,
];

/** A value of the head of the log is another. */
const editHead =
  (name: string): Tampering =>
  async (run) => {
    const [[value] = []] = await run(`MATCH (h:LogHead {id: 'head'}) RETURN h.${name} AS value`);
    const changed =
      value === null || value === '' ? (name === 'identitiesLeftOutUpTo' ? 999 : 'x') : another(value);
    await run(`MATCH (h:LogHead {id: 'head'}) SET h.${name} = $changed`, { changed });
    return `edited ${name} of the head`;
  };

async function deleteViewChange(run: Behind, random: () => number): Promise<string> {
  const id = oneOf(await idsOf(run, 'ViewChange'), random);
  await run('MATCH (n:ViewChange {id: $id}) DETACH DELETE n', { id });
  return `deleted ${id}`;
}

/** A record is gone, its states pass for those of a confidential identity that a restore left out, and the head says that it did. */
async function passOffAsLeftOut(run: Behind, random: () => number): Promise<string> {
  const id = oneOf(await idsOf(run, oneOf(recordLabels, random)), random);
  const other = `ConfidentialIdentity_${id.slice(id.indexOf('_') + 1)}`;
  const states = await run('MATCH (s:State {of: $id}) RETURN s.id AS state', { id });
  for (const [state] of states) {
    const renamed = { state: String(state), to: String(state).replace(id, other), other };
    await run(
      `MATCH (s:State {id: $state}) SET s.id = $to, s.of = $other, s.ofType = 'ConfidentialIdentity', s.payload = null,
         s.salt = null`,
      renamed,
    );
  }
  for (const label of recordLabels) {
    await run(`MATCH (n:${label} {id: $id}) DETACH DELETE n`, { id });
    await run(`MATCH (n:Full${label} {id: $id}) DETACH DELETE n`, { id });
  }
  const [[sequence] = []] = await run(
    'MATCH (a:Activity)-[:CHANGED]->(s:State {of: $other}) RETURN max(a.sequence) AS sequence',
    { other },
  );
  await run("MATCH (h:LogHead {id: 'head'}) SET h.identitiesLeftOutUpTo = $sequence", {
    sequence: Number(sequence),
  });
  return `passed ${id} off as an identity that was left out`;
}

/** One of two identities is destroyed, and the head says that it was left out by a restore. */
async function destroyIdentity(run: Behind): Promise<string> {
  const [[sequence, id] = []] = await run(
    `MATCH (a:Activity)-[:CHANGED]->(s:State {ofType: 'ConfidentialIdentity'})
     RETURN a.sequence AS sequence, s.of AS id ORDER BY sequence LIMIT 1`,
  );
  const one = { id: String(id) };
  await run('MATCH (s:State {of: $id}) SET s.payload = null, s.salt = null', one);
  await run('MATCH (n:ConfidentialIdentity {id: $id}) DETACH DELETE n', one);
  await run("MATCH (h:LogHead {id: 'head'}) SET h.identitiesLeftOutUpTo = $sequence", {
    sequence: Number(sequence),
  });
  return `destroyed ${one.id}`;
}

const besideTheLog: readonly Tampering[] = [
  (run, random) => editOne(run, random, 'ViewChange'),
  deleteViewChange,
  ...['turnedAt', 'nextEmbargoEnd', 'shownAt', 'viewChangesHash', 'viewsSeal', 'identitiesLeftOutUpTo'].map(
    editHead,
  ),
  passOffAsLeftOut,
  destroyIdentity,
];

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
