import type { Socket } from 'node:net';
import { type Channel, MAX_MESSAGE_BYTES } from './protocol.ts';

const NEWLINE = 0x0a;

/** A channel over a socket: one JSON message a line, none longer than `MAX_MESSAGE_BYTES`. */
export function lineChannel<Incoming, Outgoing>(socket: Socket): Channel<Incoming, Outgoing> {
  const messageListeners: ((message: Incoming) => void)[] = [];
  const closeListeners: ((reason: string) => void)[] = [];
  let reason = 'has closed the connection';
  let parts: Buffer[] = [];
  let size = 0;

  socket.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      take(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      if (socket.destroyed) return;
      deliver();
    }
    if (rest.length > 0) take(rest);
  });
  socket.on('error', (error) => {
    reason = `has lost the connection: ${error.message}`;
  });
  socket.on('close', () => {
    for (const listener of closeListeners.splice(0)) listener(reason);
  });

  function take(part: Buffer): void {
    size += part.length;
    if (size > MAX_MESSAGE_BYTES) cutOff(`sent a message of more than ${MAX_MESSAGE_BYTES} bytes`);
    else parts.push(part);
  }

  function deliver(): void {
    const line = Buffer.concat(parts, size).toString('utf8');
    parts = [];
    size = 0;
    let message: Incoming;
    try {
      message = JSON.parse(line);
    } catch {
      cutOff('sent a line that is no JSON');
      return;
    }
    for (const listener of messageListeners) listener(message);
  }

  function cutOff(why: string): void {
    reason = why;
    parts = [];
    socket.destroy();
  }

  return {
    send: (message) => {
      const line = `${JSON.stringify(message)}\n`;
      const bytes = Buffer.byteLength(line);
      if (bytes > MAX_MESSAGE_BYTES) {
        throw new Error(
          `the message is ${bytes} bytes long, more than the ${MAX_MESSAGE_BYTES} that may pass between processes; ask for less at once`,
        );
      }
      socket.write(line);
    },
    onMessage: (listener) => messageListeners.push(listener),
    onClose: (listener) => closeListeners.push(listener),
    close: () => {
      reason = 'is closed';
      socket.destroy();
    },
  };
}
