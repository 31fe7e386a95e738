import { existsSync, rmSync, statSync } from 'node:fs';
import grafeo, {
  type GrafeoDB,
  type Transaction as GrafeoTransaction,
  type QueryResult,
} from '@grafeo-db/js';
import type { Parameters, Row, Statement } from './engine.ts';
import { Refused } from './protocol.ts';
import { TurnTaking } from './turn-taking.ts';
import { writes } from './writing-statement.ts';

/** A transaction that waits this long for its next statement is rolled back, so that the next writer gets its turn. */
const IDLE_LIMIT_MS = 60_000;
/** A commit reaches the disk at the latest with the next one 100 ms later; after the last of a burst this does it. */
const QUIET_MS = 300;
/** GQLSTATUS of a refused write: another transaction wrote the same. */
const CONFLICT = '40000';

/**
 * The embedded database itself, inside its worker thread. One writing transaction at a time, in the order of
 * asking; reads run beside it and see what was committed.
 */
export class EmbeddedStore {
  readonly #database: GrafeoDB;
  readonly #turns = new TurnTaking();
  readonly #readsWell = new Set<string>();
  /** False for a store in memory, which has nothing to write to disk. */
  readonly #onDisk: boolean;
  #checkpoint: NodeJS.Timeout | undefined;

  /**
   * Opens the file, or creates it where there is none; without a path, in memory, with all that it ever held (see
   * `readAsOf`). Throws what the database throws.
   */
  constructor(path: string | null) {
    this.#onDisk = path !== null;
    if (path === null) {
      this.#database = grafeo.GrafeoDB.create(null, { historyRetention: 'forever' });
      return;
    }
    this.#database = isStored(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path);
    this.#database.setCheckpointTriggers({ walBytes: 16e6, intervalMs: 60_000 });
  }

  /** Refuses a statement that writes: it would commit by itself, past the writers' turns. */
  async read(statement: Statement, parameters: Parameters): Promise<readonly Row[]> {
    this.#expectReading(statement);
    return run(this.#database, statement, parameters);
  }

  /** The last commit, as a point that `readAsOf` takes. */
  epoch(): string {
    return String(this.#database.currentEpoch());
  }

  /** Reads what a store in memory held after an earlier commit. */
  async readAsOf(epoch: string, statement: Statement, parameters: Parameters): Promise<readonly Row[]> {
    this.#expectReading(statement);
    if (!/^\d+$/.test(epoch)) throw new Refused('STATEMENT_FAILED', statement.name, `no epoch: ${epoch}`);
    const transaction = this.#database.beginTransaction();
    try {
      // Of a session's own language; Cypher has no word for it, and `asOf` of the database reads no Cypher.
      await transaction.execute(`SESSION SET PARAMETER $viewing_epoch = ${epoch}`);
      return await run(transaction, statement, parameters);
    } finally {
      transaction.rollback();
    }
  }

  #expectReading({ name, text }: Statement): void {
    if (this.#readsWell.has(text)) return;
    if (writes(text)) throw new Refused('STATEMENT_FAILED', name, 'it writes, and was sent as a read');
    this.#readsWell.add(text);
  }

  async define(statement: Statement): Promise<void> {
    const leave = await this.#turns.enter();
    try {
      await run(this.#database, statement, {});
    } finally {
      leave();
      this.#checkpointSoon();
    }
  }

  /** Waits for its turn; a turn that nobody wants any more by then is passed on. */
  async begin(wanted: () => boolean): Promise<StoreTransaction> {
    const leave = await this.#turns.enter();
    try {
      if (!wanted())
        throw new Refused('STORE_UNREACHABLE', 'begin', 'whoever asked for the transaction has gone');
      return new StoreTransaction(this.#database.beginTransaction(), () => {
        leave();
        this.#checkpointSoon();
      });
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Waits for the running transaction, writes all to disk, and closes. */
  async close(): Promise<void> {
    const leave = await this.#turns.enter();
    clearTimeout(this.#checkpoint);
    try {
      if (this.#onDisk) this.#database.walCheckpoint();
    } finally {
      this.#database.close();
      leave();
    }
  }

  #checkpointSoon(): void {
    clearTimeout(this.#checkpoint);
    if (!this.#onDisk) return;
    this.#checkpoint = setTimeout(() => {
      if (this.#turns.taken) return;
      try {
        this.#database.walCheckpoint();
      } catch {
        // Nothing is lost: the log holds it, and the timed checkpoint tries again.
      }
    }, QUIET_MS);
  }
}

/** One writing transaction; statements sent at once run one after the other. After a failure only rollback is left. */
export class StoreTransaction {
  readonly #transaction: GrafeoTransaction;
  readonly #leave: () => void;
  #last: Promise<unknown> = Promise.resolve();
  #ended: Error | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(transaction: GrafeoTransaction, leave: () => void) {
    this.#transaction = transaction;
    this.#leave = leave;
    this.#watch();
  }

  run(statement: Statement, parameters: Parameters): Promise<readonly Row[]> {
    return this.#afterLast(async () => {
      if (this.#ended !== null) throw this.#ended;
      try {
        return await run(this.#transaction, statement, parameters);
      } catch (error) {
        // The database would still commit after a failed statement.
        this.#end(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }
    });
  }

  commit(): Promise<void> {
    return this.#afterLast(async () => {
      if (this.#ended !== null) throw this.#ended;
      try {
        this.#transaction.commit();
      } catch (error) {
        const failure = failed('commit', error);
        this.#end(failure);
        throw failure;
      }
      this.#finish(new Error('the transaction is committed'));
    });
  }

  rollback(): Promise<void> {
    return this.#afterLast(async () => this.#end(new Error('the transaction is rolled back')));
  }

  #afterLast<Result>(step: () => Promise<Result>): Promise<Result> {
    clearTimeout(this.#idle);
    const result = this.#last.then(step);
    this.#last = result.then(
      () => this.#watch(),
      () => this.#watch(),
    );
    return result;
  }

  #end(reason: Error): void {
    if (this.#ended !== null) return;
    try {
      if (this.#transaction.isActive) this.#transaction.rollback();
    } finally {
      this.#finish(reason);
    }
  }

  #finish(reason: Error): void {
    this.#ended = reason;
    clearTimeout(this.#idle);
    this.#leave();
  }

  #watch(): void {
    clearTimeout(this.#idle);
    if (this.#ended !== null) return;
    this.#idle = setTimeout(() => {
      this.#end(
        new Error(`the transaction was rolled back after ${IDLE_LIMIT_MS / 1000} s without a statement`),
      );
    }, IDLE_LIMIT_MS);
  }
}

/** Whether there is a store to open. An empty file is what a first start leaves that was killed at once: it is removed. */
function isStored(path: string): boolean {
  const log = existsSync(`${path}.wal`);
  if (!existsSync(path)) return log;
  const { size } = statSync(path);
  if (size > 0 || log) return true;
  rmSync(path);
  return false;
}

async function run(
  target: GrafeoDB | GrafeoTransaction,
  statement: Statement,
  parameters: Parameters,
): Promise<readonly Row[]> {
  let result: QueryResult;
  try {
    result = await target.executeCypher(statement.text, parameters);
  } catch (error) {
    throw failed(statement.name, error);
  }
  return result.rows().map(toRow);
}

function failed(statement: string, error: unknown): Error {
  const status = error instanceof Error && 'gqlStatus' in error ? error.gqlStatus : undefined;
  return new Refused(status === CONFLICT ? 'CONFLICT' : 'STATEMENT_FAILED', statement, error);
}

/** A whole number past 2^53 comes as a bigint here, and over Bolt as an infinity: the store must not hold any, and both show it. */
function toRow(row: readonly unknown[]): Row {
  if (!row.some((value) => typeof value === 'bigint')) return row;
  return row.map((value) => {
    if (typeof value !== 'bigint') return value;
    return value > 0n ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  });
}
