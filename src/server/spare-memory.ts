import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How often it is looked whether there is something to give back, and from how much on that is worth a pause. */
const everyMs = 2_000;
const worthBytes = 48 * 1024 * 1024;
/** It is quiet once the event loop has been busy for no more than this share between two looks, so many times in a row. */
const littleWork = 0.1;
const quietLooks = 5;
/** While it stays quiet, what is asked meanwhile takes a while to be worth another pause. */
const looksBetween = 150;

type Collect = (options: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;

/**
 * Gives memory back to the system that a flood of requests has taken: V8 keeps what it once had, and a machine that has
 * other work too misses it. It is done once it has been quiet for a while, since compiled code that was not run lately goes
 * too, and whoever asks between two waves of others would wait for that to be made again; and while nobody is being
 * answered, since it stops the thread for a moment. V8 itself is told by `npm start` not to do so in every pause.
 * @param isIdle whether no request is under way
 * @returns stops it
 */
export function spareMemory(isIdle: () => boolean): () => void {
  setFlagsFromString('--expose-gc');
  const collect: Collect = runInNewContext('gc');
  let least = process.memoryUsage.rss();
  let [looks, due] = [0, quietLooks];
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = process.memoryUsage.rss();
    least = Math.min(least, now);
    const isQuiet = performance.eventLoopUtilization(before).utilization <= littleWork;
    before = performance.eventLoopUtilization();
    if (!isQuiet) [looks, due] = [0, quietLooks];
    else if (++looks >= due && isIdle() && now - least >= worthBytes) {
      collect({ type: 'major', flavor: 'last-resort' });
      least = process.memoryUsage.rss();
      due = looks + looksBetween;
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
