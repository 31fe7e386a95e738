/** `npm run bench`: how the service answers beside what anyone would use instead, and beside the most that can be had. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startNeo4j } from '../tests/support/neo4j-server.ts';
import { compareAnswers } from './compare.ts';
import { environmentFor, pagePlaces } from './graph.ts';
import { openKeptGraph } from './kept-graph.ts';
import { measure, type Servers, type Sizes } from './measure.ts';
import { type Measured, startLoadProcess, startServiceProcess } from './processes.ts';
import { type Question, type Side, sides } from './questions/question.ts';
import { questionsOf } from './questions/questions-of.ts';
import { type AllServers, coldStarts, startAll, stopAll } from './servers.ts';
import { sizeOf } from './size-of.ts';
import { smallSpreads } from './small.ts';
import { keepSpreads } from './spreads.ts';
import { storeCpuOf } from './store-cpu.ts';
import { subjectsOf } from './subjects.ts';
import { type Answered, importTable, markdown, names, spreadCell, tableOf } from './table.ts';

const help = `node bench/bench.ts [options]

  --size <n>         how many assertions the graph has: 10k, 100k, 1M or any number (10k)
  --seed <n>         by which it is made (1)
  --rounds <n>       how often each is measured, in turn (5); 0 compares the answers and measures nothing
  --seconds <n>      how long, each time (5)
  --warm-up <n>      how many seconds each is asked a question before it is measured (twice --seconds)
  --only <text>      only the questions whose name holds this; several by commas
  --cached           ask about the same thing again and again, and let the service remember what it answered
  --two              measure two processes of the service over the one store beside one
  --fresh            load the graph anew, though an earlier run has left it
  --profile <dir>    write a CPU profile of each server there
  --json             print JSON in place of the tables
  --keep             measure the smallest size as the tests do, and keep its ratios for them; nothing else is done

The graph is loaded into a Neo4j of its own by \`onrecord seed\`, once: it stays in a folder under the temporary one for
the next run. It takes Java 21 and Maven.`;

const COMPARED = 25;
const PLACES = 2_000;

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '10k' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    'warm-up': { type: 'string' },
    only: { type: 'string', default: '' },
    cached: { type: 'boolean', default: false },
    two: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const sizes: Sizes = {
  rounds: Number(options.rounds),
  seconds: Number(options.seconds),
  warmUpSeconds: Number(options['warm-up'] ?? 2 * Number(options.seconds)),
  connections: 16,
};
const graph = { seed: Number(options.seed), assertions: sizeOf(options.size) };

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function answersOf(
  question: Question,
  servers: AllServers,
  second: Measured | null,
  storeCpu: () => Promise<number | null>,
) {
  const load = startLoadProcess();
  try {
    const before = await usagesOf(servers);
    const origins = Object.fromEntries(sides.map((side) => [side, servers[side].origin]));
    const compared = Math.min(COMPARED, question.asked.length);
    const bytes = await compareAnswers(question, origins as Record<Side, string>, compared);
    const after = await usagesOf(servers);
    note(`${question.name}: ${compared} answers are the same`);
    if (sizes.rounds === 0) return null;
    const asked = options.cached ? question.asked.slice(0, 1) : question.asked;
    const alone = sides
      .filter((side) => question.asked.some((one) => one[side]))
      .map((side) => [side, (after[side].roundTrips - before[side].roundTrips) / compared]);
    const measured = await measure({ ...question, asked }, eachAlone(servers), load, sizes, storeCpu);
    const answered: Answered = { ...measured, bytes, roundTripsAlone: Object.fromEntries(alone) };
    if (second === null) return { answered, two: null };
    const both = { service: [servers.service, second], bare: [servers.service] };
    const asTwo = asked.map(({ service }) => ({ service, bare: service }));
    return {
      answered,
      two: await measure({ name: question.name, asked: asTwo }, both, load, sizes, storeCpu),
    };
  } finally {
    await load.stop();
  }
}

const eachAlone = ({ service, peer, bare }: AllServers): Servers => ({
  service: [service],
  peer: [peer],
  bare: [bare],
});

async function usagesOf(servers: AllServers) {
  const [service, peer, bare] = await Promise.all(sides.map((side) => servers[side].usage()));
  if (!service || !peer || !bare) throw new Error('a server did not say what it uses');
  return { service, peer, bare };
}

async function main(): Promise<void> {
  const { store, loaded } = await openKeptGraph({ ...graph, fresh: options.fresh }, note);
  const storeCpu = storeCpuOf(store);
  const stops: (() => Promise<void>)[] = [() => store.stop(), storeCpu.close];
  try {
    note('finding what to ask about …');
    const subjects = subjectsOf(graph);
    const env = environmentFor(store, options.cached);
    // Whoever asks for some questions alone has seen the rest, and does not wait for nine starts.
    const starts = options.only === '' ? await coldStarts(env, questionsOf(subjects, [])) : null;
    const servers = await startAll(
      env,
      options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [],
    );
    stops.unshift(() => stopAll(servers));
    const second = options.two ? await startServiceProcess(env, []) : null;
    if (second !== null) stops.unshift(second.stop);
    const atRest = await usagesOf(servers);
    const wanted = options.only.split(',');
    const questions = questionsOf(subjects, await pagePlaces(servers.service.origin, PLACES)).filter(
      ({ name }) => wanted.some((part) => name.includes(part)),
    );
    const results = [];
    for (const question of questions) {
      const result = await answersOf(question, servers, second, storeCpu.read);
      if (result === null) continue;
      results.push(result);
      note(tableOf([result.answered]));
    }
    if (results.length === 0) return;
    const conditions = {
      ...{ ...graph, ...sizes, cached: options.cached },
      ...{ node: process.versions.node, cores: cpus().length },
    };
    const measured = results.map(({ answered }) => answered);
    if (options.json) {
      const all = { conditions, loaded, starts, atRest, measured, two: results.map(({ two }) => two) };
      process.stdout.write(`${JSON.stringify(all)}\n`);
      return;
    }
    const cannot = questions.flatMap(({ name, cannot: reasons }) =>
      sides.flatMap((side) =>
        reasons[side] ? [`${name}: ${names[side]} does not answer; ${reasons[side]}.`] : [],
      ),
    );
    const tables = [
      tableOf(measured),
      cannot.join('\n'),
      markdown(
        ['server', 'first answer after ms', 'MB at rest'],
        sides.map((side) => [names[side], starts?.[side].toFixed(0) ?? '', atRest[side].memory.toFixed(0)]),
      ),
      importTable(loaded.parts),
      ...results.flatMap(({ two }) => (two === null ? [] : [twoBesideOne(two)])),
    ];
    process.stdout.write(`${tables.join('\n\n')}\n`);
  } finally {
    for (const stop of stops) await stop();
  }
}

async function keep(): Promise<void> {
  const store = await startNeo4j();
  if (store === null) throw new Error('no Neo4j can be had here: it takes Java 21 and Maven');
  try {
    keepSpreads(await smallSpreads(store, note));
  } finally {
    await store.stop();
  }
}

function twoBesideOne({ question, figures, throughput }: Awaited<ReturnType<typeof measure>>): string {
  const line = (what: string, one: typeof figures.service) => [
    what,
    one?.perSecond.toFixed(0) ?? '?',
    one?.cpu.toFixed(2) ?? '?',
    one?.storeCpu?.toFixed(2) ?? '?',
  ];
  return `${markdown(
    [`${question}: processes`, 'answers/s', 'CPU ms of theirs', 'of the store'],
    [line('two', figures.service), line('one', figures.bare)],
  )}\n\nTwo answer ${spreadCell(throughput.bare)} times what one does.`;
}

if (options.help) process.stdout.write(`${help}\n`);
else if (options.keep) await keep();
else await main();
