import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How often it is looked whether there is something to give back, and from how much on that is worth a pause. */
const everyMs = 2_000;
const worthBytes = 48 * 1024 * 1024;
/** It is quiet while so few are answered between two looks. */
const fewAnswers = 10;
/** After so many quiet looks in a row garbage is given back, and after so many all that can be. */
const looksUntil = { garbage: 5, all: 10 };

type Collect = (options: { readonly type: 'major'; readonly flavor: 'regular' | 'last-resort' }) => void;

/**
 * Gives memory back to the system that a flood of requests has taken: V8 keeps what it once had, and a machine that has
 * other work too misses it. It is done while nobody is being answered, since it stops the thread for a moment, and not
 * before it has been quiet for a while: to look through everything while no request is there costs compiled code whose
 * shapes of objects are in nobody's hands then, so that whoever asks between two waves of others waits for it to be made
 * again. All that can be given back, compiled code that was not run lately among it, is only after a longer while.
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
    if (looks < looksUntil.garbage || !isIdle()) return;
    const isAll = looks >= looksUntil.all;
    if (now - (isAll ? least : left) < worthBytes) return;
    collect({ type: 'major', flavor: isAll ? 'last-resort' : 'regular' });
    left = process.memoryUsage.rss();
    if (isAll) least = left;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
