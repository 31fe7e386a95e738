import type { AnyRecord } from '../domain/model.ts';
import type { GraphqlContext } from './context.ts';

/** What readers see under an id: of an entity that is judged the same as others the one of them all. Null where nothing is. */
export async function publicRecord(id: string, { loaders }: GraphqlContext): Promise<AnyRecord | null> {
  const record = await loaders.record.load(id);
  return record?.type === 'Entity' ? loaders.shown(record) : record;
}
