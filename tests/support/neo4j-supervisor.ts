/**
 * Runs beside a test run as the parent of its Neo4j: when the pipe to the run closes, however the run ended, the
 * server is killed and its folder removed, unless that is marked to be kept. Arguments: the folder, then the command.
 */
import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { KEPT } from './kept-mark.ts';

const [home = '', command = '', ...args] = process.argv.slice(2);
const console = join(home, 'console.log');
const log = openSync(console, 'a');
const server = spawn(command, args, { stdio: ['ignore', log, log] });
let ending = false;

server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  end();
});
server.on('exit', () => {
  if (!ending) process.stderr.write(readFileSync(console, 'utf8').slice(-3000));
  end();
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end());
process.stdin.on('end', () => end());
process.stdin.on('error', () => end());
process.stdin.on('data', (order) => {
  // Both leave the folder for a later start of the same store; `close` lets the server end in its own time.
  const [keep, close] = ['keep', 'close'].map((known) => String(order).startsWith(known));
  end(keep || close, close ? 'SIGTERM' : 'SIGKILL');
});

function end(keep: unknown = false, signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): void {
  if (ending) return;
  ending = true;
  const finish = (): void => {
    if (keep !== true && !existsSync(join(home, KEPT)))
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    process.exit(0);
  };
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) finish();
  server.once('exit', finish);
  server.kill(signal);
}
