import { answerOf } from './compare.ts';
import { median } from './measure.ts';
import { type Measured, startOtherProcess, startServiceProcess } from './processes.ts';
import { type Ask, type Question, type Side, sides } from './questions/question.ts';

/** Everybody who is measured. */
export type AllServers = Readonly<Record<Side, Measured>>;

type Start = (env: NodeJS.ProcessEnv, options: readonly string[]) => Promise<Measured>;

const starts: Readonly<Record<Side, Start>> = {
  service: startServiceProcess,
  peer: (env, options) => startOtherProcess('neo4j-graphql/server.ts', env, options),
  bare: (env, options) => startOtherProcess('bare/server.ts', env, options),
};

export async function startAll(env: NodeJS.ProcessEnv, options: readonly string[]): Promise<AllServers> {
  const [service, peer, bare] = await Promise.all(sides.map((side) => starts[side](env, options)));
  if (!service || !peer || !bare) throw new Error('a server did not start');
  return { service, peer, bare };
}

export async function stopAll(servers: AllServers): Promise<void> {
  await Promise.all(Object.values(servers).map((server) => server.stop()));
}

/** Milliseconds from the start of a process to its first answer, which is all that it is there for. */
export async function firstAnswerIn(start: () => Promise<Measured>, ask: Ask): Promise<number> {
  const began = performance.now();
  const server = await start();
  await answerOf(server.origin, ask);
  const taken = performance.now() - began;
  await server.stop();
  return taken;
}

/** How many starts a time is the median of. */
export const STARTS = 3;

/** How long each takes to its first answer, one after the other. */
export async function coldStarts(
  env: NodeJS.ProcessEnv,
  questions: readonly Question[],
): Promise<Readonly<Record<Side, number>>> {
  const [first] = questions[0]?.asked ?? [];
  if (first === undefined) throw new Error('there is nothing to ask about');
  const times: Record<Side, number[]> = { service: [], peer: [], bare: [] };
  for (let round = 0; round < STARTS; round++) {
    for (const side of sides) {
      const ask = first[side];
      if (ask === undefined) throw new Error(`${side} cannot answer the first question`);
      times[side].push(await firstAnswerIn(() => starts[side](env, []), ask));
    }
  }
  return { service: median(times.service), peer: median(times.peer), bare: median(times.bare) };
}
