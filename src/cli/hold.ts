import { randomUUID } from 'node:crypto';
import { WrongConfiguration } from '../domain/errors.ts';
import { placeHold, releaseHold } from '../ingest/hold.ts';
import { standingHolds } from '../store/holds.ts';
import { commandLine } from './command-line.ts';
import type { OpenStore } from './open-store.ts';
import type { Output } from './output.ts';

export interface HoldOptions {
  readonly reason?: string;
  readonly release?: boolean;
  readonly list?: boolean;
}

async function list({ engine, statements }: OpenStore, output: Output): Promise<void> {
  const holds = await standingHolds((name, parameters) => engine.read(statements.get(name), parameters));
  output.result(
    { holds },
    holds.length === 0
      ? 'Nothing is on hold.'
      : holds
          .map(
            ({ id, recordId, by, recordedAt, reason }) =>
              `${recordId}  ${id}  by ${by}, ${recordedAt}: ${reason}`,
          )
          .join('\n'),
  );
}

/** Puts a hold on a record, releases one, or lists those that stand. */
export async function hold(
  store: OpenStore,
  id: string | undefined,
  { reason, release, list: listing }: HoldOptions,
  output: Output,
): Promise<void> {
  if (
    listing ? id !== undefined || release || reason !== undefined : id === undefined || reason === undefined
  ) {
    throw new WrongConfiguration('expected the id of a record and --reason, or --list alone');
  }
  await store.expectMigrated();
  if (id === undefined || reason === undefined) {
    await list(store, output);
    return;
  }
  const request = {
    id,
    reason,
    by: commandLine().name,
    callerId: commandLine().id,
    requestKey: `hold:${randomUUID()}`,
  };
  const { activityId, recordedAt } = release
    ? await releaseHold(store.writer, request)
    : await placeHold(store.writer, request);
  output.result(
    { id, held: !release, activityId, recordedAt },
    release
      ? `The hold is released: ${id} (${activityId}).`
      : `${id} is on hold: it is neither erased nor withdrawn until it is released (${activityId}).`,
  );
}
