import type { StoreHistory } from '../../src/store/history-port.ts';
import type { StoreReader } from '../../src/store/store.ts';

const whole = { limit: 1_000, beyond: null, backward: false };

/**
 * What is told of the past otherwise by the graph as it stood than by the revisions of today, to whoever reads both: of each
 * record, at each instant, the version that stood then is the one of which its revisions say that it held.
 */
export async function disagreements(
  present: StoreReader,
  history: StoreHistory,
  ids: readonly string[],
  instants: readonly string[],
): Promise<readonly string[]> {
  const pages = await present.listRevisions(ids, whole);
  const found: string[] = [];
  for (const at of instants) {
    const viewer = { present, seesHidden: false, seesIdentities: false, drafts: 'NONE' } as const;
    const then = await history.readerAsOf({ recorded: at, said: null }, viewer);
    const stood = await then.recordsByIds(ids);
    const told = await then.listRevisions(ids, whole);
    ids.forEach((id, index) => {
      const revisions = pages[index]?.items.map(({ item }) => item) ?? [];
      const held = revisions.find(
        ({ recordedAt, until }) => recordedAt <= at && (until === null || at < until),
      );
      const record = stood[index] ?? null;
      const version = record !== null && 'version' in record ? record.version : null;
      if (version !== (held?.version ?? null))
        found.push(
          `${id} stood in version ${version} at ${at}, and its revisions say ${held?.version ?? null}`,
        );
      const last = told[index]?.items[0]?.item;
      if (
        record !== null &&
        (last?.version !== held?.version || last?.recordedAt !== held?.recordedAt || last?.until !== null)
      )
        found.push(
          `${id} is told at ${at} to be of version ${last?.version} of ${last?.recordedAt} until ${last?.until}`,
        );
    });
  }
  return found;
}
