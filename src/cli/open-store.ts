import { join } from 'node:path';
import { StoreHalfRestored, StoreUnreachable, StoreVersionMismatch } from '../domain/errors.ts';
import {
  connectEmbedded,
  type EmbeddedEngine,
  hasEmbedded,
  openEmbedded,
} from '../engine/embedded-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { createReader } from '../store/graph-store.ts';
import { createHistory } from '../store/history.ts';
import type { PublicStanding, StoreHistory } from '../store/history-port.ts';
import type { KeyStore } from '../store/key-port.ts';
import { createKeyStore } from '../store/key-store.ts';
import type { LogRestorer, LogSource } from '../store/log-port.ts';
import { createLogRestorer, isHalfRestored } from '../store/log-restorer.ts';
import { createLogSource } from '../store/log-source.ts';
import { migrate, migrationState } from '../store/migrate.ts';
import { createPublicStanding, settleHead } from '../store/public-standing.ts';
import { createReaders } from '../store/readers.ts';
import { loadStatements, type Statements } from '../store/statements.ts';
import type { ReaderFor, StoreReader } from '../store/store.ts';
import type { StoreWriter } from '../store/write-port.ts';
import { createWriter } from '../store/write-store.ts';
import type { StoreAddress } from './environment.ts';
import { packageRoot } from './package-root.ts';
import { rebuildGraph } from './rebuild-graph.ts';

const cypher = join(packageRoot, 'cypher');

/** The store and all that one may do with it. */
export interface OpenStore {
  /** What the public may see. */
  readonly reader: StoreReader;
  /** What a caller may see. */
  readonly readerFor: ReaderFor;
  readonly writer: StoreWriter;
  readonly history: StoreHistory;
  /** How what the public sees of the present stands. */
  readonly publicStanding: () => Promise<PublicStanding>;
  readonly keys: KeyStore;
  readonly log: LogSource;
  readonly restorer: LogRestorer;
  readonly engine: Engine;
  readonly statements: Statements;
  /** The embedded store that this process itself holds; null for Neo4j, and beside a running service. */
  readonly held: EmbeddedEngine | null;
  /** Applies what is missing; answers the names of the migrations applied. */
  migrate(): Promise<readonly string[]>;
  /** Whether it was never migrated, and so holds nothing. */
  isNew(): Promise<boolean>;
  /** Throws StoreVersionMismatch where the store is not at this program's version, StoreHalfRestored where it is not whole. */
  expectMigrated(): Promise<void>;
  close(): Promise<void>;
}

/** What is to be done where there is no store yet: to make one, or to say so. */
export type WhereNone = 'CREATE' | 'REFUSE';

async function openEngine(
  address: StoreAddress,
  whereNone: WhereNone,
): Promise<{ engine: Engine; held: EmbeddedEngine | null }> {
  if (address.kind === 'neo4j') {
    // Loaded where it is used: the driver is a fifth of the start of every command.
    const { openNeo4j } = await import('../engine/neo4j-engine.ts');
    return { engine: await openNeo4j(address), held: null };
  }
  // Beside a service that runs on this folder, through that service: the store admits one process.
  const beside = await connectEmbedded(address);
  if (beside) return { engine: beside, held: null };
  if (whereNone === 'REFUSE' && !hasEmbedded(address)) {
    throw new StoreUnreachable(
      `there is no store in ${address.folder}: set ONRECORD_DATA to the folder of one, or make one with \`onrecord migrate\``,
    );
  }
  const held = await openEmbedded(address);
  return { engine: held, held };
}

/** Opens the store that the environment names. Throws StoreUnreachable or StoreBusy. */
export async function openStore(
  address: StoreAddress,
  now: () => Date,
  whereNone: WhereNone,
): Promise<OpenStore> {
  const { engine, held } = await openEngine(address, whereNone);
  const statements = loadStatements(cypher, engine.capabilities.dialect);
  const history = createHistory({ engine, statements }, rebuildGraph);
  const writer = createWriter(engine, statements, now);
  return {
    engine,
    statements,
    held,
    reader: createReader(engine, statements),
    history,
    publicStanding: createPublicStanding(
      (name, parameters) => engine.read(statements.get(name), parameters),
      () => settleHead(engine, statements),
    ),
    readerFor: createReaders(engine, statements, writer, now),
    writer,
    keys: createKeyStore(engine, statements, now),
    log: createLogSource(engine, statements),
    restorer: createLogRestorer(engine, statements),
    migrate: () => migrate(engine, statements, cypher, now),
    isNew: async () => (await migrationState(engine, statements, cypher)).storeVersion === 0,
    async expectMigrated() {
      const { storeVersion, programVersion } = await migrationState(engine, statements, cypher);
      if (storeVersion === programVersion) {
        if (await isHalfRestored(engine, statements)) throw new StoreHalfRestored();
        return;
      }
      throw new StoreVersionMismatch(
        storeVersion > programVersion
          ? `the store is at version ${storeVersion}, which is newer than this program's ${programVersion}: run the newer program`
          : `the store is at version ${storeVersion} and this program wants ${programVersion}: run \`onrecord migrate\``,
      );
    },
    async close() {
      await history.close();
      await engine.close();
    },
  };
}
