import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How often it is looked whether there is something to give back, and from how much on that is worth a pause. */
const everyMs = 2_000;
const worthBytes = 48 * 1024 * 1024;

type Collect = (options: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;

/**
 * Gives memory back to the system that a flood of requests has taken: V8 keeps what it once had, and a machine that has
 * other work too misses it. It is done while nobody is being answered, since it stops the thread for a moment.
 * @param isIdle whether no request is under way
 * @returns stops it
 */
export function spareMemory(isIdle: () => boolean): () => void {
  setFlagsFromString('--expose-gc');
  const collect: Collect = runInNewContext('gc');
  let taken = process.memoryUsage.rss();
  const timer = setInterval(() => {
    const now = process.memoryUsage.rss();
    taken = Math.min(taken, now);
    if (now - taken < worthBytes || !isIdle()) return;
    collect({ type: 'major', flavor: 'last-resort' });
    taken = process.memoryUsage.rss();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
