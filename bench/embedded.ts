/** `node bench/embedded.ts`: the service on the embedded engine beside the same service on Neo4j, and how it starts there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareAnswers } from './compare.ts';
import { environmentFor, environmentIn } from './graph.ts';
import { keptEmbedded, openKeptGraph } from './kept-graph.ts';
import { type Measurement, measure, median } from './measure.ts';
import { command, startAsNpmDoes, startLoadProcess, startServiceProcess } from './processes.ts';
import { post } from './questions/question.ts';
import { questionsOf } from './questions/questions-of.ts';
import { firstAnswerIn, STARTS } from './servers.ts';
import { sizeOf } from './size-of.ts';
import { subjectsOf } from './subjects.ts';
import { importTable, markdown, spreadCell } from './table.ts';

const help = `node bench/embedded.ts [options]

  --size <n>           how many assertions the graph has: 10k, 100k or any number (10k)
  --seed <n>           by which it is made (1)
  --rounds <n>         how often each is measured, in turn (5)
  --seconds <n>        how long, each time (5)
  --only <text>        the questions whose name holds this; several by commas ("who said it"; "" for all)
  --connections <n>    how many ask at once; several by commas (1,16)
  --fresh              load the graph anew into the embedded store, though an earlier run has left it

The graph is loaded into each store by \`onrecord seed\`, once: both stay in folders under the temporary one for the next
run. It takes Java 21 and Maven.`;

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '10k' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'who said it' },
    connections: { type: 'string', default: '1,16' },
    fresh: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const COMPARED = 25;
const firstAsked = post('{ claims(first: 1) { edges { node { headline } } } }', {});

/** Each store has recorded at an hour of its own. */
const withoutInstants = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (key, value) => (key === 'recordedAt' ? undefined : value)));
const inCommon = { service: withoutInstants, bare: withoutInstants };

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** By the command of `npm start` on the store in a folder. */
async function coldStart(folder: string): Promise<readonly string[]> {
  const times: number[] = [];
  for (let round = 0; round < STARTS; round++)
    times.push(await firstAnswerIn(() => startAsNpmDoes(environmentIn(folder)), firstAsked));
  return [median(times), Math.min(...times), Math.max(...times)].map((ms) => ms.toFixed(0));
}

/** The same on the example that comes with the package, in a store that holds it already. */
async function coldStartOnExample(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    await command(['seed'], environmentIn(folder));
    return await coldStart(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A line for each store: what is in the place of the bare server is the service on Neo4j. */
function linesOf({ question, figures, p50, cpu }: Measurement, connections: number): readonly string[][] {
  return (['service', 'bare'] as const).map((side) => {
    const { perSecond = 0, p50: middle = 0, p99 = 0, cpu: own = 0, delay } = figures[side] ?? {};
    return [
      ...(side === 'service' ? [question, String(connections), 'embedded'] : ['', '', 'Neo4j']),
      ...[perSecond.toFixed(0), middle.toFixed(1), p99.toFixed(1), own.toFixed(2)],
      ...[delay?.p50, delay?.p99, delay?.max].map((late) => late?.toFixed(1) ?? '?'),
      ...(side === 'service' ? [spreadCell(p50.bare), spreadCell(cpu.bare)] : ['', '']),
    ];
  });
}

const heads = [
  ...['question', 'ask at once', 'store', 'answers/s', 'p50 ms', 'p99 ms', 'CPU ms'],
  ...['loop late p50', 'p99', 'most', 'p50 beside Neo4j’s', 'CPU'],
];

async function main(): Promise<void> {
  const graph = { seed: Number(options.seed), assertions: sizeOf(options.size) };
  const embedded = await keptEmbedded({ ...graph, fresh: options.fresh }, note);
  const { store } = await openKeptGraph({ ...graph, fresh: false }, note);
  const stops: (() => Promise<void>)[] = [() => store.stop()];
  try {
    const starts = [
      ['the example', ...(await coldStartOnExample())],
      [`${graph.assertions} assertions`, ...(await coldStart(embedded.folder))],
    ];
    const services: Awaited<ReturnType<typeof startServiceProcess>>[] = [];
    for (const env of [environmentIn(embedded.folder), environmentFor(store)]) {
      const service = await startServiceProcess(env, []);
      stops.unshift(service.stop);
      services.push(service);
    }
    const [own, onNeo4j] = services;
    if (!own || !onNeo4j) throw new Error('a service did not start');
    const load = startLoadProcess();
    stops.unshift(load.stop);
    const wanted = options.only.split(',');
    // Where a page begins is told by when its first claim was recorded, which each store has its own instant for.
    const questions = questionsOf(subjectsOf(graph), [])
      .filter(({ name, asked }) => asked.length > 0 && wanted.some((part) => name.includes(part)))
      .map(({ name, asked }) => ({ name, asked: asked.map(({ service }) => ({ service, bare: service })) }));
    const lines: string[][] = [];
    const seconds = Number(options.seconds);
    const origins = { service: own.origin, bare: onNeo4j.origin, peer: '' };
    for (const question of questions) {
      await compareAnswers({ ...question, inCommon, cannot: {} }, origins, COMPARED);
      note(`${question.name}: ${COMPARED} answers are the same`);
      for (const connections of options.connections.split(',').map(Number)) {
        const sizes = { rounds: Number(options.rounds), seconds, warmUpSeconds: 2 * seconds, connections };
        const servers = { service: [own], bare: [onNeo4j] };
        // The embedded store's CPU time is in that of the process, so that Neo4j's tells nothing beside it.
        const measured = await measure(question, servers, load, sizes, async () => null);
        lines.push(...linesOf(measured, connections));
        note(markdown(heads, linesOf(measured, connections)));
      }
    }
    process.stdout.write(
      `${[
        markdown(heads, lines),
        markdown(['npm start on', 'first answer after ms', 'least', 'most'], starts),
        importTable(embedded.loaded.parts),
      ].join('\n\n')}\n`,
    );
  } finally {
    for (const stop of stops) await stop();
  }
}

if (options.help) process.stdout.write(`${help}\n`);
else await main();
