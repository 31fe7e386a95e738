import type { Run } from './run.ts';

/** How many statements are under way at the most, so that what waits to be sent does not grow with an import. */
const most = 8;

/** Statements of one transaction whose answers nobody needs. */
export interface SentAhead {
  /** Answers no rows, as soon as few enough are under way. Rejects with what an earlier one failed with. */
  readonly run: Run;
  /** Resolves when all have been run. */
  done(): Promise<void>;
}

/**
 * Sends writing statements without waiting for each to be run: a transaction runs them in the order in which they were
 * sent, and the rows of the next are made meanwhile.
 */
export function sentAhead(run: Run): SentAhead {
  const underWay: Promise<unknown>[] = [];
  return {
    async run(name, parameters) {
      const sent = run(name, parameters);
      // Whoever sends the next is told.
      sent.catch(() => undefined);
      underWay.push(sent);
      if (underWay.length > most) await underWay.shift();
      return [];
    },
    async done() {
      await Promise.all(underWay.splice(0));
    },
  };
}
