import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnreachable } from '../domain/errors.ts';
import type { Capabilities, Engine, Parameters, Row, Statement, Transaction } from './engine.ts';
import { type Call, type Channel, fromFailure, type Reply, type Request, WriteConflict } from './protocol.ts';

/** Its text index misses single characters and joins words by OR alone, so that a search reads each text. */
const CAPABILITIES: Capabilities = { dialect: 'embedded', shared: false, fullText: false };
const CONFLICT_TRIES = 20;

interface Pending {
  resolve(rows: readonly Row[]): void;
  reject(error: Error): void;
}

/** An engine whose store stands at the other end of a channel. */
export class ProtocolClient implements Engine {
  readonly capabilities = CAPABILITIES;
  readonly #channel: Channel<Reply, Request>;
  readonly #pending = new Map<number, Pending>();
  #next = 1;
  #gone: StoreUnreachable | null = null;

  /** `store` names what is at the other end, in sentences such as "… has gone". */
  constructor(channel: Channel<Reply, Request>, store: string) {
    this.#channel = channel;
    channel.onMessage((reply) => this.#settle(reply));
    channel.onClose((reason) => {
      this.#gone ??= new StoreUnreachable(`${store} ${reason}`);
      for (const { reject } of this.#pending.values()) reject(this.#gone);
      this.#pending.clear();
    });
  }

  read(statement: Statement, parameters: Parameters = {}): Promise<readonly Row[]> {
    return this.call({ kind: 'read', statement, parameters });
  }

  async write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(work);
      } catch (error) {
        if (!(error instanceof WriteConflict) || attempt === CONFLICT_TRIES) throw error;
        await pause(Math.random() * 10 * attempt);
      }
    }
  }

  async define(statement: Statement): Promise<void> {
    await this.call({ kind: 'define', statement });
  }

  async ping(): Promise<void> {
    await this.call({ kind: 'ping' });
  }

  async close(): Promise<void> {
    this.#channel.close();
  }

  /** Sends one request and gives the rows of its reply. */
  call(call: Call): Promise<readonly Row[]> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      try {
        this.#channel.send({ ...call, id });
      } catch (error) {
        this.#pending.delete(id);
        reject(error);
      }
    });
  }

  async #once<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const transaction = this.#next++;
    await this.call({ kind: 'begin', transaction });
    let result: Result;
    try {
      result = await work({
        run: (statement, parameters = {}) => this.call({ kind: 'run', transaction, statement, parameters }),
      });
    } catch (error) {
      // What the work threw is what the caller wants to know; a channel that is gone has rolled back by itself.
      await this.call({ kind: 'rollback', transaction }).catch(() => undefined);
      throw error;
    }
    await this.call({ kind: 'commit', transaction });
    return result;
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    if (pending === undefined) return;
    this.#pending.delete(reply.id);
    if ('rows' in reply) pending.resolve(reply.rows);
    else pending.reject(fromFailure(reply.failure));
  }
}
