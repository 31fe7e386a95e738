import {
  type Activity,
  type CommittedState,
  commitmentOf,
  hashBeforeTheFirst,
  hashOf,
  leafOf,
  merkleRoot,
} from '../../src/domain/log.ts';
import { another, type Behind, oneOf, type Tampering } from './behind-the-back.ts';

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

export async function deleteOne(run: Behind, random: () => number): Promise<string> {
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

export const tamperings: readonly Tampering[] = [
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
export const editHead =
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

export const besideTheLog: readonly Tampering[] = [
  (run, random) => editOne(run, random, 'ViewChange'),
  deleteViewChange,
  ...['turnedAt', 'nextEmbargoEnd', 'shownAt', 'viewChangesHash', 'viewsSeal', 'identitiesLeftOutUpTo'].map(
    editHead,
  ),
  passOffAsLeftOut,
  destroyIdentity,
];
