import { z } from 'zod';
import type { AsidesHeadMaybe } from '../domain/aside.ts';
import type { Engine } from '../engine/engine.ts';
import type { Problem } from './check/problem.ts';
import { checkGraph } from './check-graph.ts';
import { identitiesLeftOutUpTo, logHead } from './log-pages.ts';
import type { LogHead } from './log-port.ts';
import type { Run } from './run.ts';
import type { Statements } from './statements.ts';

const activityHash = z.tuple([z.string(), z.string()]);

/** A head of the log that was kept elsewhere, as `log-head` gave it; an earlier program's tells nothing of asides. */
export type KeptHead = Pick<LogHead, 'sequence' | 'hash'> & AsidesHeadMaybe;

/** What came of verifying a log. */
export interface Verification {
  /** Null in a store that is not migrated. */
  readonly head: LogHead | null;
  /** All that does not hold, the first broken link of the log first; empty where everything holds. */
  readonly problems: readonly Problem[];
  /**
   * The number of the last activity whose confidential identities were left out when the store was restored: of those there
   * are commitments, and nothing to verify by them. 0 where none were.
   */
  readonly identitiesLeftOutUpTo: number;
}

interface Store {
  readonly engine: Pick<Engine, 'read'>;
  readonly statements: Statements;
}

/** Where the log of a store stands; null where it is not migrated. */
export function readLogHead({ engine, statements }: Store): Promise<LogHead | null> {
  return logHead((name, parameters) => engine.read(statements.get(name), parameters));
}

/** Whether the log goes through a head that was kept: if not, its tail was cut, or it was written anew. */
async function againstKeptLog({ engine, statements }: Store, kept: KeptHead): Promise<readonly Problem[]> {
  if (kept.sequence === 0) return [];
  const [row] = await engine.read(statements.get('activity-hash'), { sequence: kept.sequence });
  if (row === undefined) {
    const message = `the head that was kept has ${kept.sequence} activities and the log ends before: its tail was cut`;
    return [{ code: 'LOG_CUT', id: 'head', message }];
  }
  const [id, hash] = activityHash.parse(row);
  if (hash === kept.hash) return [];
  const message = `activity number ${kept.sequence} has another hash than the head that was kept: the log was written anew`;
  return [{ code: 'LOG_REWRITTEN', id, message }];
}

/** The same of the asides. */
async function againstKeptAsides({ engine, statements }: Store, kept: KeptHead): Promise<readonly Problem[]> {
  const { asides = 0, asidesHash } = kept;
  if (asides === 0) return [];
  const [row] = await engine.read(statements.get('aside-hash'), { number: asides });
  if (row === undefined) {
    const message = `the head that was kept has ${asides} asides and they end before: their tail was cut`;
    return [{ code: 'LOG_CUT', id: 'head', message }];
  }
  if (row[0] === asidesHash) return [];
  const message = `aside number ${asides} has another hash than the head that was kept: the asides were written anew`;
  return [{ code: 'LOG_REWRITTEN', id: `Aside_${asides}`, message }];
}

/**
 * Verifies that nothing was changed behind the service's back: the chain of hashes, each Merkle root and commitment, the asides,
 * that every state is where the log put it, and that every record and all that is counted of it stands as its last
 * state says. Against a head that
 * was kept elsewhere a cut tail and a log written anew show too; without one they cannot.
 */
export async function verifyLog(store: Store, kept: KeptHead | null): Promise<Verification> {
  const head = await readLogHead(store);
  const problems = await checkGraph(store);
  const lost =
    kept === null ? [] : [...(await againstKeptLog(store, kept)), ...(await againstKeptAsides(store, kept))];
  const run: Run = (name, parameters) => store.engine.read(store.statements.get(name), parameters);
  const leftOut = head === null ? 0 : await identitiesLeftOutUpTo(run);
  return { head, problems: [...lost, ...problems], identitiesLeftOutUpTo: leftOut };
}
