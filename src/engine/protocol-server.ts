import type { EmbeddedStore, StoreTransaction } from './embedded-store.ts';
import type { Row } from './engine.ts';
import { type Channel, PROTOCOL_VERSION, type Reply, type Request, toFailure } from './protocol.ts';

/** Answers the owner's calls (offer, withdraw, close); absent for channels of other processes, which may not make them. */
export type OwnerCalls = (request: Request) => Promise<void>;

/** Answers one channel's requests from the store. When the channel closes, its open transactions are rolled back. */
export function serveChannel(
  channel: Channel<Request, Reply>,
  store: EmbeddedStore,
  owner?: OwnerCalls,
): void {
  const transactions = new Map<number, StoreTransaction>();
  let open = true;

  channel.onClose(() => {
    open = false;
    for (const transaction of transactions.values()) void transaction.rollback();
    transactions.clear();
  });
  channel.onMessage((request) => {
    if (!isRequest(request)) return channel.close();
    answer(request).then(
      (rows) => reply({ id: request.id, rows }, request),
      (error: unknown) => reply({ id: request.id, failure: toFailure(error, nameOf(request)) }, request),
    );
  });

  function reply(message: Reply, request: Request): void {
    if (!open) return;
    try {
      channel.send(message);
    } catch (error) {
      // Too long for the channel.
      channel.send({ id: message.id, failure: toFailure(error, nameOf(request)) });
    }
  }

  async function answer(request: Request): Promise<readonly Row[]> {
    switch (request.kind) {
      case 'ping':
        return [[PROTOCOL_VERSION]];
      case 'read': {
        const { statement, parameters, epoch } = request;
        return epoch === undefined
          ? store.read(statement, parameters)
          : store.readAsOf(epoch, statement, parameters);
      }
      case 'define':
        await store.define(request.statement);
        return [];
      case 'begin':
        await begin(request.transaction);
        return [];
      case 'run':
        return find(request.transaction).run(request.statement, request.parameters);
      case 'commit':
        await take(request.transaction).commit();
        return [];
      case 'rollback':
        await transactions.get(request.transaction)?.rollback();
        transactions.delete(request.transaction);
        return [];
      case 'offer':
      case 'withdraw':
      case 'close':
        if (owner === undefined) throw new Error(`only the store's own process may ask to ${request.kind}`);
        await owner(request);
        return [];
      default:
        throw new Error('no such request');
    }
  }

  async function begin(number: number): Promise<void> {
    const transaction = await store.begin(() => open);
    transactions.set(number, transaction);
    if (!open) await transaction.rollback();
  }

  function find(number: number): StoreTransaction {
    const transaction = transactions.get(number);
    if (transaction === undefined) throw new Error('the transaction is over');
    return transaction;
  }

  function take(number: number): StoreTransaction {
    const transaction = find(number);
    transactions.delete(number);
    return transaction;
  }
}

/** What comes over a socket may be anything. */
function isRequest(message: unknown): message is Request {
  if (typeof message !== 'object' || message === null) return false;
  if (!('id' in message && typeof message.id === 'number' && 'kind' in message)) return false;
  const { kind } = message;
  if (kind === 'read' || kind === 'run' || kind === 'define') {
    if (!('statement' in message && isStatement(message.statement))) return false;
  }
  return typeof kind === 'string';
}

function isStatement(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('name' in value && 'text' in value)) return false;
  return typeof value.name === 'string' && typeof value.text === 'string';
}

function nameOf(request: Request): string {
  return 'statement' in request ? request.statement.name : request.kind;
}
