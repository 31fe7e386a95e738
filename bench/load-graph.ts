import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type GraphOptions, generateBundles } from './generate.ts';
import { command, commandFile, memoryOf } from './processes.ts';

/** How fast a part of the graph was imported, and what the command held then. */
const loadedPart = z.object({
  assertions: z.number(),
  /** Nodes with a history: claims, assertions, passages, sources and their versions, entities, relations. */
  records: z.number(),
  seconds: z.number(),
  /** The most that the importing process held meanwhile; null where the system does not say. */
  megabytes: z.number().nullable(),
});

/** What an import of the whole graph was like: in up to ten parts of about equal size, the first first. */
export const loadedGraph = z.object({ parts: z.array(loadedPart) });

export type LoadedPart = z.output<typeof loadedPart>;
export type LoadedGraph = z.output<typeof loadedGraph>;

const PARTS = 10;
const printed = z.object({ added: z.number() });

/** Loads the graph as anyone would: bundles as files, by the command line, into a store that holds nothing. */
export async function loadGraph(
  options: GraphOptions,
  env: NodeJS.ProcessEnv,
  note: (text: string) => void,
): Promise<LoadedGraph> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const files: string[] = [];
    const sizes: number[] = [];
    for (const bundle of generateBundles(options)) {
      const file = join(folder, `${String(files.length).padStart(5, '0')}.bundle.json`);
      writeFileSync(file, JSON.stringify(bundle));
      files.push(file);
      sizes.push(bundle.assertions?.length ?? 0);
    }
    await command(['migrate'], env);
    return { parts: await importFiles(files, sizes, env, note) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One process for all of them, so that what it holds can be watched from the first to the last. */
async function importFiles(
  files: readonly string[],
  sizes: readonly number[],
  env: NodeJS.ProcessEnv,
  note: (text: string) => void,
): Promise<LoadedPart[]> {
  const child = spawn(process.execPath, [commandFile, 'seed', '--json', ...files], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said = (said + String(text)).slice(-3_000);
  });
  const ended = once(child, 'exit');
  const parts: LoadedPart[] = [];
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  let part = { assertions: 0, records: 0, megabytes: 0 };
  let [done, since] = [0, performance.now()];
  let index = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const size = sizes[index++] ?? 0;
    part = {
      assertions: part.assertions + size,
      records: part.records + printed.parse(JSON.parse(line)).added,
      megabytes: Math.max(part.megabytes, memoryOf(child.pid) ?? 0),
    };
    done += size;
    if (done < (whole * (parts.length + 1)) / PARTS) continue;
    const now = performance.now();
    parts.push({ ...part, seconds: (now - since) / 1_000, megabytes: part.megabytes || null });
    note(
      `${done} assertions imported, the last ${part.assertions} at ${rateOf(parts.at(-1))} records a second`,
    );
    part = { assertions: 0, records: 0, megabytes: 0 };
    since = now;
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`onrecord seed ended with ${code}:\n${said}`);
  return parts;
}

/** Records a second, as a whole number. */
export function rateOf(part: LoadedPart | undefined): number {
  return part === undefined ? 0 : Math.round(part.records / part.seconds);
}
