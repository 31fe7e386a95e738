import { LRUCache } from 'lru-cache';
import type { PastStanding } from '../store/history-port.ts';
import type { AskApi, AskPast } from './page-response.ts';

/** How many characters of answers are kept. */
const usualSize = 16_000_000;

interface Kept {
  readonly mark: string;
  readonly text: string;
}

/**
 * Keeps what the API answered to nobody in particular about moments that are over: it is the same for as long as nothing
 * was erased, hidden or shown. Who asks while an answer is awaited waits for the same one. What a caller with a key is
 * answered is not kept.
 */
export function rememberPast(
  ask: AskApi,
  standing: () => Promise<PastStanding>,
  maxSize = usualSize,
): AskPast {
  const kept = new LRUCache<string, Kept>({
    maxSize,
    sizeCalculation: ({ text }, key) => text.length + key.length,
  });
  const awaited = new Map<string, Promise<unknown>>();

  return async (query, variables, asked) => {
    if (asked.caller !== null) return ask(query, variables, asked);
    // Read before the answer is: what is hidden meanwhile makes it one that nobody is given again.
    const { upTo, mark } = await standing();
    if (variables.recorded > upTo) return ask(query, variables, asked);
    const key = JSON.stringify([query, variables]);
    const known = kept.get(key);
    if (known?.mark === mark) return JSON.parse(known.text);
    const turn = `${mark} ${key}`;
    const underWay = awaited.get(turn);
    if (underWay !== undefined) return underWay;
    const answering = ask(query, variables, asked).then((answer) => {
      kept.set(key, { mark, text: JSON.stringify(answer) });
      return answer;
    });
    awaited.set(turn, answering);
    return answering.finally(() => awaited.delete(turn));
  };
}
