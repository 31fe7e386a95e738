import type { GraphqlContext } from './context.ts';
import type { PublicRecord } from './shapes.ts';

/** What readers see under an id: of an entity that is judged the same as others the one of them all. Null where nothing is. */
export async function publicRecord(id: string, { loaders }: GraphqlContext): Promise<PublicRecord | null> {
  const record = await loaders.record.load(id);
  return record?.type === 'Entity' ? loaders.shown(record) : record;
}
