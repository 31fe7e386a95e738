/**
 * What an engine is: something that runs a named Cypher statement and a transaction of several. Two exist
 * (Neo4j, embedded); the one store stands on either. No domain word crosses this interface.
 */

export type Parameter =
  | null
  | boolean
  | number
  | string
  | readonly Parameter[]
  | { readonly [name: string]: Parameter };
export type Parameters = { readonly [name: string]: Parameter };

/** A statement as it is sent: `text` begins with a comment that carries `name`, so that logs and plan caches tell it. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** One row, positional, in the order of the statement's RETURN. Integers are JS numbers (one past 2^53 is infinite), dates are strings. */
export type Row = readonly unknown[];

export interface Transaction {
  run(statement: Statement, parameters?: Parameters): Promise<readonly Row[]>;
}

/** What one engine has and the other lacks, declared; never asked by `instanceof`. */
export interface Capabilities {
  /** Which dialect file is taken where a statement has two. */
  readonly dialect: 'neo4j' | 'embedded';
  /** Several processes may open the store at once. */
  readonly shared: boolean;
  /** Has full-text indexes that narrow a search; without, search reads each text. */
  readonly fullText: boolean;
}

/** What a writing transaction may take. */
export interface WriteLimits {
  /** The whole of it, in milliseconds; 300,000 if not given. A shared store rolls back what takes longer. */
  readonly totalMs?: number;
  /** One statement of it, or its commit: a server that says nothing for longer is taken to be gone. */
  readonly silenceMs?: number;
}

export interface Engine {
  readonly capabilities: Capabilities;
  /**
   * Runs one reading statement in a read transaction (a cluster routes it to a follower). Transient failures are
   * retried. A statement that writes is refused.
   */
  read(statement: Statement, parameters?: Parameters): Promise<readonly Row[]>;
  /**
   * Runs `work` in one transaction and commits it. `work` may be run more than once (transient failures, a lost
   * reply to COMMIT), so it must be such that a repeat changes nothing. What `work` throws rolls back and is thrown on. `work` must not
   * call `write` itself: where there is one writer at a time it would wait for its own end.
   */
  write<Result>(work: (transaction: Transaction) => Promise<Result>, limits?: WriteLimits): Promise<Result>;
  /** Runs a schema statement (constraint, index) outside any other transaction. It may be run more than once: IF NOT EXISTS. */
  define(statement: Statement): Promise<void>;
  /** Resolves when the engine answers; throws `StoreUnreachable` when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
