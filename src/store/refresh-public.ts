import { z } from 'zod';
import { isInViews, typeOfId } from '../domain/ids.ts';
import { canonicalJson } from '../domain/log.ts';
import { referencesIn } from '../domain/redaction.ts';
import type { Entry } from '../domain/state.ts';
import type { Change } from './change.ts';
import { refreshFacets } from './facets.ts';
import { countedByNaming, mayCountByNaming } from './first-shown.ts';
import { keepViews, keptViews } from './kept-views.ts';
import { namingBefore } from './naming-before.ts';
import { takenSlugs, underSlug, waitingForSlugs } from './public-slugs.ts';
import { type PublicRecord, publicRecords, standInIds } from './public-states.ts';
import { recordNode } from './record-nodes.ts';
import { entryOf, idsFor, type Recorded, recordedByIds, type Standing, standingOf } from './recorded.ts';
import { refreshVisibility, type Touched, type Visibility } from './refresh-visibility.ts';
import { distinct, type Run } from './run.ts';
import { shownText } from './seen-states.ts';
import { newAmong, noteViewChange, type ToldWith } from './view-changes.ts';
import type { Views } from './views.ts';
import { placeOf, recountEntities, removeNodes, rewriteSlugs, writeNodesAndLinks } from './write-graph.ts';
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

/** What a writing changes for the public. */
interface Affected {
  /** The records of which it may see something else than before, or count another number of states. */
  readonly ids: readonly string[];
  /** The entities among them that may be another to it by what is counted of their states alone. */
  readonly byCount: ReadonlySet<string>;
}

/** What names some assertions or quotes some passages, without a link to them too, now or in a former state. */
async function namingOrQuoting(full: Run, ids: readonly string[]): Promise<readonly string[]> {
  const assertions = ids.filter((id) => typeOfId(id) === 'Assertion');
  const passages = ids.filter((id) => typeOfId(id) === 'Passage');
  return [
    ...(await idsFor(full, 'assertions-beside', assertions)),
    ...(await namingBefore(full, [...assertions, ...passages])),
    ...(await idsFor(full, 'hanging-on-records', passages)),
  ];
}

async function affected(
  full: Run,
  touched: readonly Touched[],
  { flipped, isHidden }: Visibility,
): Promise<Affected> {
  const ids = touched.map(({ entry }) => entry.id);
  const isNew = newAmong(touched);
  const assertions = flipped.filter((id) => typeOfId(id) === 'Assertion');
  const hiddenNow = ids.filter((id) => typeOfId(id) === 'Assertion' && isHidden(id));
  // No state of before names what is new.
  const turned = flipped.filter((id) => !isNew.has(id));
  const seenOtherwise = distinct([
    ...ids,
    ...flipped,
    ...(await idsFor(full, 'hanging-on-records', flipped)),
    // A warning names an assertion, which most often is of the same claim or chain, without a link to it.
    ...(await idsFor(full, 'assertions-beside', assertions)),
    ...(await relaysOf(full, [...assertions, ...hiddenNow])),
  ]);
  const namedBefore = await namingBefore(full, turned);
  // Since when the public has what rests on others now may hang on what it rested on before, and what it named on that.
  const restedBefore = namedBefore.filter((id) =>
    ['Assertion', 'Passage', 'ReplyRequest'].includes(typeOfId(id) ?? ''),
  );
  const counted = distinct([
    ...namedBefore,
    // By what the public has them counts their versions, and since when.
    ...(await countedByNaming(full, distinct([...turned, ...restedBefore]))),
    ...(await idsFor(full, 'hanging-on-records', restedBefore)),
    ...(await namingOrQuoting(full, restedBefore)),
    ...(await mayCountByNaming(
      full,
      touched.filter(({ entry }) => !isHidden(entry.id)).map(({ entry }) => entry),
    )),
  ]);
  const known = new Set(seenOtherwise);
  const byCount = counted.filter((id) => typeOfId(id) === 'Entity' && !known.has(id));
  return { ids: distinct([...seenOtherwise, ...counted]), byCount: new Set(byCount) };
}

/** What is written of a record in a view, which its own history does not tell: version, slug and since when it is withdrawn. */
function changeOf(
  entry: Entry,
  { stored }: Recorded,
  { version, method }: Pick<PublicRecord, 'version' | 'method'>,
  isThere: boolean,
  withdrawnAt: string | null,
): Change {
  return {
    entry,
    payload: canonicalJson(entry.state),
    // A state that says nothing: what the node had before is written anew, whatever it was.
    before: isThere ? { ...stored, id: entry.id, payload: '{}' } : null,
    version,
    node: recordNode(entry, method, withdrawnAt ?? stored.firstRecordedAt),
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
    const { entry, stored } = record;
    if (!('slug' in entry.state)) return [];
    const slug = slugOf(entry.id, entry.state.slug);
    if (standing.get(entry.id)?.slug === slug) return [];
    return [changeOf(underSlug(entry, slug), record, stored, true, null)];
  });
  await rewriteSlugs(full, changes);
}

/** The records, visible before and now, of which the public sees in the log that they were revised. */
async function seenRevisions(
  written: readonly Touched[],
  { isHidden, flipped, learn }: Visibility,
): Promise<readonly string[]> {
  await learn(written.flatMap(({ entry, before }) => [entry, before ?? entry]).flatMap(referencesIn));
  const turned = new Set(flipped);
  return written.flatMap(({ entry, before }) => {
    if (before === null || isHidden(entry.id) || turned.has(entry.id)) return [];
    return shownText(before, isHidden) === shownText(entry, isHidden) ? [] : [entry.id];
  });
}

/** A change as the views take it. */
export function touchedBy({ entry, before }: Change): Touched {
  return { entry, before: before && entryOf(entry.id, before.position, before.payload) };
}

/** The sources whose embargo has ended and that are kept still, besides those that are written. */
async function endedEmbargoes(full: Run, written: readonly Touched[], at: Date): Promise<readonly Touched[]> {
  const [row] = await full('ended-embargoes', { at: at.toISOString() });
  const ids = z.array(z.string()).parse(row?.[0] ?? []);
  const known = new Set(written.map(({ entry }) => entry.id));
  const records = await recordedByIds(
    full,
    ids.filter((id) => !known.has(id)),
  );
  return [...records.values()].map(({ entry }) => ({ entry, before: entry }));
}

/**
 * Brings the public view to what the public may see after a writing in the full view: decides what is hidden, takes out
 * what no longer may be seen, writes what now may, and counts anew what hung on either. Answers whether there is something that the log does not
 * tell those who listen, and the ids of the claims that were counted anew for the public.
 */
export async function refreshPublic(
  views: Views,
  written: readonly Touched[],
  at: Date,
  told: ToldWith,
): Promise<{ readonly tells: boolean; readonly claimIds: readonly string[] }> {
  const inViews = written.filter(({ entry }) => isInViews(entry.type));
  const touched = [...inViews, ...(await endedEmbargoes(views.full, written, at))];
  const visibility = await refreshVisibility(views.full, touched, at);
  const { isHidden, learn } = visibility;
  const { ids: changed, byCount } = await affected(views.full, touched, visibility);
  const ids = distinct([...changed, ...(await waitingForSlugs(views.public, touched, isHidden))]);
  await learn(ids);
  const records = await recordedByIds(views.full, ids);
  const visible = [...records.values()].filter(({ entry }) => !isHidden(entry.id));
  const shown = await publicRecords(views.full, visible, visibility);
  const newIds = newAmong(touched);
  const toldByLog = await seenRevisions(inViews, visibility);
  const noted = await noteViewChange(views, records, newIds, toldByLog, shown, visibility, told);

  const entries = [...records.values()].map(({ entry }) => entry);
  const there = await standingOf(views.public, [...records.keys(), ...standInIds(entries)]);
  const wanted = new Set(shown.map(({ entry }) => entry.id));
  const gone = goneFrom(there, wanted, entries);
  await removeNodes(views.public, gone);

  const without = await takenSlugs(
    views.public,
    shown.map(({ entry }) => entry),
    there,
  );
  const full = await standingOf(views.full, [...records.keys()]);
  await settleSlugs(views.full, records, full, (id, slug) => (isHidden(id) || without.has(id) ? id : slug));
  const changes = shown.map(({ entry, version, method, withdrawnAt, shownSince, of }) => {
    const change = changeOf(
      without.has(entry.id) ? underSlug(entry, entry.id) : entry,
      of,
      { version, method },
      there.has(entry.id),
      withdrawnAt,
    );
    const { node } = change;
    return { ...change, node: { ...node, properties: { ...node.properties, shownSince } } };
  });
  // What is popular is named by most that is written: all that names it would be counted anew each time.
  const isTheSame = ({ entry, firstRecordedAt, position }: Change): boolean => {
    const before = byCount.has(entry.id) ? there.get(entry.id) : undefined;
    if (before === undefined || !('slug' in entry.state)) return false;
    return before.slug === entry.state.slug && before.place === placeOf(firstRecordedAt, position);
  };
  await recountEntities(views.public, changes.filter(isTheSame));
  const others = changes.filter((one) => !isTheSame(one));
  // What is erased gives up a slug before another takes it.
  const isErased = ({ entry }: Change) => entry.state.erased !== undefined;
  await writeNodesAndLinks(views.public, [
    ...others.filter(isErased),
    ...others.filter((one) => !isErased(one)),
  ]);
  const before = new Map(touched.map((one) => [one.entry.id, one.before]));
  const rewritten = others.map(
    ({ entry }): Written => ({
      entry,
      before: there.has(entry.id) ? { ...(before.get(entry.id)?.state ?? {}) } : null,
    }),
  );
  const claimIds = await refreshFacets(views.public, rewritten, gone);
  const [next] = await views.full('next-embargo-end', { at: at.toISOString() });
  const { kept } = await keptViews(views.full);
  const hash = await noted.write(told, kept.viewChangesHash);
  const isByTheHour = told.activityId === '';
  await keepViews(views.full, {
    ...kept,
    nextEmbargoEnd: String(next?.[0] ?? ''),
    // From now on the public sees another past than before.
    ...(visibility.flipped.some((id) => !newIds.has(id)) ? { turnedAt: told.recordedAt } : {}),
    ...(hash === null ? {} : { viewChangesHash: hash }),
    // So that nothing is recorded before it.
    ...(hash !== null && isByTheHour ? { shownAt: told.recordedAt } : {}),
  });
  return { tells: hash !== null, claimIds };
}

/** What stands in the public view and no longer may: hidden records, and stand-ins that stand in for nothing. */
function goneFrom(
  there: ReadonlyMap<string, Standing>,
  wanted: ReadonlySet<string>,
  entries: readonly Entry[],
): readonly Entry[] {
  const gone = entries.filter(({ id }) => there.has(id) && !wanted.has(id));
  const standIns = entries.flatMap((entry): readonly Entry[] => {
    if (entry.type !== 'Assertion') return [];
    const [assertion = '', entity = ''] = standInIds([entry]);
    if (!there.has(assertion) || wanted.has(assertion)) return [];
    const state = { ...entry.state, speaker: entity };
    return [
      { ...entry, id: assertion, state },
      {
        type: 'Entity',
        id: entity,
        position: entry.position,
        state: { slug: entity, kind: 'REDACTED', names: [], anonymity: 'PROTECTED', affiliations: [] },
      },
    ];
  });
  return [...gone, ...standIns];
}
