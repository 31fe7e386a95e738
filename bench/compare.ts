import { deepStrictEqual } from 'node:assert/strict';
import type { Ask, Question } from './questions.ts';

/** What a server answers, parsed. Throws for any answer but 200, and for one with errors. */
export async function answerOf(origin: string, { method, path, body }: Ask): Promise<unknown> {
  const response = await fetch(origin + path, {
    method,
    ...(method === 'GET' ? {} : { body, headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  if (response.status !== 200 || text.startsWith('{"errors"')) {
    throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}`);
  }
  return JSON.parse(text);
}

/** Asks both each of the first so many; throws at the first two answers that differ. Answers how many bytes one has on average. */
export async function compareAnswers(
  question: Question,
  origins: { readonly service: string; readonly bare: string },
  count: number,
): Promise<number> {
  const some = question.asked.slice(0, count);
  if (some.length < count) {
    throw new Error(`${question.name}: only ${some.length} to ask about, and ${count} are to be compared`);
  }
  let bytes = 0;
  for (const { service, bare } of some) {
    const [one, other] = await Promise.all([
      answerOf(origins.service, service),
      answerOf(origins.bare, bare),
    ]);
    deepStrictEqual(one, other, `${question.name} is answered differently: ${bare.path}`);
    bytes += Buffer.byteLength(JSON.stringify(one));
  }
  return Math.round(bytes / some.length);
}
