import { confidentialTypes } from '../domain/ids.ts';
import { canonicalJson } from '../domain/log.ts';
import { asRecordedBy, type ChainLink, redacted } from '../domain/redaction.ts';
import type { Revision } from '../domain/revision.ts';
import { type Naming, statesSince } from '../domain/shown-since.ts';
import { isWithdrawn } from '../domain/state.ts';
import type { IsHidden } from '../domain/visibility.ts';
import { firstShown, recordersOf } from './first-shown.ts';
import { placedNamings } from './placed-namings.ts';
import { underSlug } from './public-slugs.ts';
import type { FormerState } from './rebuild.ts';
import type { FormerStates, States } from './rebuilt-graph.ts';
import { entryOf, standingOf } from './recorded.ts';
import { revisionEntry } from './revisions.ts';
import type { Run } from './run.ts';
import {
  hiddenIn,
  hiddenToday,
  isUnseen,
  pastEntries,
  quotedOrNamedIn,
  seenHistory,
  seenStates,
  shownStates,
  shownText,
  withdrawnAsSeen,
} from './seen-states.ts';
import { viewState } from './views.ts';

/** What the public sees of records as they were, by what it may see today. */

/** How many states that differ for the public each revised record had had by its state of then, and how the last was recorded. */
async function seenHistories(
  full: Run,
  states: readonly FormerState[],
  since: ReadonlyMap<string, Naming>,
  isHidden: IsHidden,
): Promise<ReadonlyMap<string, Pick<FormerState, 'version' | 'method' | 'withdrawnAt'>>> {
  const withdrawnAt = new Map(states.map((state) => [state.id, state.withdrawnAt]));
  const then = new Map(states.filter(({ version }) => version > 1).map(({ id, version }) => [id, version]));
  const past = await pastEntries(full, [...then.keys()]);
  const earlier = [...past].map(
    ([id, some]) => [id, some.filter(({ version }) => version <= (then.get(id) ?? 0))] as const,
  );
  // What they named then, too, and name no more.
  const entries = earlier.flatMap(([, some]) => some.map(({ entry }) => entry));
  const isHiddenToday = await hiddenToday(full, entries);
  const all = new Map([...since, ...(await firstShown(full, quotedOrNamedIn(entries)))]);
  return new Map(
    earlier.flatMap(([id, some]) => {
      const isOutOfSight = (one: string) => isHidden(one) || isHiddenToday(one);
      const history = seenHistory(some, isOutOfSight, all);
      const at = withdrawnAsSeen(some, isOutOfSight, since.get(id), withdrawnAt.get(id) ?? null);
      return history ? [[id, { ...history, withdrawnAt: at }] as const] : [];
    }),
  );
}

/**
 * States of an instant, of each record the last by then that the public has: until it sees the next, its versions say that this
 * one holds, and of one between that rested on what is hidden nothing is told.
 */
async function lastShown(full: Run, states: readonly FormerState[]): Promise<readonly FormerState[]> {
  const revised = states.flatMap(({ id, version, position, payload }) =>
    version > 1 ? [{ version, entry: entryOf(id, position, payload) }] : [],
  );
  const isHidden = await hiddenToday(
    full,
    revised.map(({ entry }) => entry),
  );
  const unseen = revised.flatMap((state) =>
    isUnseen(state, isHidden) && !isHidden(state.entry.id) ? [state.entry.id] : [],
  );
  if (unseen.length === 0) return states;
  const past = await pastEntries(full, unseen);
  const isHiddenBefore = await hiddenToday(
    full,
    [...past.values()].flat().map(({ entry }) => entry),
  );
  return states.map((state) => {
    const before = (past.get(state.id) ?? []).filter(({ version }) => version < state.version);
    const last = shownStates(before, isHiddenBefore).at(-1);
    if (last === undefined) return state;
    const { version, method, entry, from } = last;
    const payload = canonicalJson(entry.state);
    return { ...state, version, method, payload, withdrawnAt: isWithdrawn(entry) ? from : null };
  });
}

/** States of an instant as the public may see them, with what stands in for the hidden that they relay. */
async function shownOf(
  views: { readonly public: Run; readonly full: Run },
  recorded: readonly FormerState[],
  then: string,
): Promise<readonly FormerState[]> {
  const states = await lastShown(views.full, recorded);
  const entries = states.map(({ id, position, payload }) => entryOf(id, position, payload));
  const isHiddenToday = await hiddenToday(views.full, entries);
  const since = await placedNamings(
    views.full,
    await firstShown(
      views.full,
      states.map(({ id }) => id),
    ),
  );
  // What the public sees today, it had then by what it has it by today, and not before: its revisions say no other.
  const isHidden: IsHidden = (id) => isHiddenToday(id) || (since.get(id)?.from ?? '') > then;
  const links = new Map<string, ChainLink>(
    entries.flatMap((entry, index) => {
      if (entry.type !== 'Assertion') return [];
      const { attributedTo = null, claim, stance } = entry.state;
      const withdrawnAt = states[index]?.withdrawnAt ?? null;
      return [[entry.id, { attributedTo, claim, stance, withdrawnAt }] as const];
    }),
  );
  const histories = await seenHistories(views.full, states, since, isHidden);
  const recorders = await recordersOf(views.full, since);
  const slugs = await standingOf(
    views.public,
    states.map(({ id }) => id),
  );
  return states.flatMap((state, index): readonly FormerState[] => {
    const entry = entries[index];
    // Who somebody is is read from the full graph alone; drafts, which their authors see, from either.
    if (entry === undefined || isHidden(state.id) || confidentialTypes.includes(entry.type)) return [];
    const seen = redacted(asRecordedBy(entry, recorders.get(state.id)), isHidden, (id) => links.get(id));
    // Whoever came out under a slug that was taken has its id for one.
    const own = slugs.get(state.id)?.slug === state.id ? underSlug(seen.entry, state.id) : seen.entry;
    const naming = since.get(state.id);
    const history = {
      ...(naming === undefined
        ? {}
        : { firstRecordedAt: naming.from, method: naming.method, position: naming.position }),
      ...(state.withdrawnAt !== null && state.withdrawnAt < (naming?.from ?? '')
        ? { withdrawnAt: naming?.from ?? null }
        : {}),
      ...(histories.get(state.id) ?? { version: 1 }),
    };
    return [
      { ...state, ...history, payload: canonicalJson(own.state) },
      ...seen.standIns.map(({ id, type, state: standIn }) => ({
        ...state,
        ...history,
        ...{ id, type, version: 1, payload: canonicalJson(standIn), withdrawnAt: seen.withdrawnAt },
      })),
    ];
  });
}

/** States with the slugs that records have in a view today: hidden ones, and those that came out late, have their ids. */
async function underSlugsOf(view: Run, states: readonly FormerState[]): Promise<readonly FormerState[]> {
  const standing = await standingOf(
    view,
    states.map(({ id }) => id),
  );
  return states.map((state) => {
    if (standing.get(state.id)?.slug !== state.id) return state;
    const entry = underSlug(entryOf(state.id, state.position, state.payload), state.id);
    return { ...state, payload: canonicalJson(entry.state) };
  });
}

/** What the graphs of the past are rebuilt from for whoever sees all there is. */
export function fullFormerStates(
  views: { readonly public: Run; readonly full: Run },
  states: FormerStates,
): FormerStates {
  async function* settled(pages: States): States {
    const { split } = await viewState(views.public);
    for await (const some of pages) yield split ? await underSlugsOf(views.full, some) : some;
  }
  return {
    ...states,
    at: (place) => settled(states.at(place)),
    of: (activity) => settled(states.of(activity)),
  };
}

/** What the public's graphs of the past are rebuilt from. What it may see can change with any recording, so that none is taken on. */
export function publicFormerStates(
  views: { readonly public: Run; readonly full: Run },
  states: FormerStates,
): FormerStates {
  return {
    ...states,
    async *at(place) {
      const all: FormerState[] = [];
      for await (const some of states.at(place)) all.push(...some);
      yield await shownOf(views, all, place.recordedAt ?? '');
    },
  };
}

/** By whom, when and in what recording a state came. */
const recordingOf = ({ recordedAt, by, callerId, method, title, activityId }: Revision) => ({
  ...{ recordedAt, by, callerId, method, title, activityId },
});

/**
 * A record's revisions as the public sees them, the last first: those that differ only in what is hidden are one.
 * @param since of one that was recorded first in hiding, that by whose recording the public has it
 */
export async function publicRevisions(
  full: Run,
  revisions: readonly Revision[],
  since: Revision | undefined,
): Promise<readonly Revision[]> {
  const all = revisions
    .map((revision) => ({ revision, version: revision.version, entry: revisionEntry(revision) }))
    .reverse();
  const isHidden = await hiddenToday(
    full,
    all.map(({ entry }) => entry),
  );
  const shownToday = shownStates(all, isHidden).filter(({ entry }) => !isHidden(entry.id));
  const states = statesSince(shownToday, ({ revision }) => revision.recordedAt, since?.recordedAt).map(
    (one) =>
      since === undefined || one.revision.recordedAt >= since.recordedAt
        ? one
        : { ...one, revision: { ...one.revision, ...recordingOf(since) } },
  );
  const named = await firstShown(full, quotedOrNamedIn(states.map(({ entry }) => entry)));
  const isHiddenIn = ({ revision }: { readonly revision: Revision }) =>
    hiddenIn(revision.recordedAt, isHidden, named);
  const seen = seenStates(states, isHiddenIn);
  const shown = seen.map((state) => shownText(asRecordedBy(state.entry, since?.by), isHiddenIn(state)));
  return seen
    .map(({ revision, entry }, index): Revision => {
      const version = index + 1;
      // What took the place of the last is none that the public has, else it would be the last.
      const until = seen[version]?.revision.recordedAt ?? null;
      const [before, after] = [shown[index - 1] ?? null, shown[index] ?? ''];
      return { ...revision, id: `${entry.id}/${version}`, version, until, before, after };
    })
    .reverse();
}
