import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { StoreBusy } from '../domain/errors.ts';
import { allRecorded, batchesOf, copyingSteps, endSplitting, FullViewWanted } from './split-views.ts';
import type { Views } from './views.ts';

/** Whoever makes the full view and was not heard of for so long has ended; another begins it again. */
const silentMs = 60_000;

const makerRow = z.tuple([z.string(), z.boolean()]);

/** Thrown out of a transaction in a store that has the full view. */
class FullViewThere extends Error {}

/** Runs a transaction. */
type Write = <Result>(work: (views: Views) => Promise<Result>) => Promise<Result>;

/**
 * Makes the full view of a store of any size, some records a transaction. Until it is there nothing is recorded by anybody; what
 * is public is read as ever. Where it was broken off it is begun again, and where it is there nothing is done. Throws StoreBusy
 * while another makes it.
 */
async function makeFullView(write: Write, now: () => Date): Promise<void> {
  const by = randomUUID();
  // Whoever goes on finds their own name: a store that was emptied meanwhile is another's.
  let begins = true;
  const asMaker: Write = async (work) => {
    const done = await write(async (views) => {
      const at = now();
      const silentSince = new Date(at.getTime() - silentMs).toISOString();
      const [row] = await views.public('hold-full-view', { by, begins, at: at.toISOString(), silentSince });
      const [maker, isThere] = makerRow.parse(row);
      if (isThere) throw new FullViewThere();
      if (maker !== by)
        throw new StoreBusy('the view of what is hidden is being made: try again in a minute');
      return work(views);
    });
    begins = false;
    return done;
  };
  try {
    const ids = await asMaker((views) => allRecorded(views.public));
    for (const step of copyingSteps)
      for (const some of batchesOf(ids)) await asMaker((views) => step(views, some));
    await asMaker(async (views) => {
      await endSplitting(views, ids);
      await views.public('end-full-view');
    });
  } catch (error) {
    if (!(error instanceof FullViewThere)) throw error;
  }
}

/**
 * Does what a transaction does, and where that wants the full view first, makes it and does the same again.
 * @param write runs each transaction that the view is made in
 */
export async function withFullView<Result>(
  write: Write,
  now: () => Date,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FullViewWanted)) throw error;
    await makeFullView(write, now);
    return work();
  }
}
