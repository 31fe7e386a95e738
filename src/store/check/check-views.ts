import { z } from 'zod';
import type { RecordType } from '../../domain/ids.ts';
import { entitiesIn, hiddenAmong } from '../../domain/visibility.ts';
import { cameWithIn } from '../came-with.ts';
import { droppedIn, namedOnceIn } from '../named-once.ts';
import { underSlug } from '../public-slugs.ts';
import { type PublicRecord, publicRecords } from '../public-states.ts';
import { type Recorded, standingOf } from '../recorded.ts';
import type { Run } from '../run.ts';
import { pastEntries } from '../seen-states.ts';
import type { ViewState, Views } from '../views.ts';
import { rowsOfBatches } from '../write-batches.ts';
import { checkChains } from './check-chains.ts';
import { checkFacets } from './check-facets.ts';
import { checkedAtOnce } from './check-histories.ts';
import { checkNode, type ExpectedView, type FoundNode, idsByType } from './check-nodes.ts';
import { checkRecord } from './check-references.ts';
import { expectFacets } from './expected-facets.ts';
import { emptyIndex, indexEntry } from './graph-index.ts';
import type { Report } from './problem.ts';
import { readable } from './readable.ts';

/** The instant of which the views are: the last one before the next embargo ends; after all where none does. */
export function instantOf({ nextEmbargoEnd }: ViewState): Date {
  const last = 8.64e15;
  return new Date(nextEmbargoEnd === null ? last : Date.parse(nextEmbargoEnd) - 1);
}

/**
 * The ids of the records that are to be hidden in the views as they stand. An entity that nothing refers to may be hidden for
 * what named it once: those are as they are found.
 */
export async function expectedHidden(
  full: Run,
  records: readonly Recorded[],
  state: ViewState,
): Promise<ReadonlySet<string>> {
  const entities = records.flatMap(({ entry: { type, id } }) => (type === 'Entity' ? [id] : []));
  const standing = await rowsOfBatches(full, 'standing-of-nodes', entities);
  const found = new Set(standing.flatMap(([id, hidden]) => (hidden === true ? [id] : [])));
  const first = new Map(records.map(({ entry, stored }) => [entry.id, stored.firstRecordedAt]));
  const came = await cameWithIn(
    full,
    new Map(
      records.map(({ entry, stored: { version, firstRecordedAt } }) => [
        entry.id,
        { entities: entitiesIn(entry), version, firstRecordedAt },
      ]),
    ),
  );
  const revised = records.flatMap(({ entry, stored }) =>
    stored.version > 1 || entry.state.erased ? [entry.id] : [],
  );
  const former = await pastEntries(full, revised);
  return hiddenAmong(
    records.map(({ entry }) => entry),
    instantOf(state),
    (id) => first.get(id) ?? '',
    () => false,
    (id) => found.has(id),
    came,
    // What is kept of it is not asked: it is what is checked.
    await namedOnceIn(full, former, droppedIn(former)),
  );
}

/** The slugs of the public view, by id. */
export async function publicSlugs(run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const slugs = new Map<string, string>();
  for (let start = 0; start < ids.length; start += checkedAtOnce) {
    const some = await standingOf(run, ids.slice(start, start + checkedAtOnce));
    for (const { id, slug } of some.values()) if (slug !== null) slugs.set(id, slug);
  }
  return slugs;
}

const publicRow = z
  .tuple([
    z.string(),
    z.array(z.string()),
    z.record(z.string(), z.unknown()),
    z.array(z.tuple([z.string(), z.array(z.string()), z.unknown(), z.record(z.string(), z.unknown())])),
  ])
  .transform(([id, labels, properties, links]) => ({
    id,
    labels,
    properties,
    links: links.map(([type, ends, to, some]) => ({ type, labels: ends, to, properties: some })),
  }));

async function foundIn(
  run: Run,
  ids: readonly string[],
  wanted: ReadonlyMap<string, PublicRecord>,
  report: Report,
): Promise<readonly FoundNode[]> {
  const rows = readable(await run('nodes-in-view', { ids }), publicRow, 'NODE_UNREADABLE', 0, report);
  return rows.flatMap((row) => {
    const shown = wanted.get(row.id);
    if (shown === undefined) return [];
    const { version, method } = shown;
    const { position, firstRecordedAt } = shown.of.stored;
    return [{ ...row, payload: '', version, method, position, firstRecordedAt }];
  });
}

/** A slug is the record's own, or its id where another had that one when it came out, whatever has become of that one since. */
function checkSlugs(
  shown: readonly PublicRecord[],
  slugs: ReadonlyMap<string, string>,
  report: Report,
): void {
  for (const { entry } of shown) {
    if (!('slug' in entry.state)) continue;
    const slug = slugs.get(entry.id);
    if (slug === entry.state.slug || slug === entry.id) continue;
    report(
      'NODE_PROPERTY',
      entry.id,
      `slug: expected "${entry.state.slug}", as its state says; came ${slug}`,
    );
  }
}

/**
 * Verifies the public view of a store in which something is hidden: that it is what the public may see of the records'
 * states, no more and no less, and that what is counted in it is counted from that alone.
 */
export async function checkPublicView(
  views: Views,
  records: readonly Recorded[],
  hidden: ReadonlySet<string>,
  publicTypes: ReadonlyMap<string, RecordType>,
  slugs: ReadonlyMap<string, string>,
  report: Report,
): Promise<void> {
  const visible = records.filter(({ entry }) => !hidden.has(entry.id));
  const shown: PublicRecord[] = [];
  const known = { isHidden: (id: string) => hidden.has(id), learn: async () => {} };
  for (let start = 0; start < visible.length; start += checkedAtOnce)
    shown.push(...(await publicRecords(views.full, visible.slice(start, start + checkedAtOnce), known)));
  const wanted = new Map(shown.map((one) => [one.entry.id, one]));
  for (const id of publicTypes.keys())
    if (!wanted.has(id))
      report('VIEW_WRONG', id, 'it stands in the public view, and the public may not see it');
  for (const id of wanted.keys())
    if (!publicTypes.has(id))
      report('VIEW_WRONG', id, 'the public may see it, and it is not in the public view');

  const index = emptyIndex();
  for (const { entry, withdrawnAt, of } of shown) {
    const { firstRecordedAt, position } = of.stored;
    indexEntry(index, entry, `${firstRecordedAt}#${String(position).padStart(9, '0')}#${entry.id}`);
    if (withdrawnAt !== null) index.withdrawnAt.set(entry.id, withdrawnAt);
    checkRecord(underSlug(entry, slugs.get(entry.id) ?? entry.id), publicTypes, index, report);
  }
  checkSlugs(shown, slugs, report);
  const idsOf = idsByType(publicTypes);
  const expected = expectFacets(index, checkChains(index, report), report);
  const view: ExpectedView = {
    prefix: '',
    slugOf: (id, slug) => slugs.get(id) ?? slug,
    hides: () => null,
    shownSince: (id) => wanted.get(id)?.shownSince ?? null,
  };
  for (const [type, ids] of idsOf) {
    for (let start = 0; start < ids.length; start += checkedAtOnce) {
      const nodes = await foundIn(views.public, ids.slice(start, start + checkedAtOnce), wanted, report);
      for (const node of nodes) {
        const entry = wanted.get(node.id)?.entry;
        if (entry) checkNode(node, entry, index, view, report);
      }
      await checkFacets(views.public, type, nodes, expected, report);
    }
  }
}
