/**
 * The thread of a rebuilt graph: takes the states that it is made of, builds it in memory, takes it on by what was
 * recorded after, and answers what is read of it, so that the thread that serves is not held up.
 */
import { join } from 'node:path';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { EmbeddedStore } from '../engine/embedded-store.ts';
import { portChannel } from '../engine/port-channel.ts';
import type { Reply, Request } from '../engine/protocol.ts';
import { serveChannel } from '../engine/protocol-server.ts';
import { type FormerState, rebuild, takeOn } from '../store/rebuild.ts';
import type { Run } from '../store/run.ts';
import { loadMigrations, loadStatements } from '../store/statements.ts';
import { packageRoot } from './package-root.ts';

/** What it is told: where it is read, some of the states, and that these were all for the graph or for its next step. */
export type Told =
  | { readonly reads: MessagePort }
  | { readonly states: readonly FormerState[] }
  | { readonly base: { readonly said: string | null } }
  | { readonly step: { readonly recordedAt: string } };

/** What it tells after each: how many states it holds, and the epoch to read them at; or why not. */
export type Outcome = { readonly states: number; readonly epoch: string } | { readonly failure: string };

const port = parentPort;
if (port === null) throw new Error('rebuild-worker runs as a worker thread only');

const cypher = join(packageRoot, 'cypher');
const statements = loadStatements(cypher, 'embedded');
const store = new EmbeddedStore(null);
const held = new Map<string, FormerState>();
let told: FormerState[] = [];
let written = 0;

async function transact(work: (run: Run) => Promise<void>): Promise<void> {
  const transaction = await store.begin(() => true);
  try {
    await work((name, parameters = {}) => transaction.run(statements.get(name), parameters));
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

async function build(states: readonly FormerState[], day: string | null): Promise<void> {
  for (const migration of loadMigrations(cypher, 'embedded')) {
    for (const statement of migration.statements) await store.define(statement);
  }
  await transact((run) => rebuild(run, states, day));
}

async function done(work: (states: readonly FormerState[]) => Promise<void>): Promise<Outcome> {
  const states = told;
  told = [];
  try {
    await work(states);
    for (const state of states) held.set(state.id, state);
    written += states.length;
    return { states: written, epoch: store.epoch() };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

port.on('message', async (message: Told) => {
  if ('reads' in message) {
    serveChannel(portChannel<Request, Reply>(message.reads), store);
  } else if ('states' in message) {
    for (const state of message.states) told.push(state);
  } else if ('base' in message) {
    port.postMessage(await done((states) => build(states, message.base.said)));
  } else {
    const { recordedAt } = message.step;
    port.postMessage(await done((states) => transact((run) => takeOn(run, states, held, recordedAt))));
  }
});
