import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { LoadOrder, LoadResult } from './load.ts';
import type { Usage } from './meter.ts';

/** A server that is measured, in a process of its own. */
export interface Measured {
  readonly origin: string;
  /** Milliseconds from its start until it listened. */
  readonly startedIn: number;
  /** What it has used so far. */
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
/** The command line as `npx onrecord` and `npm start` run it in a clone, with what Node keeps of its TypeScript. */
export const commandFile = `${root}src/cli/bin.js`;

/** Runs the command line to its end. Throws with what it said where it fails. */
export async function command(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [commandFile, ...args], {
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

const metered = `--import=${root}bench/meter.ts`;
/** What `npm start` tells Node of memory; whoever is measured is told the same. */
const nodeOptions = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')))
  .scripts.start.split(' ')
  .filter((word) => word.startsWith('--'));
const serviceOrigin = ({ health }: Readonly<Record<string, unknown>>) => new URL(String(health)).origin;
const serving = (env: NodeJS.ProcessEnv) => ({ ...env, PORT: '0', HOST: '127.0.0.1', ONRECORD_LOG: 'warn' });

/** The service by the command of `npm start`; it does not tell what it uses. */
export function startAsNpmDoes(env: NodeJS.ProcessEnv): Promise<Measured> {
  return start([...nodeOptions, commandFile, 'serve', '--json'], serving(env), serviceOrigin);
}

/** The service as `npm start` and the image run it, on a port of its own, with a log of warnings alone. */
export function startServiceProcess(env: NodeJS.ProcessEnv, options: readonly string[]): Promise<Measured> {
  const args = [metered, ...options, ...nodeOptions, commandFile, 'serve', '--no-seed', '--json'];
  return start(args, serving(env), serviceOrigin);
}

/** A server that the service is measured against, by its file in this folder. */
export function startOtherProcess(
  file: string,
  env: NodeJS.ProcessEnv,
  options: readonly string[],
): Promise<Measured> {
  const args = [metered, ...options, ...nodeOptions, `${root}bench/${file}`];
  return start(args, env, ({ url }) => String(url));
}

async function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  originIn: (line: Readonly<Record<string, unknown>>) => string,
): Promise<Measured> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const lines = createInterface({ input: required(child.stdout) });
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [null])]);
  if (line === null) throw new Error(`${args.join(' ')} ended before it listened`);
  return {
    origin: originIn(JSON.parse(line)),
    startedIn: performance.now() - began,
    usage: async () => {
      const told = once(child, 'message');
      child.send('usage');
      const [usage] = await told;
      return usage as Usage;
    },
    stop: () => ended(child),
  };
}

function required<Thing>(thing: Thing | null): Thing {
  if (thing === null) throw new Error('the process has no output');
  return thing;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** What a process holds in memory, in megabytes; null where the system does not say. */
export function memoryOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1_024);
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
