import type { Issue } from '../domain/errors.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { ofType } from './of-type.ts';

/** What a source says of its own content stands in that source. */
export async function foreignDisclaimers(
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const disclaiming = ofType(records, 'Source').filter(({ state }) => state.disclaimer !== undefined);
  if (disclaiming.length === 0) return [];
  const versionOf = new Map(ofType(records, 'Passage').map(({ id, state }) => [id, state.version]));
  const sourceOf = new Map(ofType(records, 'SourceVersion').map(({ id, state }) => [id, state.source]));
  const passages = disclaiming.flatMap(({ state: { disclaimer = '' } }) =>
    versionOf.has(disclaimer) ? [] : [disclaimer],
  );
  for (const one of await view.reader.recordsByIds(passages)) {
    if (one?.type !== 'Passage') continue;
    versionOf.set(one.id, one.versionNode.id);
    if (!sourceOf.has(one.versionNode.id)) sourceOf.set(one.versionNode.id, one.versionNode.sourceId);
  }
  const versions = [...versionOf.values()].filter((id) => !sourceOf.has(id));
  for (const one of await view.reader.recordsByIds(versions))
    if (one?.type === 'SourceVersion') sourceOf.set(one.id, one.sourceId);
  return disclaiming.flatMap(({ id, path, state: { disclaimer = '' } }): readonly Issue[] => {
    const source = sourceOf.get(versionOf.get(disclaimer) ?? '');
    if (source === undefined || source === id) return [];
    const message = `expected a passage of this very source, which speaks of its own content; ${disclaimer} stands in ${source}`;
    return [{ path: `${path}.disclaimer`, message }];
  });
}
