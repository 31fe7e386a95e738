import { type AsideContent, boundBy } from '../domain/aside.ts';
import type { Dossier } from '../domain/dossier.ts';
import { StoreVersionMismatch } from '../domain/errors.ts';
import { activityIdOf } from '../domain/ids.ts';
import { type Activity, hashBeforeTheFirst, hashOf, recordedAfter } from '../domain/log.ts';
import { needsOwnView } from '../domain/visibility.ts';
import type { Engine } from '../engine/engine.ts';
import { activityProperties, asideOf, keepAsides } from './asides.ts';
import { type Change, eachStateOnce, formerState, storedStates, toChange } from './change.ts';
import { editionsOf, firstStates } from './editions.ts';
import { erasedAsSeen, eraseFormerStates } from './erase-states.ts';
import { refreshFacets } from './facets.ts';
import { goingAlong } from './going-along.ts';
import { createFullReader, createReader, readerOver } from './graph-store.ts';
import { holdsOn } from './holds.ts';
import { lockHead } from './lock-head.ts';
import { withFullView } from './make-full-view.ts';
import { placedBelowHidden } from './placed-below-hidden.ts';
import { publicFirst } from './public-first.ts';
import { randomSalt } from './random-salt.ts';
import { refreshPublic, touchedBy } from './refresh-public.ts';
import { sentAhead } from './sent-ahead.ts';
import { claimRequest, repeated } from './served-requests.ts';
import { FullViewWanted, splitViews } from './split-views.ts';
import type { Statements } from './statements.ts';
import { redactedChanges, unprivilegedStates } from './unprivileged-states.ts';
import { type Views, viewState, viewsIn } from './views.ts';
import { writeNodesAndLinks } from './write-graph.ts';
import type { Decide, Preview, Receipt, RecordChange, Recording, StoreWriter } from './write-port.ts';
import { writeStates } from './write-states.ts';

/** Brings the public view to the hour; answers whether there is something that whoever listens is told with the instant. */
async function liftEmbargoes(views: Views, recordedAt: string): Promise<boolean> {
  const { tells } = await refreshPublic(views, [], new Date(recordedAt), { recordedAt, activityId: '' });
  return tells;
}

/** Thrown so that the transaction is rolled back: what changes nothing leaves not even the request behind. */
class NothingToRecord extends Error {
  readonly receipt: Receipt;
  constructor(receipt: Receipt) {
    super('nothing of it is new');
    this.receipt = receipt;
  }
}

/** Thrown so that the transaction is rolled back when all has been seen that it would do. */
class Previewed extends Error {
  readonly preview: Omit<Preview, 'claims'>;
  readonly after: readonly Dossier[];
  /** Whether what was before stands in the full view. */
  readonly inFull: boolean;
  constructor(preview: Omit<Preview, 'claims'>, after: readonly Dossier[], inFull: boolean) {
    super('a preview is never committed');
    this.preview = preview;
    this.after = after;
    this.inFull = inFull;
  }
}

function toRecordChange({ entry, payload, before, version }: Change): RecordChange {
  return { id: entry.id, type: entry.type, before: before?.payload ?? null, after: payload, version };
}

/**
 * While a transaction runs the head of the log is locked: one whose caller is cut off must not hold up all others for
 * as long as an import may take.
 */
const awaitedLimits = { totalMs: 60_000, silenceMs: 30_000 };

const nothingNew = { activityId: null, recordedAt: null, added: 0, revised: 0 };

/**
 * The writing side of the one store, on either engine. `now` is asked once for each transaction, `makeSalt` (32 bytes
 * that nobody can guess, in hex) once for each state and aside. Of more records than `copiedAtMost` the full view is made by itself.
 */
export function createWriter(
  engine: Engine,
  statements: Statements,
  now: () => Date,
  makeSalt: () => string = randomSalt,
  copiedAtMost?: number,
): StoreWriter {
  async function recordIn(
    views: Views,
    recording: Recording,
    decide: Decide,
    previewing: boolean,
  ): Promise<Receipt> {
    let run = views.public;
    const served = await claimRequest(run, recording);
    if (served.activityId !== null) return repeated(run, served.activityId, served.about);
    if (served.unchanged !== null) return { ...nothingNew, unchanged: served.unchanged, about: served.about };
    const head = await lockHead(run, recording.requestKey);
    if (head === null) throw new StoreVersionMismatch('the store is not migrated; run `onrecord migrate`');
    if (head.viewUnderWay) throw new FullViewWanted();
    const { sequence, hash: previousHash, last, identitiesLeftOutUpTo } = head;

    const { split: wasSplit, nextEmbargoEnd } = await viewState(run);
    const earliest = recordedAfter(last, now());
    // It is decided over what the public sees by then.
    const isDue = wasSplit && nextEmbargoEnd !== null && nextEmbargoEnd <= earliest;
    const lifted = isDue && (await liftEmbargoes(views, earliest));
    const recordedAt = lifted ? recordedAfter(earliest, now()) : earliest;
    const at = new Date(recordedAt);
    let split = wasSplit;
    if (split) run = views.full;
    const { unprivileged } = recording;
    const sees = unprivileged === undefined ? run : views.public;
    const states = eachStateOnce((ids) => storedStates(run, ids));
    const decision = await decide({
      reader: readerOver(sees),
      recordedAt,
      currentStates:
        split && unprivileged !== undefined
          ? eachStateOnce((ids) => unprivilegedStates(views, ids, unprivileged.named))
          : states,
      firstStates: (ids) => firstStates(run, ids),
      editionsOf: (ids) => editionsOf(run, ids),
      holdsOn: (ids) => holdsOn(run, ids),
      goingAlong: (ids) => goingAlong(run, ids),
    });
    const { about } = decision;
    const said = (decision.editions ?? []).map(asideOf);
    if (!split && decision.entries.some(needsOwnView)) {
      await splitViews(views, copiedAtMost);
      split = true;
      run = views.full;
    }
    const decided =
      split && unprivileged !== undefined ? await placedBelowHidden(run, decision.entries) : decision.entries;
    const placed = split ? await publicFirst(views, decided, at) : decided;
    const entries = split ? await erasedAsSeen(run, placed, at) : placed;
    const before = await states(entries.map((entry) => entry.id));
    const changes = entries
      .map((entry) => toChange(entry, before.get(entry.id) ?? null, recording.method, recordedAt))
      .filter((change) => change !== null);
    const added = changes.filter((change) => change.before === null).length;
    const counts = { added, revised: changes.length - added, unchanged: entries.length - changes.length };
    if (changes.length === 0 && previewing)
      throw new Previewed({ changes: [], unchanged: counts.unchanged }, [], false);
    if (changes.length === 0) {
      const receipt = { ...nothingNew, ...counts, about };
      if (recording.inputHash === null && said.length === 0) throw new NothingToRecord(receipt);
      // The key is used all the same: with another input it must be refused.
      const answer = {
        inputHash: recording.inputHash ?? '',
        unchanged: counts.unchanged,
        about: about ?? '',
      };
      const served: AsideContent = { kind: 'request', of: recording.requestKey, content: answer };
      await keepAsides(run, head, [...said, served], makeSalt);
      return receipt;
    }

    const activityId = activityIdOf(recording.requestKey);
    const ahead = sentAhead(run);
    await writeNodesAndLinks(ahead.run, changes);
    await ahead.run('open-activity', { id: activityId, by: recording.by, recordedAt });
    const activity: Activity = {
      id: activityId,
      sequence: sequence + 1,
      recordedAt,
      by: recording.by,
      callerId: recording.callerId ?? '',
      method: recording.method,
      title: decision.title ?? recording.title,
      requestKey: recording.requestKey,
      inputHash: recording.inputHash ?? '',
      about: about ?? '',
      ...counts,
      merkleRoot: await writeStates(ahead.run, changes, activityId, recordedAt, recording.method, makeSalt),
      identitiesLeftOutUpTo,
      previousHash: sequence === 0 ? hashBeforeTheFirst : previousHash,
    };
    await ahead.done();
    await eraseFormerStates(run, changes, activityId);
    const asides = await keepAsides(run, head, said, makeSalt);
    const claimIds = await refreshFacets(
      run,
      changes.map(({ entry, before: old }) => ({ entry, before: old && formerState(old) })),
    );
    const shown = split
      ? await refreshPublic(views, changes.map(touchedBy), at, { recordedAt, activityId })
      : { claimIds };
    if (previewing) {
      const inFull = split && unprivileged === undefined;
      // What hangs on it in hiding would show in which claims are told.
      const after = await readerOver(inFull ? run : views.public).dossiers(
        inFull ? claimIds : shown.claimIds,
      );
      const asked = new Set(decision.entries.map(({ id }) => id));
      const told = changes.filter(({ entry }) => inFull || asked.has(entry.id)).map(toRecordChange);
      throw new Previewed(
        {
          changes: split && !inFull ? await redactedChanges(views, told) : told,
          unchanged: counts.unchanged,
        },
        after.filter((one) => one !== null),
        wasSplit && inFull,
      );
    }
    const bound = { ...activity, ...boundBy(asides) };
    await run('append-activity', {
      id: activityId,
      properties: activityProperties(bound, hashOf(bound)),
      requestKey: recording.requestKey,
    });
    return { activityId, recordedAt, ...counts, about };
  }

  function write(recording: Recording, decide: Decide, previewing: boolean): Promise<Receipt> {
    const inViews = <Result>(work: (views: Views) => Promise<Result>) =>
      engine.write((transaction) => work(viewsIn(transaction, statements)));
    return withFullView(inViews, now, () =>
      engine.write(
        async (transaction) => {
          const receipt = await recordIn(viewsIn(transaction, statements), recording, decide, previewing);
          recording.committing?.();
          return receipt;
        },
        recording.awaited ? awaitedLimits : {},
      ),
    );
  }

  return {
    async record(recording, decide) {
      try {
        return await write(recording, decide, false);
      } catch (error) {
        if (error instanceof NothingToRecord) return error.receipt;
        throw error;
      }
    },
    async endEmbargoes(at) {
      await engine.write(async (transaction) => {
        const views = viewsIn(transaction, statements);
        const head = await lockHead(views.public, 'embargoes');
        const { split } = await viewState(views.public);
        if (head === null || !split) return;
        // An instant of its own, as a recording has, so that whoever listens goes on from it.
        await liftEmbargoes(views, recordedAfter(head.last, at));
      });
    },
    async preview(recording, decide) {
      try {
        const { unchanged } = await write(recording, decide, true);
        // The request was served before: sent again, it changes nothing.
        return { changes: [], unchanged, claims: [] };
      } catch (error) {
        if (!(error instanceof Previewed)) throw error;
        const reader = error.inFull ? createFullReader(engine, statements) : createReader(engine, statements);
        const before = await reader.dossiers(error.after.map(({ claim }) => claim.id));
        return {
          ...error.preview,
          claims: error.after.map((after, index) => ({ before: before[index] ?? null, after })),
        };
      }
    },
  };
}
