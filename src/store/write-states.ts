import { recordTypes, typeOfId } from '../domain/ids.ts';
import { commitmentOf, leafOf, merkleRoot } from '../domain/log.ts';
import type { Parameter } from '../engine/engine.ts';
import type { Change } from './change.ts';
import type { Run } from './run.ts';
import { runBatches } from './write-batches.ts';

function kebab(type: string): string {
  return type.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
}

type StateProperty =
  | 'of'
  | 'ofType'
  | 'version'
  | 'index'
  | 'payload'
  | 'salt'
  | 'commitment'
  | 'method'
  | 'position'
  | 'firstRecordedAt'
  | 'from'
  | 'erasedBy';

/** A state as its node. */
interface StateNode {
  readonly id: string;
  readonly properties: Readonly<Record<StateProperty, Parameter>> & { readonly of: string };
}

/** The node of the state that a change begins. */
export function stateNode(
  { entry, payload, before, version }: Change,
  recorded: {
    readonly index: number;
    readonly salt: string | null;
    readonly commitment: string;
    readonly method: string;
    readonly recordedAt: string;
    readonly erasedBy: string | null;
  },
): StateNode {
  const { index, salt, commitment, method, recordedAt, erasedBy } = recorded;
  return {
    id: `${entry.id}/${version}`,
    properties: {
      of: entry.id,
      ofType: entry.type,
      version,
      index,
      payload,
      salt,
      commitment,
      method,
      position: before?.position ?? entry.position,
      firstRecordedAt: before?.firstRecordedAt ?? recordedAt,
      from: recordedAt,
      erasedBy,
    },
  };
}

/** By place: there are as many states as records, and names would be half of what is sent. */
function rowOf({ id, properties: one }: StateNode): readonly Parameter[] {
  return [
    ...[one.of, id, one.version, one.index, one.payload, one.salt, one.commitment, one.method],
    ...[one.position, one.firstRecordedAt, one.erasedBy],
  ];
}

/** Closes the states that end, and writes those that begin, under their activity and at the nodes of their records. */
export async function putStates(
  run: Run,
  changes: readonly Change[],
  states: readonly StateNode[],
  activityId: string,
  recordedAt: string,
): Promise<void> {
  const revised = changes.filter((change) => change.before !== null).map((change) => change.entry.id);
  await runBatches(run, 'close-states', 'ids', revised, { to: recordedAt });
  for (const type of recordTypes) {
    const some = states.filter(({ properties }) => properties.ofType === type);
    await runBatches(run, `write-states-of-${kebab(type)}`, 'rows', some.map(rowOf), {
      activityId,
      from: recordedAt,
    });
  }
}

/** Links states to the nodes of the records that they are of. */
export async function linkStates(
  run: Run,
  links: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  for (const type of recordTypes) {
    const some = links.filter(({ to }) => typeOfId(to) === type);
    await runBatches(run, `link-states-of-${kebab(type)}`, 'links', some);
  }
}

/** Closes the states that end, writes those that begin, and answers the root of their Merkle tree. */
export async function writeStates(
  run: Run,
  changes: readonly Change[],
  activityId: string,
  recordedAt: string,
  method: string,
  makeSalt: () => string,
): Promise<string> {
  const leaves: string[] = [];
  const states = changes.map((change, index) => {
    const { entry, payload, before, version } = change;
    const salt = makeSalt();
    const position = before?.position ?? entry.position;
    const how = entry.method ?? method;
    const id = `${entry.id}/${version}`;
    const commitment = commitmentOf(salt, { id, method: how, position, payload });
    leaves.push(leafOf({ id, ofType: entry.type, method: how, position, commitment }));
    return stateNode(change, { index, salt, commitment, method: how, recordedAt, erasedBy: null });
  });
  await putStates(run, changes, states, activityId, recordedAt);
  return merkleRoot(leaves);
}
