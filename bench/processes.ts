import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { LoadOrder, LoadResult } from './load.ts';

/** A server that is measured, in a process of its own. */
export interface Measured {
  readonly origin: string;
  /** The CPU time that it has used so far, in milliseconds; null where the system does not say. */
  cpu(): number | null;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
/** What the kernel counts CPU time in; 100 a second wherever Node runs on Linux. */
const TICK_MS = 10;

/** Runs the command line to its end. Throws with what it said where it fails. */
export async function command(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [`${root}src/cli/onrecord.ts`, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += String(text);
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`onrecord ${args[0]} ended with ${code}:\n${said.slice(-3000)}`);
}

/** The service as `npm start` and the image run it, on a port of its own, with a log of warnings alone. */
export function startServiceProcess(env: NodeJS.ProcessEnv, options: readonly string[]): Promise<Measured> {
  const serving = { ...env, PORT: '0', HOST: '127.0.0.1', ONRECORD_LOG: 'warn' };
  return start(
    [...options, '--max-semi-space-size=64', `${root}src/cli/onrecord.ts`, 'serve', '--no-seed', '--json'],
    serving,
    ({ health }) => new URL(String(health)).origin,
  );
}

/** The server that the service is measured against. */
export function startBareProcess(env: NodeJS.ProcessEnv, options: readonly string[]): Promise<Measured> {
  return start([...options, `${root}bench/bare/server.ts`], env, ({ url }) => String(url));
}

async function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  originIn: (line: Readonly<Record<string, unknown>>) => string,
): Promise<Measured> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [null])]);
  if (line === null) throw new Error(`${args.join(' ')} ended before it listened`);
  return {
    origin: originIn(JSON.parse(line)),
    cpu: () => (child.pid === undefined ? null : cpuOf(child.pid)),
    stop: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

function cpuOf(pid: number): number | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    const [user, system] = afterName.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * TICK_MS;
  } catch {
    // There is no such file but on Linux.
    return null;
  }
}

/** Whoever asks, in a process of its own. */
export interface LoadProcess {
  run(order: LoadOrder): Promise<LoadResult>;
  stop(): Promise<void>;
}

export function startLoadProcess(): LoadProcess {
  const child = fork(fileURLToPath(new URL('./load.ts', import.meta.url)), { execArgv: [] });
  const over = once(child, 'exit').then(([code]) => {
    throw new Error(`the load process ended with ${code}`);
  });
  // It ends when it is told to, too, and then nobody waits for it.
  over.catch(() => undefined);
  return {
    run: async (order) => {
      const answered = once(child, 'message');
      child.send(order);
      const [result] = await Promise.race([answered, over]);
      return result;
    },
    stop: () => ended(child),
  };
}
