import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { resolve as absolute, dirname, extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StoreBusy, StoreUnreachable, StoreVersionMismatch } from '../domain/errors.ts';
import type { Opening } from './embedded-worker.ts';
import type { Engine } from './engine.ts';
import { lineChannel } from './line-channel.ts';
import { portChannel } from './port-channel.ts';
import { PROTOCOL_VERSION, type Reply, type Request } from './protocol.ts';
import { ProtocolClient } from './protocol-client.ts';
import { socketPath } from './socket-path.ts';

const FILE = 'graph.grafeo';
const CONNECT_LIMIT_MS = 5_000;

export interface EmbeddedFolder {
  readonly folder: string;
}

/** The embedded store that this process has open. */
export class EmbeddedEngine extends ProtocolClient {
  readonly #worker: Worker;
  #closing: Promise<void> | null = null;

  constructor(worker: Worker, folder: string) {
    super(portChannel<Reply, Request>(worker), `the embedded store in ${folder}`);
    this.#worker = worker;
  }

  /** Waits for the running transaction; whatever was committed is on disk afterwards. */
  override close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    try {
      await this.call({ kind: 'close' });
    } finally {
      await super.close();
      await this.#worker.terminate();
    }
  }
}

/** Whether there is an embedded store in `folder`; true also where that cannot be told, as opening will say why. */
export function hasEmbedded({ folder }: EmbeddedFolder): boolean {
  if (!existsSync(folder)) return false;
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return true;
  }
  const path = join(folder, FILE);
  return existsSync(path) || existsSync(`${path}.wal`);
}

/**
 * Opens the embedded store in `folder`, in a thread of its own; makes folder and store where there is none.
 * Throws `StoreBusy` when another process has it open, and `StoreUnreachable` when it cannot be read or written.
 */
export async function openEmbedded({ folder }: EmbeddedFolder): Promise<EmbeddedEngine> {
  const path = join(writableFolder(folder), FILE);
  // Beside this file, whether it runs as written or was compiled.
  const file = new URL(`./embedded-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, { workerData: path });
  const opening = await new Promise<Opening>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error) => resolve({ opened: false, message: error.message }));
  });
  if (opening.opened) return new EmbeddedEngine(worker, folder);
  await worker.terminate();
  throw refusal(path, folder, opening.message);
}

/** Lets other processes of the same user use the store, by a socket in (or for) its folder, until closed. */
export async function serveEngine(
  engine: EmbeddedEngine,
  folder: string,
): Promise<{ close(): Promise<void> }> {
  await engine.call({ kind: 'offer', path: socketPath(folder) });
  return {
    close: async () => {
      await engine.call({ kind: 'withdraw' });
    },
  };
}

/** The store in `folder` by way of the process that has it open and offers it; null when none does. */
export async function connectEmbedded({ folder }: EmbeddedFolder): Promise<Engine | null> {
  const socket = await reach(folder);
  if (socket === null) return null;
  const engine = new ProtocolClient(
    lineChannel<Reply, Request>(socket),
    `the service that has ${folder} open`,
  );
  const [[version] = []] = await engine.call({ kind: 'ping' });
  if (version === PROTOCOL_VERSION) return engine;
  await engine.close();
  throw new StoreVersionMismatch(
    `The service that has ${folder} open is of another version than this command. Stop it, or use its version.`,
  );
}

function reach(folder: string): Promise<Socket | null> {
  let path: string;
  try {
    path = socketPath(folder);
  } catch {
    return Promise.resolve(null);
  }
  return new Promise((resolve) => {
    const socket = connect(path);
    const none = (): void => {
      socket.destroy();
      resolve(null);
    };
    socket.setTimeout(CONNECT_LIMIT_MS, none);
    socket.once('error', none);
    socket.once('connect', () => {
      socket.off('error', none);
      socket.setTimeout(0);
      resolve(socket);
    });
  });
}

/** Makes a folder and what it stands in, step by step: where nothing can be made, as in /proc, Node's own way never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  }
}

function writableFolder(folder: string): string {
  try {
    makeFolder(absolute(folder));
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreUnreachable(
      `The folder ${folder} cannot be used for the store: ${why}. Set ONRECORD_DATA to a folder that may be written.`,
      error,
    );
  }
}

function refusal(path: string, folder: string, message: string): Error {
  if (/cannot be locked/.test(message)) {
    return new StoreBusy(`The store in ${folder} is open in another process. Stop that one first.`, message);
  }
  if (/damaged|corrupt|checksum|not a (Grafeo )?database|Serialization error/i.test(message)) {
    return new StoreUnreachable(
      `${path} is damaged, or is no store of this program: ${message}. Put a backup in its place, or move it away to begin anew.`,
      message,
    );
  }
  return new StoreUnreachable(`The store ${path} cannot be opened: ${message}`, message);
}
