import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** Speaks TLS, with a certificate that it signed itself, for a server that does not. */
export class TlsProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(target: URL) {
    const { key, certificate } = selfSignedCertificate();
    this.#server = createServer({ key, cert: certificate }, (client) => {
      const server = connect({ host: target.hostname, port: Number(target.port || 7687) });
      for (const socket of [client, server]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
      client.pipe(server).pipe(client);
    });
  }

  static async before(uri: string): Promise<TlsProxy> {
    const proxy = new TlsProxy(new URL(uri));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    return address.port;
  }

  async close(): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
