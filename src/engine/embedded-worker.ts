/** The thread of the embedded store: opens it, answers its owner, and other processes while it is offered on a socket. */
import { parentPort, workerData } from 'node:worker_threads';
import { EmbeddedStore } from './embedded-store.ts';
import { portChannel } from './port-channel.ts';
import type { Reply, Request } from './protocol.ts';
import { serveChannel } from './protocol-server.ts';
import { SocketOffer } from './socket-offer.ts';

/** What the owner is told first: the store is open, or why not. */
export type Opening = { readonly opened: true } | { readonly opened: false; readonly message: string };

const port = parentPort;
if (port === null) throw new Error('embedded-worker runs as a worker thread only');

const store = open(String(workerData));
if (store !== null) {
  const offer = new SocketOffer(store);
  const channel = portChannel<Request, Reply>(port);
  serveChannel(channel, store, async (request) => {
    if (request.kind === 'offer') return offer.start(request.path);
    await offer.stop();
    if (request.kind === 'close') await store.close();
  });
}

function open(path: string): EmbeddedStore | null {
  try {
    const opened = new EmbeddedStore(path);
    tell({ opened: true });
    return opened;
  } catch (error) {
    tell({ opened: false, message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

function tell(opening: Opening): void {
  port?.postMessage(opening);
}
