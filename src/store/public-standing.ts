import { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import type { PublicStanding } from './history-port.ts';
import type { Run } from './run.ts';
import type { Statements } from './statements.ts';

const row = z.tuple([
  z.number(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.boolean().nullable(),
  z.string().nullable(),
]);

class Settled extends Error {}

/**
 * Waits until whatever transaction moved the head is over. While Neo4j applies one, a reader may find the head moved and
 * not yet what was recorded; its lock on the head is let go when all of it can be read.
 */
export async function settleHead(engine: Engine, statements: Statements): Promise<void> {
  if (!engine.capabilities.shared) return;
  try {
    await engine.write(async (transaction) => {
      await transaction.run(statements.get('lock-head'), { requestKey: 'standing' });
      throw new Settled();
    });
  } catch (error) {
    if (!(error instanceof Settled)) throw error;
  }
}

/**
 * Asks how what the public sees stands. Those who ask while an answer is awaited are told the next one: it was begun after
 * they asked, so that it knows of all that was acknowledged before. What is told can be read whole from then on.
 * @param settle resolves when nothing that moved the head before is only half there
 */
export function createPublicStanding(
  run: Run,
  settle: () => Promise<void> = async () => {},
): () => Promise<PublicStanding> {
  let settled = '';
  let underWay: Promise<PublicStanding> | null = null;
  let next: Promise<PublicStanding> | null = null;

  async function look(): Promise<PublicStanding> {
    const [columns] = await run('public-standing');
    if (columns === undefined) return { mark: '', nextEmbargoEnd: null };
    const [, , , , , nextEmbargoEnd] = row.parse(columns);
    const mark = JSON.stringify(columns);
    if (mark !== settled) await settle();
    settled = mark;
    return { mark, nextEmbargoEnd: nextEmbargoEnd || null };
  }

  function begin(): Promise<PublicStanding> {
    const looking = look().finally(() => {
      if (underWay === looking) underWay = null;
    });
    underWay = looking;
    return looking;
  }

  return () => {
    if (underWay === null) return begin();
    next ??= underWay
      .then(
        () => {},
        () => {},
      )
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}
