import { OnrecordError, StatementFailed, StoreBusy, StoreUnreachable } from '../domain/errors.ts';
import type { Parameters, Row, Statement } from './engine.ts';

/**
 * How the embedded store is spoken to: over the port of its worker thread, and over a socket by other processes.
 * Requests carry a number that their reply repeats; replies may come in another order than the requests.
 * Over a socket a message is one line of JSON.
 */
export const PROTOCOL_VERSION = 1;

/** No line on a socket may be longer, in bytes; the other side is told, or cut off. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

export type Call =
  | { readonly kind: 'ping' }
  | {
      readonly kind: 'read';
      readonly statement: Statement;
      readonly parameters: Parameters;
      /** What the store held after that commit, of one that keeps it (see `EmbeddedStore.readAsOf`); absent for the present. */
      readonly epoch?: string;
    }
  | { readonly kind: 'define'; readonly statement: Statement }
  /** Answered when it is this transaction's turn: there is one writer at a time. `transaction` is the caller's number for it. */
  | { readonly kind: 'begin'; readonly transaction: number }
  | {
      readonly kind: 'run';
      readonly transaction: number;
      readonly statement: Statement;
      readonly parameters: Parameters;
    }
  | { readonly kind: 'commit'; readonly transaction: number }
  | { readonly kind: 'rollback'; readonly transaction: number }
  /** To the worker by its owner only: offer the store on a socket, stop offering it, close the store. */
  | { readonly kind: 'offer'; readonly path: string }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'close' };

export type Request = Call & { readonly id: number };

export type Reply =
  | { readonly id: number; readonly rows: readonly Row[] }
  | { readonly id: number; readonly failure: Failure };

/** An error as it crosses the channel. */
export interface Failure {
  /** CONFLICT: another transaction wrote the same; the same work may be tried again. */
  readonly code: 'CONFLICT' | 'STATEMENT_FAILED' | 'STORE_BUSY' | 'STORE_UNREACHABLE';
  readonly message: string;
  readonly statement: string;
}

/** One end of a connection that carries whole messages in order. `close` is safe to call twice. */
export interface Channel<Incoming, Outgoing> {
  send(message: Outgoing): void;
  onMessage(listener: (message: Incoming) => void): void;
  /** Called once, when the other end is gone or this one was closed. */
  onClose(listener: (reason: string) => void): void;
  close(): void;
}

/** What the store's own thread throws: a failure that is ready to cross the channel. */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(code: Failure['code'], statement: string, cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause);
    super(message, { cause });
    this.name = 'Refused';
    this.failure = { code, message, statement };
  }
}

/** A write conflict, at the caller's end; known to the engine alone, which tries again. */
export class WriteConflict extends OnrecordError {
  constructor(statement: string, message: string) {
    super('CONFLICT', `statement ${statement} wrote what another transaction was writing: ${message}`);
  }
}

export function toFailure(error: unknown, statement: string): Failure {
  return error instanceof Refused ? error.failure : new Refused('STATEMENT_FAILED', statement, error).failure;
}

export function fromFailure({ code, statement, message }: Failure): OnrecordError {
  switch (code) {
    case 'CONFLICT':
      return new WriteConflict(statement, message);
    case 'STORE_BUSY':
      return new StoreBusy(message);
    case 'STORE_UNREACHABLE':
      return new StoreUnreachable(message);
    case 'STATEMENT_FAILED':
      return new StatementFailed(statement, new Error(message));
  }
}
