import { z } from 'zod';
import type { PublicStanding } from './history-port.ts';
import type { Run } from './run.ts';

const row = z.tuple([
  z.number(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.boolean().nullable(),
  z.string().nullable(),
]);

/**
 * Asks how what the public sees stands. Those who ask while an answer is awaited are told the next one: it was begun after
 * they asked, so that it knows of all that was acknowledged before.
 */
export function createPublicStanding(run: Run): () => Promise<PublicStanding> {
  let underWay: Promise<PublicStanding> | null = null;
  let next: Promise<PublicStanding> | null = null;

  async function look(): Promise<PublicStanding> {
    const [columns] = await run('public-standing');
    if (columns === undefined) return { mark: '', nextEmbargoEnd: null };
    const [, , , , , nextEmbargoEnd] = row.parse(columns);
    return { mark: JSON.stringify(columns), nextEmbargoEnd: nextEmbargoEnd || null };
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
