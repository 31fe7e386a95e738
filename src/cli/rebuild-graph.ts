import { extname, join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { StatementFailed } from '../domain/errors.ts';
import { portChannel } from '../engine/port-channel.ts';
import type { Reply, Request } from '../engine/protocol.ts';
import { ProtocolClient } from '../engine/protocol-client.ts';
import type { RebuildGraph, States } from '../store/rebuilt-graph.ts';
import { loadStatements } from '../store/statements.ts';
import { packageRoot } from './package-root.ts';
import type { Outcome, Told } from './rebuild-worker.ts';

// Beside this file, whether it runs as written or was compiled.
const file = new URL(`./rebuild-worker${extname(import.meta.url)}`, import.meta.url);

/** What the thread tells next. */
function outcomeOf(worker: Worker): Promise<Exclude<Outcome, { readonly failure: string }>> {
  return new Promise((resolve, reject) => {
    const failed = (why: string) => reject(new StatementFailed('rebuild', new Error(why)));
    const onError = (error: unknown) => failed(error instanceof Error ? error.message : String(error));
    const onExit = () => failed('its thread has ended');
    worker.once('error', onError);
    worker.once('exit', onExit);
    worker.once('message', (outcome: Outcome) => {
      worker.off('error', onError);
      worker.off('exit', onExit);
      if ('failure' in outcome) failed(outcome.failure);
      else resolve(outcome);
    });
  });
}

/** Rebuilds a graph in memory, on the embedded engine, in a thread of its own. */
export const rebuildGraph: RebuildGraph = async (place, base, said, stop) => {
  const statements = loadStatements(join(packageRoot, 'cypher'), 'embedded');
  const worker = new Worker(file);
  const { port1, port2 } = new MessageChannel();
  const tell = (told: Told): void => worker.postMessage(told);
  worker.postMessage({ reads: port2 } satisfies Told, [port2]);
  const reads = new ProtocolClient(portChannel<Reply, Request>(port1), 'the graph as it stood');
  const end = () => void worker.terminate();
  stop.addEventListener('abort', end);
  const epochs = new Map<number, string>();
  let held = 0;

  async function close(): Promise<void> {
    stop.removeEventListener('abort', end);
    await reads.close();
    port1.close();
    await worker.terminate();
  }
  async function make(sequence: number, states: States, last: Told): Promise<void> {
    for await (const some of states) {
      stop.throwIfAborted();
      tell({ states: some });
    }
    stop.throwIfAborted();
    const outcome = outcomeOf(worker);
    tell(last);
    const made = await outcome;
    held = made.states;
    epochs.set(sequence, made.epoch);
  }

  try {
    await make(place.sequence, base, { base: { said } });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    get states() {
      return held;
    },
    takeOn: ({ sequence, recordedAt }, states) => make(sequence, states, { step: { recordedAt } }),
    async read(sequence, name, parameters = {}) {
      const epoch = epochs.get(sequence);
      if (epoch === undefined) throw new Error(`the graph was not rebuilt at ${sequence}`);
      return reads.call({ kind: 'read', statement: statements.get(name), parameters, epoch });
    },
    close,
  };
};
