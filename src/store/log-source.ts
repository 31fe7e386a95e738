import type { Engine } from '../engine/engine.ts';
import { allAsides } from './asides.ts';
import {
  activityRow,
  batchesOf,
  identitiesLeftOutUpTo,
  loggedStateRow,
  logHead,
  logPage,
  statesOf,
} from './log-pages.ts';
import type { LogEntry, LogSource } from './log-port.ts';
import type { Run } from './run.ts';
import type { Statements } from './statements.ts';

async function* entries(run: Run, upTo: number): AsyncGenerator<LogEntry> {
  let after = 0;
  while (after < upTo) {
    const rows = await run('activities', { after, limit: Math.min(logPage, upTo - after) });
    const activities = rows.map((row) => activityRow.parse(row));
    for (const batch of batchesOf(activities)) {
      // Each activity goes before its states, of which there may be more than one page.
      let announced = 0;
      const pages = statesOf(run, batch, (some) => some.map((row) => loggedStateRow.parse(row)));
      for await (const states of pages) {
        for (const [index, one] of batch.entries()) {
          if (index >= announced) {
            yield { kind: 'activity', entry: one };
            announced = index + 1;
          }
          for (const entry of states.get(one.activity.id) ?? []) yield { kind: 'state', entry };
        }
      }
    }
    const last = activities.at(-1);
    if (last === undefined) return;
    after = last.activity.sequence;
  }
}

/** The log of the one store, on either engine, read in pages. */
export function createLogSource(engine: Pick<Engine, 'read'>, statements: Statements): LogSource {
  const run: Run = (name, parameters) => engine.read(statements.get(name), parameters);
  return {
    head: () => logHead(run),
    identitiesLeftOutUpTo: () => identitiesLeftOutUpTo(run),
    entries: (upTo) => entries(run, upTo),
    asides: (upTo) => allAsides(run, upTo),
  };
}
