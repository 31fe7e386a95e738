import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import { StoreUnreachable } from '../domain/errors.ts';
import type { Capabilities, Engine, Parameters, Row, Statement, Transaction, WriteLimits } from './engine.ts';
import { codeOf, type Neo4jPlace, neo4jFailure } from './neo4j-failure.ts';
import { toDriver, toRows } from './neo4j-values.ts';
import { asOne, takingOne } from './parameters-in-one.ts';
import { SilenceLimit, Silent } from './silence-limit.ts';

export interface Neo4jAddress extends Neo4jPlace {
  readonly password: string;
  /** How long a transaction is tried again while the server fails or is away, in milliseconds; 15,000 if not given. */
  readonly patience?: number;
}

const SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];
/** A server that does not answer is reported within this time at the start. */
const START_LIMIT_MS = 10_000;
const READ_LIMIT_MS = 30_000;
const WRITE_LIMIT_MS = 300_000;
/** The server itself ends a statement at its limit, and says so; a server that does not is given this much more. */
const GRACE_MS = 1_000;
/** A probe that hangs for longer has found dead connections: the next one gets new ones. */
const PING_LIMIT_MS = 3_000;
/** How long what runs on connections that were given up may still take. */
const LEFT_OPEN_MS = 60_000;
/** Waits between the tries of a single statement: four tries within some two seconds, then the caller is told. */
const PAUSES_MS = [50, 300, 1500];
const PING: Statement = { name: 'ping', text: '// ping\nRETURN 1 AS one' };

const CAPABILITIES: Capabilities = { dialect: 'neo4j', shared: true, fullText: true };

/**
 * Opens a Neo4j over Bolt (`bolt`, `neo4j`, each plain, `+s` or `+ssc`) and asks it something, so that a wrong
 * address, password or database is said here. Throws `StoreUnreachable`.
 */
export async function openNeo4j(address: Neo4jAddress): Promise<Engine> {
  const scheme = address.uri.split('://')[0] ?? '';
  if (!SCHEMES.includes(scheme)) {
    throw new StoreUnreachable(
      `"${address.uri}" is no address of a Neo4j: it begins with one of ${SCHEMES.join(', ')}, then "://".`,
    );
  }
  const engine = new Neo4jEngine(() => makeDriver(address), address);
  try {
    await within(START_LIMIT_MS, engine.verify(), address);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return engine;
}

function makeDriver(address: Neo4jAddress): Driver {
  try {
    return neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
      disableLosslessIntegers: true,
      connectionTimeout: 5_000,
      connectionAcquisitionTimeout: 15_000,
      maxConnectionPoolSize: 50,
      // Below the idle limits of common load balancers; a dead connection is found before a statement is sent on it.
      maxConnectionLifetime: 30 * 60_000,
      connectionLivenessCheckTimeout: 60_000,
      maxTransactionRetryTime: address.patience ?? 15_000,
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      userAgent: 'onrecord',
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreUnreachable(`"${address.uri}" is no address of a Neo4j: ${why}`, error);
  }
}

type Mode = 'READ' | 'WRITE';

class Neo4jEngine implements Engine {
  readonly capabilities = CAPABILITIES;
  readonly #makeDriver: () => Driver;
  readonly #place: Neo4jPlace;
  #driver: Driver;
  /** Drivers that were given up and may still have something under way. */
  readonly #left = new Set<Driver>();
  /** Of this process's last writes: a read that carries them sees what they wrote, whichever server answers. */
  #bookmarks: readonly string[] = [];

  constructor(makeDriver: () => Driver, place: Neo4jPlace) {
    this.#makeDriver = makeDriver;
    this.#driver = makeDriver();
    this.#place = { uri: place.uri, user: place.user, database: place.database };
  }

  /** In a READ session by `session.run`, which costs about half of `executeRead`; the retries are therefore ours. */
  read(statement: Statement, parameters: Parameters = {}): Promise<readonly Row[]> {
    return this.#patiently(statement, parameters, neo4j.session.READ);
  }

  /** The driver repeats `work` after transient failures and after a lost reply to COMMIT (then it may have been committed). */
  async write<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    { totalMs = WRITE_LIMIT_MS, silenceMs = totalMs + GRACE_MS }: WriteLimits = {},
  ): Promise<Result> {
    const used = this.#bookmarks;
    const driver = this.#driver;
    const session = this.#session(neo4j.session.WRITE);
    const silence = new SilenceLimit(silenceMs);
    const failures: { readonly statement: string; readonly error: unknown }[] = [];
    const expectWanted = () => {
      if (silence.over) throw new Silent('nobody waits for this transaction any more');
    };
    try {
      const done = session.executeWrite(
        async (transaction) => {
          failures.length = 0;
          const result = await work({
            run: async (statement, parameters = {}) => {
              try {
                expectWanted();
                const { text } = takingOne(statement);
                const sent = transaction.run(text, toDriver(asOne(statement, parameters)));
                const rows = toRows(await sent);
                silence.heard();
                return rows;
              } catch (error) {
                // Thrown on unchanged, because the driver decides by its own error whether to try again.
                failures.push({ statement: statement.name, error });
                throw error;
              }
            },
          });
          // The driver would take a work that swallowed a failure for done, having committed nothing.
          if (failures[0] !== undefined) throw failures[0].error;
          expectWanted();
          return result;
        },
        { timeout: totalMs },
      );
      const result = await silence.during(done);
      this.#bookmarks = [
        ...this.#bookmarks.filter((bookmark) => !used.includes(bookmark)),
        ...session.lastBookmarks(),
      ];
      return result;
    } catch (error) {
      this.#forgetBookmarks(error);
      if (error instanceof Silent) throw this.#leave(driver, error);
      throw error instanceof neo4j.Neo4jError
        ? neo4jFailure(this.#place, error, failures[0]?.statement)
        : error;
    } finally {
      await closed(session, silence);
    }
  }

  async define(statement: Statement): Promise<void> {
    await this.#patiently(statement, {}, neo4j.session.WRITE);
  }

  async ping(): Promise<void> {
    try {
      await this.#autoCommit(PING, {}, neo4j.session.READ, PING_LIMIT_MS);
    } catch (error) {
      throw neo4jFailure(this.#place, error, PING.name);
    }
  }

  /** Asks the server something, and first whether it is a Neo4j that has the database. */
  async verify(): Promise<void> {
    try {
      await this.#driver.verifyConnectivity({ database: this.#place.database });
      await this.#autoCommit(PING, {}, neo4j.session.READ, START_LIMIT_MS);
    } catch (error) {
      throw neo4jFailure(this.#place, error, PING.name);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#driver, ...this.#left].map((driver) => driver.close()));
  }

  /**
   * Leaves a driver whose server fell silent: one dead connection is seldom alone, and its pool would hand out the
   * others for as long as they say nothing. What it has under way on living ones may end.
   */
  #leave(driver: Driver, silent: Silent): StoreUnreachable {
    if (driver === this.#driver) {
      this.#driver = this.#makeDriver();
      this.#left.add(driver);
      const close = () => {
        this.#left.delete(driver);
        driver.close().catch(() => undefined);
      };
      setTimeout(close, LEFT_OPEN_MS).unref();
    }
    return new StoreUnreachable(`Neo4j at ${this.#place.uri} does not answer: ${silent.message}.`, silent);
  }

  #session(defaultAccessMode: Mode): Session {
    return this.#driver.session({
      database: this.#place.database,
      defaultAccessMode,
      ...(this.#bookmarks.length > 0 ? { bookmarks: [...this.#bookmarks] } : {}),
    });
  }

  async #patiently(statement: Statement, parameters: Parameters, mode: Mode): Promise<readonly Row[]> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#autoCommit(statement, parameters, mode);
      } catch (error) {
        const wait = PAUSES_MS[attempt];
        const again = neo4j.isRetryableError(error) || this.#forgetBookmarks(error);
        if (wait === undefined || !again) throw neo4jFailure(this.#place, error, statement.name);
        await pause(wait * (0.75 + Math.random() / 2));
      }
    }
  }

  async #autoCommit(
    statement: Statement,
    parameters: Parameters,
    mode: 'READ' | 'WRITE',
    limit?: number,
  ): Promise<readonly Row[]> {
    const driver = this.#driver;
    const session = this.#session(mode);
    const timeout = limit ?? (mode === neo4j.session.READ ? READ_LIMIT_MS : WRITE_LIMIT_MS);
    const silence = new SilenceLimit(timeout + (limit === undefined ? GRACE_MS : 0));
    try {
      const result = withoutStack(() => session.run(statement.text, toDriver(parameters), { timeout }));
      return toRows(await silence.during(Promise.resolve(result)));
    } catch (error) {
      throw error instanceof Silent ? this.#leave(driver, error) : error;
    } finally {
      await closed(session, silence);
    }
  }

  /** A store that was replaced or restored does not know the bookmarks of its predecessor. */
  #forgetBookmarks(error: unknown): boolean {
    if (this.#bookmarks.length === 0 || !/Bookmark/.test(codeOf(error))) return false;
    this.#bookmarks = [];
    return true;
  }
}

/**
 * The driver writes down the stack of every call, should it fail; that took more time than anything else of its own, and
 * ours tells the statement's name.
 */
function withoutStack<Result>(call: () => Result): Result {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return call();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Closing a session whose connection is gone fails with what was reported already; where nobody answers it takes forever. */
async function closed(session: Session, silence: SilenceLimit): Promise<void> {
  const done = session.close().catch(() => undefined);
  if (!silence.over) await done;
}

async function within<Result>(limit: number, promise: Promise<Result>, place: Neo4jPlace): Promise<Result> {
  const timer = new AbortController();
  const late = pause(limit, undefined, { signal: timer.signal }).then(
    () => {
      throw new StoreUnreachable(
        `Neo4j at ${place.uri} did not answer within ${limit / 1000} s. Check that it runs and that NEO4J_URI is right.`,
      );
    },
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
  }
}
