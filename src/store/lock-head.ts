import { z } from 'zod';
import { type AsidesHead, noAsides } from '../domain/aside.ts';
import type { Run } from './run.ts';

const instant = z
  .string()
  .nullable()
  .transform((value) => value || null);

/** The later of two instants; null where there is none. */
function laterOf(one: string | null, other: string | null): string | null {
  return other === null || (one !== null && one > other) ? one : other;
}

const row = z
  .tuple([
    ...[z.number(), z.string(), instant, instant, z.number().nullable(), z.string().nullable()],
    ...[z.number().nullable(), z.string().nullable()],
  ] as const)
  .transform(([sequence, hash, recordedAt, shownAt, leftOutUpTo, viewMaker, asides, asidesHash]) => ({
    ...{ sequence, hash, last: laterOf(recordedAt, shownAt), identitiesLeftOutUpTo: leftOutUpTo ?? 0 },
    asides: asides ?? noAsides.asides,
    asidesHash: asidesHash ?? noAsides.asidesHash,
    viewUnderWay: viewMaker !== null && viewMaker !== '',
  }));

/** Where the log stands while its head is held. */
export interface LockedHead extends AsidesHead {
  readonly sequence: number;
  readonly hash: string;
  /** When something was recorded last, or the hour last let the public see something; null where neither was. */
  readonly last: string | null;
  readonly identitiesLeftOutUpTo: number;
  /** Somebody makes the full view, or was cut off while they did: nothing is recorded until it is there. */
  readonly viewUnderWay: boolean;
}

/** Takes the head of the log, and holds it to the commit; null in a store that is not migrated. */
export async function lockHead(run: Run, requestKey: string): Promise<LockedHead | null> {
  const [columns] = await run('lock-head', { requestKey });
  return columns === undefined ? null : row.parse(columns);
}
