import { z } from 'zod';
import { type RecordType, typeOfId } from '../domain/ids.ts';
import { canonicalJson } from '../domain/log.ts';
import type { Draft } from '../domain/state.ts';
import type { Change } from './change.ts';
import { refreshFacets } from './facets.ts';
import { type PublicRecord, publicRecords, standInIds } from './public-states.ts';
import { recordNode } from './record-nodes.ts';
import { draftOf, idsFor, type Recorded, recordedByIds, type Standing, standingOf } from './recorded.ts';
import { refreshVisibility, type Touched, type Visibility } from './refresh-visibility.ts';
import { distinct, type Run } from './run.ts';
import type { Views } from './views.ts';
import { removeNodes, rewriteSlugs, writeNodesAndLinks } from './write-graph.ts';
import type { Written } from './written.ts';

/** All relays of some assertions, over any number of links. */
async function relaysOf(full: Run, start: readonly string[]): Promise<readonly string[]> {
  const seen = new Set(start);
  for (let frontier = [...seen]; frontier.length > 0; ) {
    frontier = (await idsFor(full, 'relays-of-assertions', frontier)).filter((id) => !seen.has(id));
    for (const id of frontier) seen.add(id);
  }
  return [...seen];
}

/** The records of which the public may see something else than before. */
async function affected(
  full: Run,
  touched: readonly Touched[],
  { flipped, isHidden }: Visibility,
): Promise<readonly string[]> {
  const ids = touched.map(({ draft }) => draft.id);
  const assertions = flipped.filter((id) => typeOfId(id) === 'Assertion');
  const hiddenNow = ids.filter((id) => typeOfId(id) === 'Assertion' && isHidden(id));
  return distinct([
    ...ids,
    ...flipped,
    ...(await idsFor(full, 'hanging-on-records', flipped)),
    // A warning names an assertion, which most often is of the same claim or chain, without a link to it.
    ...(await idsFor(full, 'assertions-beside', assertions)),
    ...(await relaysOf(full, [...assertions, ...hiddenNow])),
  ]);
}

const lookBySlug = {
  Entity: 'entities-by-slugs',
  Source: 'sources-by-slugs',
  Claim: 'claims-by-slugs',
} as const;
const hasSlug = (type: RecordType): type is keyof typeof lookBySlug => type in lookBySlug;

/** A slug is that of the first to show it: whoever comes out later under one that is taken has its id for a slug. */
async function takenSlugs(run: Run, records: readonly PublicRecord[]): Promise<ReadonlySet<string>> {
  const without = new Set<string>();
  for (const [type, statement] of Object.entries(lookBySlug)) {
    const some = records.flatMap(({ draft }) =>
      draft.type === type && 'slug' in draft.state ? [{ id: draft.id, slug: draft.state.slug }] : [],
    );
    const holders = new Map<string, string>();
    for (const [slug, columns] of await run(statement, { slugs: distinct(some.map(({ slug }) => slug)) }))
      holders.set(String(slug), idInColumns(columns));
    for (const { id, slug } of some) {
      const holder = holders.get(slug);
      if (holder === undefined) holders.set(slug, id);
      else if (holder !== id) without.add(id);
    }
  }
  return without;
}

/** Rows of records lead with a text of JSON that leads with the id. */
function idInColumns(row: unknown): string {
  const [first] = Array.isArray(row) ? row : [row];
  const [id] = JSON.parse(String(first)) as readonly unknown[];
  return String(id);
}

/** A record under another slug, where it has one at all. */
export function underSlug(draft: Draft, slug: string): Draft {
  return hasSlug(draft.type) ? ({ ...draft, state: { ...draft.state, slug } } as Draft) : draft;
}

/** What is written of a record in a view, which its own history does not tell: version, slug and since when it is withdrawn. */
function changeOf(
  draft: Draft,
  { stored }: Recorded,
  version: number,
  isThere: boolean,
  withdrawnAt: string | null,
): Change {
  return {
    draft,
    payload: canonicalJson(draft.state),
    // A state that says nothing: what the node had before is written anew, whatever it was.
    before: isThere ? { ...stored, id: draft.id, payload: '{}' } : null,
    version,
    node: recordNode(draft, stored.method, withdrawnAt ?? stored.firstRecordedAt),
    firstRecordedAt: stored.firstRecordedAt,
    position: stored.position,
  };
}

/** Gives hidden records their ids for slugs in the full view, and those that came out the slugs that they have there. */
async function settleSlugs(
  full: Run,
  records: ReadonlyMap<string, Recorded>,
  standing: ReadonlyMap<string, Standing>,
  slugOf: (id: string, slug: string) => string,
): Promise<void> {
  const changes = [...records.values()].flatMap((record): readonly Change[] => {
    const { draft, stored } = record;
    if (!('slug' in draft.state)) return [];
    const slug = slugOf(draft.id, draft.state.slug);
    if (standing.get(draft.id)?.slug === slug) return [];
    return [changeOf(underSlug(draft, slug), record, stored.version, true, null)];
  });
  await rewriteSlugs(full, changes);
}

/** A change as the views take it. */
export function touchedBy({ draft, before }: Change): Touched {
  return { draft, before: before && draftOf(draft.id, before.position, before.payload) };
}

/** The sources whose embargo has ended and that are kept still, besides those that are written. */
async function endedEmbargoes(full: Run, written: readonly Touched[], at: Date): Promise<readonly Touched[]> {
  const [row] = await full('ended-embargoes', { at: at.toISOString() });
  const ids = z.array(z.string()).parse(row?.[0] ?? []);
  const known = new Set(written.map(({ draft }) => draft.id));
  const records = await recordedByIds(
    full,
    ids.filter((id) => !known.has(id)),
  );
  return [...records.values()].map(({ draft }) => ({ draft, before: draft }));
}

/**
 * Brings the public view to what the public may see after a writing in the full view: decides what is hidden, takes out
 * what no longer may be seen, writes what now may, and counts anew what hung on either.
 */
export async function refreshPublic(views: Views, written: readonly Touched[], at: Date): Promise<void> {
  // A hold is no part of what is read: it stands in neither view.
  const inViews = written.filter(({ draft }) => draft.type !== 'Hold');
  const touched = [...inViews, ...(await endedEmbargoes(views.full, written, at))];
  const visibility = await refreshVisibility(views.full, touched, at);
  const { isHidden, learn } = visibility;
  const ids = await affected(views.full, touched, visibility);
  await learn(ids);
  const records = await recordedByIds(views.full, ids);
  const visible = [...records.values()].filter(({ draft }) => !isHidden(draft.id));
  const shown = await publicRecords(views.full, visible, visibility);

  const drafts = [...records.values()].map(({ draft }) => draft);
  const there = await standingOf(views.public, [...records.keys(), ...standInIds(drafts)]);
  const wanted = new Set(shown.map(({ draft }) => draft.id));
  const gone = goneFrom(there, wanted, drafts);
  await removeNodes(views.public, gone);

  const without = await takenSlugs(views.public, shown);
  const full = await standingOf(views.full, [...records.keys()]);
  await settleSlugs(views.full, records, full, (id, slug) => (isHidden(id) || without.has(id) ? id : slug));
  const changes = shown.map(({ draft, version, withdrawnAt, of }) =>
    changeOf(
      without.has(draft.id) ? underSlug(draft, draft.id) : draft,
      of,
      version,
      there.has(draft.id),
      withdrawnAt,
    ),
  );
  await writeNodesAndLinks(views.public, changes);
  const before = new Map(touched.map((one) => [one.draft.id, one.before]));
  const rewritten = changes.map(
    ({ draft }): Written => ({
      draft,
      before: there.has(draft.id) ? { ...(before.get(draft.id)?.state ?? {}) } : null,
    }),
  );
  await refreshFacets(views.public, rewritten, gone);
  const [next] = await views.full('next-embargo-end', { at: at.toISOString() });
  await views.full('set-views', { nextEmbargoEnd: String(next?.[0] ?? '') });
}

/** What stands in the public view and no longer may: hidden records, and stand-ins that stand in for nothing. */
function goneFrom(
  there: ReadonlyMap<string, Standing>,
  wanted: ReadonlySet<string>,
  drafts: readonly Draft[],
): readonly Draft[] {
  const gone = drafts.filter(({ id }) => there.has(id) && !wanted.has(id));
  const standIns = drafts.flatMap((draft): readonly Draft[] => {
    if (draft.type !== 'Assertion') return [];
    const [assertion = '', entity = ''] = standInIds([draft]);
    if (!there.has(assertion) || wanted.has(assertion)) return [];
    const state = { ...draft.state, speaker: entity };
    return [
      { ...draft, id: assertion, state },
      {
        type: 'Entity',
        id: entity,
        position: draft.position,
        state: { slug: entity, kind: 'REDACTED', names: [], anonymity: 'PROTECTED', affiliations: [] },
      },
    ];
  });
  return [...gone, ...standIns];
}
