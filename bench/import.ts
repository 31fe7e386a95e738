/**
 * `node bench/import.ts`: how fast an import is beside a bare `UNWIND` of the same nodes and relationships.
 *
 * The import is `onrecord seed` of the generated bundles, with all rules checked and the history written. The bare load
 * creates what the import wrote, read back from the store: every node of the present graph with its labels and all its
 * values, every relationship between two of them, under the same constraints and indexes, as many rows a statement.
 * Left out of it are: states, activities, requests, what bundles said last of their records (editions) and whatever hangs
 * on those; each rule; every look into the store; and the work of making values, for those that the import counts or puts
 * together come ready. It creates where the import merges, and each batch is a transaction, where the import has one for
 * each bundle. A second bare load creates the states and activities too: nothing that writes the history can be faster.
 */
import { deepStrictEqual } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openNeo4j } from '../src/engine/neo4j-engine.ts';
import { emptyNeo4j } from '../tests/support/empty-neo4j.ts';
import { startNeo4j } from '../tests/support/neo4j-server.ts';
import { environmentFor } from './graph.ts';
import { type LoadedPart, loadGraph } from './load-graph.ts';
import { spreadOf } from './measure.ts';
import { writePresentGraph } from './present-graph.ts';
import { sizeOf } from './size-of.ts';
import { importTable, markdown, spreadCell } from './table.ts';

const help = `node bench/import.ts [options]

  --size <n>     how many assertions are imported: 10k, 100k, 1M or any number (10k)
  --seed <n>     by which they are made (1)
  --rounds <n>   how often each is measured, in turn (3)

Both load into one Neo4j of its own, which is emptied before each. A first turn of each, in which
their statements are planned, is not counted. It takes Java 21 and Maven.`;

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '10k' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
});

const bareFile = fileURLToPath(new URL('./bare/import.ts', import.meta.url));

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const secondsOf = (parts: readonly LoadedPart[]): number => sum(parts.map(({ seconds }) => seconds));

/** Seconds from the start of the bare load's process to its end, as an import's are from its start. */
async function bareLoad(file: string, env: NodeJS.ProcessEnv): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [bareFile, file], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the bare load ended with ${code}`);
  return (performance.now() - began) / 1_000;
}

/** How the most that was held after the second tenth of an import is to what was held then; needs more than two. */
function growthIn(parts: readonly LoadedPart[]): number {
  const [second = Number.NaN, ...later] = parts.slice(1).map(({ megabytes }) => megabytes ?? Number.NaN);
  return Math.max(...later) / second;
}

async function main(): Promise<void> {
  const graph = { seed: Number(options.seed), assertions: sizeOf(options.size) };
  const store = await startNeo4j('long');
  if (store === null) throw new Error('no Neo4j can be had here: it takes Java 21 and Maven');
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const engine = await openNeo4j(store);
  try {
    const env = environmentFor(store);
    const file = join(folder, 'present-graph.ndjson');
    const wholeFile = join(folder, 'whole-graph.ndjson');
    await emptyNeo4j(engine);
    await loadGraph(graph, env, note);
    const present = await writePresentGraph(store, file);
    await writePresentGraph(store, wholeFile, true);
    await emptyNeo4j(engine);
    await bareLoad(file, env);
    const { nodes, relationships } = await writePresentGraph(store, join(folder, 'bare.ndjson'));
    deepStrictEqual([nodes, relationships], [present.nodes, present.relationships]);
    const imports: (readonly LoadedPart[])[] = [];
    const bareSeconds: number[] = [];
    const wholeSeconds: number[] = [];
    for (let round = 0; round < Number(options.rounds); round++) {
      await emptyNeo4j(engine);
      bareSeconds.push(await bareLoad(file, env));
      await emptyNeo4j(engine);
      wholeSeconds.push(await bareLoad(wholeFile, env));
      note(
        `bare: ${bareSeconds.at(-1)?.toFixed(1)} s, with its history ${wholeSeconds.at(-1)?.toFixed(1)} s`,
      );
      await emptyNeo4j(engine);
      imports.push((await loadGraph(graph, env, note)).parts);
    }
    const records = sum((imports[0] ?? []).map((part) => part.records));
    const rates = (seconds: readonly number[]) => seconds.map((each) => records / each);
    const imported = rates(imports.map(secondsOf));
    const [bare, whole] = [rates(bareSeconds), rates(wholeSeconds)];
    const line = (what: string, of: readonly number[]) => {
      const { median, least, most } = spreadOf(of);
      return [what, median.toFixed(0), `${least.toFixed(0)}–${most.toFixed(0)}`];
    };
    const { leftOut } = present;
    const shareOf = (some: readonly number[]) =>
      spreadCell(spreadOf(some.map((rate, round) => rate / (bare[round] ?? Number.NaN))));
    process.stdout.write(
      `${[
        markdown(
          [`${records} records`, 'records/s', 'least–most'],
          [line('import', imported), line('bare', bare), line('bare, with its history', whole)],
        ),
        `The import keeps ${shareOf(imported)} of the bare load's rate; with its history a bare load keeps ${shareOf(whole)}.`,
        `Bare: ${nodes} nodes, ${relationships} relationships; the import's history besides: ${leftOut.nodes} and ${leftOut.relationships}.`,
        importTable(imports.at(-1) ?? []),
        ...(imports.every((parts) => parts.length > 2)
          ? [
              `The most held in a later tenth beside the second: ${spreadCell(spreadOf(imports.map(growthIn)))}.`,
            ]
          : []),
      ].join('\n\n')}\n`,
    );
  } finally {
    await engine.close();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (options.help) process.stdout.write(`${help}\n`);
else await main();
