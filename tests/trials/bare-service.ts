import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import type { HostileRequest } from './hostile-requests.ts';
import { send } from './hostile-sender.ts';

interface Bare extends AsyncDisposable {
  readonly base: string;
  /** What it printed when something was written. */
  written(): string;
}

/** A service of Yoga alone, without the limits, in a process of its own. */
export async function bareYoga(): Promise<Bare> {
  const path = fileURLToPath(new URL('./bare-yoga.ts', import.meta.url));
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (more) => {
    said += more;
  });
  const exit = once(child, 'exit');
  await vi.waitFor(() => expect(said).toMatch(/^\d+\n/), 60_000);
  return {
    base: `http://127.0.0.1:${Number.parseInt(said, 10)}`,
    written: () => said.replace(/^\d+\n/, ''),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** How long a request takes there; as long as is waited where it takes longer. */
export async function harm(base: string, request: HostileRequest, waitMs = 20_000): Promise<number> {
  const started = performance.now();
  await Promise.race([send(base, request).catch(() => undefined), pause(waitMs)]);
  return performance.now() - started;
}
