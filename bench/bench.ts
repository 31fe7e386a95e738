/** `npm run bench`: how many answers a second the service gives, beside a bare server that gives the same ones. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startNeo4j } from '../tests/support/neo4j-server.ts';
import { compareAnswers } from './compare.ts';
import { type GeneratedBundle, generateBundles } from './generate.ts';
import { emptyGraph, environmentFor, loadGraph, pagePlaces } from './graph.ts';
import { type Measurement, measure, type Sizes } from './measure.ts';
import { type Measured, startBareProcess, startLoadProcess, startServiceProcess } from './processes.ts';
import { questionsOf } from './questions.ts';
import { tableOf } from './table.ts';

const help = `node bench/bench.ts [options]

  --assertions <n>   how many assertions the graph has (10000)
  --seed <n>         by which it is made (1)
  --rounds <n>       how often each is measured, in turn (5)
  --seconds <n>      how long, each time (5)
  --only <text>      only the questions whose name holds this
  --keep             the graph is there already, by an earlier run with --keep on NEO4J_TEST_URI
  --profile <dir>    write a CPU profile of each server there
  --json             print JSON in place of the table

A Neo4j named by NEO4J_TEST_URI, NEO4J_TEST_USER and NEO4J_TEST_PASSWORD is emptied first. Without one, one is
started: in Docker, or from its published jars (Java 21 and Maven).`;

const COMPARED = 25;

const { values: options } = parseArgs({
  options: {
    assertions: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const sizes: Sizes = {
  rounds: Number(options.rounds),
  seconds: Number(options.seconds),
  warmUpSeconds: 2 * Number(options.seconds),
  connections: 16,
};

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function measureAll(
  service: Measured,
  bare: Measured,
  bundles: readonly GeneratedBundle[],
): Promise<readonly Measurement[]> {
  const load = startLoadProcess();
  try {
    const places = await pagePlaces(service.origin);
    const questions = questionsOf(bundles, places).filter(({ name }) => name.includes(options.only));
    const measurements: Measurement[] = [];
    for (const question of questions) {
      const origins = { service: service.origin, bare: bare.origin };
      const bytes = await compareAnswers(question, origins, COMPARED);
      note(`${question.name}: ${COMPARED} answers are the same; measuring …`);
      measurements.push(await measure(question, { service, bare }, load, sizes, bytes));
    }
    return measurements;
  } finally {
    await load.stop();
  }
}

async function main(): Promise<void> {
  const bundles = generateBundles({ seed: Number(options.seed), assertions: Number(options.assertions) });
  const store = await startNeo4j('long');
  if (store === null) throw new Error('no Neo4j can be had; --help says how');
  const started: Measured[] = [];
  try {
    const env = environmentFor(store);
    if (!options.keep) {
      await emptyGraph(store);
      note(`loading ${bundles.length} bundles …`);
      const began = performance.now();
      await loadGraph(bundles, env);
      note(`loaded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
    const profiling = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [];
    const service = await startServiceProcess(env, profiling);
    started.push(service);
    const bare = await startBareProcess(env, profiling);
    started.push(bare);
    const measurements = await measureAll(service, bare, bundles);
    const conditions = {
      ...sizes,
      assertions: Number(options.assertions),
      node: process.versions.node,
      cores: cpus().length,
    };
    process.stdout.write(
      options.json ? `${JSON.stringify({ conditions, measurements })}\n` : `${tableOf(measurements)}\n`,
    );
  } finally {
    await Promise.all(started.map((one) => one.stop()));
    await store.stop();
  }
}

if (options.help) process.stdout.write(`${help}\n`);
else await main();
