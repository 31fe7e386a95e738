import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { StoreBusy } from '../domain/errors.ts';
import type { Engine } from '../engine/engine.ts';
import { allRecorded, batchesOf, copyingSteps, endSplitting, FullViewWanted } from './split-views.ts';
import type { Statements } from './statements.ts';
import { type Views, viewsIn } from './views.ts';

/** Whoever makes the full view and was not heard of for so long has ended; another begins it again. */
const silentMs = 60_000;

const makerRow = z.tuple([z.string(), z.boolean()]);

/** Thrown out of a transaction in a store that has the full view. */
class FullViewThere extends Error {}

/**
 * Makes the full view of a store of any size, some records a transaction. Until it is there nothing is recorded by anybody; what
 * is public is read as ever. Where it was broken off it is begun again, and where it is there nothing is done. Throws StoreBusy
 * while another makes it.
 */
async function makeFullView(engine: Engine, statements: Statements, now: () => Date): Promise<void> {
  const by = randomUUID();
  const asMaker = <Result>(work: (views: Views) => Promise<Result>): Promise<Result> =>
    engine.write(async (transaction) => {
      const views = viewsIn(transaction, statements);
      const at = now();
      const silentSince = new Date(at.getTime() - silentMs).toISOString();
      const [row] = await views.public('hold-full-view', { by, at: at.toISOString(), silentSince });
      const [maker, isThere] = makerRow.parse(row);
      if (isThere) throw new FullViewThere();
      if (maker !== by)
        throw new StoreBusy('the view of what is hidden is being made: try again in a minute');
      return work(views);
    });
  try {
    const ids = await asMaker((views) => allRecorded(views.public));
    for (const step of copyingSteps)
      for (const some of batchesOf(ids)) await asMaker((views) => step(views, some));
    await asMaker(async (views) => {
      await endSplitting(views);
      await views.public('end-full-view');
    });
  } catch (error) {
    if (!(error instanceof FullViewThere)) throw error;
  }
}

/** Does what a transaction does, and where that wants the full view first, makes it and does the same again. */
export async function withFullView<Result>(
  engine: Engine,
  statements: Statements,
  now: () => Date,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FullViewWanted)) throw error;
    await makeFullView(engine, statements, now);
    return work();
  }
}
