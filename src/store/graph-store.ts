import type { Engine } from '../engine/engine.ts';
import { changeReader } from './changes.ts';
import { dossierReader } from './dossiers.ts';
import { draftReader } from './drafts.ts';
import { holdingsReader } from './holdings.ts';
import { linkedIdsReader } from './linked-ids.ts';
import { listReader } from './lists.ts';
import { recordReader } from './records.ts';
import { revisionReader } from './revisions.ts';
import type { Run } from './run.ts';
import { searchReader } from './search.ts';
import type { Statements } from './statements.ts';
import type { StoreReader } from './store.ts';
import { trailReader } from './trail-material.ts';

/** The reading side of the store over whatever runs its statements: an engine, or a transaction of one. No identities are in it. */
export function readerOver(run: Run): StoreReader {
  return {
    ...recordReader(run),
    ...listReader(run),
    ...dossierReader(run),
    ...trailReader(run),
    ...searchReader(run),
    // Whoever may see drafts is given a reader that does (`seeingDrafts`).
    ...draftReader(run, 'NONE'),
    ...changeReader(run),
    ...linkedIdsReader(run),
    ...revisionReader(run),
    ...holdingsReader(run),
    identitiesOf: async (entityIds) => entityIds.map(() => []),
  };
}

/** Reads all there is, in a store in which something is hidden. */
export function createFullReader(engine: Engine, statements: Statements): StoreReader {
  return readerOver((name, parameters) => engine.read(statements.full.get(name), parameters));
}

/** Reads what the public may see, on either engine. */
export function createReader(engine: Engine, statements: Statements): StoreReader {
  return readerOver((name, parameters) => engine.read(statements.get(name), parameters));
}
