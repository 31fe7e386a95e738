import { type AsideContent, commitmentToAside, hashOfAside, noAsides } from '../../src/domain/aside.ts';
import { judging } from '../../src/ingest/curate.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { asideRow } from '../../src/store/asides.ts';
import type { TestStore } from '../support/seeded-store.ts';
import { bundleOf, claim, idIn, smallBundle } from '../support/small-bundle.ts';
import { edit } from '../support/varied-history.ts';
import { another, type Behind, oneOf, type Tampering } from './behind-the-back.ts';

/** A history with requests that changed nothing, editions that others follow, one whose record was erased, and activities after. */
export async function asideHistory(store: TestStore): Promise<void> {
  const between = [idIn('Entity', 'company'), idIn('Entity', 'firm')];
  const reason = [{ language: 'en', text: 'Another look at the register.' }];
  await store.import(smallBundle());
  for (const nature of ['NORM', 'PREDICTION'] as const)
    await store.import(
      smallBundle(({ claims = [] }) => {
        for (const one of claims) one.nature = nature;
      }),
    );
  await edit(store, 'judge', 'first', judging({ between, verdict: 'UNSURE', reason, expectedVersion: 1 }));
  for (const key of ['again', 'and-again', 'once-more'])
    await edit(store, 'judge', key, judging({ between, verdict: 'UNSURE', reason, expectedVersion: 2 }));
  const ids = [idIn('Claim', 'asked')];
  await eraseRecords(store.writer, { ids, reason: 'An order.', by: 'trial', requestKey: 'erase:one' });
  await store.import(
    bundleOf('test.example/late', { claims: [claim('late', { about: between.slice(0, 1) })] }),
  );
  await edit(store, 'judge', 'last', judging({ between, verdict: 'UNSURE', reason, expectedVersion: 2 }));
}

async function numbersOf(run: Behind, label = 'Aside'): Promise<readonly number[]> {
  const rows = await run(`MATCH (n:Aside:${label}) RETURN n.number AS number ORDER BY number`);
  return rows.map(([number]) => Number(number));
}

async function editAside(run: Behind, random: () => number): Promise<string | null> {
  const number = oneOf(await numbersOf(run), random);
  const [[found] = []] = await run('MATCH (n:Aside {number: $number}) RETURN properties(n) AS found', {
    number,
  });
  const [name, value] = oneOf(Object.entries(found as object), random);
  if (value === null || value === '') return null;
  // Numbers are unlike each other by the store's own rule.
  const changed = name === 'number' ? 9_000 + Number(value) : another(value);
  await run(`MATCH (n:Aside {number: $number}) SET n.\`${name}\` = $changed`, { number, changed });
  return `edited ${name} of aside ${number}`;
}

async function oneRequest(run: Behind, random: () => number): Promise<string> {
  return oneOf(
    (await run('MATCH (n:Request) RETURN n.key AS key ORDER BY key')).map(([key]) => String(key)),
    random,
  );
}

async function editRequest(run: Behind, random: () => number): Promise<string | null> {
  const key = await oneRequest(run, random);
  const [[found] = []] = await run('MATCH (n:Request {key: $key}) RETURN properties(n) AS found', { key });
  const [name, value] = oneOf(Object.entries(found as object), random);
  if (value === null || value === '' || name === 'number') return null;
  await run(`MATCH (n:Request {key: $key}) SET n.\`${name}\` = $changed`, { key, changed: another(value) });
  return `edited ${name} of request ${key}`;
}

async function swapped(run: Behind, random: () => number, label: string, names: readonly string[]) {
  const numbers = await numbersOf(run, label);
  const [one, other] = [oneOf(numbers, random), oneOf(numbers, random)];
  if (one === other) return null;
  const columns = names.map((name) => `n.${name}`).join(', ');
  const read = async (number: number) =>
    (
      await run(`MATCH (n:Aside {number: $number}) RETURN ${columns.replaceAll(/n\.(\w+)/g, 'n.$1 AS $1')}`, {
        number,
      })
    )[0];
  const [first, second] = [await read(one), await read(other)];
  if (JSON.stringify(first) === JSON.stringify(second)) return null;
  for (const [number, values = []] of [
    [one, second],
    [other, first],
  ] as const) {
    const changes = Object.fromEntries(names.map((name, at) => [name, values[at] ?? null])) as Record<
      string,
      string
    >;
    await run('MATCH (n:Aside {number: $number}) SET n += $changes', { number, changes });
  }
  return `swapped ${columns} of asides ${one} and ${other}`;
}

async function reordered(run: Behind, random: () => number): Promise<string | null> {
  const numbers = await numbersOf(run);
  const [one, other] = [oneOf(numbers, random), oneOf(numbers, random)];
  if (one === other) return null;
  for (const [from, to] of [
    [one, 9_999],
    [other, one],
    [9_999, other],
  ])
    await run('MATCH (n:Aside {number: $from}) SET n.number = $to', { from: from ?? 0, to: to ?? 0 });
  return `reordered asides ${one} and ${other}`;
}

/** The chain as it would be, had one aside said something else: every hash from there on is made anew, the head's too. */
async function rewritten(run: Behind, random: () => number): Promise<string> {
  const target = oneOf(await numbersOf(run, 'Request'), random);
  await run('MATCH (n:Aside {number: $target}) SET n.unchanged = n.unchanged + 1', { target });
  const rows = await run(
    `MATCH (n:Aside) RETURN n.number AS number, n.commitment AS commitment, n.hash AS hash, n.salt AS salt,
       [label IN labels(n) WHERE label <> 'Aside'] AS kinds, n.key AS key, n.inputHash AS inputHash,
       n.unchanged AS unchanged, n.about AS about, n.recordId AS recordId, n.bundle AS bundle, n.own AS own,
       n.said AS said ORDER BY number`,
  );
  let previousHash = noAsides.asidesHash;
  for (const row of rows) {
    const { number, kind, of, salt, content, commitment: held } = asideRow.parse(row);
    const said = { kind, of, content } as AsideContent;
    const commitment = salt === null || content === null ? held : commitmentToAside(salt, said);
    previousHash = hashOfAside({ number, kind, of, commitment, previousHash });
    const changes = { commitment, hash: previousHash };
    await run('MATCH (n:Aside {number: $number}) SET n += $changes', { number, changes });
  }
  await run("MATCH (h:LogHead {id: 'head'}) SET h.asidesHash = $previousHash", { previousHash });
  return `rewrote all asides after a change of ${target}`;
}

/** The last aside is gone, and the head says so too. */
async function cut(run: Behind): Promise<string> {
  const number = (await numbersOf(run)).at(-1) ?? 0;
  await run('MATCH (n:Aside {number: $number}) DETACH DELETE n', { number });
  await run(
    "MATCH (n:Aside {number: $before}) MATCH (h:LogHead {id: 'head'}) SET h.asides = n.number, h.asidesHash = n.hash",
    { before: number - 1 },
  );
  return `cut aside ${number}`;
}

async function without(run: Behind, random: () => number, label: string): Promise<string> {
  const number = oneOf(await numbersOf(run, label), random);
  await run(`MATCH (n:Aside {number: $number}) REMOVE n:${label}`, { number });
  return `took the label ${label} from aside ${number}`;
}

/** What each adds to the store, which nobody kept there. */
const additions = [
  "CREATE (:Edition:Aside {number: 0, recordId: 'Claim_1', bundle: 'b', own: true, said: '{}'})",
  "CREATE (:Edition:Aside {number: 9999, recordId: 'Claim_1', bundle: 'b', own: true, said: '{}'})",
  "CREATE (:Edition:Aside {recordId: 'Claim_1', bundle: 'b', own: true, said: '{}'})",
  "CREATE (:Edition {recordId: 'Claim_1', bundle: 'b', own: true, said: '{}'})",
  "CREATE (:Request {key: 'planted', inputHash: '', unchanged: 3, about: ''})",
  "CREATE (:Request {key: 'planted', inputHash: 'ff'})",
  "MATCH (a:Activity) WITH a ORDER BY a.sequence LIMIT 1 CREATE (:Request {key: 'planted', inputHash: '', activityId: a.id})",
  'MATCH (r:Request:Aside) WITH r ORDER BY r.key LIMIT 1 MATCH (a:Activity {sequence: 1}) SET r.activityId = a.id',
  'MATCH (r:Request {activityId: $activityId}) SET r.unchanged = 3',
];

async function added(run: Behind, random: () => number): Promise<string> {
  const [[activityId] = []] = await run('MATCH (a:Activity {sequence: 1}) RETURN a.id AS id');
  const text = oneOf(additions, random);
  await run(text, text.includes('$') ? { activityId: String(activityId) } : {});
  return text;
}

/** What somebody may do to what stands beside the log in its own chain, and to what answers requests. */
export const withAsides: readonly Tampering[] = [
  editAside,
  editRequest,
  async (run, random) => {
    const number = oneOf(await numbersOf(run), random);
    await run('MATCH (n:Aside {number: $number}) DETACH DELETE n', { number });
    return `deleted aside ${number}`;
  },
  async (run, random) => {
    const key = await oneRequest(run, random);
    await run('MATCH (n:Request {key: $key}) DETACH DELETE n', { key });
    return `deleted request ${key}`;
  },
  (run, random) => swapped(run, random, 'Edition', ['own', 'said', 'salt']),
  (run, random) =>
    swapped(run, random, 'Edition', ['recordId', 'bundle', 'own', 'said', 'salt', 'commitment']),
  (run, random) =>
    swapped(run, random, 'Request', ['unchanged', 'about', 'inputHash', 'salt', 'commitment', 'hash']),
  reordered,
  rewritten,
  cut,
  (run, random) => without(run, random, oneOf(['Aside', 'Request', 'Edition'], random)),
  added,
  // As if its record had been erased.
  async (run, random) => {
    const number = oneOf(await numbersOf(run, 'Edition'), random);
    const [[said] = []] = await run('MATCH (n:Aside {number: $number}) RETURN n.said AS said', { number });
    if (said === null) return null;
    await run('MATCH (n:Aside {number: $number}) SET n.said = null, n.own = null, n.salt = null', { number });
    return `emptied aside ${number}`;
  },
];
