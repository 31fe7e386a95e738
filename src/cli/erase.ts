import { randomUUID } from 'node:crypto';
import { WrongConfiguration } from '../domain/errors.ts';
import { type EraseRequest, eraseRecords, previewErasure, tieOf } from '../ingest/erase.ts';
import { goingAlong } from '../store/going-along.ts';
import { distinct } from '../store/run.ts';
import { runOfAll } from '../store/views.ts';
import type { GoingAlong } from '../store/write-port.ts';
import { commandLine } from './command-line.ts';
import { leftInWords, lookAround } from './left-standing.ts';
import type { OpenStore } from './open-store.ts';
import type { Output } from './output.ts';

export interface EraseOptions {
  readonly reason?: string;
  readonly dryRun?: boolean;
}

const alsoInWords = (begin: string, along: readonly GoingAlong[]): readonly string[] =>
  along.map((one) => `${begin}: ${tieOf(one)}.`);

/** Erases records, or says what that would do. Throws what erasing would. */
function carryOut(store: OpenStore, request: EraseRequest, dryRun: boolean) {
  return dryRun ? told(store, request) : done(store, request);
}

async function done({ writer }: OpenStore, request: EraseRequest) {
  const { along, activityId, recordedAt } = await eraseRecords(writer, request);
  return {
    json: { erased: request.ids, alsoErased: along, activityId, recordedAt },
    words: [`Erased: ${request.ids.join(', ')} (${activityId}).`, ...alsoInWords('Also erased', along)],
    closing:
      'Not reached: earlier exports and backups, and what the disk keeps of deleted data (docs/bad-days.md).',
  };
}

async function told({ writer }: OpenStore, request: EraseRequest) {
  const { along, claims } = await previewErasure(writer, request);
  const moved = claims.flatMap(({ before, after }) =>
    before && before.claim.status !== after.claim.status
      ? [{ id: after.claim.id, before: before.claim.status, after: after.claim.status }]
      : [],
  );
  return {
    json: { dryRun: true, wouldErase: request.ids, wouldAlsoErase: along, claims: moved },
    words: [
      `Would erase: ${request.ids.join(', ')}.`,
      ...alsoInWords('Would also erase', along),
      ...moved.map(({ id, before, after }) => `${id} would be ${after}; it is ${before}.`),
    ],
    closing: 'Nothing was erased.',
  };
}

/**
 * Erases records with what says the same on their own account, or says what that would do, and says in either case what
 * it does not reach: drafts that name them, records that hold the same words, and what stands beside them.
 */
export async function erase(
  store: OpenStore,
  ids: readonly string[],
  { reason, dryRun = false }: EraseOptions,
  output: Output,
): Promise<void> {
  if (reason === undefined && !dryRun)
    throw new WrongConfiguration('expected --reason: why it is erased, which the log keeps');
  await store.expectMigrated();
  const run = await runOfAll(store.engine, store.statements);
  const named = distinct(ids);
  // Asked before, because nobody knows them afterwards.
  const gone = [...named, ...(await goingAlong(run, named)).map(({ id }) => id)];
  const leftStanding = await lookAround(run, gone);
  const { json, words, closing } = await carryOut(
    store,
    {
      ids: named,
      reason: reason ?? 'dry run',
      by: commandLine().name,
      callerId: commandLine().id,
      requestKey: `erase:${randomUUID()}`,
    },
    dryRun,
  );
  output.progress('looking for the same words elsewhere …');
  const left = await leftStanding();
  output.result({ ...json, ...left }, [...words, ...leftInWords(left), closing].join('\n'));
}
