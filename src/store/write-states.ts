import { recordTypes } from '../domain/ids.ts';
import { commitmentOf, merkleRoot } from '../domain/log.ts';
import type { Change } from './change.ts';
import type { Run } from './run.ts';
import { runBatches } from './write-batches.ts';

function kebab(type: string): string {
  return type.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
}

/** Closes the states that end, writes those that begin, and answers the Merkle root over their commitments. */
export async function writeStates(
  run: Run,
  changes: readonly Change[],
  activityId: string,
  recordedAt: string,
  method: string,
  makeSalt: () => string,
): Promise<string> {
  const revised = changes.filter((change) => change.before !== null).map((change) => change.draft.id);
  await runBatches(run, 'close-states', 'ids', revised, { to: recordedAt });
  const states = changes.map(({ draft, payload, before, version }, index) => {
    const salt = makeSalt();
    const id = `${draft.id}/${version}`;
    const position = before?.position ?? draft.position;
    const how = draft.method ?? method;
    return {
      id,
      properties: {
        of: draft.id,
        ofType: draft.type,
        version,
        index,
        payload,
        salt,
        commitment: commitmentOf(salt, { id, method: how, position, payload }),
        method: how,
        position,
        firstRecordedAt: before?.firstRecordedAt ?? recordedAt,
        from: recordedAt,
        to: null,
      },
    };
  });
  await runBatches(run, 'write-states', 'rows', states, { activityId });
  for (const type of recordTypes) {
    const links = states
      .filter((state) => state.properties.ofType === type)
      .map((state) => ({ from: state.id, to: state.properties.of }));
    await runBatches(run, `link-states-of-${kebab(type)}`, 'links', links);
  }
  return merkleRoot(states.map((state) => state.properties.commitment));
}
