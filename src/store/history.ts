import { z } from 'zod';
import type { Moment } from '../domain/moment.ts';
import type { Engine } from '../engine/engine.ts';
import { afterEveryId } from './changes.ts';
import { withIdentities } from './confidential-identities.ts';
import { seeingDrafts } from './drafts.ts';
import { formerStates } from './former-states.ts';
import { createReader, readerOver } from './graph-store.ts';
import type { StoreHistory, Viewer } from './history-port.ts';
import { lastBefore, type Place } from './log-places.ts';
import { fullFormerStates, publicFormerStates } from './public-history.ts';
import { publicRevisionReader } from './public-revisions.ts';
import type { RebuildGraph } from './rebuilt-graph.ts';
import { RebuiltViews, usualLimits, type ViewLimits } from './rebuilt-views.ts';
import { revisionReader } from './revisions.ts';
import type { Run } from './run.ts';
import type { Statements } from './statements.ts';
import { viewState } from './views.ts';

const headRow = z.tuple([z.number(), z.string(), z.string().nullable()]).rest(z.unknown());
const rememberedPlaces = 10_000;

/**
 * Rebuilds the graph of a moment from the states that held then, in a store of its own, and keeps some of those. What is
 * recorded at one instant holds until the next recording, so that all moments between two are one view.
 */
export function createHistory(
  main: { readonly engine: Engine; readonly statements: Statements },
  rebuildGraph: RebuildGraph,
  given: Partial<ViewLimits> = {},
): StoreHistory & { close(): Promise<void> } {
  const run: Run = (name, parameters) => main.engine.read(main.statements.get(name), parameters);
  const full: Run = (name, parameters) => main.engine.read(main.statements.full.get(name), parameters);
  const ofPublic: Viewer = {
    present: createReader(main.engine, main.statements),
    seesHidden: false,
    seesIdentities: false,
    drafts: 'NONE',
  };
  const limits = { ...usualLimits, ...given };
  const states = formerStates(run, limits.records);
  const both = { public: run, full };
  const views = new RebuiltViews(rebuildGraph, fullFormerStates(both, states), limits);
  // Made when something is hidden that the public's graphs of the past must leave out.
  const publicStates = publicFormerStates(both, states);
  const publicViews = new RebuiltViews(rebuildGraph, publicStates, { ...limits, steps: 0 });
  /** A moment before the last recording never comes to stand elsewhere. */
  const places = new Map<string, Place>();

  let lookedUpTo = 0;
  let erasures = 0;
  let seenBy = '';

  async function forget(): Promise<void> {
    await views.forget();
    await publicViews.forget();
  }

  /** What the public may see of the past is another when something was hidden or shown, and when an embargo has ended. */
  async function forgetSeen(): Promise<void> {
    const seen = JSON.stringify(await viewState(run));
    if (seen !== seenBy) await publicViews.forget();
    seenBy = seen;
  }

  /** What was erased since, by whatever process, is not to be read in what was rebuilt before. */
  async function forgetErased(sequence: number): Promise<void> {
    if (sequence <= lookedUpTo) return;
    const [[erased] = []] = await run('erasures-after', { after: lookedUpTo });
    if (Number(erased) > 0) {
      erasures += Number(erased);
      await forget();
    }
    lookedUpTo = sequence;
  }

  async function placeOf(recorded: string | null): Promise<Place & { readonly isLast: boolean }> {
    const [head] = await run('log-head');
    const [sequence, , recordedAt] = head ? headRow.parse(head) : [0, '', null];
    await forgetErased(sequence);
    const known = recorded === null ? undefined : places.get(recorded);
    if (known) return { ...known, isLast: false };
    if (recordedAt === null || recorded === null || recorded >= recordedAt)
      return { sequence, recordedAt, isLast: true };
    const place = await lastBefore(run, recorded, sequence);
    if (places.size >= rememberedPlaces) places.clear();
    places.set(recorded, place);
    return { ...place, isLast: false };
  }

  return {
    async readerAsOf(
      { recorded, said }: Moment,
      { present, seesHidden, seesIdentities, drafts }: Viewer = ofPublic,
    ) {
      const place = await placeOf(recorded);
      if (place.isLast && said === null) return present;
      const { split } = await viewState(run);
      const isPublic = split && !seesHidden;
      if (isPublic) await forgetSeen();
      const chosen = isPublic ? publicViews : views;
      // Now, so that what cannot be rebuilt is said once and not by every field.
      await chosen.ready(place, said);
      const then: Run = (name, parameters) => chosen.read(place, said, name, parameters);
      const others = seeingDrafts(readerOver(then), then, drafts);
      const reader = seesIdentities ? withIdentities(others, then) : others;
      const upTo = place.recordedAt ?? '';
      return {
        ...reader,
        ...(isPublic ? publicRevisionReader({ public: then, full }, upTo) : revisionReader(run, upTo)),
        // The log is one and the same.
        logPlace: present.logPlace,
        changesAfter: present.changesAfter,
        changesBefore: (from, since, limit) =>
          present.changesBefore(
            from.recordedAt > upTo ? { recordedAt: upTo, recordId: afterEveryId } : from,
            since,
            limit,
          ),
        holdings: async () => ({ ...(await reader.holdings()), activities: place.sequence }),
      };
    },
    async standing() {
      const [head] = await run('log-head');
      const [sequence, , recordedAt] = head ? headRow.parse(head) : [0, '', null];
      await forgetErased(sequence);
      const mark = JSON.stringify([erasures, await viewState(run)]);
      return { upTo: recordedAt ?? '', mark };
    },
    forget,
    async close() {
      await views.close();
      await publicViews.close();
    },
  };
}
