import { z } from 'zod';
import { StoreVersionMismatch } from '../domain/errors.ts';
import { hashBeforeTheFirst } from '../domain/log.ts';
import type { Engine } from '../engine/engine.ts';
import { decideAnew } from './decide-anew.ts';
import { numberAsides } from './number-asides.ts';
import { loadMigrations, type Statements } from './statements.ts';

const migrationRow = z.tuple([z.number(), z.string()]);

/** What the program does beside the statements of some migrations, where they cannot; each may be done again. */
const besides: ReadonlyMap<number, typeof decideAnew> = new Map([
  [14, numberAsides],
  [15, decideAnew],
]);

/** Which migrations a store has had, and which this program brings. */
export interface MigrationState {
  /** 0 in a store that was never migrated. */
  readonly storeVersion: number;
  readonly programVersion: number;
}

export async function migrationState(
  engine: Engine,
  statements: Statements,
  folder: string,
): Promise<MigrationState> {
  const applied = (await engine.read(statements.get('migrated'))).map((row) => migrationRow.parse(row));
  const brought = loadMigrations(folder, engine.capabilities.dialect);
  return {
    storeVersion: Math.max(0, ...applied.map(([version]) => version)),
    programVersion: Math.max(0, ...brought.map(({ version }) => version)),
  };
}

/**
 * Brings a store to this program's version: every migration that it has not had, in order, each written down when
 * done. Each statement may be run again, and by two instances at once, to no other effect. Throws
 * StoreVersionMismatch where the store is newer than the program. Answers the names of those applied.
 */
export async function migrate(
  engine: Engine,
  statements: Statements,
  folder: string,
  now: () => Date,
): Promise<readonly string[]> {
  const state = await migrationState(engine, statements, folder);
  if (state.storeVersion > state.programVersion) {
    throw new StoreVersionMismatch(
      `the store is at version ${state.storeVersion}, which is newer than this program's ${state.programVersion}: ` +
        'run the newer program, or use another store',
    );
  }
  const applied: string[] = [];
  for (const { version, name, statements: changes } of loadMigrations(folder, engine.capabilities.dialect)) {
    if (version <= state.storeVersion) continue;
    for (const change of changes) await engine.define(change);
    await besides.get(version)?.(engine, statements, now);
    const at = now().toISOString();
    await engine.write((transaction) =>
      transaction.run(statements.get('record-migration'), { version, name, at, hash: hashBeforeTheFirst }),
    );
    applied.push(name);
  }
  return applied;
}
