import type { MessagePort, Worker } from 'node:worker_threads';
import type { Channel } from './protocol.ts';

/** A channel between a thread and its owner. */
export function portChannel<Incoming, Outgoing>(port: MessagePort | Worker): Channel<Incoming, Outgoing> {
  const listeners: ((reason: string) => void)[] = [];
  let closed = false;
  const end = (reason: string): void => {
    if (closed) return;
    closed = true;
    for (const listener of listeners) listener(reason);
  };
  port.on('error', (error: unknown) =>
    end(`has failed: ${error instanceof Error ? error.message : String(error)}`),
  );
  port.on('exit', () => end('has stopped'));
  port.on('close', () => end('has stopped'));
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => listeners.push(listener),
    close: () => end('is closed'),
  };
}
