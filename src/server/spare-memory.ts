import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How often it is looked whether there is something to give back, and from how much on that is worth a pause. */
const everyMs = 2_000;
const worthBytes = 48 * 1024 * 1024;
/** It is quiet once so few are answered between two looks, so many times in a row. */
const fewAnswers = 10;
const quietLooks = 10;

type Collect = (options: { readonly type: 'major'; readonly flavor: 'regular' | 'last-resort' }) => void;

/**
 * Gives memory back to the system that a flood of requests has taken: V8 keeps what it once had, and a machine that has
 * other work too misses it. It is done while nobody is being answered, since it stops the thread for a moment. All that can
 * be given back is, compiled code that was not run lately among it, once it is quiet: whoever asks between two waves of
 * others would wait for that to be made again.
 * @param isIdle whether no request is under way
 * @param answered how many requests have been answered
 * @returns stops it
 */
export function spareMemory(isIdle: () => boolean, answered: () => number): () => void {
  setFlagsFromString('--expose-gc');
  const collect: Collect = runInNewContext('gc');
  let least = process.memoryUsage.rss();
  let left = least;
  let [looks, before] = [0, answered()];
  const timer = setInterval(() => {
    const now = process.memoryUsage.rss();
    least = Math.min(least, now);
    left = Math.min(left, now);
    looks = answered() - before <= fewAnswers ? looks + 1 : 0;
    before = answered();
    const isQuiet = looks >= quietLooks;
    if (!isIdle() || now - (isQuiet ? least : left) < worthBytes) return;
    collect({ type: 'major', flavor: isQuiet ? 'last-resort' : 'regular' });
    left = process.memoryUsage.rss();
    if (isQuiet) least = left;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
