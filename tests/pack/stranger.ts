import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const OURS =
  /^(?:npm_(?:package|lifecycle|command|execpath|node_execpath)|ONRECORD_|NEO4J_|VITEST|NODE_(?!EXTRA_CA_CERTS$))|^(?:PORT|HOST|INIT_CWD)$/;

/** The environment of someone without a clone: no variable of the project, and none of its commands on the path. */
export function strangersEnvironment(variables: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.startsWith(root));
  const theirs = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(theirs), PATH: path.join(delimiter), ...variables };
}

const failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** What a command came to; it is not thrown for its exit code. */
export type Outcome = Readonly<z.output<typeof failure>>;

/** Runs a command in a folder, with the environment of a stranger. */
export async function ran(
  folder: string,
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(command, [...args], {
      cwd: folder,
      env: strangersEnvironment(variables),
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const failed = failure.safeParse(error);
    if (!failed.success) throw error;
    return failed.data;
  }
}

/** Starts a command in a folder, with the environment of a stranger. */
export function started(
  folder: string,
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(command, [...args], {
    cwd: folder,
    env: strangersEnvironment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
