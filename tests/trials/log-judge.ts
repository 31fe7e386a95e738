import {
  type Activity,
  commitmentOf,
  hashBeforeTheFirst,
  hashOf,
  leafOf,
  merkleRoot,
} from '../../src/domain/log.ts';
import type { StoreDump } from './store-dump.ts';

function activityOf(found: Readonly<Record<string, unknown>>): Activity {
  const text = (name: string): string => String(found[name]);
  return {
    id: text('id'),
    sequence: Number(found['sequence']),
    recordedAt: text('recordedAt'),
    by: text('by'),
    callerId: text('callerId'),
    method: text('method'),
    title: text('title'),
    requestKey: text('requestKey'),
    inputHash: text('inputHash'),
    about: text('about'),
    added: Number(found['added']),
    revised: Number(found['revised']),
    unchanged: Number(found['unchanged']),
    merkleRoot: text('merkleRoot'),
    identitiesLeftOutUpTo: Number(found['identitiesLeftOutUpTo']),
    ...('asides' in found ? { asides: Number(found['asides']), asidesHash: text('asidesHash') } : {}),
    previousHash: text('previousHash'),
  };
}

/**
 * What is wrong with the log: a gap in the sequence, a broken chain, a time that runs backwards, a state that does
 * not match its commitment or an activity its states, a head that is elsewhere, a request that was left without an activity.
 */
export function brokenLog(dump: StoreDump): readonly string[] {
  const wrong: string[] = [];
  const check = (right: boolean, words: string): void => {
    if (!right) wrong.push(words);
  };
  const changed = new Map<string, string[]>();
  for (const { from, kind, to } of dump.links) {
    if (kind === 'CHANGED') changed.set(from, [...(changed.get(from) ?? []), to]);
  }
  const states = new Map(dump.states.map((state) => [String(state['id']), state]));
  check(states.size === dump.states.length, 'two states have one id');
  const answered = new Map(dump.requests.map((request) => [request['key'], request['activityId'] ?? null]));

  const log = [...dump.activities].sort((a, b) => Number(a['sequence']) - Number(b['sequence']));
  let hash = hashBeforeTheFirst;
  let last = '';
  log.forEach((found, index) => {
    const activity = activityOf(found);
    const { id, sequence, recordedAt, requestKey } = activity;
    check(sequence === index + 1, `${id}: sequence ${sequence}, expected ${index + 1}`);
    check(activity.previousHash === hash, `${id}: does not follow the hash before it`);
    check(found['hash'] === hashOf(activity), `${id}: is not what its hash says`);
    check(recordedAt > last, `${id}: recorded at ${recordedAt}, not after ${last}`);
    check(answered.get(requestKey) === id, `${id}: its request is not answered with it`);
    const own = (changed.get(id) ?? [])
      .map((state) => states.get(state) ?? {})
      .sort((a, b) => Number(a['index']) - Number(b['index']));
    const changes = activity.added + activity.revised;
    check(own.length === changes, `${id}: ${own.length} states, expected ${changes}`);
    const leaves = own.map((state) =>
      leafOf({
        id: String(state['id']),
        ofType: String(state['ofType']),
        method: String(state['method']),
        position: Number(state['position']),
        commitment: String(state['commitment']),
      }),
    );
    check(merkleRoot(leaves) === activity.merkleRoot, `${id}: its states have another Merkle root`);
    for (const state of own) {
      const committed = {
        id: String(state['id']),
        method: String(state['method']),
        position: Number(state['position']),
        payload: String(state['payload']),
      };
      const right = commitmentOf(String(state['salt']), committed) === state['commitment'];
      check(right, `${String(state['id'])}: is not what its commitment says`);
    }
    hash = String(found['hash']);
    last = recordedAt;
  });

  check(dump.heads.length === 1, `${dump.heads.length} heads of the log`);
  const [head] = dump.heads;
  check(head?.['sequence'] === log.length, `the head is at ${head?.['sequence']}, expected ${log.length}`);
  check(head?.['hash'] === hash, 'the head has another hash than the last activity');
  const open = [...answered.values()].filter((activity) => activity === null).length;
  check(open === 0, `${open} requests without an activity`);
  return wrong;
}
