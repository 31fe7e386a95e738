import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const BIN = fileURLToPath(new URL('../../src/cli/bin.js', import.meta.url));
const SETTINGS = /^(NEO4J_|ONRECORD_|PORT$|HOST$|NODE_OPTIONS$|VITEST)/;

/** Variables for a command; those of the surroundings that set the program are not handed on. */
export type Variables = Readonly<Record<string, string>>;

/** A command of ours that runs, with what it has written so far. */
export class OnrecordProcess {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';
  /** Whether it has not ended yet, or has more to say. */
  running = true;
  readonly #ended: Promise<{ code: number | null; signal: string | null }>;

  /** `input` is what it reads on stdin: a text, null for one that does not come yet, or nothing at all. */
  constructor(args: readonly string[], variables: Variables, input?: string | null) {
    const surroundings = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name));
    this.child = spawn(process.execPath, [BIN, ...args], {
      env: { ...Object.fromEntries(surroundings), ...variables },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    if (typeof input === 'string') this.child.stdin?.end(input);
    this.child.stdout?.setEncoding('utf8').on('data', (text) => {
      this.stdout += text;
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text) => {
      this.stderr += text;
    });
    this.#ended = once(this.child, 'close').then(([code, signal]) => {
      this.running = false;
      return { code, signal };
    });
  }

  /** Whole lines written to stdout so far. */
  get lines(): readonly string[] {
    return this.stdout.split('\n').slice(0, -1);
  }

  /** Resolves when it holds, or when the process has ended; true where it holds. */
  async until(holds: (self: OnrecordProcess) => boolean): Promise<boolean> {
    const { stdout, stderr } = this.child;
    while (!holds(this) && this.running && stdout !== null && stderr !== null) {
      const given = new AbortController();
      const options = { signal: given.signal };
      const events = [once(stdout, 'data', options), once(stderr, 'data', options), this.#ended];
      await Promise.race(events);
      given.abort();
      await Promise.allSettled(events.slice(0, 2));
    }
    return holds(this);
  }

  /** Sends a signal; resolves with how it ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }> {
    this.child.kill(signal);
    return this.#ended;
  }

  ended(): Promise<{ code: number | null; signal: string | null }> {
    return this.#ended;
  }
}

/** Runs a command to its end. */
export async function onrecord(
  args: readonly string[],
  variables: Variables,
  input?: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const run = new OnrecordProcess(args, variables, input);
  const { code } = await run.ended();
  return { code, stdout: run.stdout, stderr: run.stderr };
}

/** A service that listens on a free port, and where. */
export interface Service extends AsyncDisposable {
  readonly process: OnrecordProcess;
  readonly base: string;
}

/** Starts `onrecord serve`; resolves when it has printed its addresses. Throws with what it wrote if it ends before. */
export async function serving(variables: Variables, ...options: string[]): Promise<Service> {
  const process = new OnrecordProcess(['serve', '--json', ...options], { PORT: '0', ...variables });
  await process.until(({ lines }) => lines.length > 0);
  const [line] = process.lines;
  if (line === undefined) throw new Error(`the service did not start: ${process.stderr}`);
  const base = new URL(JSON.parse(line).health).origin;
  return {
    process,
    base,
    [Symbol.asyncDispose]: async () => {
      if (process.running) await process.end('SIGKILL');
    },
  };
}
