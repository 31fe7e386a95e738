import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** The Bolt message COMMIT, as one chunk. */
const COMMIT = Buffer.from('0002b0120000', 'hex');

/** Stands between a driver and its server and breaks what it is told to break. */
export class TcpProxy {
  readonly #server: Server;
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  #cut = false;
  #dropReplyToCommit = 0;
  /** How many replies to COMMIT were lost so far. */
  dropped = 0;
  /** What the clients have sent so far. */
  sent = '';

  private constructor(target: URL) {
    this.#target = { host: target.hostname, port: Number(target.port || 7687) };
    this.#server = createServer((client) => this.#join(client));
  }

  static async before(uri: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(uri));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    return address.port;
  }

  /** Cuts all connections and every new one, as a server that has died. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  /** Lets the next COMMITs through, and loses their replies with their connections. */
  dropRepliesToCommit(times: number): void {
    this.#dropReplyToCommit = times;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.cut();
  }

  #join(client: Socket): void {
    if (this.#cut) return void client.destroy();
    const server = connect(this.#target);
    let losing = false;
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (data) => {
      if (this.#dropReplyToCommit > 0 && data.includes(COMMIT)) {
        this.#dropReplyToCommit--;
        losing = true;
      }
      this.sent += data.toString('latin1');
      server.write(data);
    });
    server.on('data', (data) => {
      if (!losing) return void client.write(data);
      this.dropped++;
      client.destroy();
    });
  }
}
