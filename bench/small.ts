import { openNeo4j } from '../src/engine/neo4j-engine.ts';
import { emptyNeo4j } from '../tests/support/empty-neo4j.ts';
import { statement } from '../tests/support/statement.ts';
import { compareAnswers } from './compare.ts';
import { environmentFor, type Neo4jAddress, pagePlaces } from './graph.ts';
import { loadGraph } from './load-graph.ts';
import { type Measurement, measure, spreadOf } from './measure.ts';
import { startLoadProcess } from './processes.ts';
import { questionsOf } from './questions/questions-of.ts';
import { startAll, stopAll } from './servers.ts';
import type { Spreads } from './spreads.ts';
import { subjectsOf } from './subjects.ts';

const graph = { seed: 1, assertions: 300 };
const ROUNDS = 5;
/** As short as a round can be for sixteen who ask to be answered some hundred times. */
const sizes = { rounds: 1, seconds: 0.2, warmUpSeconds: 0.4, connections: 16 };
const COMPARED = 5;

/** What the import asked was planned for a store that held next to nothing, and a Neo4j for tests keeps such plans. */
const planAnew = statement('planAnew', 'CALL db.prepareForReplanning()');

/**
 * Every question at the smallest size, in five short rounds, in less than a minute where nothing else runs: how the
 * service's answers a second are to each other's. A round goes over all questions and everybody in turn, so that what
 * disturbs the machine, or is not warm yet, meets one round of each and not all of one. What the Neo4j holds is
 * deleted first.
 */
export async function smallSpreads(store: Neo4jAddress, note: (text: string) => void): Promise<Spreads> {
  const engine = await openNeo4j(store);
  const env = environmentFor(store);
  try {
    await emptyNeo4j(engine);
    await loadGraph(graph, env, note);
    await engine.define(planAnew);
  } finally {
    await engine.close();
  }
  const servers = await startAll(env, []);
  const load = startLoadProcess();
  try {
    const { service, peer, bare } = servers;
    const origins = { service: service.origin, peer: peer.origin, bare: bare.origin };
    const each = { service: [service], peer: [peer], bare: [bare] };
    const questions = questionsOf(subjectsOf(graph), await pagePlaces(service.origin, Infinity));
    const rounds: (readonly Measurement[])[] = [];
    for (const question of questions) await compareAnswers(question, origins, COMPARED);
    while (rounds.length < ROUNDS) {
      const warmUpSeconds = rounds.length === 0 ? sizes.warmUpSeconds : 0;
      const round: Measurement[] = [];
      for (const question of questions)
        round.push(await measure(question, each, load, { ...sizes, warmUpSeconds }, async () => null));
      rounds.push(round);
    }
    return spreadsOf(rounds);
  } finally {
    await load.stop();
    await stopAll(servers);
  }
}

/** Of each question, and each other who answers it, the ratios of all rounds. */
function spreadsOf(rounds: readonly (readonly Measurement[])[]): Spreads {
  const of = (question: string, side: 'peer' | 'bare') => {
    const those = rounds.flat().filter((one) => one.question === question);
    const ratios = those.flatMap(({ throughput }) => throughput[side]?.median ?? []);
    return ratios.length === 0 ? {} : { [side]: spreadOf(ratios) };
  };
  const questions = (rounds[0] ?? []).map(({ question }) => question);
  return Object.fromEntries(questions.map((name) => [name, { ...of(name, 'peer'), ...of(name, 'bare') }]));
}
