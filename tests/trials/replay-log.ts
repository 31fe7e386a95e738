import { z } from 'zod';
import { recordTypes } from '../../src/domain/ids.ts';
import type { Entry } from '../../src/domain/state.ts';
import { recordMethods } from '../../src/domain/vocabulary.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { loadStatements } from '../../src/store/statements.ts';
import { createWriter } from '../../src/store/write-store.ts';
import { cypherFolder } from '../support/empty-neo4j.ts';
import { graphDump } from '../support/graph-dump.ts';
import type { StoreDump } from './store-dump.ts';

const activities = z.array(
  z.object({
    id: z.string(),
    sequence: z.number(),
    recordedAt: z.string(),
    requestKey: z.string(),
    inputHash: z.string(),
    by: z.string(),
    callerId: z.string(),
    method: z.enum(recordMethods),
    title: z.string(),
    about: z.string(),
  }),
);
const states = z.array(
  z.object({
    id: z.string(),
    of: z.string(),
    ofType: z.enum(recordTypes),
    index: z.number(),
    position: z.number(),
    payload: z.string(),
    salt: z.string(),
  }),
);

/**
 * Records anew, in an empty store, what a log says was recorded: each activity's states in their order, at its
 * instant, with its salts and under its request. A store whose log is whole and whose graph is what the log says is
 * then made again to the last property and hash. Answers how many states it recorded.
 */
export async function replayLog(dump: StoreDump, engine: Engine): Promise<number> {
  const statements = loadStatements(cypherFolder, engine.capabilities.dialect);
  let now = new Date(0);
  const salts: string[] = [];
  await migrate(engine, statements, cypherFolder, () => now);
  const writer = createWriter(
    engine,
    statements,
    () => now,
    () => salts.shift() ?? '',
  );
  const activityOf = new Map(
    dump.links.filter(({ kind }) => kind === 'CHANGED').map(({ from, to }) => [to, from]),
  );
  const byActivity = Map.groupBy(states.parse(dump.states), ({ id }) => activityOf.get(id));
  let replayed = 0;
  for (const activity of activities.parse(dump.activities).sort((a, b) => a.sequence - b.sequence)) {
    const own = (byActivity.get(activity.id) ?? []).sort((a, b) => a.index - b.index);
    now = new Date(activity.recordedAt);
    salts.push(...own.map(({ salt }) => salt));
    const entries = own.map(
      ({ of, ofType, position, payload }) =>
        ({ type: ofType, id: of, position, state: JSON.parse(payload) }) as Entry,
    );
    const { requestKey, inputHash, by, callerId, method, title, about } = activity;
    await writer.record(
      { requestKey, inputHash: inputHash || null, by, callerId, method, title },
      async () => ({
        entries,
        about: about || null,
      }),
    );
    replayed += own.length;
  }
  return replayed;
}

/**
 * What a store holds, told so that both engines tell it alike: without properties that are null, the migrations, and
 * who last held the head.
 */
export async function comparableDump(engine: Engine): Promise<readonly string[]> {
  const lines = await graphDump(engine);
  return lines
    .filter((line) => !line.startsWith('[["Migration"]'))
    .map((line) => line.replace(/"lockedBy":("[^"]*"|null),?/, '').replace(/"[A-Za-z]+":null,?/g, ''))
    .map((line) => line.replaceAll(',}', '}'))
    .sort();
}
