import type { RecordType } from '../domain/ids.ts';
import type { Entry } from '../domain/state.ts';
import { slugAfterErasure } from '../domain/tombstone.ts';
import type { IsHidden } from '../domain/visibility.ts';
import { idsFor, type Standing } from './recorded.ts';
import type { Touched } from './refresh-visibility.ts';
import { distinct, type Run } from './run.ts';

const lookBySlug = {
  Entity: 'entities-by-slugs',
  Source: 'sources-by-slugs',
  Claim: 'claims-by-slugs',
} as const;
const hasSlug = (type: RecordType): type is keyof typeof lookBySlug => type in lookBySlug;

/** A record under another slug, where it has one at all. */
export function underSlug(entry: Entry, slug: string): Entry {
  return hasSlug(entry.type) ? ({ ...entry, state: { ...entry.state, slug } } as Entry) : entry;
}

/** Rows of records lead with a text of JSON that leads with the id. */
function idInColumns(row: unknown): string {
  const [first] = Array.isArray(row) ? row : [row];
  const [id] = JSON.parse(String(first)) as readonly unknown[];
  return String(id);
}

/**
 * The records that have to do with their ids for slugs. A slug is that of the first to show it: whoever comes out later under
 * one that is taken has its id for one. What was erased gives its slug up, but for the address that says so: that is nobody's
 * who came out beside it, though who is recorded later may have it. While a log is put back, what is erased further on stands
 * under that address from the start.
 * @param shown what the public sees of records that are about to be written
 * @param there how these stand in the public view
 */
export async function takenSlugs(
  run: Run,
  shown: readonly Entry[],
  there: ReadonlyMap<string, Standing>,
): Promise<ReadonlySet<string>> {
  const without = new Set<string>();
  for (const [type, statement] of Object.entries(lookBySlug)) {
    const some = shown.flatMap(({ type: of, id, state }) =>
      of === type && 'slug' in state ? [{ id, slug: state.slug, isErased: state.erased !== undefined }] : [],
    );
    const erased = new Map(some.flatMap(({ id, slug, isErased }) => (isErased ? [[id, slug] as const] : [])));
    const slugs = distinct(some.flatMap(({ slug }) => [slug, slugAfterErasure(slug)]));
    const holders = new Map<string, string>();
    for (const [slug, columns] of await run(statement, { slugs })) {
      const id = idInColumns(columns);
      if ((erased.get(id) ?? slug) === slug) holders.set(String(slug), id);
    }
    for (const [id, slug] of erased) holders.set(slug, holders.get(slug) ?? id);
    const later = new Set(
      await idsFor(
        run,
        'erased-later',
        distinct(some.flatMap(({ slug }) => holders.get(slugAfterErasure(slug)) ?? [])),
      ),
    );
    for (const { id, slug } of some) {
      const holder = holders.get(slug);
      const address = holders.get(slugAfterErasure(slug));
      const isAddress = address !== undefined && (later.has(address) || there.get(id)?.slug === id);
      if (isAddress || (holder !== undefined && holder !== id)) without.add(id);
      else holders.set(slug, id);
    }
  }
  return without;
}

/**
 * The records that may have a slug now that had their ids for one: where the public sees that something was erased, whose
 * slug it was is not told any more, nor where the log is put back. What is erased in hiding changes nothing for anybody.
 */
export async function waitingForSlugs(
  run: Run,
  touched: readonly Touched[],
  isHidden: IsHidden,
): Promise<readonly string[]> {
  const erased = touched.flatMap(({ entry: { type, id, state } }) =>
    hasSlug(type) && state.erased !== undefined && !isHidden(id) ? [id] : [],
  );
  const later = await idsFor(run, 'erased-later', erased);
  if (later.length === erased.length) return [];
  return (await run('under-their-ids')).map(([id]) => String(id));
}
