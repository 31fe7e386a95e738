import { may } from '../domain/caller.ts';
import { draftSightOf } from '../domain/draft.ts';
import type { Engine } from '../engine/engine.ts';
import { askedTogether } from './asked-together.ts';
import { withIdentities } from './confidential-identities.ts';
import { seeingDrafts } from './drafts.ts';
import { createReader, readerOver } from './graph-store.ts';
import { publicRevisionReader } from './public-revisions.ts';
import type { Run } from './run.ts';
import { seenChanges } from './seen-changes.ts';
import type { Statements } from './statements.ts';
import type { Change, ReaderFor, StoreReader } from './store.ts';
import {
  mergedChanges,
  newWhenShown,
  shownSinceAfter,
  shownSinceBefore,
  viewChangesAfter,
  viewChangesBefore,
} from './view-changes.ts';
import { viewState } from './views.ts';
import type { StoreWriter } from './write-port.ts';

/** How long it may be unknown here that another instance recorded an embargo, which until then is kept all the same. */
const knownForMs = 1_000;

/**
 * The one place that chooses what a caller reads. Before anything is read, embargoes that have ended by the clock are
 * lifted; while none has, that costs a look at the head of the log once a second.
 */
export function createReaders(
  engine: Engine,
  statements: Statements,
  writer: Pick<StoreWriter, 'endEmbargoes'>,
  now: () => Date,
): ReaderFor {
  const head: Run = (name, parameters) => engine.read(statements.get(name), parameters);
  const full: Run = (name, parameters) => engine.read(statements.full.get(name), parameters);
  const plainReader = createReader(engine, statements);
  // In this process a round trip costs nothing.
  const publicReader = engine.capabilities.shared ? askedTogether(plainReader) : plainReader;
  const fullReader = readerOver(full);
  const revisionsOfPublic = publicRevisionReader({ public: head, full });
  // What a change means for the public is told by both views.
  const besideHidden: StoreReader = {
    ...publicReader,
    listRevisions: async (ids, page) => {
      if (!isSplit) await look(now());
      return (isSplit ? revisionsOfPublic : publicReader).listRevisions(ids, page);
    },
    countRevisions: async (ids) => {
      if (!isSplit) await look(now());
      return (isSplit ? revisionsOfPublic : publicReader).countRevisions(ids);
    },
    changesAfter: async (place, limit) => {
      if (!isSplit) {
        const changes = await publicReader.changesAfter(place, limit);
        await look(now());
        if (!isSplit) return changes;
      }
      // What is written while the two are read is left to the next page, so that neither is ahead of the other.
      const end = await publicReader.logPlace();
      const upToEnd = (some: readonly Change[]) =>
        some.filter(({ recordedAt }) => recordedAt <= end.recordedAt);
      const recorded = upToEnd(await publicReader.changesAfter(place, limit));
      const shown = upToEnd(await viewChangesAfter(head, place, limit));
      const since = upToEnd(await shownSinceAfter(head, place, limit));
      const merged = mergedChanges(await seenChanges(full, recorded), [...shown, ...since], limit);
      return newWhenShown(head, merged);
    },
    changesBefore: async (place, since, limit) => {
      if (!isSplit) {
        const changes = await publicReader.changesBefore(place, since, limit);
        await look(now());
        if (!isSplit) return changes;
      }
      const recorded = await publicReader.changesBefore(place, since, limit);
      const shown = [
        ...(await viewChangesBefore(head, place, since, limit)),
        ...(await shownSinceBefore(head, place, since, limit)),
      ];
      return mergedChanges(await seenChanges(full, recorded), shown, limit, 'BACKWARD');
    },
  };
  let isSplit = false;
  let nextEnd: number | null = null;
  let lifting: Promise<void> | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function look(at: Date): Promise<void> {
    const { split, nextEmbargoEnd } = await viewState(head);
    isSplit = split;
    nextEnd = nextEmbargoEnd === null ? null : Date.parse(nextEmbargoEnd);
    lookedAt = at.getTime();
  }

  async function lift(at: Date): Promise<void> {
    await writer.endEmbargoes(at);
    await look(at);
  }

  async function liftEnded(): Promise<void> {
    const at = now();
    if (Math.abs(at.getTime() - lookedAt) >= knownForMs) await look(at);
    if (nextEnd === null || at.getTime() < nextEnd) return;
    // Whoever comes meanwhile waits for the same.
    lifting ??= lift(at).finally(() => {
      lifting = null;
    });
    await lifting;
  }

  return async (caller) => {
    await liftEnded();
    const seesHidden = may(caller, 'READ_HIDDEN');
    // Once there is something hidden there always is a full view.
    if (seesHidden && !isSplit) await look(now());
    const reader = seesHidden ? (isSplit ? fullReader : publicReader) : besideHidden;
    // Drafts stand in neither view, and are found from either.
    const chosen = seeingDrafts(reader, head, draftSightOf(caller));
    return may(caller, 'READ_IDENTITIES') ? withIdentities(chosen, isSplit ? full : head) : chosen;
  };
}
