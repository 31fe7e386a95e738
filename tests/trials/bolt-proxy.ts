import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What can happen to a connection about a COMMIT. */
export const faults = [
  /** The server commits; its reply is lost with the connection. */
  'reply dropped',
  /** As that, and the client's end is reset. */
  'reset',
  /** The COMMIT never comes to the server, and the connection ends. */
  'commit lost',
  /** The server commits; its reply does not come for as long as anyone waits. */
  'stalled',
  /** The server commits and ends the connection; the client is never told. */
  'half open',
  /** The reply comes late, and does come. */
  'slow',
] as const;
export type Fault = (typeof faults)[number];

const COMMIT_TAG = 0x12;
const SLOW_MS = 3_000;

/** Cuts a client's bytes into Bolt messages, as far as to tell which one each is. */
class BoltMessages {
  #rest = Buffer.alloc(0);
  /** Magic and four versions, then what a negotiated version is answered with. */
  #handshake = 20;

  /** The server has chosen from a manifest: the client answers with a version and its capabilities. */
  expectManifestAnswer(): void {
    this.#handshake += 5;
  }

  /** The whole messages that have come so far: their bytes, and the tag (null before the first message). */
  push(data: Buffer): readonly { readonly bytes: Buffer; readonly tag: number | null }[] {
    this.#rest = Buffer.concat([this.#rest, data]);
    const found: { bytes: Buffer; tag: number | null }[] = [];
    if (this.#handshake > 0) {
      const bytes = this.#take(Math.min(this.#handshake, this.#rest.length));
      this.#handshake -= bytes.length;
      if (bytes.length > 0) found.push({ bytes, tag: null });
    }
    for (let end = this.#endOfMessage(); end !== null; end = this.#endOfMessage()) {
      const bytes = this.#take(end);
      found.push({ bytes, tag: bytes[3] ?? null });
    }
    return found;
  }

  #take(length: number): Buffer {
    const bytes = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return bytes;
  }

  /** Chunks lead with their length in two bytes; an empty one ends the message. */
  #endOfMessage(): number | null {
    let at = 0;
    while (at + 2 <= this.#rest.length) {
      const length = this.#rest.readUInt16BE(at);
      at += 2 + length;
      if (length === 0) return at;
    }
    return null;
  }
}

/** Stands between the driver and Neo4j, and lets happen what it is told to. */
export class BoltProxy {
  readonly #server: Server;
  readonly #target: { readonly host: string; readonly port: number };
  readonly #sockets = new Set<Socket>();
  #next: Fault | null = null;
  #frozen = false;
  /** How often each fault has happened. */
  readonly happened = new Map<Fault, number>();

  private constructor(target: URL) {
    this.#target = { host: target.hostname, port: Number(target.port || 7687) };
    this.#server = createServer((client) => this.#join(client));
  }

  static async before(uri: string): Promise<BoltProxy> {
    const proxy = new BoltProxy(new URL(uri));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get uri(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    return `bolt://127.0.0.1:${address.port}`;
  }

  /** Lets the fault happen to the next COMMIT. */
  arm(fault: Fault): void {
    this.#next = fault;
  }

  /** Resolves when what was armed has begun. */
  async happening(): Promise<void> {
    while (this.#next !== null) await pause(5);
  }

  /** From now on nothing comes through on any connection, and no new one gets an answer; the server's ends are closed. */
  freeze(): void {
    this.#frozen = true;
    for (const socket of this.#sockets) socket.emit('freeze');
  }

  /** New connections work; those that were frozen stay as they are, and never say so. */
  thaw(): void {
    this.#frozen = false;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(client: Socket): void {
    this.#sockets.add(client);
    client.on('error', () => client.destroy());
    if (this.#frozen) {
      client.on('close', () => this.#sockets.delete(client));
      client.resume();
      return;
    }
    const server = connect(this.#target);
    const messages = new BoltMessages();
    let fault: Fault | null = null;
    let greeted = false;
    /** The client's end is kept and told nothing more. */
    const silence = (): void => {
      fault = 'half open';
      server.destroy();
    };
    client.on('freeze', silence);
    client.on('close', () => {
      this.#sockets.delete(client);
      server.destroy();
    });
    server.on('error', () => server.destroy());
    server.on('close', () => {
      if (fault !== 'half open' && fault !== 'stalled') client.destroy();
    });
    client.on('data', (data) => {
      if (fault === 'half open' || fault === 'stalled') return;
      for (const { bytes, tag } of messages.push(data)) {
        if (tag === COMMIT_TAG && this.#next !== null) {
          fault = this.#next;
          this.#next = null;
          this.happened.set(fault, (this.happened.get(fault) ?? 0) + 1);
          if (fault === 'commit lost') {
            client.destroy();
            return;
          }
        }
        server.write(bytes);
      }
    });
    server.on('data', (data) => {
      if (!greeted) {
        greeted = true;
        if (data.length >= 4 && data.readUInt32BE(0) === 0x1ff) messages.expectManifestAnswer();
      }
      switch (fault) {
        case null:
          client.write(data);
          return;
        case 'slow':
          fault = null;
          server.pause();
          setTimeout(() => {
            client.write(data);
            server.resume();
          }, SLOW_MS);
          return;
        case 'reset':
          client.resetAndDestroy();
          return;
        case 'half open':
          server.destroy();
          return;
        case 'stalled':
          return;
        default:
          client.destroy();
      }
    });
  }
}
