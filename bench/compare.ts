import { deepStrictEqual } from 'node:assert/strict';
import { type Ask, type Question, type Side, sides } from './questions/question.ts';

/** What a server answers, parsed. Throws for any answer but 200, and for one with errors. */
export async function answerOf(origin: string, { method, path, body }: Ask): Promise<unknown> {
  const response = await fetch(origin + path, {
    method,
    ...(method === 'GET' ? {} : { body, headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  if (response.status !== 200 || text.startsWith('{"errors"')) {
    throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}\n${body.slice(0, 200)}`);
  }
  return JSON.parse(text);
}

/**
 * Asks everybody who can answer each of the first so many; throws at the first answer that differs from the service's.
 * Answers how many bytes one of the service's has on average.
 */
export async function compareAnswers(
  question: Question,
  origins: Readonly<Record<Side, string>>,
  count: number,
): Promise<number> {
  const some = question.asked.slice(0, count);
  if (some.length === 0) throw new Error(`${question.name}: nothing to ask about`);
  let bytes = 0;
  for (const asked of some) {
    const own = await answerOf(origins.service, asked.service);
    bytes += Buffer.byteLength(JSON.stringify(own));
    for (const side of sides) {
      const ask = asked[side];
      if (side === 'service' || ask === undefined) continue;
      compareOne(question, side, own, await answerOf(origins[side], ask), asked.service.body);
    }
  }
  return Math.round(bytes / some.length);
}

function compareOne(question: Question, side: Side, own: unknown, theirs: unknown, asked: string): void {
  const what = `${question.name} is answered differently by ${side}: ${asked.slice(-120)}`;
  const missing = question.holds?.[side];
  if (missing) {
    deepStrictEqual(missing(own, theirs), [], what);
    return;
  }
  const { service = asItIs, [side]: those = asItIs } = question.inCommon;
  deepStrictEqual(those(theirs), service(own), what);
}

const asItIs = (answer: unknown): unknown => answer;
