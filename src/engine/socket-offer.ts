import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import type { EmbeddedStore } from './embedded-store.ts';
import { lineChannel } from './line-channel.ts';
import type { Reply, Request } from './protocol.ts';
import { serveChannel } from './protocol-server.ts';

/** Offers the store to other processes of the same user, on a socket that nobody else may open. */
export class SocketOffer {
  readonly #store: EmbeddedStore;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #path = '';

  constructor(store: EmbeddedStore) {
    this.#store = store;
  }

  async start(path: string): Promise<void> {
    if (this.#server !== null) return;
    const file = !path.startsWith('\\\\');
    if (file) {
      ownFolder(dirname(path));
      // Who has the database open has the right to the socket: one that lies there is left over from a crash.
      rmSync(path, { force: true });
    }
    const server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      serveChannel(lineChannel<Request, Reply>(socket), this.#store);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
    if (file) chmodSync(path, 0o600);
    this.#server = server;
    this.#path = path;
  }

  /** Cuts off whoever is connected; what they had begun is rolled back. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    if (!this.#path.startsWith('\\\\')) rmSync(this.#path, { force: true });
  }
}

/** The socket's folder exists and is the user's own: in a shared one another user could put a socket of theirs. */
function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  const user = process.getuid?.();
  if (user !== undefined && user !== 0 && uid !== user) {
    throw new Error(`the folder ${folder} belongs to another user`);
  }
}
