import { z } from 'zod';
import type { Moment } from '../domain/moment.ts';
import type { Engine } from '../engine/engine.ts';
import { formerStates } from './former-states.ts';
import { createReader, readerOver } from './graph-store.ts';
import type { StoreHistory } from './history-port.ts';
import { lastBefore, type Place } from './log-places.ts';
import type { RebuildGraph } from './rebuilt-graph.ts';
import { RebuiltViews, usualLimits, type ViewLimits } from './rebuilt-views.ts';
import { revisionReader } from './revisions.ts';
import type { Run } from './run.ts';
import type { Statements } from './statements.ts';

const headRow = z.tuple([z.number(), z.string(), z.string().nullable()]);
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
  const present = createReader(main.engine, main.statements);
  const limits = { ...usualLimits, ...given };
  const views = new RebuiltViews(rebuildGraph, formerStates(run, limits.records), limits);
  /** A moment before the last recording never comes to stand elsewhere. */
  const places = new Map<string, Place>();

  let lookedUpTo = 0;

  /** What was erased since, by whatever process, is not to be read in what was rebuilt before. */
  async function forgetErased(sequence: number): Promise<void> {
    if (sequence <= lookedUpTo) return;
    const [[erased] = []] = await run('erasures-after', { after: lookedUpTo });
    if (Number(erased) > 0) await views.forget();
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
    async readerAsOf({ recorded, said }: Moment) {
      const place = await placeOf(recorded);
      if (place.isLast && said === null) return present;
      // Now, so that what cannot be rebuilt is said once and not by every field.
      await views.ready(place, said);
      const past: Run = (name, parameters) => views.read(place, said, name, parameters);
      const reader = readerOver(past);
      return {
        ...reader,
        ...revisionReader(run, place.recordedAt ?? ''),
        // The log is one and the same.
        logPlace: present.logPlace,
        changesAfter: present.changesAfter,
        holdings: async () => ({ ...(await reader.holdings()), activities: place.sequence }),
      };
    },
    forget: () => views.forget(),
    close: () => views.close(),
  };
}
