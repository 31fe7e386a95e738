import type { RecordType } from '../domain/ids.ts';
import type { Entry, EntryOf } from '../domain/state.ts';
import type { BundleRecords } from './bundle-records.ts';

/** A record of a bundle, with where it stands in it. */
export type Placed<Type extends RecordType> = EntryOf<Type> & { readonly path: string };

/** A bundle's records of one type, in its order. */
export function ofType<Type extends RecordType>(
  { entries, paths }: Pick<BundleRecords, 'entries' | 'paths'>,
  type: Type,
): readonly Placed<Type>[] {
  return entries
    .filter((entry: Entry): entry is EntryOf<Type> => entry.type === type)
    .map((entry) => ({ ...entry, path: paths.get(entry.id) ?? '' }));
}
