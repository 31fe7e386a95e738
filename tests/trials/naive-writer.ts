/**
 * What the program must not be, to show that the judge would tell. Arguments: the folder of an embedded store, how it
 * is naive, and the number of a small bundle. `early`: its receipt is printed before the commit, which never comes.
 * `piecemeal`: each statement is committed by itself, and it stops in the middle. It then waits to be killed.
 */
import { openEmbedded } from '../../src/engine/embedded-engine.ts';
import type { Engine, Transaction } from '../../src/engine/engine.ts';
import { importBundle } from '../../src/ingest/import-bundle.ts';
import { loadStatements } from '../../src/store/statements.ts';
import { createWriter } from '../../src/store/write-store.ts';
import { smallBundle } from './small-bundle.ts';

const STATEMENTS_BEFORE_THE_STOP = 20;

const [folder = '', manner = '', number = ''] = process.argv.slice(2);
const engine = await openEmbedded({ folder });
const forever = () => {
  process.stdout.write(`${number}\n`);
  return new Promise<never>(() => setInterval(() => undefined, 60_000));
};

/** Waits in its transaction when the work is done. */
async function early<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  return engine.write(async (transaction) => {
    await work(transaction);
    return forever();
  });
}

async function piecemeal<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  let sent = 0;
  return work({
    run: async (statement, parameters) => {
      if (++sent > STATEMENTS_BEFORE_THE_STOP) return forever();
      return engine.write((transaction) => transaction.run(statement, parameters));
    },
  });
}

const naive: Engine = {
  capabilities: engine.capabilities,
  read: (statement, parameters) => engine.read(statement, parameters),
  write: manner === 'early' ? early : piecemeal,
  define: (statement) => engine.define(statement),
  ping: () => engine.ping(),
  close: () => engine.close(),
};
const writer = createWriter(naive, loadStatements('cypher', 'embedded'), () => new Date());
await importBundle(writer, smallBundle(Number(number)), { requestKey: `naive:${number}` });
