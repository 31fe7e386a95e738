/** Asks as fast as answers come, in a process of its own; orders come and results go over the parent's channel. */
import { Agent, request } from 'node:http';
import type { Ask } from './questions/question.ts';

export interface LoadOrder {
  /** Connections are shared out between them. */
  readonly origins: readonly string[];
  readonly asks: readonly Ask[];
  /** Which of them comes first, so that rounds do not all begin alike. */
  readonly start: number;
  readonly seconds: number;
  readonly connections: number;
}

export interface LoadResult {
  readonly answered: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** What went wrong first; null where every answer was 200. */
  readonly failure: string | null;
}

async function run({ origins, asks, start, seconds, connections }: LoadOrder): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  let next = start;
  let failure: string | null = null;
  async function ask(_: unknown, connection: number): Promise<void> {
    const origin = origins[connection % origins.length] ?? '';
    while (performance.now() < end && failure === null) {
      const one = asks[next++ % asks.length];
      if (one === undefined) throw new Error('nothing to ask');
      const sent = performance.now();
      const status = await answerTo(agent, origin, one).catch(String);
      if (status === 200) times.push(performance.now() - sent);
      else failure = `${one.path}: ${status}`;
    }
  }
  await Promise.all(Array.from({ length: connections }).map(ask));
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return {
    answered: times.length,
    seconds: (performance.now() - began) / 1000,
    p50: at(0.5),
    p99: at(0.99),
    failure,
  };
}

function answerTo(agent: Agent, origin: string, { method, path, body }: Ask): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers =
      method === 'GET'
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(origin + path, { method, agent, headers }, (response) => {
      response.on('error', reject);
      response.on('end', () => resolve(response.statusCode));
      response.resume();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

process.on('message', async (order: LoadOrder) => {
  process.send?.(await run(order));
});
